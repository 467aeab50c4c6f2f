"""The author's reference says what the models and the checks say."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from generator.authoring.field_docs import ValueKind
from generator.checks import RULES
from generator.content.library import Library
from generator.content.models.kinds import KINDS, Kind
from generator.drawings.icons import ICONS, icon
from generator.drawings.mood_lines import mood_landscape, mood_line
from generator.drawings.scene import LANDS, scene
from generator.drawings.svg import svg
from generator.drawings.ways import way_drawing
from generator.pages.authors import FieldView, RecordView, plan_authors
from generator.pages.clarity import plan_clarity
from generator.pages.coverage import plan_coverage
from generator.pages.drawings import plan_drawings
from generator.pages.page import Page
from generator.render.environment import Renderer
from generator.site.site import Site
from generator.site.words import Words, load_words

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def words() -> Words:
    return load_words("en")


@pytest.fixture(scope="module")
def pages(library: Library, words: Words) -> dict[str, Page]:
    planned = (
        *plan_authors(Site.of(library)),
        *plan_coverage(Site.of(library)),
        *plan_clarity(Site.of(library)),
        *plan_drawings(Site.of(library)),
    )
    return {page.url: page for page in planned}


@pytest.fixture(scope="module")
def rendered(library: Library, words: Words, pages: dict[str, Page]) -> dict[str, str]:
    renderer = Renderer(words, Site.of(library).href)
    return {url: renderer.render(page)[1].decode() for url, page in pages.items()}


def records(pages: dict[str, Page], kind: str) -> dict[str, RecordView]:
    return {record.title: record for record in pages[f"authors/{kind}.html"].context["records"]}


def field(record: RecordView, name: str) -> FieldView:
    return next(view for view in record.fields if view.name == name)


def test_each_kind_has_a_page(pages: dict[str, Page]) -> None:
    """There is a page for each kind, of vocabularies, checks and coverage, and an index of them."""
    names = {kind.name for kind in KINDS} | {
        "index", "vocabularies", "checks", "coverage", "clarity", "drawings",
    }  # fmt: skip
    assert set(pages) == {f"authors/{name}.html" for name in names}


def test_readers_do_not_find_them(pages: dict[str, Page]) -> None:
    """Somebody who looks for help at night is not shown how files are written."""
    assert [page.url for page in pages.values() if page.searchable] == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.name != "taxonomy"])
def test_every_field_of_an_entry_is_listed(pages: dict[str, Page], kind: Kind) -> None:
    """The page of a kind lists each field that its author writes, and none that comes by itself."""
    listed = [view.name for view in records(pages, kind.name)["The entry itself"].fields]
    from_place = {"id", "kind"} if kind.grouped else {"id"}
    assert listed == [name for name in kind.model.model_fields if name not in from_place]


def test_blocks_are_listed_by_kind(pages: dict[str, Page]) -> None:
    """Every kind of block of a worksheet has its own fields on the page."""
    found = records(pages, "worksheet")
    kinds = {name.removeprefix("blocks: ") for name in found if name.startswith("blocks: ")}
    assert {"fields", "steps", "table", "letter", "page-break"} <= kinds


def test_special_terms_are_listed(pages: dict[str, Page]) -> None:
    """What only the terms of one vocabulary have is said under its name."""
    moods = records(pages, "taxonomy")["moods › terms"]
    assert [view.name for view in moods.fields] == ["valence", "energy", "families"]


def test_allowed_values_have_meanings(pages: dict[str, Page], library: Library) -> None:
    """A field of terms lists every term of its vocabulary with label and definition."""
    moods = field(records(pages, "prompt-set")["prompts"], "moods")
    assert moods.sort is ValueKind.TERM
    assert [choice.value for choice in moods.choices] == list(library.terms["moods"])
    assert moods.choices[0].meaning.startswith(library.terms["moods"]["anxious"].label)


@pytest.mark.parametrize(
    ("kind", "record", "name", "takes"),
    [
        ("technique", "The entry itself", "steps",
         "a list of 2 to 7. Each: plain text, at most 2000 characters"),
        ("technique", "The entry itself", "structure", "a whole number, from 1 to 4"),
        ("resource", "contacts › hours", "always", "true or false"),
        ("resource", "contacts", "languages", "a list. Each: text of a fixed form"),
    ],
)  # fmt: skip
def test_limits_are_said(
    pages: dict[str, Page], kind: str, record: str, name: str, takes: str
) -> None:
    """What a field takes is a sentence with its bounds."""
    assert field(records(pages, kind)[record], name).takes == takes


def test_every_link_between_them_arrives(rendered: dict[str, str]) -> None:
    """Each address on these pages that leads to another of them, or to a place on one, exists."""
    for url, text in rendered.items():
        for target in re.findall(r'href="([^"]+)"', text):
            path, _, anchor = target.partition("#")
            if path.startswith("../"):
                continue  # to a reader's page
            page = f"authors/{path}" if path else url
            assert page in rendered, f"{url} leads to {target}"
            if anchor:
                places = re.findall(r'(?:id="|{ #)([^" ]+)', rendered[page])
                assert anchor in places, f"{url} leads to {target}"


def test_all_rules_are_there(rendered: dict[str, str]) -> None:
    """Every rule is listed with its id, and with how it is kept and broken."""
    page = unescape(rendered["authors/checks.html"])
    for rule in RULES:
        assert f"<code>{rule.id}</code>" in page
        assert rule.example
        assert rule.example.good in page
        assert rule.example.bad in page


def test_all_terms_are_there(rendered: dict[str, str], library: Library) -> None:
    """Every term of every vocabulary is on the page of vocabularies."""
    for terms in library.terms.values():
        for term in terms:
            assert f"<code>{term}</code>" in rendered["authors/vocabularies.html"]


def test_all_drawings_are_there(rendered: dict[str, str], library: Library) -> None:
    """Every mood and technique is on the page of drawings, with its own, and so is every sign."""
    page = rendered["authors/drawings.html"]
    for mood in library.terms["moods"]:
        assert svg(mood_line(mood)) in page
        assert svg(mood_landscape(mood)) in page
    for technique in library.techniques:
        assert svg(way_drawing(technique)) in page
    for name in ICONS:
        assert f"{svg(icon(name))}<code>{name}</code>" in page
    for head in LANDS:
        assert svg(scene(head)) in page
    for part in ("paper", "button", "chip", "papers", "card", "entry", "pills", "call", "fold"):
        assert f"<code>ws-{part}</code>" in page


def test_numbers_lead_to_their_prompts(rendered: dict[str, str]) -> None:
    """Each number of the heat maps opens the page of prompts with its mood, phase and depth."""
    page = rendered["authors/coverage.html"]
    assert "../prompts/index.html#technique=lists&amp;mood=sad" in page
    assert "../prompts/index.html#mood=sad&amp;phase=growing&amp;intensity=" in page
    assert 'id="thinnest"' in page or "{ #thinnest }" in page
