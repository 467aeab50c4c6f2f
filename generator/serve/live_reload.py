"""What open pages are told: a new site stands, one is being built, or why none could be."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Now:
    """How things stand; `site` counts the sites that have stood since the start."""

    site: int = 0
    is_building: bool = False
    mistakes: str = ""
    """Every mistake with its file, line and column, as the terminal shows it."""
    as_before: tuple[str, ...] = ()
    """Pages that are in this site as they were shown already, so that none is loaded again."""

    def as_event(self, page: str) -> bytes:
        """One message of a stream of server-sent events to a page (WHATWG HTML, 9.2)."""
        told = vars(self) | {"as_before": page in self.as_before}
        return f"data: {json.dumps(told)}\n\n".encode()


@dataclass(frozen=True)
class Rebuilt:
    """How a build ended: whether another site stands than before, and what kept it from that."""

    is_new: bool = False
    mistakes: str = ""
    as_before: tuple[str, ...] = ()
    """Pages of the new site that are as they were shown before it stood."""


LOADING_SECONDS = 0.5
"""So long a page may take to load before the build goes on beside it."""


@dataclass
class Live:
    """How things stand, for threads that wait until that changes."""

    now: Now = field(default_factory=Now)
    is_over: bool = False
    previews: Mapping[str, bytes] = field(default_factory=dict)
    """Pages of the site that is being built, by path, shown instead of those that stand."""
    _open: Counter[str] = field(default_factory=Counter)
    _openings: Counter[str] = field(default_factory=Counter)
    """How often each page was opened since the start."""
    _changed: threading.Condition = field(default_factory=threading.Condition)

    @contextmanager
    def opened(self, page: str) -> Iterator[None]:
        """While somebody has this page open and in sight."""
        with self._changed:
            self._open[page] += 1
            self._openings[page] += 1
            self._changed.notify_all()
        try:
            yield
        finally:
            with self._changed:
                self._open[page] -= 1

    @property
    def open_pages(self) -> frozenset[str]:
        """Paths of pages that somebody has open and in sight."""
        with self._changed:
            return frozenset(page for page, times in self._open.items() if times > 0)

    def building(self) -> None:
        """A build has begun."""
        self._become(replace(self.now, is_building=True))

    def show(self, pages: Mapping[str, bytes], seconds: float = LOADING_SECONDS) -> None:
        """These pages of the site that is being built are there before it.

        Returns when they are loaded where they are open, for a build that goes on meanwhile takes
        the time of the server that sends them; or after so many `seconds`.
        """
        if not pages:
            return
        with self._changed:
            before = {page: self._openings[page] for page in pages}
        self.previews = pages
        self._become(Now(self.now.site + 1, is_building=True))
        with self._changed:
            self._changed.wait_for(
                lambda: self.is_over or all(self._openings[p] > n for p, n in before.items()),
                seconds,
            )

    def built(self, rebuilt: Rebuilt) -> None:
        """It has ended."""
        shown_in_vain = bool(self.previews) and not rebuilt.is_new
        self.previews = {}
        site = self.now.site + (rebuilt.is_new or shown_in_vain)
        self._become(Now(site, mistakes=rebuilt.mistakes, as_before=rebuilt.as_before))

    def end(self) -> None:
        """Nothing comes any more: let those who wait go."""
        with self._changed:
            self.is_over = True
            self._changed.notify_all()

    def wait(self, known: Now | None, seconds: float) -> Now | None:
        """How things stand as soon as that is not `known`; None after that long, or at the end."""
        with self._changed:
            if self._changed.wait_for(lambda: self.is_over or self.now != known, seconds):
                return None if self.is_over else self.now
            return None

    def _become(self, now: Now) -> None:
        with self._changed:
            self.now = now
            self._changed.notify_all()
