"""Time and memory, of this process and of those that it started and waited for."""

from __future__ import annotations

import resource
from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter, process_time
from typing import Any


@dataclass
class Laps:
    """Seconds that each stage took, of CPU and by the clock."""

    cpu: dict[str, float] = field(default_factory=dict)
    clock: dict[str, float] = field(default_factory=dict)

    def timed(self, name: str, stage: Callable[..., Any]) -> Callable[..., Any]:
        """The stage, with its time added to `name` at each call."""

        def run(*args: Any, **kwargs: Any) -> Any:
            cpu, clock = cpu_seconds(), perf_counter()
            try:
                return stage(*args, **kwargs)
            finally:
                self.cpu[name] = self.cpu.get(name, 0) + cpu_seconds() - cpu
                self.clock[name] = self.clock.get(name, 0) + perf_counter() - clock

        return run


def cpu_seconds() -> float:
    """Seconds of CPU that this process and those which it waited for have used."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + children.ru_utime + children.ru_stime


def peak_mb() -> tuple[float, float]:
    """The most memory that this process ever had, and the largest of its children; in MB."""
    own, others = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_maxrss / 1024, others.ru_maxrss / 1024
