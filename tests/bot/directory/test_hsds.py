"""The directory leaves as HSDS 3.0 and comes in from whoever sends one; nothing that must stay leaves, nothing dirty slips in."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bot.cli import hsds as verb
from bot.content.library import Library, load
from bot.content.provider import Provider
from bot.content.source import model_from, read_text
from bot.directory.hsds.export import export, stable_id
from bot.directory.hsds.found import found_in
from bot.directory.hsds.importing import Report, plan, write_drafts
from bot.directory.hsds.reading import Package, open_package
from bot.directory.hsds.tables import csv_text, from_tables, plain_cell, safe_cell, to_tables
from bot.problems import ContentError
from tests.town import ROOT

TODAY = date(2026, 11, 21)
# what the published 3.0 schemas require; the schemas themselves are used too where they lie beside the checkout
REQUIRED = {
    "services": {"id", "name", "status"}, "organizations": {"id", "name", "description"}, "phones": {"id", "number"},
    "locations": {"id", "location_type"}, "taxonomy_terms": {"id", "name", "description"}, "service_at_locations": {"id"},
    "addresses": {"id", "address_1", "city", "state_province", "postal_code", "country", "address_type"},
}  # fmt: skip
SCHEMA = ROOT.parent / "shared" / "hsds" / "schema" / "service_with_definitions.json"


@pytest.fixture(scope="module")
def library() -> Library:
    return load(ROOT)


@pytest.fixture(scope="module")
def services(library: Library) -> list[dict[str, Any]]:
    return export(library.providers.values(), TODAY)


def test_every_exported_service_keeps_the_published_schema(services: list[dict[str, Any]]) -> None:
    for table, rows in to_tables(services).items():
        for row in rows:
            assert REQUIRED.get(table, {"id"}) <= {key for key, value in row.items() if value not in (None, "")}
    if SCHEMA.exists():
        schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
        kind = jsonschema.validators.validator_for(schema)
        validator = kind(schema, format_checker=kind.FORMAT_CHECKER)
        assert [error.message for service in services for error in validator.iter_errors(service)] == []


def test_what_must_stay_does_not_leave(library: Library, services: list[dict[str, Any]]) -> None:
    text = json.dumps(services)
    left = {service["id"] for service in services}
    for provider in library.providers.values():
        gone = provider.vetting.state in ("failed", "pending", "expired", "placeholder") or provider.status != "active"
        if gone or not provider.public_listing or provider.immigration_enforcement:
            assert stable_id("service", provider.id) not in left, provider.id
        for phone in provider.phones:
            if phone.use == "staff":
                assert phone.number not in text
        if provider.notes_staff:
            assert provider.notes_staff.strip() not in text


def test_a_confidential_location_is_virtual_and_has_nothing_on_it(library: Library, services: list[dict[str, Any]]) -> None:
    confidential = {stable_id("service", item.id) for item in library.providers.values() if item.confidential_location}
    found = [service for service in services if service["id"] in confidential]
    assert found
    for service in found:
        for link in service["service_at_locations"]:
            assert link["location"] == {"id": link["location"]["id"], "location_type": "virtual"}


def test_out_as_tables_in_and_out_again_is_the_same_byte_for_byte(services: list[dict[str, Any]], tmp_path: Path) -> None:
    first = {name: csv_text(rows) for name, rows in to_tables(services).items()}
    for name, text in first.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
    back = from_tables(open_package(tmp_path).tables)
    assert {name: csv_text(rows) for name, rows in to_tables(back).items()} == first
    assert json.dumps(back, sort_keys=True) == json.dumps(services, sort_keys=True)


def test_our_own_export_comes_in_as_known_and_the_same(library: Library, services: list[dict[str, Any]], tmp_path: Path) -> None:
    (tmp_path / "services.json").write_text(json.dumps(services), encoding="utf-8")
    report = _planned(open_package(tmp_path / "services.json"), library)
    assert (len(report.same), report.differs, report.drafts, report.refused) == (len(services), [], {}, [])


def test_a_changed_number_is_reported_and_the_curated_one_stays(library: Library, services: list[dict[str, Any]]) -> None:
    changed = json.loads(json.dumps(next(service for service in services if service.get("phones"))))
    changed["phones"][0]["number"] = "555-0199"
    report = _planned(Package("HSDS 3.0 JSON", services=[changed]), library)
    assert [what for _, what in report.differs] == ["phones"]
    assert not report.drafts


def test_an_older_package_with_other_column_names_is_read(library: Library, tmp_path: Path) -> None:
    _write(tmp_path / "organizations.csv", ["id,name,description,url", "1,Elm Aid,Help,http://elm.example"])
    _write(tmp_path / "services.csv", ["id,organization_id,location_id,name,description,eligibility,languages,status",
                                       '7,1,3,Legal aid,"Free, by phone",Workers,"Spanish, English",active'])  # fmt: skip
    _write(tmp_path / "phones.csv", ["id,location_id,number,number_type,department", "4,3,555-0142,voice,Intake"])
    _write(tmp_path / "locations.csv", ["id,organization_id,name", "3,1,Main office"])
    _write(tmp_path / "regular_schedules.csv", ["id,service_id,weekday,opens_at,closes_at", "9,7,1,9:00,17:00"])
    report = _planned(open_package(tmp_path), library)
    draft = _only(report)
    assert draft.organization == "Elm Aid"
    assert [phone.number for phone in draft.phones] == ["555-0142"]
    assert set(draft.languages_spoken) == {"es", "en"}
    assert (draft.hours.weekly[0].days, draft.hours.weekly[0].opens) == (("mon",), "09:00")


def test_an_icarol_export_is_read_and_its_private_numbers_and_addresses_are_not(library: Library, tmp_path: Path) -> None:
    header = (
        "ResourceAgencyNum,PublicName,AgencyName,TaxonomyLevelName,Phone1Number,Phone1IsPrivate,Phone2Number,PhysicalAddress1,"
        "PhysicalAddressIsPrivate"
    )
    _write(tmp_path / "export.csv", [header, "12,Night line,Elm Aid,Program,555-0150,Yes,555-0151,12 Hidden Street,Yes"])
    report = _planned(open_package(tmp_path / "export.csv"), library)
    draft = _only(report)
    assert [phone.number for phone in draft.phones] == ["555-0151"]
    assert draft.confidential_location
    assert "Hidden" not in next(iter(report.drafts.values()))


def test_dirty_rows_are_refused_or_cleaned_and_said(library: Library, tmp_path: Path) -> None:
    _write(tmp_path / "organizations.csv", ["id,name", "1,Elm Aid"])
    _write(tmp_path / "services.csv", ["id,organization_id,name,status,url", "1,,No home,active,", "2,1,,active,",
                                       "3,1,N/A,active,", "4,1,Good one,active,N/A"])  # fmt: skip
    _write(tmp_path / "phones.csv", ["id,service_id,number", "1,4,", "2,4,000-000-0000", "3,4,call the front desk"])
    report = _planned(open_package(tmp_path), library)
    assert len(report.refused) == 3
    assert [what for _, what in report.dropped] == ["a phone that is only a placeholder", "a phone that is not a number"]
    assert _only(report).phones == ()


def test_no_address_is_ever_taken_over(library: Library, tmp_path: Path) -> None:
    _write(tmp_path / "organizations.csv", ["id,name", "1,Elm Aid"])
    _write(tmp_path / "services.csv", ["id,organization_id,name", "4,1,Shelter"])
    _write(tmp_path / "locations.csv", ["id,name,description", "8,Safe house,Confidential location"])
    _write(tmp_path / "service_at_locations.csv", ["id,service_id,location_id", "1,4,8"])
    _write(tmp_path / "addresses.csv", ["id,location_id,address_1,city", "1,8,77 Quiet Lane,Sample City"])
    report = _planned(open_package(tmp_path), library)
    assert "Quiet Lane" not in next(iter(report.drafts.values()))
    assert _only(report).confidential_location


def test_a_draft_is_valid_and_shown_to_nobody(library: Library, tmp_path: Path) -> None:
    _write(tmp_path / "services.json", [json.dumps([{"id": "1", "name": "=cmd()", "status": "active",
                                                     "organization": {"name": "@SUM(A1): #x"}}])])  # fmt: skip
    report = _planned(open_package(tmp_path / "services.json"), library)
    draft = _only(report)
    assert draft.vetting.state == "pending"
    assert not draft.public_listing
    assert draft.service_name.startswith("'=")
    home = tmp_path / "home"
    assert write_drafts(report, home) == 1
    assert len(list((home / "knowledge/providers/imported").glob("*.yaml"))) == 1


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1"])
def test_a_formula_cell_is_neutralized_and_read_back_as_it_was(cell: str) -> None:
    written = next(csv.reader(io.StringIO(csv_text([{"id": cell}]).split("\r\n")[1])))[0]
    assert written[0] == "'"
    assert plain_cell(safe_cell(cell)) == cell


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("cut.json", b'[{"id": "1", "name": ', "cut off"),
        ("broken.csv", b'id,name\n1,"never closed\n', "CSV"),
        ("picture.csv", b"\x89PNG\x00\x00\x00", "not a text file"),
        ("half.zip", b"PK\x03\x04 and then nothing", "not a whole zip"),
        ("empty.csv", b"id,name\n", "no services"),
        ("wide.csv", b"id,name\n1,two,three\n", "more cells"),
    ],
)
def test_a_bad_file_gets_a_clear_message(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ContentError) as caught:
        open_package(tmp_path / name)
    problem = caught.value.problems[0]
    assert says in str(problem)
    assert problem.mend


def test_a_file_in_another_encoding_is_read_with_a_remark(library: Library, tmp_path: Path) -> None:
    (tmp_path / "services.csv").write_bytes("id,organization_id,name\n1,1,Café Ayuda\n".encode("cp1252"))
    _write(tmp_path / "organizations.csv", ["id,name", "1,Elm Aid"])
    package = open_package(tmp_path)
    assert "Windows-1252" in package.remarks[0]
    assert _only(_planned(package, library)).service_name == "Café Ayuda"


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.csv").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(ContentError, match="MB"):
        open_package(tmp_path / "huge.csv")


def test_a_zip_that_unpacks_to_far_too_much_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("services.csv", b"0" * (300 * 1024 * 1024 // 4))
        archive.writestr("phones.csv", b"0" * (300 * 1024 * 1024 // 4))
    with pytest.raises(ContentError, match="unpacks"):
        open_package(tmp_path / "bomb.zip")


def test_a_dry_run_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("TASKFORCE_HOME", str(ROOT))
    _write(tmp_path / "services.json", [json.dumps([{"id": "1", "name": "New", "organization": {"name": "New Org"}}])])
    import argparse

    parser = argparse.ArgumentParser()
    verb.add_arguments(parser)
    assert verb.run(parser.parse_args(["import", str(tmp_path / "services.json"), "--json"])) == 0
    assert json.loads(capsys.readouterr().out)["new"] == ["im-new-org-new"]
    assert not (ROOT / "knowledge/providers/imported").exists()


def _planned(package: Package, library: Library) -> Report:
    report = plan(found_in(package), library.providers, package.kind)
    report.remarks += package.remarks
    return report


def _only(report: Report) -> Provider:
    [(provider_id, text)] = report.drafts.items()
    return model_from(Provider, read_text(provider_id, text), {"id": provider_id})


def _write(path: Path, lines: list[str]) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
