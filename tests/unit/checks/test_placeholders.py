"""What `new` wrote is shown to nobody before somebody has written what belongs there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.authoring.new_entry import starter
from generator.content.library import Library
from generator.problems import Problem

KINDS = ("prompt-set", "technique", "worksheet", "packet", "study")


@pytest.mark.parametrize("kind", KINDS)
def test_a_starter_is_published_by_nobody(
    problems_of: Callable[..., tuple[Problem, ...]], library: Library, kind: str
) -> None:
    """As a draft it is no fault; whoever takes the line away is told of each unwritten text."""
    path, text = starter(kind, "abc-def-2020", library, group="")
    told = [p for p in problems_of({path: text}) if p.rule == "text-is-written"]
    assert told == []
    lines = text.splitlines(keepends=True)
    published = "".join(line for line in lines if line.strip() != "status: draft")
    assert published != text
    told = [p for p in problems_of({path: published}) if p.rule == "text-is-written"]
    where = {p.location.line for p in told}
    written = published.splitlines()
    assert where
    # A long text begins on the line below its name.
    assert all("To be written" in " ".join(written[n - 1 : n + 1]) for n in where if n)
