"""Open Referral HSDS 3.0: export the public directory, or read somebody else's. An import is a dry run unless --write."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from bot.clock import SystemClock
from bot.content.library import load
from bot.directory.hsds.export import export
from bot.directory.hsds.found import found_in
from bot.directory.hsds.importing import plan, write_drafts
from bot.directory.hsds.reading import open_package
from bot.directory.hsds.tables import csv_text, datapackage, to_tables
from bot.problems import ContentError, Problem
from bot.settings import load_settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("direction", choices=("export", "import"))
    parser.add_argument("path", help="export: the folder to write; import: a file, folder or zip")
    parser.add_argument("--write", action="store_true", help="import: write the new records as unvetted drafts")
    parser.add_argument("--json", action="store_true", help="import: the report as one JSON object")


def run(arguments: argparse.Namespace) -> int:
    path = Path(arguments.path)
    try:
        return _export(path) if arguments.direction == "export" else _import(path, arguments)
    except OSError as error:
        what = f"cannot be read or written ({error.strerror or 'unknown reason'})."
        raise ContentError([Problem(arguments.path, what, "Check the path and who may use it. Nothing was changed.")]) from error


def _export(folder: Path) -> int:
    settings = load_settings()
    today = SystemClock().now().astimezone(settings.zone).date()
    services = export(load(settings.home).providers.values(), today)
    tables = to_tables(services)
    files = {"services.json": json.dumps(services, ensure_ascii=False, indent=2, sort_keys=True) + "\n"}
    files["tabular/datapackage.json"] = datapackage(tables)
    files |= {f"tabular/{name}.csv": csv_text(rows) for name, rows in tables.items()}
    (folder / "tabular").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        waiting = folder / f"{name}.new"
        waiting.write_text(text, encoding="utf-8", newline="")
        waiting.replace(folder / name)
    print(f"{len(services)} services written: services.json and {len(tables)} tables in tabular/")
    return 0


def _import(path: Path, arguments: argparse.Namespace) -> int:
    settings = load_settings()
    known = load(settings.home).providers
    print("reading", file=sys.stderr)
    package = open_package(path)
    total = len(package.services) or max((len(package.tables.get(name, [])) for name in ("services", "icarol")), default=0)
    report = plan(found_in(package), known, package.kind, lambda done: _bar(done, total))
    report.remarks += package.remarks
    if arguments.json:
        print(json.dumps({
            "kind": report.kind, "read": report.read, "same": report.same, "differs": dict(report.differs),
            "new": sorted(report.drafts), "refused": report.refused, "dropped": report.dropped, "remarks": report.remarks,
        }, ensure_ascii=False))  # fmt: skip
    else:
        print("\n".join(report.lines()))
    if not arguments.write:
        print("dry run: nothing was changed. Add --write to keep the new records as unvetted drafts.", file=sys.stderr)
    elif report.drafts:
        print(f"{write_drafts(report, settings.home)} drafts written to knowledge/providers/imported/", file=sys.stderr)
    return 0


def _bar(done: int, total: int) -> None:
    if total and (done % 200 == 0 or done == total) and (sys.stderr.isatty() or done == total):
        filled = 30 * done // total
        print(f"\r[{'#' * filled}{'.' * (30 - filled)}] {done} of {total}", end="\n" if done == total else "", file=sys.stderr)
