"""`make bench`: what a person waits for, and how well and fast questions find their entry, beside other ways of doing it."""

from __future__ import annotations

import importlib
import sys

# name -> module with `run() -> list of lines`
BENCHES = {
    "latency": "tests.bench.latency",
    "search": "tests.bench.bench_search",
    "action-items": "tests.bench.action_items",
    "public": "tests.bench.public_sets",
}


def main(names: list[str]) -> int:
    """Runs the benches named, or all of them. Figures are printed, never judged."""
    for name in names or list(BENCHES):
        print(f"== {name}", flush=True)
        for line in importlib.import_module(BENCHES[name]).run():
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
