"""Work divided among the processor's cores, each share in a process forked from this one.

A forked process has all that was made before, at no cost: nothing but results is sent. Only Linux
forks safely, and only a process without other threads; elsewhere, in a process that is itself one
of many, and for work that is not worth it, this process does everything.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from typing import TypeVar

from generator.progress import Done, no_progress

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Sequence[Item], Done], Result]
"""What is done with a share; tells how many of its items are ready."""

WORTH_IT = 100
"""Items for each core, below which forking costs more than it saves."""
AT_MOST = 4
"""Each process holds what it touches once more; ten thousand prompts are half a gigabyte."""

FORKS = sys.platform == "linux"


def shared_out(
    work: Work[Item, Result],
    items: Sequence[Item],
    *,
    done: Done = no_progress,
    cores: int | None = None,
) -> list[Result]:
    """The results of `work` on shares that together are the items, each share in their order.

    A share whose process fails or is killed is done once more in this one, which raises the error.
    `done` hears of all items as if the others were as far as this process.
    """

    def heard(ready: int, of: int) -> None:
        done(ready * len(items) // of, len(items))

    usable = _cores() if cores is None else cores
    count = max(1, min(usable, AT_MOST, len(items) // WORTH_IT)) if FORKS else 1
    own, *others = (items[first::count] for first in range(count))
    context = get_context("fork") if others else None
    started = []
    try:
        for share in others:
            assert context is not None
            receiver, sender = context.Pipe(duplex=False)
            process = context.Process(target=_do, args=(work, share, sender), daemon=True)
            process.start()
            sender.close()
            started.append((process, receiver, share))
        results = [work(own, heard)]
        for _, receiver, share in started:
            try:
                results.append(receiver.recv())
            except EOFError:
                results.append(work(share, no_progress))
        return results
    finally:
        for process, receiver, _ in started:
            receiver.close()
            process.kill()
            process.join()


def _do(work: Work[Item, Result], share: Sequence[Item], sender: Connection) -> None:
    # The process that waits says what went wrong; and Ctrl-C, which reaches all, ends it first.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        result = work(share, no_progress)
    except Exception:
        return
    sender.send(result)


def _cores() -> int:
    """How many may work; 1 where forking is not safe, or others of this program work beside it."""
    if threading.active_count() > 1 or parent_process() is not None:
        return 1
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
