"""Many editions side by side: what they share is read once, and each core builds one at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context

from generator.build import Built, build
from generator.content.load import Base, read_base
from generator.engine.configuration import expect_config
from generator.places import Places
from generator.problems import KNOWN, Problem
from generator.reading import read
from generator.site.site import Site


@dataclass(frozen=True)
class Outcome:
    """How the build of one edition ended."""

    places: Places
    built: Built | None = None
    warnings: tuple[Problem, ...] = ()
    error: Exception | None = None
    """Why it was not built; one of `KNOWN`."""


def build_many(
    editions: Sequence[Places],
    today: date,
    *,
    jobs: int | None = None,
    executor: Executor | None = None,
) -> Iterator[Outcome]:
    """Build editions of one library, `jobs` at a time; the outcomes come in the order asked for.

    What goes wrong with one is its outcome, and no reason not to build the others. With an
    `executor` (PEP 3148) its workers build, on whatever machines they are, as long as these have
    the folders of the editions; it is left open.
    """
    if not editions:
        return
    base = read_base(editions[0].content)
    with _processes(jobs, len(editions)) if executor is None else nullcontext(executor) as pool:
        waiting = [pool.submit(_outcome, places, today, base) for places in editions]
        for done in waiting:
            yield done.result()


def _processes(jobs: int | None, most: int) -> Executor:
    # A fresh process each: one that is forked would have this one's threads and locks.
    context = get_context("spawn")
    return ProcessPoolExecutor(min(jobs or os.cpu_count() or 1, most), mp_context=context)


def _outcome(places: Places, today: date, base: Base) -> Outcome:
    try:
        expect_config(places.base_config)
        library, problems = read(places, today, base=base)
        problems.raise_if_errors()
        return Outcome(places, build(places, Site.of(library), lambda _: None), problems.sorted)
    except KNOWN as error:
        return Outcome(places, error=error)
