"""A child process that does not outlive the one which started it."""

from __future__ import annotations

import ctypes
import signal
import sys

_PARENT_DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


def end_with_parent() -> None:
    """Have the system kill this process when its parent ends, even if that is killed itself.

    Without it a worker waits for its parent for ever, and whoever reads the parent's output waits
    for the worker, which holds it open. Only Linux offers this; elsewhere nothing happens.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
