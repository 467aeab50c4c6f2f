"""Press: every sheet in every variant, from the cache or made anew, on all cores."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from generator.child_process import end_with_parent
from generator.worksheets.print_cache import kept, key_of
from generator.worksheets.print_jobs import Job, Order, Print, Refused
from generator.worksheets.print_source import as_printed

WORTH_A_PROCESS = 12
"""Fewer prints than this are made sooner here than in processes that have to start first."""


def print_all(
    orders: Iterable[Order],
    *,
    cache: Path,
    jobs: int | None = None,
    done: Callable[[int, int], None] = lambda ready, of: None,
) -> list[Print | Refused]:
    """Each order's print, in their order; what is in the cache is not made again.

    The folder `cache` is made if it is missing. `done` hears how many of those to make are ready.
    Raises ImportError where something that prints is not installed.
    """
    orders = list(orders)
    inputs = [(as_printed(o.view, o.variant), o.pictures) for o in orders]
    keys = [key_of(text, str(pictures)) for text, pictures in inputs]
    found = _by_key(cache)
    work = [
        Job(keys[i], inputs[i][0], order, cache)
        for i, order in enumerate(orders)
        if keys[i] not in found
    ]
    refused = {}
    for ready, (key, problem) in enumerate(_run(work, jobs or os.cpu_count() or 1), 1):
        done(ready, len(work))
        if problem is not None:
            refused[key] = problem
    if work:
        found = _by_key(cache)
    return [
        refused.get(key) or _print_of(order, found[key])
        for key, order in zip(keys, orders, strict=True)
    ]


def _run(work: list[Job], jobs: int) -> Iterator[tuple[str, Refused | None]]:
    if not work:
        return
    # What sets and draws takes a third of a second to load, and 40 MB.
    from generator.worksheets.print_worker import make

    if jobs == 1 or len(work) < WORTH_A_PROCESS:
        yield from map(make, work)
        return
    # A fresh process each: the compiler has threads of its own, which a fork would break.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(
        min(jobs, len(work)), mp_context=context, initializer=end_with_parent
    ) as pool:
        yield from pool.map(make, work, chunksize=max(1, min(8, len(work) // (jobs * 4))))


def _by_key(cache: Path) -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for name, file in sorted(kept(cache).items()):
        found.setdefault(name.partition("-")[0], []).append(file)
    return {key: files for key, files in found.items() if files[-1].suffix == ".pdf" or _pdf(files)}


def _pdf(files: list[Path]) -> Path | None:
    return next((file for file in files if file.suffix == ".pdf"), None)


def _print_of(order: Order, files: list[Path]) -> Print:
    pdf = _pdf(files)
    assert pdf is not None, "a key is known only by its PDF"
    pictures = (file for file in files if file.suffix == ".png")
    return Print(
        sheet=order.view["id"],
        variant=order.variant,
        pdf=pdf,
        pages=int(pdf.stem.rpartition("-")[2]),
        size=pdf.stat().st_size,
        pictures=tuple(sorted(pictures, key=lambda file: int(file.stem.rpartition("-")[2]))),
    )
