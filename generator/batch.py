"""Many editions side by side: each process builds one after the other, and keeps what they share.

The library is read and decoded once, and travels to each process once. There what was looked up,
found by checks or rendered for one edition is taken for the next wherever it is the same. All of it
is in memory, and none of it is asked who it was made for: equal values give the same bytes.
"""

from __future__ import annotations

import os
import pickle
import zlib
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from multiprocessing import get_context
from threading import Lock
from typing import Protocol

from generator import up_to_date
from generator.archives import Packs
from generator.build import Built, build
from generator.child_process import end_with_parent
from generator.content.library import Library
from generator.content.load import Base, read_base
from generator.engine.configuration import expect_config
from generator.places import Places
from generator.problems import KNOWN, EnvironmentProblem, Problem
from generator.progress import Done, no_progress
from generator.reading import read
from generator.render.environment import RenderCache
from generator.report import report
from generator.site.site import Site
from generator.site.words import load_words
from generator.site_zip import Packed, zipped
from generator.up_to_date import Scan, scan

AHEAD = 4
"""Editions that wait for each process of this machine, so that none is without work."""
AHEAD_OF_OTHERS = 64
"""Editions that wait for an executor of which nothing is known: more would only take memory."""
LANGUAGES = 4
"""Languages of which a process keeps the pages at a time."""


@dataclass(frozen=True)
class Outcome:
    """How the build of one edition ended."""

    places: Places
    built: Built | None = None
    warnings: tuple[Problem, ...] = ()
    packed: Packed | None = None
    """Its file, if it was to be packed."""
    error: BaseException | None = None
    """Why it was not built: one of `KNOWN`, or whatever came up where it was to be built."""
    as_before: str | None = None
    """What was said when it was made, if it stands as it was and there was nothing to do."""


@dataclass(frozen=True)
class _Order:
    """An edition to build, and to pack if that is wanted; the library as it travels."""

    places: Places
    today: date
    library: bytes
    is_packed: bool


@dataclass(frozen=True)
class _Made:
    """An outcome on its way back, with the content of its zip file and the number of its files."""

    outcome: Outcome
    content: bytes = field(default=b"", repr=False)
    files: int = 0


class _Memory(Protocol):
    """Who knows of what an edition was made that stands."""

    def warnings_of(self, places: Places, inputs: Scan) -> str | None:
        """What was said of it; None if it was made of something else."""

    def note(self, places: Places, inputs: Scan, warnings: str) -> None:
        """It stands now, made of this."""


def build_many(
    editions: Sequence[Places],
    today: date,
    *,
    jobs: int | None = None,
    executor: Executor | None = None,
    ahead: int = AHEAD_OF_OTHERS,
    packs: Packs | None = None,
    done: Done = no_progress,
) -> Iterator[Outcome]:
    """Build editions of one library, `jobs` at a time, but for those that stand as they were.

    These come first, then the others, in the order asked for; `done` hears how many of those are
    ready. What goes wrong with one is its outcome, and no reason not to build the others, be it
    that the process which builds it is killed: asked again, what failed or changed is built.

    With an `executor` (PEP 3148) its workers build, on whatever machines they are, as long as these
    can read the folders of the editions; it is left open, and no more than `ahead` editions wait
    with it. With `packs`, each edition comes back as a zip file there.
    """
    if packs is not None:
        _expect_names_apart(editions)
    memory: _Memory = up_to_date if packs is None else packs
    scans = {places: scan(places, today) for places in editions}
    changed = []
    for places, inputs in scans.items():
        said = None if inputs is None else memory.warnings_of(places, inputs)
        if said is None:
            changed.append(places)
        else:
            yield Outcome(places, as_before=said)
    if not changed:
        return
    library = zlib.compress(pickle.dumps(read_base(changed[0].content)), 1)
    orders = [_Order(places, today, library, packs is not None) for places in changed]
    jobs = min(jobs or os.cpu_count() or 1, len(orders))
    made = _by_processes(orders, jobs) if executor is None else _by(executor, orders, ahead)
    done(0, len(orders))
    for ready, one in enumerate(made, 1):
        outcome = one.outcome
        if packs is not None and outcome.built is not None:
            packed = packs.put(outcome.places, one.content, one.files)
            outcome = replace(outcome, packed=packed)
        _note(memory, scans[outcome.places], outcome)
        yield outcome
        done(ready, len(orders))


