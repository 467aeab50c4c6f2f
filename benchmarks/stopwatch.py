"""CPU time, wall-clock time and peak memory of this process and its children (getrusage)."""

from __future__ import annotations

import resource
from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter, process_time
from typing import Any


@dataclass
class Laps:
    """CPU and wall-clock seconds by stage."""

    cpu: dict[str, float] = field(default_factory=dict)
    clock: dict[str, float] = field(default_factory=dict)

    def timed(self, name: str, stage: Callable[..., Any]) -> Callable[..., Any]:
        """The function wrapped so that each call adds its time to `name`."""

        def run(*args: Any, **kwargs: Any) -> Any:
            cpu, clock = cpu_seconds(), perf_counter()
            try:
                return stage(*args, **kwargs)
            finally:
                self.cpu[name] = self.cpu.get(name, 0) + cpu_seconds() - cpu
                self.clock[name] = self.clock.get(name, 0) + perf_counter() - clock

        return run


def cpu_seconds() -> float:
    """CPU seconds of this process and of the children that it has waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + children.ru_utime + children.ru_stime


def peak_mb() -> tuple[float, float]:
    """Peak resident memory (MB) of this process, and of the largest of its children."""
    own, others = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_maxrss / 1024, others.ru_maxrss / 1024
