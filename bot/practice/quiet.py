"""Tells when a bot that lives in the same process has finished: nothing under way, and nobody computing.

From outside one sees only calls and acknowledgements. A bot that thinks between two calls is noticed by the processor time
of the process; what the caller knows better it may add with `also_wait_for`.
"""

from __future__ import annotations

import time
from collections.abc import Callable

POLL_SECONDS = 0.004
BUSY_SHARE = 0.2
LEAST_POLLS = 8
MOST_THINKING_SECONDS = 2.0


class QuietWatch:
    """`traffic_since` answers when the last call or acknowledgement was; `busy` whether anything is under way."""

    def __init__(self, busy: Callable[[], bool], traffic_since: Callable[[], float]) -> None:
        self._busy = busy
        self._traffic_since = traffic_since

    def wait(self, seconds: float, quiet: float) -> bool:
        """True once all has been quiet for `quiet` seconds; False when `seconds` are over."""
        end = time.monotonic() + seconds
        calm = 0
        calm_since = time.monotonic()
        while time.monotonic() < end:
            thinking = self._someone_thought_while_we_slept()
            now = time.monotonic()
            rested = now - self._traffic_since()
            if self._busy() or (thinking and rested < MOST_THINKING_SECONDS):
                calm, calm_since = 0, now
                continue
            calm += 1
            if calm >= LEAST_POLLS and min(now - calm_since, rested) >= quiet:
                return True
        return False

    @staticmethod
    def _someone_thought_while_we_slept() -> bool:
        wall, processor = time.monotonic(), time.process_time()
        time.sleep(POLL_SECONDS)
        return time.process_time() - processor > BUSY_SHARE * (time.monotonic() - wall)
