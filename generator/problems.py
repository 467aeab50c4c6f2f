"""Problems as values (location, rule, message, hint, severity), their collector, and exceptions.

How they are shown is the business of `report.py`.
"""

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
    """One violation of a rule, with a message for its author.

    `rule` is the id of the rule and names the good state (`term-exists`), `message` is one plain
    sentence, `hint` says what to do about it and may be empty. Ordered by location.
    """

    location: Location
    rule: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def as_warning(self) -> Problem:
        """This problem with severity WARNING."""
        return replace(self, severity=Severity.WARNING)


Hint = str | Callable[[], str]
"""What to do about a problem; a function is evaluated lazily, only if the problem is reported."""

MOST_OF_A_FILE = 50
"""Errors, and likewise warnings, that are reported for one file; the rest are only counted."""
LONGEST_SENTENCE = 3_000
"""Characters of a message or a hint; some list vocabularies."""
MORE = "problems-are-few"
"""Rule of the problem that gives the number of those not reported."""


@dataclass
class Problems:
    """Collector of problems: the one mutable value that stages add to."""

    found: list[Problem] = field(default_factory=list)
    """Reported problems: of each file the first errors and the first warnings."""
    excused: set[tuple[str, str, str]] = field(default_factory=set)
    """(kind, id, rule) of entries that break a rule and give a reason."""

    draft_at: Callable[[Location], tuple[str, str] | None] = field(default=lambda place: None)
    """(kind, id) of the draft that contains a location, or None; errors there become warnings."""
    left_out: set[tuple[str, str]] = field(default_factory=set)
    """(kind, id) of each draft with an error, of which no page is made."""

    _reported: Counter[tuple[str, Severity]] = field(default_factory=Counter)
    _unreported: Counter[tuple[str, Severity]] = field(default_factory=Counter)

    def error(
        self, location: Location, rule: str, message: str, hint: Hint = "", *, of_draft: bool = True
    ) -> None:
        """Add a problem that stops the build.

        It is a warning if it stands in a draft; without `of_draft` it is none even there, as it
        concerns what is published.
        """
        self._add(location, rule, message, hint, Severity.ERROR, of_draft=of_draft)

    def warn(self, location: Location, rule: str, message: str, hint: Hint = "") -> None:
        """Add a problem that is reported and does not stop the build."""
        self._add(location, rule, message, hint, Severity.WARNING)

    def has_room(self, path: str, severity: Severity = Severity.ERROR) -> bool:
        """Whether one more problem of this file would be reported and not only counted."""
        return self._reported[path, severity] < MOST_OF_A_FILE

    def count(self, path: str, severity: Severity = Severity.ERROR) -> None:
        """Count a problem of a file that is not reported, as there is no room for it."""
        self._unreported[path, severity] += 1

    def _add(
        self,
        location: Location,
        rule: str,
        message: str,
        hint: Hint,
        severity: Severity,
        *,
        of_draft: bool = True,
    ) -> None:
        may_be_excused = of_draft and severity is Severity.ERROR
        draft = self.draft_at(location) if may_be_excused else None
        if draft:
            self.left_out.add(draft)
            severity = Severity.WARNING
        of = location.path, severity
        if self._reported[of] >= MOST_OF_A_FILE and rule != MORE:
            self._unreported[of] += 1
            return
        self._reported[of] += rule != MORE
        text = hint if isinstance(hint, str) else hint()
        self.found.append(Problem(location, rule, _short(message), _short(text), severity))

    def excuse(self, kind: str, entry_id: str, rule: str) -> None:
        """Record that an entry breaks a rule and gives its reason."""
        self.excused.add((kind, entry_id, rule))

    def extend(self, more: Iterable[Problem]) -> None:
        """Add problems that were made elsewhere."""
        for p in more:
            self._add(p.location, p.rule, p.message, p.hint, p.severity)

    @property
    def sorted(self) -> tuple[Problem, ...]:
        """Every distinct problem, sorted by path, line and column, with the counts of the rest."""
        return tuple(sorted({*self.found, *self._numbers_of_more()}))

    def _numbers_of_more(self) -> Iterator[Problem]:
        for (path, severity), number in self._unreported.items():
            last = max(p.location for p in self.found if p.location.path == path)
            are, s = ("are", "s") if number > 1 else ("is", "")
            message = f"The file has {number:,} more {severity}{s}, which {are} not listed."
            yield Problem(last, MORE, message, "Mend these, then check again.", severity)

    @property
    def has_errors(self) -> bool:
        """Whether any reported problem is an error."""
        return any(problem.severity is Severity.ERROR for problem in self.found)

    def raise_if_errors(self) -> None:
        """Raise ContentError with all problems, warnings included, if any is an error."""
        if self.has_errors:
            raise ContentError(self.sorted)


def _short(sentence: str) -> str:
    """The sentence, without its middle if it is too long, as one that quotes a whole file."""
    if len(sentence) <= LONGEST_SENTENCE:
        return sentence
    kept = LONGEST_SENTENCE // 2
    return f"{sentence[:kept]} ... {sentence[-kept:]}"


class Refused(Exception):
    """Base of known errors: a stage fails with all its problems, sorted and distinct."""

    outcome: ClassVar[str] = ""
    """A sentence on what was not done, shown after the problems; may be empty."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(f"{p.location.path}: {p.message}" for p in self.problems))

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by the constructor's argument, as `args` holds only text."""
        return type(self), (self.problems,)


class ContentError(Refused):
    """Content has errors."""

    outcome = "nothing was built."


class OutsideProblem(Refused):
    """A problem outside of content, such as the environment; its text is one plain sentence."""

    rule: ClassVar[str]

    def __init__(self, sentence: str) -> None:
        super().__init__((Problem(Location("."), self.rule, sentence),))
        self.sentence = sentence

    def __str__(self) -> str:
        return self.sentence

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by the constructor's argument."""
        return type(self), (self.sentence,)


class EnvironmentProblem(OutsideProblem):
    """Something is missing on this machine, or an argument names what does not exist."""

    rule = "environment-is-ready"


KNOWN = (Refused, OSError)
"""Exceptions that are no bug; after any of them the last good site stays."""
