"""Batch build of many editions by a pool of worker processes, which share caches between editions.

The library is read and decoded once; each process unpickles it once. There, lookups, results of
checks and rendered pages of one edition are reused for the next wherever inputs are equal. Caches
are in memory and not keyed by clinic: equal values give the same bytes.
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
from generator.archives import Archives
from generator.build import Built, build
from generator.child_process import end_with_parent
from generator.content.library import Library
from generator.content.load import Base, read_base
from generator.engine.configuration import expect_config
from generator.places import Places
from generator.problems import KNOWN, EnvironmentProblem, Problem
from generator.progress import Done, no_progress
from generator.reading import read
from generator.render.render_cache import RenderCache
from generator.report import report
from generator.site.site import Site
from generator.site.words import load_words
from generator.site_zip import SiteZip, zipped
from generator.up_to_date import Scan, scan

AHEAD = 4
"""Queued jobs for each local process, so that none is idle."""
AHEAD_OF_OTHERS = 64
"""Queued jobs for a foreign executor, whose size is unknown: more would only take memory."""
LANGUAGES = 4
"""Languages whose rendered pages a process caches at a time (LRU)."""


@dataclass(frozen=True)
class Outcome:
    """How the build of one edition ended."""

    places: Places
    built: Built | None = None
    warnings: tuple[Problem, ...] = ()
    packed: SiteZip | None = None
    """Its zip file, if it was to be packed."""
    error: BaseException | None = None
    """Why it was not built: one of `KNOWN`, a bug, or the loss of its worker."""
    as_before: str | None = None
    """Warnings of the build that made it, if it was up to date; None if it was built."""


@dataclass(frozen=True)
class _Job:
    """An edition to build, and to pack if `is_packed`; the library compressed and pickled."""

    places: Places
    today: date
    library: bytes
    is_packed: bool


@dataclass(frozen=True)
class _Result:
    """An outcome as a worker sends it, with bytes and number of files of the zip file."""

    outcome: Outcome
    content: bytes = field(default=b"", repr=False)
    files: int = 0


class _Records(Protocol):
    """Records of the inputs of the editions that are built: `up_to_date`, or Packs."""

    def warnings_of(self, places: Places, inputs: Scan) -> str | None:
        """Warnings of the build; None if it was made of other inputs."""

    def note(self, places: Places, inputs: Scan, warnings: str) -> None:
        """Record that the edition was built of these inputs, with these warnings."""


def build_many(
    editions: Sequence[Places],
    today: date,
    *,
    jobs: int | None = None,
    executor: Executor | None = None,
    ahead: int = AHEAD_OF_OTHERS,
    packs: Archives | None = None,
    done: Done = no_progress,
) -> Iterator[Outcome]:
    """Build editions of one library, `jobs` at a time, except those that are up to date.

    Yields outcomes: those that are up to date first, then the others, in the order of `editions`;
    `done` is told how many of those are ready. An error, even a killed worker process, is the
    outcome of its edition and stops no other. A repeated call builds what failed or changed.

    An `executor` (PEP 3148) runs the jobs on its workers, on any machine that can read the folders
    of the editions; it is not shut down, and at most `ahead` jobs are queued with it. With `packs`,
    each edition is written there as a zip file. Raises EnvironmentProblem if two have one name.
    """
    if packs is not None:
        _expect_names_apart(editions)
    records: _Records = up_to_date if packs is None else packs
    scans = {places: scan(places, today) for places in editions}
    changed = []
    for places, inputs in scans.items():
        warnings = None if inputs is None else records.warnings_of(places, inputs)
        if warnings is None:
            changed.append(places)
        else:
            yield Outcome(places, as_before=warnings)
    if not changed:
        return
    library = zlib.compress(pickle.dumps(read_base(changed[0].content)), 1)
    queue = [_Job(places, today, library, packs is not None) for places in changed]
    jobs = min(jobs or os.cpu_count() or 1, len(queue))
    results = _by_processes(queue, jobs) if executor is None else _by(executor, queue, ahead)
    done(0, len(queue))
    for ready, result in enumerate(results, 1):
        outcome = result.outcome
        if packs is not None and outcome.built is not None:
            packed = packs.put(outcome.places, result.content, result.files)
            outcome = replace(outcome, packed=packed)
        _note(records, scans[outcome.places], outcome)
        yield outcome
        done(ready, len(queue))


def _expect_names_apart(editions: Iterable[Places]) -> None:
    """Raise EnvironmentProblem if two editions would have the same zip file."""
    twice = [name for name, count in Counter(p.name for p in editions).items() if count > 1]
    if twice:
        raise EnvironmentProblem(
            f"Two clinics would be packed as {twice[0]}.zip. Give one of their folders another "
            "name, or pack them into different folders."
        )


def _note(records: _Records, inputs: Scan | None, outcome: Outcome) -> None:
    built = outcome.built
    if inputs is not None and built is not None and not built.missing:
        warnings = report(outcome.warnings), built.engine_difference
        records.note(outcome.places, inputs, "\n".join(filter(None, warnings)))


def _by_processes(queue: Sequence[_Job], jobs: int) -> Iterator[_Result]:
    """Results from a local process pool, in order.

    If a worker is killed, go on with one alone: if that is killed, its job is known for the cause.
    """
    left = deque(queue)
    while left:
        # Spawned: a forked process would have this one's threads and locks.
        pool = ProcessPoolExecutor(
            min(jobs, len(left)), mp_context=get_context("spawn"), initializer=end_with_parent
        )
        try:
            with pool:
                for future in _submitted(pool, tuple(left), AHEAD * jobs):
                    result = _awaited(left[0], future)
                    if isinstance(result.outcome.error, BrokenExecutor):
                        raise result.outcome.error
                    left.popleft()
                    yield result
        except BrokenExecutor as error:
            if jobs == 1:
                yield _Result(Outcome(left.popleft().places, error=error))
            jobs = 1


def _by(executor: Executor, queue: Sequence[_Job], ahead: int) -> Iterator[_Result]:
    for job, future in zip(queue, _submitted(executor, queue, ahead), strict=True):
        yield _awaited(job, future)


def _awaited(job: _Job, future: Future[_Result]) -> _Result:
    """Wait for a result; an exception of the worker, or its loss, becomes an outcome."""
    try:
        error = future.exception()
    except CancelledError as cancelled:
        error = cancelled
    return future.result() if error is None else _Result(Outcome(job.places, error=error))


def _submitted(executor: Executor, queue: Sequence[_Job], ahead: int) -> Iterator[Future[_Result]]:
    """The future of each job, in order; backpressure keeps at most `ahead` submitted."""
    futures: deque[Future[_Result]] = deque()
    for job in queue:
        if len(futures) == ahead:
            yield futures.popleft()
        futures.append(executor.submit(_run, job))
    yield from futures


_ONE_AT_A_TIME = Lock()
"""For executors with threads: the caches of this process are for one build at a time."""


def _run(job: _Job) -> _Result:
    """Build an edition in this process, with the caches of earlier jobs."""
    places = job.places
    try:
        with _ONE_AT_A_TIME:
            expect_config(places.base_config)
            library, problems = read(places, job.today, base=_unpacked(job.library))
            problems.raise_if_errors()
            render_cache = _render_cache(places.edition.locale)
            built = build(places, Site.of(library), lambda _: None, render_cache=render_cache)
            outcome = Outcome(places, built, problems.sorted)
            return _packed(outcome, library) if job.is_packed else _Result(outcome)
    except KNOWN as error:
        return _Result(Outcome(places, error=error))


def _packed(outcome: Outcome, library: Library) -> _Result:
    """The outcome with the zip file of its site in memory, about 17 MB, to be sent back."""
    assert outcome.built is not None
    assert library.clinic is not None, "a library without errors has a clinic"
    content, files = zipped(
        outcome.built.site, name=outcome.places.name, address=library.clinic.base_url,
        day=library.today, words=load_words(library.edition.locale),
    )  # fmt: skip
    return _Result(outcome, content, files)


@lru_cache(maxsize=1)
def _unpacked(library: bytes) -> Base:
    """The library shared by all editions of this process: identical objects, so caches hit."""
    base: Base = pickle.loads(zlib.decompress(library))
    return base


@lru_cache(maxsize=LANGUAGES)
def _render_cache(language: str) -> RenderCache:
    """The render cache of this process for a language, shared by the editions of all clinics."""
    return RenderCache()
