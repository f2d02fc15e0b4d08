"""The practice workspace's time: a clock that can be moved forward, and the timetable of what falls due on it.

Two kinds of waiting live here. Expiries and redeliveries follow *elapsed* time (real seconds plus whatever was added by
`advance`), so a test can let five minutes pass; the three seconds a person waits for an answer are always real ones.
"""

from __future__ import annotations

import heapq
import itertools
import logging
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime

log = logging.getLogger(__name__)


class PracticeClock:
    """`frozen` stops the visible time between two `advance` calls; elapsed time always runs."""

    def __init__(self, start: datetime | None = None, *, frozen: bool = False) -> None:
        self._born = time.monotonic()
        self._start = start.timestamp() if start is not None else time.time()
        self._added = 0.0
        self._frozen = frozen

    def now(self) -> float:
        """Epoch seconds as the workspace shows them."""
        return self._start + self._added + (0.0 if self._frozen else time.monotonic() - self._born)

    def datetime(self) -> datetime:
        """The same moment as an aware UTC datetime."""
        return datetime.fromtimestamp(self.now(), UTC)

    def elapsed(self) -> float:
        """Seconds since the workspace began: real ones and added ones."""
        return time.monotonic() - self._born + self._added

    def advance(self, seconds: float) -> None:
        """Time only moves forward: a negative number is refused."""
        if seconds < 0:
            raise ValueError("The clock only moves forward. Give a number of seconds that is not negative.")
        self._added += seconds


class Timetable:
    """Runs callbacks when they fall due, on one thread of its own. Callbacks must be short and must not wait."""

    def __init__(self, clock: PracticeClock) -> None:
        self._clock = clock
        self._due: list[tuple[float, int, Callable[[], None]]] = []
        self._due_real: list[tuple[float, int, Callable[[], None]]] = []
        self._order = itertools.count()
        self._changed = threading.Condition()
        self._running = False
        self._busy = False
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begins to run what is due."""
        self._running = True
        self._thread = threading.Thread(target=self._run, name="practice-timetable", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Nothing runs after this returns."""
        with self._changed:
            self._running = False
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(timeout=5)

    def after(self, seconds: float, callback: Callable[[], None], *, real: bool = False) -> None:
        """`real` ignores `advance`: for the seconds a person sits and waits."""
        with self._changed:
            start = time.monotonic() if real else self._clock.elapsed()
            heap = self._due_real if real else self._due
            heapq.heappush(heap, (start + seconds, next(self._order), callback))
            self._changed.notify_all()

    def clock_moved(self) -> None:
        """To be called after `advance`."""
        with self._changed:
            self._changed.notify_all()

    def nothing_is_due(self) -> bool:
        """True when no callback should be running now."""
        with self._changed:
            return not self._busy and self._wait() > 0

    def _wait(self) -> float:
        waits = [3600.0]
        if self._due:
            waits.append(self._due[0][0] - self._clock.elapsed())
        if self._due_real:
            waits.append(self._due_real[0][0] - time.monotonic())
        return min(waits)

    def _take_due(self) -> list[Callable[[], None]]:
        taken = []
        for heap, now in ((self._due, self._clock.elapsed()), (self._due_real, time.monotonic())):
            while heap and heap[0][0] <= now:
                taken.append(heapq.heappop(heap)[2])
        return taken

    def _run(self) -> None:
        while True:
            with self._changed:
                while self._running and self._wait() > 0:
                    self._changed.wait(self._wait())
                if not self._running:
                    return
                due = self._take_due()
                self._busy = True
            for callback in due:
                try:
                    callback()
                except Exception:
                    log.exception("practice: something on the timetable failed")
            with self._changed:
                self._busy = False
