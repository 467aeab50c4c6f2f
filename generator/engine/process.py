"""An engine as a process of its own: a build of it can neither change nor see this one's
environment, loggers or modules.
"""

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
    """The engine refused the pages."""

    outcome = "The pages could not be built; nothing was published."


def engine_error(messages: Iterable[str]) -> EngineError:
    """Every reason that the engine gave, at its configuration: it seldom knows a better place."""
    place = Location(CONFIG)
    return EngineError(Problem(place, "engine-takes-the-pages", message) for message in messages)


def run_engine(
    words: Iterable[str | Path],
    reasons: Callable[[str], Iterable[str]],
    *,
    environment: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Run a Python module with these words; raises EngineError with the reasons in its output.

    `reasons` raises OSError if it was the machine that refused, and not the engine.
    """
    ran = subprocess.run(
        [sys.executable, "-m", *map(str, words)], env=os.environ | environment,
        capture_output=True, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    if ran.returncode:
        output = ran.stderr + ran.stdout
        raise engine_error(tuple(reasons(output)) or (output.strip()[-2000:],))
