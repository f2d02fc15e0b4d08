"""The tests: they mirror the source, and stories, faults, the page and measurements stand beside."""

from __future__ import annotations

import os

# as the front door sets them, before numpy is imported
for _library in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ.setdefault(_library, "1")
