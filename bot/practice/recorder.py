"""Everything the bot said and everything Slack refused, in memory for tests and on request as lines of a file."""

from __future__ import annotations

import json
import threading
from collections import deque
from pathlib import Path
from typing import TextIO

from .checking import Refused
from .world import Json

KEPT = 20_000


class Recorder:
    """`calls` and `refusals` are the last 20,000 of each. A file, if any, gets one line of JSON a call."""

    def __init__(self, file: str | Path | None = None) -> None:
        self.calls: deque[Json] = deque(maxlen=KEPT)
        self.refusals: deque[Json] = deque(maxlen=KEPT)
        self._lock = threading.Lock()
        self._file: TextIO | None = Path(file).open("a", encoding="utf-8") if file else None  # noqa: SIM115

    def call(self, method: str, payload: Json) -> None:
        """One call, as it was understood; tokens are not in it."""
        with self._lock:
            self.calls.append({"method": method, "payload": payload})
            if self._file:
                self._file.write(json.dumps({"method": method, "payload": payload}, ensure_ascii=False) + "\n")
                self._file.flush()

    def refuse(self, method: str, refused: Refused) -> None:
        """Something the bot did that Slack would not accept."""
        with self._lock:
            self.refusals.append({"method": method, "error": refused.error, "messages": refused.messages})

    def close(self) -> None:
        """Nothing is written to the file after this."""
        with self._lock:
            if self._file:
                self._file.close()
                self._file = None
