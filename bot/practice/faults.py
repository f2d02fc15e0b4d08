"""Trouble on request: limits, outages, slowness, connections lost before or after the call was carried out."""

from __future__ import annotations

import random
import threading
from dataclasses import dataclass

from .world import Json

KINDS = ("ratelimited", "server_error", "unavailable", "slow", "lost_before", "lost_after")


@dataclass
class Fault:
    """What happens to calls of `method` (`*` = any): `times` of them (None = all), each with this chance."""

    method: str
    kind: str
    times: int | None = 1
    seconds: float = 1.0
    chance: float = 1.0

    def shown(self) -> Json:
        """As the control API shows it."""
        return dict(vars(self))


class Faults:
    """Planned trouble, in the order it was planned. The same seed gives the same luck."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._lock = threading.Lock()
        self.planned: list[Fault] = []
        self.latency = 0.0

    def add(self, method: str, kind: str, times: int | None = 1, seconds: float = 1.0, chance: float = 1.0) -> Fault:
        """Plans trouble; `kind` is one of KINDS or `error:<code>`. ValueError for anything else."""
        if kind not in KINDS and not kind.startswith("error:"):
            raise ValueError(f"{kind!r} is no kind of fault. Use one of {', '.join(KINDS)} or error:<code>.")
        fault = Fault(method, kind, times, seconds, chance)
        with self._lock:
            self.planned.append(fault)
        return fault

    def clear(self) -> None:
        """No more trouble."""
        with self._lock:
            self.planned.clear()

    def strike(self, method: str) -> Fault | None:
        """The trouble that befalls this call, if any."""
        with self._lock:
            for fault in self.planned:
                if fault.method in ("*", method) and self._random.random() < fault.chance:
                    if fault.times is not None:
                        fault.times -= 1
                        if fault.times <= 0:
                            self.planned.remove(fault)
                    return fault
        return None
