"""A clinic may hide all that has a term: what is left of the library is not asked to be whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.content.edition_id import Edition
from generator.content.layers.hide import FACETS
from generator.content.library import Library
from generator.content.load import Base, read_base
from generator.places import Places
from generator.problems import Problem
from generator.reading import read

ROOT = Path(__file__).parents[3]
ALL = "audience:person"
"""What every prompt has."""
ALSO = re.compile(r"Hide (\S+) as well")


@pytest.fixture(scope="module")
def base() -> Base:
    """The real content, read once."""
    return read_base(ROOT / "content")


def problems_with(own: Path, base: Base, today: date, hidden: list[str]) -> tuple[Problem, ...]:
    """What `check` says to a clinic like the default one that hides this."""
    clinic = (ROOT / "content/clinics/default/clinic.yaml").read_text("utf-8")
    (own / "clinic.yaml").write_text(f"{clinic}\nhide: [{', '.join(hidden)}]\n", "utf-8")
    return read(Places(ROOT, Edition(own.name), own), today, base=base)[1].sorted


def most_used(library: Library, facet: str) -> list[str]:
    """Ids of the two terms of a facet that most prompts have: without them least is left."""
    taxonomy, field = FACETS[facet]
    values = (getattr(prompt, field) for prompt in library.prompts.values())
    counts = Counter(i for one in values for i in (one if isinstance(one, tuple) else (one,)))
    ids = [term.id for term in library.taxonomies[taxonomy].terms]
    return sorted(ids, key=lambda i: -counts[i])[:2]


@pytest.mark.site
@pytest.mark.parametrize("facet", FACETS)
def test_a_term_can_be_hidden(
    tmp_path: Path, library: Library, base: Base, today: date, facet: str
) -> None:
    """Once what `check` asks for is hidden too, there is nothing to say, least of all at a file of
    the library, which a clinic cannot change."""
    own = tmp_path / "ours"
    own.mkdir()
    for term_id in most_used(library, facet):
        hidden = [f"{facet}:{term_id}"]
        found = problems_with(own, base, today, hidden)
        assert {p.location.path for p in found} <= {f"{own.as_posix()}/clinic.yaml"}, hidden
        if more := sorted({also for p in found for also in ALSO.findall(p.hint)}):
            found = problems_with(own, base, today, [*hidden, *more])
        expected = {"prompt-is-left"} if hidden == [ALL] else set()
        assert {p.rule for p in found} == expected, hidden


@pytest.mark.parametrize(
    ("of", "changes", "rule"),
    [
        ("prompts/first-lists.yaml", {}, "id-is-unique"),
        ("prompts/first-lists.yaml", {"id: five-": "id: six-", "id: what-": "id: that-"},
         "tasks-differ"),
        ("studies/scullin-2018.yaml", {}, "study-is-entered-once"),
    ],
)  # fmt: skip
def test_of_two_that_are_alike_the_clinics_is_told(
    problems_of: Callable[..., tuple[Problem, ...]], of: str, changes: dict[str, str], rule: str
) -> None:
    """Whichever comes first by its name: the clinic cannot change the library's."""
    text = (ROOT / "tests/content" / of).read_text("utf-8")
    for old, new in changes.items():
        text = text.replace(old, new)
    own = f"clinics/default/{of.split('/')[0]}/a-first-one.yaml"
    told = [p.location.path for p in problems_of({own: text}) if p.rule == rule]
    assert told
    assert set(told) == {f"content/{own}"}
