"""Progress: how much of a long work is done and how long the rest will take, as sentences."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from generator.report import Say

Done = Callable[[int, int], None]
"""Told how many pieces of a work are ready, and of how many."""
SAID_EVERY = 0.5
"""Seconds between two sentences: nobody reads faster, and saying is work too."""
TRUSTED_AFTER = 2.0
"""Seconds of work after which its pace says when it will end."""


def no_progress(ready: int, of: int) -> None:
    """For work that nobody watches."""


def counted(say: Say, what: str, *, clock: Callable[[], float] = time.monotonic) -> Done:
    """Says now and then how much of `what` is ready, and the time left, from the pace so far."""
    now = clock()
    return _Counted(say, what, clock, started=now, said=now).done


@dataclass
class _Counted:
    """A work that began at `started`, of which something was said last at `said`."""

    say: Say
    what: str
    clock: Callable[[], float]
    started: float
    said: float

    def done(self, ready: int, of: int) -> None:
        """So many are ready."""
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
