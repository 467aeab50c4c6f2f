"""What is wrong with a built page is a problem like any other; its place is the page."""

from __future__ import annotations

from generator.problems import Location, Problem, Refused


class FinishError(Refused):
    """The built pages break the rules."""

    outcome = "The built pages break the rules above; nothing was published."


def broken(page: str, rule: str, message: str) -> Problem:
    """A reason not to publish: the page by its path in the site, the rule that it breaks."""
    return Problem(Location(page), rule, message)
