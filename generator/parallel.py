"""Fork-join parallel map over the processor's cores (POSIX fork).

A forked process shares the parent's memory (copy-on-write), so only results are sent. Only Linux
forks safely, and only a process without other threads; elsewhere, in a process that is itself a
worker, and for too few items, everything runs in this process.
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
"""Function of a share of the items; reports how many of them are done."""

WORTH_IT = 100
"""Least number of items per process, below which forking costs more than it saves."""
AT_MOST = 4
"""Processes: each copies the memory that it writes to; ten thousand prompts are half a gigabyte."""

FORKS = sys.platform == "linux"


def fork_map(
    work: Work[Item, Result],
    items: Sequence[Item],
    *,
    done: Done = no_progress,
    cores: int | None = None,
) -> list[Result]:
    """The results of `work`, one for each share; shares partition the items, order kept in each.

    Results are pickled. A share whose process fails, is killed or cannot be started is done in this
    process, which raises whatever is wrong. `done` gets an estimate for all items: progress of this
    process, scaled up.
    """

    def scaled(ready: int, of: int) -> None:
        done(ready * len(items) // of, len(items))

    usable = _cores() if cores is None else cores
    count = max(1, min(usable, AT_MOST, len(items) // WORTH_IT)) if FORKS else 1
    own, *others = (items[first::count] for first in range(count))
    children = [(share, _Child.of(work, share)) for share in others]
    try:
        results = [work(own, scaled)]
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
    """A forked process that does a share, and the receiving end of its pipe."""

    process: BaseProcess
    receiver: Connection

    @classmethod
    def of(cls, work: Work[Item, Result], share: Sequence[Item]) -> _Child[Result] | None:
        """Fork a process; None if the system allows no more processes or pipes."""
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
        """Wait for the result, as a 1-tuple to tell a result of None from a lost process (None)."""
        try:
            return (self.receiver.recv(),)
        except (EOFError, OSError):
            return None

    def end(self) -> None:
        """Kill the process if it has not ended, and reap it."""
        self.receiver.close()
        self.process.kill()
        self.process.join()


def _do(work: Work[Item, Result], share: Sequence[Item], sender: Connection) -> None:
    # Signals can reach the whole process group; the parent reacts to them and kills its children.
    for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(one, signal.SIG_IGN)
    end_with_parent()
    try:
        sender.send(work(share, no_progress))
    except Exception:  # the parent repeats the work and raises what is wrong, or has ended
        return


def _cores() -> int:
    """CPUs that this process may use; 1 where forking is unsafe, or in a worker process."""
    if threading.active_count() > 1 or parent_process() is not None:
        return 1
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
