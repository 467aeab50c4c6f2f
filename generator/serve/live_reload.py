"""Live reload: the state of site and build, published to open pages as server-sent events."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class StateSnapshot:
    """A snapshot of the state; `site` is the version of the site, counted from the start."""

    site: int = 0
    is_building: bool = False
    mistakes: str = ""
    """Every problem with file, line and column, as the terminal shows it; empty for none."""
    as_before: tuple[str, ...] = ()
    """Pages of this version that were shown before with the same bytes: they need no reload."""

    def as_event(self, page: str) -> bytes:
        """One server-sent event for a page, JSON in its data field (WHATWG HTML, 9.2)."""
        state = vars(self) | {"as_before": page in self.as_before}
        return f"data: {json.dumps(state)}\n\n".encode()


@dataclass(frozen=True)
class Rebuilt:
    """The result of a build: whether the site changed, and the problems if it failed."""

    is_new: bool = False
    mistakes: str = ""
    as_before: tuple[str, ...] = ()
    """Pages of the new site whose previews had the same bytes."""


LOADING_SECONDS = 0.5
"""Timeout for open pages to load their previews before the build goes on."""


@dataclass
class ServerState:
    """State shared by the threads of the server, with a condition variable to wait for changes."""

    now: StateSnapshot = field(default_factory=StateSnapshot)
    is_over: bool = False
    previews: Mapping[str, bytes] = field(default_factory=dict)
    """HTML by path of pages of the site that is being built, served instead of the site's own."""
    _open: Counter[str] = field(default_factory=Counter)
    """Number of open event streams by page."""
    _openings: Counter[str] = field(default_factory=Counter)
    """Number of event streams opened since the start, by page."""
    _changed: threading.Condition = field(default_factory=threading.Condition)

    @contextmanager
    def opened(self, page: str) -> Iterator[None]:
        """Count the page as open and visible during the block."""
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
        """Paths of the pages that are open and visible."""
        with self._changed:
            return frozenset(page for page, times in self._open.items() if times > 0)

    def building(self) -> None:
        """Publish that a build has begun."""
        self._become(replace(self.now, is_building=True))

    def show(self, pages: Mapping[str, bytes], seconds: float = LOADING_SECONDS) -> None:
        """Publish previews: pages of the site that is being built, HTML by path.

        Blocks until each was loaded again, as a build that goes on meanwhile would slow the server
        that sends them, or until a timeout in seconds.
        """
        if not pages:
            return
        with self._changed:
            before = {page: self._openings[page] for page in pages}
        self.previews = pages
        self._become(StateSnapshot(self.now.site + 1, is_building=True))
        with self._changed:
            self._changed.wait_for(
                lambda: self.is_over or all(self._openings[p] > n for p, n in before.items()),
                seconds,
            )

    def built(self, rebuilt: Rebuilt) -> None:
        """Publish the result of a build and drop the previews."""
        shown_in_vain = bool(self.previews) and not rebuilt.is_new
        self.previews = {}
        site = self.now.site + (rebuilt.is_new or shown_in_vain)
        self._become(StateSnapshot(site, mistakes=rebuilt.mistakes, as_before=rebuilt.as_before))

    def end(self) -> None:
        """Publish the end of the server; wakes all threads that wait."""
        with self._changed:
            self.is_over = True
            self._changed.notify_all()

    def wait(self, known: StateSnapshot | None, seconds: float) -> StateSnapshot | None:
        """Wait for a state that differs from `known`; None after a timeout or at the end."""
        with self._changed:
            if self._changed.wait_for(lambda: self.is_over or self.now != known, seconds):
                return None if self.is_over else self.now
            return None

    def _become(self, now: StateSnapshot) -> None:
        with self._changed:
            self.now = now
            self._changed.notify_all()
