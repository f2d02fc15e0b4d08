"""Opens what others send: HSDS 3.0 JSON or tables, older 1.x/2.x CSV packages, iCarol's CSV, plain or zipped.

Which is which is told file by file from names and columns. Everything is read as text; nothing is changed here.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from bot.directory.hsds.tables import Row, plain_cell
from bot.problems import ContentError, Problem

MOST_BYTES = 64 * 1024 * 1024
MOST_ROWS = 500_000
# a package that unpacks to more than this many times its size is not a directory
MOST_RATIO = 200
csv.field_size_limit(1024 * 1024)

# file name (singular or plural, any case) -> our table name
TABLE_NAMES = {
    "organization": "organizations", "service": "services", "location": "locations", "phone": "phones",
    "address": "addresses", "physical_address": "addresses", "postal_address": "postal_addresses", "schedule": "schedules",
    "regular_schedule": "schedules", "service_area": "service_areas", "language": "languages", "attribute": "attributes",
    "service_attribute": "service_attributes", "taxonomy_term": "taxonomy_terms", "taxonomy": "taxonomies",
    "service_taxonomy": "service_attributes", "service_at_location": "service_at_locations", "eligibility": "eligibilities",
    "cost_option": "cost_options", "required_document": "required_documents",
    "organization_identifier": "organization_identifiers", "accessibility": "accessibility",
    "accessibility_for_disabilities": "accessibility", "program": "programs", "mail_address": "postal_addresses",
}  # fmt: skip
ICAROL_COLUMNS = frozenset({"resourceagencynum", "publicname", "taxonomylevelname"})


@dataclass
class Package:
    """What was found: its kind, nested services (3.0 JSON) or tables by name, and remarks for the report."""

    kind: str
    services: list[Row] = field(default_factory=list)
    tables: dict[str, list[Row]] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)


def open_package(path: Path) -> Package:
    """Reads a file, folder or zip. Raises ContentError with file and line; reads everything before saying anything is fine."""
    if not path.exists():
        raise _wrong(path.name, "is not there.", "Check the path.")
    if path.is_dir():
        inside = [found for found in sorted(path.rglob("*")) if _is_wanted(found.name) and found.is_file()]
        files = [(found.name, _bytes_of(found)) for found in inside]
    elif path.suffix.lower() == ".zip":
        files = list(_unzipped(path))
    else:
        files = [(path.name, _bytes_of(path))]
    if not files:
        raise _wrong(path.name, "holds no .json or .csv file.", "Give an HSDS package, or one exported from iCarol.")
    return _package(files)


def _package(files: list[tuple[str, bytes]]) -> Package:
    remarks: list[str] = []
    tables: dict[str, list[Row]] = {}
    services: list[Row] = []
    icarol: list[Row] = []
    for name, data in files:
        if name.lower().endswith(".json"):
            if name.lower() != "datapackage.json":
                services += _json_services(name, _text(name, data, remarks))
            continue
        rows = list(_csv_rows(name, _text(name, data, remarks)))
        if rows and ICAROL_COLUMNS & {_column(key) for key in rows[0]}:
            icarol += [{_column(key): value for key, value in row.items()} for row in rows]
            continue
        table = TABLE_NAMES.get(_stem(name))
        if table is None:
            remarks.append(f"{name}: not a table of HSDS; left alone")
        else:
            tables.setdefault(table, []).extend(rows)
    if icarol:
        return Package("iCarol", tables={"icarol": icarol}, remarks=remarks)
    if tables.get("services"):
        return Package("HSDS tables", tables=tables, remarks=remarks)
    if services:
        return Package("HSDS 3.0 JSON", services=services, remarks=remarks)
    raise _wrong(files[0][0], "no services were found.", "An HSDS package has services.csv or a list of services in JSON.")


def _json_services(name: str, text: str) -> list[Row]:
    try:
        found = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise _wrong(f"{name}:{line}", "is not JSON, or was cut off.", "Send the whole file again.") from error
    if isinstance(found, Mapping):
        found = found.get("contents") or found.get("services") or [found]
    if not isinstance(found, list):
        raise _wrong(name, "holds no list of services.", "HSDS 3.0 JSON is a list of services.")
    return [item for item in found if isinstance(item, dict)]


def _csv_rows(name: str, text: str) -> Iterator[Row]:
    reader = csv.DictReader(io.StringIO(text), strict=True)
    try:
        for number, row in enumerate(reader):
            if number >= MOST_ROWS:
                raise _wrong(f"{name}:{reader.line_num}", f"more than {MOST_ROWS} rows.", "Split the file.")
            if None in row:
                raise _wrong(f"{name}:{reader.line_num}", "has more cells than the header.", "Check the quotes in this line.")
            yield {str(key).strip().lower(): plain_cell((value or "").strip()) for key, value in row.items() if key}
    except csv.Error as error:
        what = f"cannot be read as CSV ({error})."
        raise _wrong(f"{name}:{reader.line_num}", what, "Check the quotes in this line.") from error


def _unzipped(path: Path) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(path) as archive:
            wanted = [info for info in archive.infolist() if not info.is_dir() and _is_wanted(info.filename)]
            if sum(info.file_size for info in wanted) > min(MOST_BYTES * 4, MOST_RATIO * max(path.stat().st_size, 1)):
                raise _wrong(path.name, "unpacks to far more than a directory holds.", "Send the tables themselves.")
            for info in wanted:
                yield PurePosixPath(info.filename).name, archive.read(info)
    except (zipfile.BadZipFile, EOFError, zipfile.LargeZipFile, OSError) as error:
        raise _wrong(path.name, "is not a whole zip archive.", "Send it again: the end is missing or damaged.") from error


def _is_wanted(name: str) -> bool:
    plain = PurePosixPath(name).name
    return plain.lower().endswith((".csv", ".json")) and not plain.startswith(".") and "__MACOSX" not in name


def _bytes_of(path: Path) -> bytes:
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise _wrong(path.name, f"has {size // 1_000_000} MB; at most {MOST_BYTES // 1_000_000} are read.", "Split the file.")
    return path.read_bytes()


def _text(name: str, data: bytes, remarks: list[str]) -> str:
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _wrong(name, "is not a text file.", "Export it as CSV (UTF-8) or JSON.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        remarks.append(f"{name}: not UTF-8; read as Windows-1252, check accented letters")
        return data.decode("cp1252", "replace")


def _stem(name: str) -> str:
    stem = PurePosixPath(name).stem.lower().replace("-", "_").replace(" ", "_")
    stem = stem.removeprefix("hsds_").removeprefix("hsda_")
    if stem in TABLE_NAMES:
        return stem
    for ending, other in (("ies", "y"), ("sses", "ss"), ("s", "")):
        if stem.endswith(ending) and stem[: -len(ending)] + other in TABLE_NAMES:
            return stem[: -len(ending)] + other
    return stem


def _column(name: Any) -> str:
    return "".join(letter for letter in str(name).lower() if letter.isalnum())


def _wrong(where: str, what: str, mend: str) -> ContentError:
    return ContentError([Problem(where, what, mend)])
