"""`Rule`, one lint rule: id, description for authors, check function, example."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.content.library import Library
from generator.problems import Problems


@dataclass(frozen=True)
class Example:
    """Snippets of content that keep (`good`) and break (`bad`) a rule."""

    of: str
    """Kind of the entry that the lines stand in (prompt, technique …); `place` if they are the
    path of a file, `page` if they are lines of a page written by hand, `library` if they
    describe the library as a whole."""
    good: str
    bad: str


@dataclass(frozen=True)
class Rule:
    """One invariant of the content, whose id names the good state.

    `check` adds a problem for every place where it is not. A problem carries the id of its rule,
    or one of `also` where the rule has several sides.
    """

    id: str
    promise: str
    """The invariant as one sentence, shown to authors."""
    check: Callable[[Library, Problems], None]
    also: tuple[str, ...] = ()
    """Further rule ids that `check` reports under, for distinct violations."""
    example: Example | None = None
    may_be_allowed: bool = False
    """Whether an entry may suppress it with a reason, under 'allow:'."""
    on_request: str = ""
    """Option of `writing-site check` that enables the rule; empty for rules that always run."""
