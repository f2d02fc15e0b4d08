"""Slack's rate limits: a bucket for each method, one message a second in each channel, 30,000 events an hour."""

from __future__ import annotations

import math
from dataclasses import dataclass

from .clock import PracticeClock

PER_MINUTE = {1: 1, 2: 20, 3: 50, 4: 100, 5: 600}
CHANNEL_BURST = 4
WORKSPACE_POSTS_PER_MINUTE = 300
EVENTS_PER_HOUR = 30_000


@dataclass
class Bucket:
    """Holds at most `size` and gets `per_second` back."""

    size: float
    per_second: float
    left: float
    filled: float

    def take(self, now: float) -> float:
        """0 when there was one left, otherwise the seconds until there is."""
        self.left = min(self.size, self.left + (now - self.filled) * self.per_second)
        self.filled = now
        if self.left >= 1:
            self.left -= 1
            return 0.0
        return (1 - self.left) / self.per_second


class Limits:
    """Slack documents the tiers, not how bursts are counted: a bucket as big as its minute stands in for it."""

    def __init__(self, clock: PracticeClock, *, enabled: bool) -> None:
        self._clock = clock
        self.enabled = enabled
        self._buckets: dict[tuple[str, ...], Bucket] = {}

    def _take(self, key: tuple[str, ...], size: float, per_second: float) -> float:
        now = self._clock.elapsed()
        bucket = self._buckets.setdefault(key, Bucket(size, per_second, size, now))
        return bucket.take(now)

    def call(self, method: str, tier: int) -> int:
        """Seconds to wait before this method may be called again; 0 = go on."""
        if not self.enabled or tier not in PER_MINUTE:
            return 0
        return math.ceil(self._take(("method", method), PER_MINUTE[tier], PER_MINUTE[tier] / 60))

    def post(self, channel: str) -> int:
        """The same for a message into one channel."""
        if not self.enabled:
            return 0
        wait = self._take(("post", channel), CHANNEL_BURST, 1.0)
        return math.ceil(wait or self._take(("posts",), WORKSPACE_POSTS_PER_MINUTE, WORKSPACE_POSTS_PER_MINUTE / 60))

    def take_event(self) -> bool:
        """False when the app has had its 30,000 events of the hour."""
        return not self.enabled or self._take(("events",), EVENTS_PER_HOUR, EVENTS_PER_HOUR / 3600) == 0
