"""What an import would do, and doing it: known records are compared, new ones become unvetted drafts, the rest is refused.

Curated facts always win: an import never changes a record. A draft is shown to nobody before it is vetted. No address is ever
taken over: whether a place may be known is decided in vetting.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from bot.content import provider as shape
from bot.content.provider import Provider
from bot.directory.hsds.export import FORMS, POPULATIONS, SERVICE_TYPES
from bot.directory.hsds.found import Found
from bot.directory.hsds.tables import safe_cell

STATUS = {"active": "active", "inactive": "paused", "defunct": "closed", "temporarily closed": "temporarily_closed"}
DRAFTS = Path("knowledge/providers/imported")
Progress = Callable[[int], None]


@dataclass
class Report:
    """What was read and what becomes of it; `drafts` maps an id to the text of its file."""

    kind: str
    read: int = 0
    same: list[str] = field(default_factory=list)
    differs: list[tuple[str, str]] = field(default_factory=list)
    drafts: dict[str, str] = field(default_factory=dict)
    refused: list[tuple[str, str]] = field(default_factory=list)
    dropped: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        """The report as a person reads it."""
        head = (f"{self.kind}: {self.read} services read, {len(self.same)} known and the same, {len(self.differs)} known and "
                f"different, {len(self.drafts)} new, {len(self.refused)} refused")  # fmt: skip
        lines = [head, *(f"  note: {remark}" for remark in self.remarks)]
        stays = "the curated record stays; correct it if the new fact is right"
        lines += [f"  different: {name}: {what} ({stays})" for name, what in self.differs]
        lines += [f"  refused: {where}: {why}" for where, why in self.refused]
        lines += [f"  left out: {where}: {what}" for where, what in self.dropped]
        return lines


def plan(found: Iterable[Found], known: Mapping[str, Provider], kind: str, progress: Progress = lambda _: None) -> Report:
    """Decides for every service; changes nothing."""
    report = Report(kind)
    by_name = {_key(provider.organization, provider.service_name): provider.id for provider in known.values()}
    taken = set(known)
    for number, service in enumerate(found, 1):
        report.read = number
        _decide(service, known, by_name, taken, report)
        progress(number)
    return report


def write_drafts(report: Report, home: Path) -> int:
    """Writes the new drafts, all or nothing. Returns how many files there are now that were not before."""
    folder = home / DRAFTS
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    try:
        for provider_id, text in report.drafts.items():
            waiting = folder / f".{provider_id}.new"
            waiting.write_text(text, encoding="utf-8")
            written.append(waiting)
    except OSError:
        for waiting in written:
            waiting.unlink(missing_ok=True)
        raise
    for waiting in written:
        waiting.rename(folder / f"{waiting.name[1:-4]}.yaml")
    return len(written)


def _decide(service: Found, known: Mapping[str, Provider], by_name: dict[str, str], taken: set[str], report: Report) -> None:
    report.dropped += [(service.source, what) for what in service.dropped]
    if not service.name:
        report.refused.append((service.source, "has no name"))
        return
    if not service.organization:
        report.refused.append((service.source, "belongs to no organization"))
        return
    provider_id = service.slug if service.slug in known else by_name.get(_key(service.organization, service.name))
    if provider_id is not None:
        if provider_id in known:
            _compare(known[provider_id], service, report)
        else:
            report.refused.append((service.source, f"is the same as {provider_id}, which stands in this package already"))
        return
    new_id = _new_id(service, taken)
    taken.add(new_id)
    by_name[_key(service.organization, service.name)] = new_id
    report.drafts[new_id] = draft(service)


def _compare(provider: Provider, service: Found, report: Report) -> None:
    numbers = {_digits(phone.number) for phone in provider.public_phones()}
    different = []
    if service.phones and {_digits(number) for number, _ in service.phones} != numbers:
        different.append("phones")
    if service.url and provider.web and service.url.rstrip("/") != provider.web.rstrip("/"):
        different.append("web")
    if service.languages and set(service.languages) != set(provider.languages_spoken):
        different.append("languages")
    if STATUS.get(service.status, provider.status) != provider.status:
        different.append("status")
    if different:
        report.differs.append((provider.id, ", ".join(different)))
    else:
        report.same.append(provider.id)


def draft(service: Found) -> str:
    """An unvetted record as YAML. What the package did not say is left out, never guessed."""
    lines = ["# Imported, not vetted: shown to nobody until a directory editor has checked every line.",
             *_line("organization", service.organization[:120]), *_line("service_name", service.name[:300]),
             *_line("description", service.description[:2700]), f"status: {STATUS.get(service.status, 'paused')}",
             "type: imported",
             *_codes("services", service.codes.get(SERVICE_TYPES, []), get_args(shape.Service)),
             *_codes("forms_served", service.codes.get(FORMS, []), ("sex", "labor")),
             *_codes("populations", service.codes.get(POPULATIONS, []), get_args(shape.Population)),
             *_line("excludes", ""), *_number("age_min", service.age_min), *_number("age_max", service.age_max),
             *_list("languages_spoken", service.languages), *_line("interpretation", service.interpretation[:290]),
             *_codes("area", service.areas, get_args(shape.Area)), *_hours(service),
             *_list("how_to_refer", [service.how_to_apply[:290]] if service.how_to_apply else []),
             *_phones(service), *_web(service.url), *_email(service.email),
             "law_enforcement: unknown", f"confidential_location: {'yes' if service.is_private else 'no'}", "public_listing: no",
             "vetting:", "  state: pending", "  by: Nobody yet", *_line("notes_staff", _notes(service))]  # fmt: skip
    return "\n".join(lines) + "\n"


def _notes(service: Found) -> str:
    unmapped = [area for area in service.areas if area not in get_args(shape.Area)]
    parts = [f"Eligibility as sent: {service.eligibility}" if service.eligibility else "",
             f"Areas as sent: {', '.join(unmapped)}" if unmapped else ""]  # fmt: skip
    return " ".join(filter(None, parts))[:2700]


def _hours(service: Found) -> list[str]:
    lines = ["hours:"]
    if service.openings:
        lines.append("  weekly:")
        for days, opens, closes in service.openings:
            lines += ["    - days:", *(f"        - {day}" for day in days), f"      opens: {opens}", f"      closes: {closes}"]
    lines += [f"  {line}" for line in _line("note", (service.hours_note or ("" if service.openings else "Not given"))[:290])]
    return lines


def _phones(service: Found) -> list[str]:
    lines = []
    for number, kind in service.phones[:8]:
        plain = re.sub(r"[^0-9+() .-].*$", "", number).strip()[:20]
        if len(_digits(plain)) >= 3:
            use = "tty" if "tty" in kind or "textphone" in kind else "text" if kind in ("text", "sms") else "public"
            lines += [f"  - number: {_quoted(plain)}", f"    use: {use}"]
    return ["phones:", *lines] if lines else []


def _web(url: str) -> list[str]:
    address = re.sub(r"^http://", "https://", url) if url.startswith("http") else f"https://{url}" if "." in url else ""
    return _line("web", address) if re.fullmatch(r"https://[^\s<>|]+", address) else []


def _email(email: str) -> list[str]:
    return _line("email", email) if re.fullmatch(r"[^@\s]{1,60}@[^@\s]{1,59}", email) else []


def _codes(key: str, values: Iterable[str], known: Iterable[str]) -> list[str]:
    allowed = set(known)
    return _list(key, [value for value in dict.fromkeys(values) if value in allowed])


def _list(key: str, values: list[str]) -> list[str]:
    return [f"{key}:", *(f"  - {_quoted(value)}" for value in values)] if values else []


def _line(key: str, value: str) -> list[str]:
    return [f"{key}: {_quoted(value)}"] if value else []


def _number(key: str, value: int | None) -> list[str]:
    return [] if value is None else [f"{key}: {value}"]


def _quoted(value: str) -> str:
    """Plain where YAML reads it as the same text, else in double quotes (JSON's are YAML's). Never a formula."""
    text = safe_cell("".join(letter for letter in value if letter.isprintable())).strip()
    return text if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9 ,.()/&+-]*", text) else json.dumps(text, ensure_ascii=False)


def _new_id(service: Found, taken: set[str]) -> str:
    words = re.sub(r"[^a-z0-9]+", "-", f"{service.organization} {service.name}".lower()).strip("-")[:60].strip("-")
    candidate = f"im-{words or 'provider'}"
    if candidate in taken:
        mark = hashlib.sha256(f"{service.organization}|{service.name}|{service.source}".encode()).hexdigest()[:6]
        candidate = f"{candidate}-{mark}"
    return candidate


def _key(organization: str, name: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", f"{organization} | {name}".lower()).strip()


def _digits(number: str) -> str:
    digits = re.sub(r"\D", "", number)
    return digits[1:] if len(digits) == 11 and digits[0] == "1" else digits
