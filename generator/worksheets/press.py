"""Print scheduler: cached or new PDF of each order, made in a process pool (spawn)."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from generator.child_process import end_with_parent
from generator.worksheets.print_cache import cached_files, key_of
from generator.worksheets.print_jobs import Job, Order, Print, Refused
from generator.worksheets.print_source import print_input

WORTH_A_PROCESS = 12
"""Least number of prints for which starting worker processes pays."""


def print_all(
    orders: Iterable[Order],
    *,
    cache: Path,
    jobs: int | None = None,
    done: Callable[[int, int], None] = lambda ready, of: None,
) -> list[Print | Refused]:
    """The print of each order, in their order; cache misses are made and written to `cache`.

    The folder is created if it is missing. `jobs` is the number of processes, all cores if None.
    `done` is the progress callback: prints made, prints to make. Raises ImportError if a
    library that prints is not installed.
    """
    orders = list(orders)
    inputs = [(print_input(o.view, o.variant), o.pictures) for o in orders]
    keys = [key_of(text, str(pictures)) for text, pictures in inputs]
    cached = _by_key(cache)
    work = [
        Job(keys[i], inputs[i][0], order, cache)
        for i, order in enumerate(orders)
        if keys[i] not in cached
    ]
    refused = {}
    for ready, (key, problem) in enumerate(_run(work, jobs or os.cpu_count() or 1), 1):
        done(ready, len(work))
        if problem is not None:
            refused[key] = problem
    if work:
        cached = _by_key(cache)
    return [
        refused.get(key) or _print_of(order, cached[key])
        for key, order in zip(keys, orders, strict=True)
    ]


def _run(work: list[Job], jobs: int) -> Iterator[tuple[str, Refused | None]]:
    if not work:
        return
    # Lazy import: compiler and PDF library take a third of a second and 40 MB.
    from generator.worksheets.print_worker import make

    if jobs == 1 or len(work) < WORTH_A_PROCESS:
        yield from map(make, work)
        return
    # Spawn, not fork: the compiler has threads of its own, which a fork would break.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(
        min(jobs, len(work)), mp_context=context, initializer=end_with_parent
    ) as pool:
        yield from pool.map(make, work, chunksize=max(1, min(8, len(work) // (jobs * 4))))


def _by_key(cache: Path) -> dict[str, list[Path]]:
    """Cached files by key, for keys with a PDF, which is written last."""
    by_key: dict[str, list[Path]] = {}
    for name, file in sorted(cached_files(cache).items()):
        by_key.setdefault(name.partition("-")[0], []).append(file)
    return {key: files for key, files in by_key.items() if _pdf(files)}


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
