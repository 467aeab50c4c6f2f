"""What is wrong with a built page is a value, like any other problem."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Violation:
    """One thing for which a site is not published.

    `page` is its posix path in the site, `rule` names the good state (`asset-is-ours`), `message`
    is one plain sentence.
    """

    page: str
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.page}: {self.message} [{self.rule}]"


class FinishError(Exception):
    """The built pages break the rules; `violations` holds all of them, sorted, each once."""

    def __init__(self, violations: Iterable[Violation]) -> None:
        self.violations = tuple(sorted(set(violations)))
        super().__init__("\n".join(map(str, self.violations)))

    def __reduce__(self) -> tuple[type[FinishError], tuple[tuple[Violation, ...]]]:
        """To another process, whole."""
        return type(self), (self.violations,)
