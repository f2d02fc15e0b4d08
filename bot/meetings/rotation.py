"""Whose turn it is to chair and to take notes: fair across agencies, with leave and swaps. Pure.

The agency that has had the turn least often comes next, then the one whose last turn is longest ago, then the order of
app.yaml. Nobody has both turns in one meeting while there is another seat.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

CHAIR, NOTES = "chair", "note-taker"


@dataclass(frozen=True)
class Turn:
    """A turn that was taken or is fixed: which agency, for what, at which planned day."""

    agency: str
    role: str
    planned: date


@dataclass(frozen=True)
class Turns:
    """`away`: agency -> days on which it cannot take a turn. `swaps`: (planned day, role) -> agency that stepped in."""

    agencies: Sequence[str]
    taken: Sequence[Turn] = ()
    away: Mapping[str, frozenset[date]] = field(default_factory=dict)
    swaps: Mapping[tuple[date, str], str] = field(default_factory=dict)

    def plan(self, days: Sequence[date], roles: Sequence[str] = (CHAIR, NOTES)) -> dict[tuple[date, str], str]:
        """(planned day, role) -> agency, for coming meetings in order. A swap counts as a turn of who stepped in."""
        taken = list(self.taken)
        found: dict[tuple[date, str], str] = {}
        for day in sorted(days):
            for role in roles:
                agency = self.swaps.get((day, role)) or self._next(day, role, taken, found)
                if agency is not None:
                    found[(day, role)] = agency
                    taken.append(Turn(agency, role, day))
        return found

    def _next(self, day: date, role: str, taken: Sequence[Turn], found: Mapping[tuple[date, str], str]) -> str | None:
        free = [agency for agency in self.agencies if day not in self.away.get(agency, frozenset())]
        busy = {agency for (other, _), agency in found.items() if other == day}
        fresh = [agency for agency in free if agency not in busy] or free
        if not fresh:
            return None
        return min(fresh, key=lambda agency: self._burden(agency, role, taken))

    def _burden(self, agency: str, role: str, taken: Sequence[Turn]) -> tuple[int, date, int, int]:
        own = [turn for turn in taken if turn.agency == agency]
        same = [turn.planned for turn in own if turn.role == role]
        return len(same), max(same, default=date.min), len(own), list(self.agencies).index(agency)
