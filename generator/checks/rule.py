"""What a check is: a rule with an id that names the good state, and a function that looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.content.library import Library
from generator.problems import Problems


@dataclass(frozen=True)
class Example:
    """How keeping and breaking a rule look in a file."""

    of: str
    """Kind of the entry that the lines stand in (prompt, technique …); `place` if they are the
    path of a file, `page` if they are lines of a page written by hand, `library` if they
    describe the library as a whole."""
    good: str
    bad: str


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
    example: Example | None = None
    may_be_allowed: bool = False
    """Whether an entry may break it with a reason, under 'allow:'."""
    on_request: str = ""
    """The option of `writing-site check` that asks for it; empty for what always holds."""
