"""Violations found in built pages: problems whose location is the page."""

from __future__ import annotations

from generator.problems import Location, Problem, Refused


class FinishError(Refused):
    """The built pages break rules; `problems` are all of them."""

    outcome = "The built pages break the rules above; nothing was published."


def broken(page: str, rule: str, message: str) -> Problem:
    """A violation: the page by its path in the site, the id of the rule, one sentence."""
    return Problem(Location(page), rule, message)