def _expect_names_apart(editions: Iterable[Places]) -> None:
    """Promise that no file would be that of two editions; raises EnvironmentProblem."""
    twice = [name for name, count in Counter(p.name for p in editions).items() if count > 1]
    if twice:
        raise EnvironmentProblem(
            f"Two clinics would be packed as {twice[0]}.zip. Give one of their folders another "
            "name, or pack them into different folders."
        )


def _note(memory: _Memory, inputs: Scan | None, outcome: Outcome) -> None:
    built = outcome.built
    if inputs is not None and built is not None and not built.missing:
        said = report(outcome.warnings), built.otherwise
        memory.note(outcome.places, inputs, "\n".join(filter(None, said)))


def _by_processes(orders: Sequence[_Order], jobs: int) -> Iterator[_Made]:
    """If a process is killed, one alone goes on; when that happens to it, it is known by what."""
    left = deque(orders)
    while left:
        # A fresh process each: one that is forked would have this one's threads and locks.
        pool = ProcessPoolExecutor(
            min(jobs, len(left)), mp_context=get_context("spawn"), initializer=end_with_parent
        )
        try:
            with pool:
                for waiting in _submitted(pool, tuple(left), AHEAD * jobs):
                    made = _ended(left[0], waiting)
                    if isinstance(made.outcome.error, BrokenExecutor):
                        raise made.outcome.error
                    left.popleft()
                    yield made
        except BrokenExecutor as error:
            if jobs == 1:
                yield _Made(Outcome(left.popleft().places, error=error))
            jobs = 1


def _by(executor: Executor, orders: Sequence[_Order], ahead: int) -> Iterator[_Made]:
    for order, waiting in zip(orders, _submitted(executor, orders, ahead), strict=True):
        yield _ended(order, waiting)


def _ended(order: _Order, waiting: Future[_Made]) -> _Made:
    """What came of it; also if its worker was lost, or the program made a mistake there."""
    try:
        error = waiting.exception()
    except CancelledError as cancelled:
        error = cancelled
    return waiting.result() if error is None else _Made(Outcome(order.places, error=error))


def _submitted(executor: Executor, orders: Sequence[_Order], ahead: int) -> Iterator[Future[_Made]]:
    """What will come of each order, in their order; no more than `ahead` wait at a time."""
    waiting: deque[Future[_Made]] = deque()
    for order in orders:
        if len(waiting) == ahead:
            yield waiting.popleft()
        waiting.append(executor.submit(_made, order))
    yield from waiting


_ONE_AT_A_TIME = Lock()
"""For executors with threads: what is kept belongs to one build at a time."""


def _made(order: _Order) -> _Made:
    """Build an edition in this process, with what it knows from others before."""
    places = order.places
    try:
        with _ONE_AT_A_TIME:
            expect_config(places.base_config)
            library, problems = read(places, order.today, base=_unpacked(order.library))
            problems.raise_if_errors()
            render_cache = _render_cache(places.edition.locale)
            built = build(places, Site.of(library), lambda _: None, render_cache=render_cache)
            outcome = Outcome(places, built, problems.sorted)
            return _packed(outcome, library) if order.is_packed else _Made(outcome)
    except KNOWN as error:
        return _Made(Outcome(places, error=error))


def _packed(outcome: Outcome, library: Library) -> _Made:
    """The outcome with the zip file of its site, which is held in memory, some 17 MB, to travel."""
    assert outcome.built is not None
    assert library.clinic is not None, "a library without errors has a clinic"
    content, files = zipped(
        outcome.built.site, name=outcome.places.name, address=library.clinic.base_url,
        day=library.today, words=load_words(library.edition.locale),
    )  # fmt: skip
    return _Made(outcome, content, files)


@lru_cache(maxsize=1)
def _unpacked(library: bytes) -> Base:
    """The library that all editions of this process stand on: the very same values for each."""
    base: Base = pickle.loads(zlib.decompress(library))
    return base


@lru_cache(maxsize=LANGUAGES)
def _render_cache(language: str) -> RenderCache:
    """The render cache of this process for a language, shared by the editions of all clinics."""
    return RenderCache()
