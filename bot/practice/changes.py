"""The numbered list of what changed, for pages that watch. Holds no content: only where to look again."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from .world import Json

KEPT = 2000


@dataclass(frozen=True)
class Change:
    """`user` limits it to one person; otherwise whoever may see the channel."""

    seq: int
    kind: str
    channel: str | None = None
    ts: str | None = None
    thread_ts: str | None = None
    view: str | None = None
    user: str | None = None

    def shown(self) -> Json:
        """As the page reads it."""
        keys = ("channel", "ts", "thread_ts", "view")
        return {"seq": self.seq, "kind": self.kind, **{key: value for key in keys if (value := getattr(self, key))}}


class Changes:
    """Appended to under the workspace's lock; listeners are told at once and must not wait."""

    def __init__(self) -> None:
        self.seq = 0
        self._kept: deque[Change] = deque(maxlen=KEPT)
        self._listeners: set[Callable[[Change], None]] = set()
        self._lock = threading.Lock()

    def note(
        self,
        kind: str,
        *,
        channel: str | None = None,
        ts: str | None = None,
        thread_ts: str | None = None,
        view: str | None = None,
        user: str | None = None,
    ) -> None:
        """One more change."""
        with self._lock:
            self.seq += 1
            change = Change(self.seq, kind, channel, ts, thread_ts, view, user)
            self._kept.append(change)
            listeners = list(self._listeners)
        for listener in listeners:
            listener(change)

    def since(self, seq: int) -> list[Change] | None:
        """Everything after `seq`, or None if that is longer ago than is kept."""
        with self._lock:
            if seq > self.seq or (self._kept and seq < self._kept[0].seq - 1):
                return None
            return [change for change in self._kept if change.seq > seq]

    def listen(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Calls `listener` for each change from now on, until the returned function is called."""
        with self._lock:
            self._listeners.add(listener)
        return lambda: self._listeners.discard(listener)
