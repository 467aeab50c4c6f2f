"""Every text that somebody wrote in words of their own is looked at by the rules of wording."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from generator.content.edition_id import Edition
from generator.content.library import Library
from generator.content.models.field_types import Line, RichText, Text, Title
from generator.content.models.kinds import KIND, KINDS
from generator.content.models.reflection import values_at
from generator.content.passages import SPOKEN, Passage, Voice
from generator.places import Places
from generator.reading import read

CONTENT = Path(__file__).parents[2] / "content"

PROSE = {Line, RichText, Text, Title}
NAMES = {
    "search_terms", "tags", "written_by", "reviewed_by", "name", "role", "credit", "licence", "by",
    "other_names", "authors", "publisher", "edition", "citation", "short", "short_name", "address",
    "place", "display", "metric", "interval", "hours", "meeting", "platforms", "families", "phones",
    "contact_link", "logo", "hide",
}  # fmt: skip
"""Names, references, times and search terms: nobody chose their words freely."""
OF_THE_BOOK = {"allow"}
"""Said to colleagues only."""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    shutil.copytree(CONTENT, tmp_path / "content")
    return read(Places(tmp_path, Edition()), date(2026, 6, 1))[0]


def prose_fields(model: type[BaseModel], above: str = "") -> Iterator[str]:
    """Paths of all fields of text for people, `*` for items of lists."""
    for name, field in model.model_fields.items():
        if name in OF_THE_BOOK:
            continue
        path = f"{above}{name}"
        for annotation, depth in parts(field.rebuild_annotation()):
            inner = path + ".*" * depth
            if isinstance(annotation, type) and issubclass(annotation, BaseModel):
                yield from prose_fields(annotation, f"{inner}.")
            elif any(annotation == kind for kind in PROSE):
                yield inner


def parts(annotation: Any, depth: int = 0) -> Iterator[tuple[Any, int]]:
    yield annotation, depth
    for part in get_args(annotation):
        deeper = depth + (getattr(annotation, "__origin__", None) is tuple)
        yield from parts(part, deeper)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_field_is_forgotten(kind: Any) -> None:
    """A new field for text is spoken by somebody, or is a name."""
    spoken = SPOKEN[kind.name]
    for path in prose_fields(kind.model):
        names = path.replace(".*", "").split(".")
        covered = any(path == p or path.startswith(f"{p}.") for p in spoken)
        assert covered or NAMES & set(names), f"{kind.name}: {path}"


@pytest.mark.parametrize("kind", sorted(SPOKEN))
def test_fields_that_speak_exist(kind: str) -> None:
    """No voice is given to a field that the model does not have."""
    for path in SPOKEN[kind]:
        first = path.split(".")[0]
        assert first in KIND[kind].model.model_fields, path


def test_passages_are_what_stands_in_the_file(library: Library) -> None:
    """Each passage of an entry in YAML says where it is, and that is its text."""
    for passage in (p for p in library.passages if p.entry.kind != "page"):
        path = tuple(str(key) if isinstance(key, str) else "*" for key in passage.keys)
        found = dict(values_at(passage.entry.values, path))
        assert found[passage.keys] == passage.text


def test_prompts_own_their_passages(library: Library) -> None:
    """A passage inside of a prompt knows which, and others belong to their entry."""
    owners = {p.owner for p in library.passages if p.entry.kind == "prompt-set"}
    assert owners == {
        ("prompt-set", "first-lists"), ("prompt", "five-sounds"), ("prompt", "what-weighs"),
    }  # fmt: skip


def test_names_of_blocks_are_no_words(library: Library) -> None:
    """Kinds and names of a sheet's fields are for the program."""
    texts = [p.text for p in library.passages if p.entry.kind == "worksheet"]
    assert "Write three things." in texts
    assert "lines" not in texts


def test_links_are_read_as_their_words(library: Library) -> None:
    """What a link leads to is no part of the sentence."""
    entry = library.entries["technique", "lists"]
    passage = Passage(entry, ("privacy",), "It’s on [a page](page:crisis).", Voice.READER)
    assert passage.plain == "It's on a page."
    assert passage.words == {"it", "s", "on", "a", "page"}
