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
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from generator.child_process import end_with_parent
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


def fork_map(
    work: Work[Item, Result],
    items: Sequence[Item],
    *,
    done: Done = no_progress,
    cores: int | None = None,
) -> list[Result]:
    """The results of `work` on shares that together are the items, each share in their order.

    A share whose process fails, is killed or cannot be started is done in this one, which raises
    whatever is wrong. `done` hears of all items, as if the others were as far as this process.
    """

    def heard(ready: int, of: int) -> None:
        done(ready * len(items) // of, len(items))

    usable = _cores() if cores is None else cores
    count = max(1, min(usable, AT_MOST, len(items) // WORTH_IT)) if FORKS else 1
    own, *others = (items[first::count] for first in range(count))
    children = [(share, _Child.of(work, share)) for share in others]
    try:
        results = [work(own, heard)]
        for share, child in children:
            result = child.result() if child else None
            results.append(work(share, no_progress) if result is None else result[0])
        return results
    finally:
        for _, child in children:
            if child:
                child.end()


@dataclass(frozen=True)
class _Child(Generic[Result]):
    """A process that does a share, and where its result is to be had."""

    process: BaseProcess
    receiver: Connection

    @classmethod
    def of(cls, work: Work[Item, Result], share: Sequence[Item]) -> _Child[Result] | None:
        """None where the system allows no more processes."""
        context = get_context("fork")
        try:
            receiver, sender = context.Pipe(duplex=False)
        except OSError:
            return None
        process = context.Process(target=_do, args=(work, share, sender), daemon=True)
        try:
            process.start()
        except OSError:
            receiver.close()
            return None
        finally:
            sender.close()
        return cls(process, receiver)

    def result(self) -> tuple[Result] | None:
        """The result alone in a tuple, so that none is told from no result; waits for it."""
        try:
            return (self.receiver.recv(),)
        except (EOFError, OSError):
            return None

    def end(self) -> None:
        """Kill the process if it has not ended."""
        self.receiver.close()
        self.process.kill()
        self.process.join()


def _do(work: Work[Item, Result], share: Sequence[Item], sender: Connection) -> None:
    # What ends a program can reach all of its processes; the one that waits says so and ends these.
    for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(one, signal.SIG_IGN)
    end_with_parent()
    try:
        sender.send(work(share, no_progress))
    except Exception:  # whoever waits does the same, and says what is wrong; or nobody waits
        return


def _cores() -> int:
    """How many may work; 1 where forking is not safe, or others of this program work beside it."""
    if threading.active_count() > 1 or parent_process() is not None:
        return 1
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
