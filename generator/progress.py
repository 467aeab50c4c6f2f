"""Progress messages with an estimated time remaining."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from generator.report import Say

Done = Callable[[int, int], None]
"""Progress callback: number of items done, and number in all."""
SAID_EVERY = 0.5
"""Least interval of two messages in seconds (throttling)."""
TRUSTED_AFTER = 2.0
"""Seconds of work before a remaining time is estimated."""


def no_progress(ready: int, of: int) -> None:
    """Progress callback that does nothing."""


def counted(say: Say, what: str, *, clock: Callable[[], float] = time.monotonic) -> Done:
    """A throttled progress callback: says how much of `what` is done, and an estimate of the rest.

    `clock` gives seconds. The estimate is linear in the items done.
    """
    now = clock()
    return _Counted(say, what, clock, started=now, said=now).done


@dataclass
class _Counted:
    """State of a callback; `started` and `said`, the last message, are times of `clock`."""

    say: Say
    what: str
    clock: Callable[[], float]
    started: float
    said: float

    def done(self, ready: int, of: int) -> None:
        """Say the count if the interval has passed or all is done."""
        now = self.clock()
        if now - self.said < SAID_EVERY and ready < of:
            return
        self.said = now
        passed = now - self.started
        is_told = passed >= TRUSTED_AFTER and 0 < ready < of
        rest = f", {_about(passed / ready * (of - ready))} left" if is_told else ""
        self.say(f"{self.what}: {ready} of {of}{rest}.")


def _about(seconds: float) -> str:
    if seconds < 60:
        count = max(1, round(seconds))
        return f"about {count} second{'s' * (count > 1)}"
    count = round(seconds / 60)
    return f"about {count} minute{'s' * (count > 1)}"
