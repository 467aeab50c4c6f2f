"""What a check is: a rule with an id that names the good state, and a function that looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.content.library import Library
from generator.problems import Problems


@dataclass(frozen=True)
class Rule:
    """One thing that must be true of the content.

    `check` adds a problem for every place where it is not. A problem carries the id of its rule,
    or one of `also` where the rule has several sides.
    """

    id: str
    promise: str
    """What is true when the rule is kept: one sentence, shown to authors."""
    check: Callable[[Library, Problems], None]
    also: tuple[str, ...] = ()
    """Ids of problems that say more exactly how the promise is broken."""
