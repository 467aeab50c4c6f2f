"""Child processes that end with their parent (Linux `PR_SET_PDEATHSIG`)."""

from __future__ import annotations

import ctypes
import signal
import sys

_PARENT_DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


def end_with_parent() -> None:
    """Have the kernel send SIGKILL to this process when its parent ends, even if that is killed.

    Without it an orphaned worker waits for its parent for ever, and whoever reads the parent's
    output waits for the worker, which holds the pipe open. Linux only; elsewhere a no-op.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
