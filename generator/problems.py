"""A problem is a value; how it is shown is the business of `report.py`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How bad a problem is: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Location:
    """A place in a file, as an editor counts it: line and column start at 1."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, said so that its author can mend it.

    `rule` names the good state (`term-exists`), `message` is one plain sentence,
    `hint` says what to do about it and may be empty.
    """

    location: Location
    rule: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR


@dataclass
class Problems:
    """Everything found so far. The one value that stages add to as they go."""

    found: list[Problem] = field(default_factory=list)
    excused: set[tuple[str, str, str]] = field(default_factory=set)
    """Kind and id of an entry, and a rule that it breaks with a reason given."""

    def error(self, location: Location, rule: str, message: str, hint: str = "") -> None:
        """Add a problem that stops the build."""
        self.found.append(Problem(location, rule, message, hint))

    def warn(self, location: Location, rule: str, message: str, hint: str = "") -> None:
        """Add a problem that the build reports and survives."""
        self.found.append(Problem(location, rule, message, hint, Severity.WARNING))

    def excuse(self, kind: str, entry_id: str, rule: str) -> None:
        """Note that a rule is broken here, and that the entry says why it may be."""
        self.excused.add((kind, entry_id, rule))

    def extend(self, more: Iterable[Problem]) -> None:
        """Add problems that were made elsewhere."""
        self.found.extend(more)

    @property
    def sorted(self) -> tuple[Problem, ...]:
        """Every distinct problem, by file, line and column."""
        return tuple(sorted(set(self.found)))

    @property
    def has_errors(self) -> bool:
        """Whether anything found stops the build."""
        return any(problem.severity is Severity.ERROR for problem in self.found)

    def raise_if_errors(self) -> None:
        """Stop here with everything found, warnings included, if any of it is an error."""
        if self.has_errors:
            raise ContentError(self.sorted)


class ContentError(Exception):
    """The content cannot be built; `problems` says every reason at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems in the content")
        self.problems = problems

    def __reduce__(self) -> tuple[type[ContentError], tuple[tuple[Problem, ...]]]:
        """To another process, whole."""
        return type(self), (self.problems,)


class EnvironmentProblem(Exception):
    """Something outside the content is missing or in the way; the text is one plain sentence."""
