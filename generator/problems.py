"""A problem is a value; how it is shown is the business of `report.py`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, ClassVar


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

    def as_warning(self) -> Problem:
        """The same, as something that stops no build."""
        return replace(self, severity=Severity.WARNING)


Hint = str | Callable[[], str]
"""What to do about a problem; a function is asked only if the problem is going to be told."""

MOST_OF_A_FILE = 50
"""Errors, and warnings, that are told of one file; of more only the number is told."""
LONGEST_SENTENCE = 3_000
"""Characters of a message or a hint; vocabularies are listed in some."""
MORE = "problems-are-few"


@dataclass
class Problems:
    """Everything found so far. The one value that stages add to as they go."""

    found: list[Problem] = field(default_factory=list)
    """What is told: of each file the first errors and the first warnings."""
    excused: set[tuple[str, str, str]] = field(default_factory=set)
    """Kind and id of an entry, and a rule that it breaks with a reason given."""

    draft_at: Callable[[Location], tuple[str, str] | None] = field(default=lambda place: None)
    """Kind and id of the draft that a place lies in: what is wrong there stops no build."""
    left_out: set[tuple[str, str]] = field(default_factory=set)
    """Kind and id of each draft in which something is wrong, which no page is made of."""

    _told: Counter[tuple[str, Severity]] = field(default_factory=Counter)
    _untold: Counter[tuple[str, Severity]] = field(default_factory=Counter)

    def error(self, location: Location, rule: str, message: str, hint: Hint = "") -> None:
        """Add a problem that stops the build."""
        self._add(location, rule, message, hint, Severity.ERROR)

    def warn(self, location: Location, rule: str, message: str, hint: Hint = "") -> None:
        """Add a problem that the build reports and survives."""
        self._add(location, rule, message, hint, Severity.WARNING)

    def has_room(self, path: str, severity: Severity = Severity.ERROR) -> bool:
        """Whether one more problem in this file would be told and not only counted."""
        return self._told[path, severity] < MOST_OF_A_FILE

    def count(self, path: str, severity: Severity = Severity.ERROR) -> None:
        """Add to the problems of a file one that is not told, as there is no room for it."""
        self._untold[path, severity] += 1

    def _add(
        self, location: Location, rule: str, message: str, hint: Hint, severity: Severity
    ) -> None:
        draft = self.draft_at(location) if severity is Severity.ERROR else None
        if draft:
            self.left_out.add(draft)
            severity = Severity.WARNING
        of = location.path, severity
        if self._told[of] >= MOST_OF_A_FILE and rule != MORE:
            self._untold[of] += 1
            return
        self._told[of] += rule != MORE
        said = hint if isinstance(hint, str) else hint()
        self.found.append(Problem(location, rule, _short(message), _short(said), severity))

    def excuse(self, kind: str, entry_id: str, rule: str) -> None:
        """Note that a rule is broken here, and that the entry says why it may be."""
        self.excused.add((kind, entry_id, rule))

    def extend(self, more: Iterable[Problem]) -> None:
        """Add problems that were made elsewhere."""
        for p in more:
            self._add(p.location, p.rule, p.message, p.hint, p.severity)

    @property
    def sorted(self) -> tuple[Problem, ...]:
        """Every distinct problem, by file, line and column, and how many more each file has."""
        return tuple(sorted({*self.found, *self._numbers_of_more()}))

    def _numbers_of_more(self) -> Iterator[Problem]:
        for (path, severity), number in self._untold.items():
            last = max(p.location for p in self.found if p.location.path == path)
            are, s = ("are", "s") if number > 1 else ("is", "")
            message = f"The file has {number:,} more {severity}{s}, which {are} not listed."
            yield Problem(last, MORE, message, "Mend these, then check again.", severity)

    @property
    def has_errors(self) -> bool:
        """Whether anything found stops the build."""
        return any(problem.severity is Severity.ERROR for problem in self.found)

    def raise_if_errors(self) -> None:
        """Stop here with everything found, warnings included, if any of it is an error."""
        if self.has_errors:
            raise ContentError(self.sorted)


def _short(sentence: str) -> str:
    """The sentence, without the middle if somebody's whole file is quoted in it."""
    if len(sentence) <= LONGEST_SENTENCE:
        return sentence
    kept = LONGEST_SENTENCE // 2
    return f"{sentence[:kept]} ... {sentence[-kept:]}"


class Refused(Exception):
    """A stage that gives nothing on; `problems` says every reason at once, sorted, each once."""

    outcome: ClassVar[str] = ""
    """What did not come to be, for people who have read the reasons."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(f"{p.location.path}: {p.message}" for p in self.problems))

    def __reduce__(self) -> tuple[Any, ...]:
        """To another process, whole."""
        return type(self), (self.problems,)


class ContentError(Refused):
    """The content cannot be built."""

    outcome = "nothing was built."


class OutsideProblem(Refused):
    """Something outside of what people write is in the way; the text is one plain sentence."""

    rule: ClassVar[str]

    def __init__(self, sentence: str) -> None:
        super().__init__((Problem(Location("."), self.rule, sentence),))
        self.sentence = sentence

    def __str__(self) -> str:
        return self.sentence

    def __reduce__(self) -> tuple[Any, ...]:
        """To another process, whole."""
        return type(self), (self.sentence,)


class EnvironmentProblem(OutsideProblem):
    """Something is missing on this machine, or the command asks for what is not there."""

    rule = "environment-is-ready"


KNOWN = (Refused, OSError)
"""What can go wrong without a mistake in the program; the last good site stays."""
