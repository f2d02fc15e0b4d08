"""The same services as HSDS 3.0 tables and back: one CSV a table and a datapackage.json. Pure but for reading and writing.

Cells that a spreadsheet would take for a formula get an apostrophe in front on the way out, which is taken off on the way in.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

Row = dict[str, Any]
Tables = Mapping[str, Mapping[str, Row]]
Below = Mapping[tuple[str, str, str], list[Row]]
# nested key -> (table, the column that points back to the parent)
CHILDREN: dict[str, tuple[str, str]] = {
    "phones": ("phones", "{}_id"), "schedules": ("schedules", "{}_id"), "service_areas": ("service_areas", "service_id"),
    "service_at_locations": ("service_at_locations", "service_id"), "languages": ("languages", "{}_id"),
    "cost_options": ("cost_options", "service_id"), "attributes": ("attributes", "link_id"),
    "addresses": ("addresses", "location_id"), "organization_identifiers": ("organization_identifiers", "organization_id"),
    "required_documents": ("required_documents", "service_id"), "accessibility": ("accessibility", "location_id"),
}  # fmt: skip
# nested object -> (table, the column of the parent that holds its id)
OBJECTS: dict[str, tuple[str, str]] = {
    "organization": ("organizations", "organization_id"), "location": ("locations", "location_id"),
    "taxonomy_term": ("taxonomy_terms", "taxonomy_term_id"), "taxonomy_detail": ("taxonomies", "taxonomy_id"),
}  # fmt: skip
# what is nested in a row of a table: without this an organization's identifier would hold the organization again
NESTED: dict[str, tuple[str, ...]] = {
    "services": ("organization", "phones", "schedules", "service_areas", "service_at_locations", "languages", "cost_options",
                 "required_documents", "attributes"),
    "organizations": ("organization_identifiers",), "service_at_locations": ("location",),
    "locations": ("addresses", "accessibility"), "attributes": ("taxonomy_term",), "taxonomy_terms": ("taxonomy_detail",),
}  # fmt: skip
TABLES = (
    "organizations", "services", "service_at_locations", "locations", "addresses", "phones", "schedules", "service_areas",
    "languages", "cost_options", "attributes", "taxonomy_terms", "taxonomies", "organization_identifiers",
    "required_documents", "accessibility",
)  # fmt: skip
SINGULAR = {"services": "service", "locations": "location", "phones": "phone", "organizations": "organization"}
# attributes may not carry the nested term's names twice
LEFT_OUT = {"taxonomy_terms": frozenset({"taxonomy"})}
NUMBERS = ("minimum_age", "maximum_age")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_tables(services: Iterable[Mapping[str, Any]]) -> dict[str, list[Row]]:
    """Table name -> rows in order of first appearance, nothing twice."""
    tables: dict[str, dict[str, Row]] = {name: {} for name in TABLES}
    for service in services:
        _flatten("services", service, tables)
    return {name: list(rows.values()) for name, rows in tables.items() if rows}


def from_tables(tables: Mapping[str, list[Row]]) -> list[Row]:
    """Nested services again, in the tables' order; a row that points nowhere is left out."""
    by_id = {name: {row["id"]: _numbered(row) for row in rows if row.get("id")} for name, rows in tables.items()}
    below = _children_by_parent(by_id)
    return [_nest("services", dict(row), by_id, below) for row in by_id.get("services", {}).values()]


def csv_text(rows: list[Row]) -> str:
    """One table as CSV: columns in order of first use, RFC 4180 line ends."""
    columns = list(dict.fromkeys(key for row in rows for key in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({key: safe_cell(value) for key, value in row.items()})
    return out.getvalue()


def safe_cell(value: Any) -> str:
    """A cell no spreadsheet runs as a formula (OWASP, CSV injection)."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def plain_cell(text: str) -> str:
    return text[1:] if len(text) > 1 and text[0] == "'" and text[1] in FORMULA else text


def datapackage(tables: Mapping[str, list[Row]]) -> str:
    """The package's description: Frictionless tabular data package, after the HSDS 3.0 datapackage."""
    resources = [
        {
            "name": name, "path": f"{name}.csv", "profile": "tabular-data-resource", "format": "csv", "mediatype": "text/csv",
            "schema": {"fields": [{"name": key, "type": "string"} for key in dict.fromkeys(k for row in rows for k in row)],
                       "primaryKey": "id"},
        }
        for name, rows in tables.items()
    ]  # fmt: skip
    return json.dumps({"name": "human-services-data", "profile": "tabular-data-package", "resources": resources}, indent=2) + "\n"


def _flatten(table: str, item: Mapping[str, Any], tables: dict[str, dict[str, Row]]) -> None:
    row: Row = {}
    for key, value in item.items():
        if key in CHILDREN and isinstance(value, list):
            child_table, column = CHILDREN[key]
            for child in value:
                _flatten(child_table, {**child, column.format(SINGULAR.get(table, table)): item["id"]}, tables)
        elif key in OBJECTS and isinstance(value, Mapping):
            other_table, column = OBJECTS[key]
            row[column] = value["id"]
            _flatten(other_table, value, tables)
        elif key not in LEFT_OUT.get(table, ()):
            row[key] = value
    known = tables[table].setdefault(row["id"], row)
    known.update({key: value for key, value in row.items() if key not in known})


def _numbered(row: Row) -> Row:
    """A row whose numbers are numbers again: a CSV has only text. Cells that were empty are left out."""
    kept = {key: value for key, value in row.items() if value not in ("", None)}
    return kept | {key: int(kept[key]) for key in NUMBERS if str(kept.get(key, "")).isdigit()}


def _children_by_parent(by_id: Tables) -> Below:
    below: dict[tuple[str, str, str], list[Row]] = {}
    for table, rows in by_id.items():
        columns = {column.format(parent) for name, column in CHILDREN.values() if name == table for parent in SINGULAR.values()}
        for row in rows.values():
            for column in columns:
                if row.get(column):
                    below.setdefault((table, column, row[column]), []).append(row)
    return below


def _nest(table: str, row: Row, by_id: Tables, below: Below) -> Row:
    for key in NESTED.get(table, ()):
        if key in OBJECTS:
            other_table, column = OBJECTS[key]
            other = by_id.get(other_table, {}).get(row.get(column, ""))
            if other is not None:
                row[key] = _nest(other_table, dict(other), by_id, below)
        else:
            child_table, column = CHILDREN[key]
            children = below.get((child_table, column.format(SINGULAR.get(table, table)), row["id"]), ())
            if children:
                row[key] = [_nest(child_table, dict(child), by_id, below) for child in children]
    if table == "taxonomy_terms" and "taxonomy_detail" in row:
        row.setdefault("taxonomy", row["taxonomy_detail"].get("name", ""))
    return row
