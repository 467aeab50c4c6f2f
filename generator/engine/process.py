"""Running an engine as a subprocess, isolated from this one's environment, loggers and modules."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from generator.engine.configuration import CONFIG
from generator.problems import Location, Problem, Refused


class EngineError(Refused):
    """The engine failed, or warned of something."""

    outcome = "The pages could not be built; nothing was published."


def engine_error(messages: Iterable[str]) -> EngineError:
    """An error with these messages, each on one line, located at the configuration: engines seldom
    know better."""
    place = Location(CONFIG)
    lines = (" ".join(message.split()) for message in messages)
    return EngineError(Problem(place, "engine-takes-the-pages", line) for line in lines)


def run_engine(
    arguments: Iterable[str | Path],
    reasons: Callable[[str], Iterable[str]],
    *,
    environment: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Run `python -m` with these arguments; `environment` is added to this process's own.

    Raises EngineError if its exit code is not 0, with the messages that `reasons` finds in its
    output, or else the end of it. `reasons` raises OSError if the operating system refused.
    """
    completed = subprocess.run(
        [sys.executable, "-m", *map(str, arguments)], env=os.environ | environment,
        capture_output=True, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    if completed.returncode:
        output = completed.stderr + completed.stdout
        raise engine_error(tuple(reasons(output)) or (output.strip()[-2000:],))
