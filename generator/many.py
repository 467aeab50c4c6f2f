"""Many editions side by side: each process builds one after the other, and keeps what they share.

The library is read and decoded once, and travels to each process once. There what was looked up,
found by checks or rendered for one edition is taken for the next wherever it is the same. All of it
is in memory, and none of it is asked who it was made for: equal values give the same bytes.
"""

from __future__ import annotations

import os
import pickle
import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from multiprocessing import get_context
from threading import Lock

from generator.build import Built, build
from generator.content.load import Base, read_base
from generator.engine.configuration import expect_config
from generator.places import Places
from generator.problems import KNOWN, Problem
from generator.reading import read
from generator.render.environment import Kept
from generator.site.site import Site

AHEAD = 4
"""Editions that wait for each process of this machine, so that none is without work."""
AHEAD_OF_OTHERS = 256
"""Editions that wait for an executor of which nothing is known: more would only take memory."""
LANGUAGES = 4
"""Languages of which a process keeps the pages at a time."""


@dataclass(frozen=True)
class Outcome:
    """How the build of one edition ended."""

    places: Places
    built: Built | None = None
    warnings: tuple[Problem, ...] = ()
    error: BaseException | None = None
    """Why it was not built: one of `KNOWN`, or whatever came up where it was to be built."""


@dataclass(frozen=True)
class _Order:
    """An edition to build; the library in the form in which it travels."""

    places: Places
    today: date
    library: bytes


def build_many(
    editions: Sequence[Places],
    today: date,
    *,
    jobs: int | None = None,
    executor: Executor | None = None,
) -> Iterator[Outcome]:
    """Build editions of one library, `jobs` at a time; the outcomes come in the order asked for.

    What goes wrong with one is its outcome, and no reason not to build the others, be it that the
    process which builds it is killed. With an `executor` (PEP 3148) its workers build, on whatever
    machines they are, as long as these have the folders of the editions; it is left open.
    """
    if not editions:
        return
    base = read_base(editions[0].content)
    library = zlib.compress(pickle.dumps(base), 1)
    orders = [_Order(places, today, library) for places in editions]
    if executor is None:
        yield from _by_processes(orders, min(jobs or os.cpu_count() or 1, len(orders)))
    else:
        yield from _by(executor, orders)


def _by_processes(orders: Sequence[_Order], jobs: int) -> Iterator[Outcome]:
    """If a process is killed, one alone goes on; when that happens to it, it is known by what."""
    left = deque(orders)
    while left:
        # A fresh process each: one that is forked would have this one's threads and locks.
        pool = ProcessPoolExecutor(min(jobs, len(left)), mp_context=get_context("spawn"))
        try:
            with pool:
                for waiting in _submitted(pool, tuple(left), AHEAD * jobs):
                    outcome = _ended(left[0], waiting)
                    if isinstance(outcome.error, BrokenExecutor):
                        raise outcome.error
                    left.popleft()
                    yield outcome
        except BrokenExecutor as error:
            if jobs == 1:
                yield Outcome(left.popleft().places, error=error)
            jobs = 1


def _by(executor: Executor, orders: Sequence[_Order]) -> Iterator[Outcome]:
    submitted = _submitted(executor, orders, AHEAD_OF_OTHERS)
    for order, waiting in zip(orders, submitted, strict=True):
        yield _ended(order, waiting)


def _ended(order: _Order, waiting: Future[Outcome]) -> Outcome:
    """What came of it; also if its worker was lost, or the program made a mistake there."""
    try:
        error = waiting.exception()
    except CancelledError as cancelled:
        error = cancelled
    return waiting.result() if error is None else Outcome(order.places, error=error)


def _submitted(
    executor: Executor, orders: Sequence[_Order], ahead: int
) -> Iterator[Future[Outcome]]:
    """What will come of each order, in their order; no more than `ahead` wait at a time."""
    waiting: deque[Future[Outcome]] = deque()
    for order in orders:
        if len(waiting) == ahead:
            yield waiting.popleft()
        waiting.append(executor.submit(_outcome, order))
    yield from waiting


_ONE_AT_A_TIME = Lock()
"""For executors with threads: what is kept belongs to one build at a time."""


def _outcome(order: _Order) -> Outcome:
    """Build an edition in this process, with what it knows from others before."""
    places = order.places
    try:
        with _ONE_AT_A_TIME:
            expect_config(places.base_config)
            library, problems = read(places, order.today, base=_unpacked(order.library))
            problems.raise_if_errors()
            kept = _kept(places.edition.locale)
            built = build(places, Site.of(library), lambda _: None, kept=kept)
        return Outcome(places, built, problems.sorted)
    except KNOWN as error:
        return Outcome(places, error=error)


@lru_cache(maxsize=1)
def _unpacked(library: bytes) -> Base:
    """The library that all editions of this process stand on: the very same values for each."""
    base: Base = pickle.loads(zlib.decompress(library))
    return base


@lru_cache(maxsize=LANGUAGES)
def _kept(language: str) -> Kept:
    """Pages in a language as they were last rendered in this process, for whichever clinic."""
    return Kept()
