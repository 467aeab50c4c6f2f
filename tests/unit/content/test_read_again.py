"""A process that reads again gets the very same values for what did not change."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.reading import read
from tests.projects import TODAY, Project

SMALL = Path(__file__).parents[2] / "content"
GUIDE = ("technique", "lists")


@pytest.fixture
def project(make_project) -> Project:
    """The small library, to be changed."""
    made: Project = make_project(SMALL)
    return made


def _reword(project: Project, old: str, new: str, path: str = "techniques/lists.yaml") -> None:
    file = project.places.content / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_what_did_not_change_is_the_same_value(project) -> None:
    """Entries, records and passages, so that nothing is worked out from them twice."""
    one, _ = read(project.places, TODAY)
    _reword(project, "title:", "title: New,")
    other, _ = read(project.places, TODAY)
    assert other.techniques["lists"].title.startswith("New,")
    for key, entry in one.entries.items():
        assert (other.entries[key] is entry) == (key != GUIDE), key
    for kind in ("worksheets", "packets", "resources", "studies", "prompt_sets"):
        for name, record in getattr(one, kind).items():
            assert getattr(other, kind)[name] is record
    said = {id(passage) for passage in one.passages if passage.owner != GUIDE}
    assert said == {id(passage) for passage in other.passages if passage.owner != GUIDE}


def test_a_prompt_is_the_same_value_with_all_that_it_inherits(project) -> None:
    """Unless its set or its technique changed."""
    one, _ = read(project.places, TODAY)
    _reword(project, "title:", "title: New,", "packets/first-week.yaml")
    other, _ = read(project.places, TODAY)
    assert one.prompts
    assert all(other.prompts[name] is prompt for name, prompt in one.prompts.items())
    _reword(project, "title:", "title: New,")
    last, _ = read(project.places, TODAY)
    assert not any(last.prompts[name] is prompt for name, prompt in one.prompts.items())


def test_mistakes_are_told_each_time(project) -> None:
    """Also those of a file that was read before; and none once it is mended."""
    before = read(project.places, TODAY)[1].sorted
    _reword(project, "title:", "titel:")
    told = [read(project.places, TODAY)[1].sorted for _ in range(2)]
    assert set(told[0]) - set(before)
    assert told[0] == told[1]
    _reword(project, "titel:", "title:")
    assert read(project.places, TODAY)[1].sorted == before


def test_nobody_changes_what_is_kept(project) -> None:
    """Checking and building leave the values of entries as they were read."""
    one, _ = read(project.places, TODAY)
    before = {key: repr(entry.values) for key, entry in one.entries.items()}
    again, _ = read(project.places, TODAY)
    assert {key: repr(entry.values) for key, entry in again.entries.items()} == before


def test_versions_of_an_entry_do_not_collide(project) -> None:
    """One that is saved again and again is still found at once in caches by value."""
    page = next(project.places.content.glob("pages/*.md"))
    seen = []
    for word in ("one", "two", "three"):
        _reword(project, "title:", f"title: {word}")
        _reword(project, "Written", f"Written {word}", f"pages/{page.name}")
        library, _ = read(project.places, TODAY)
        seen.append((hash(library.entries[GUIDE]), hash(library.pages)))
    assert all(len(set(versions)) == 3 for versions in zip(*seen, strict=True))
