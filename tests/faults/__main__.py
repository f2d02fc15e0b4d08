"""`python -m tests.faults --kills 1000 --db sqlite --workers 2`: one run of the lab, or all of them without arguments."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from tests.faults.lab import COMPANIES, Lab, Plan
from tests.faults.verdict import Verdict
from tests.postgres import Postgres


def run_once(kills: int, database: str, workers: int, naive: bool, seed: int, companies: Iterable[str]) -> Verdict:
    """One run on a database of its own."""
    with tempfile.TemporaryDirectory(prefix="taskforce-faults-") as folder:
        server = Postgres() if database == "postgres" else None
        try:
            url = server.fresh() if server else f"sqlite:///{folder}/lab.sqlite3"
            plan = Plan(kills, url, workers, naive, seed, companies=tuple(companies))
            return Lab(plan, Path(folder), lambda line: print(f"  {line}", flush=True)).run()
        finally:
            if server:
                server.stop()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--db", choices=("sqlite", "postgres"))
    parser.add_argument("--workers", type=int, choices=(1, 2))
    parser.add_argument("--naive", action="store_true", help="acknowledge first and retry blindly: must be caught")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=tuple(COMPANIES), action="append", help="these companies of people and no others")
    given = parser.parse_args()
    clean = True
    for database in [given.db] if given.db else ["sqlite", "postgres"]:
        for workers in [given.workers] if given.workers else [1, 2]:
            begun = time.monotonic()
            verdict = run_once(given.kills, database, workers, given.naive, given.seed, given.only or COMPANIES)
            print(f"{database}, {workers} worker{'s' * (workers > 1)}{', naive' * given.naive}: {verdict}", flush=True)
            print(f"  {time.monotonic() - begun:.0f} s", flush=True)
            clean &= bool(verdict.lost and verdict.doubled) if given.naive else verdict.is_clean
    return 0 if clean else 1


if __name__ == "__main__":
    raise SystemExit(main())
