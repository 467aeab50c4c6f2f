"""What a check is: a rule with an id that names the good state, and a function that looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.content.library import Library
from generator.problems import Problems


@dataclass(frozen=True)
class Rule:
    """One thing that must be true of the content.

    `check` adds a problem for every place where it is not; a rule's problems carry its id.
    """

    id: str
    promise: str
    """What is true when the rule is kept: one sentence, shown to authors."""
    check: Callable[[Library, Problems], None]
