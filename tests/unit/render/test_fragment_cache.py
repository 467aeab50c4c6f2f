"""A piece of a template that is kept is what it would have been on each page."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from jinja2 import DictLoader, Environment
from markupsafe import Markup

from generator.pages.planners import plan_site
from generator.render.environment import Renderer
from generator.render.fragment_cache import FragmentCache
from generator.site.site import Site

PIECE = "{% cache mood, minutes %}{{ mood }} {{ minutes }} {{ page.url }}{% endcache %}"


@dataclass(frozen=True)
class On:
    """A page, as far as a piece may know it."""

    url: str


def environment_of(template: str) -> Environment:
    """An environment with the one template."""
    loader = DictLoader({"one": template})
    return Environment(loader=loader, extensions=[FragmentCache], autoescape=True)


def shown(environment: Environment, url: str, **values: object) -> str:
    """The piece on a page."""
    return environment.get_template("one").render(page=On(url), **values)


def test_kept_for_the_same_values_and_folder() -> None:
    """Rendered for the first page of a folder that has these values, and not for the next one."""
    environment = Environment(
        loader=DictLoader({"one": PIECE}), extensions=[FragmentCache], autoescape=True
    )
    first = shown(environment, "prompts/a.html", mood="<sad>", minutes=5)
    assert first == "&lt;sad&gt; 5 prompts/a.html"
    assert shown(environment, "prompts/b.html", mood="<sad>", minutes=5) == first
    for other in (
        {"url": "a.html", "mood": "<sad>", "minutes": 5},
        {"url": "prompts/b.html", "mood": "glad", "minutes": 5},
        {"url": "prompts/b.html", "mood": "<sad>", "minutes": 6},
    ):
        assert shown(environment, **other).endswith(other["url"])


def test_two_pieces_are_told_apart() -> None:
    """By where they stand, in one template and in two."""
    twice = "{% cache page.url %}one{% endcache %}\n{% cache page.url %}two{% endcache %}"
    environment = Environment(
        loader=DictLoader({"one": twice}), extensions=[FragmentCache], autoescape=True
    )
    assert shown(environment, "a.html") == "one\ntwo"


def test_pieces_in_one_line_and_values_of_other_types_are_told_apart() -> None:
    """1 and true are equal and not shown alike, nor are a text and one that is HTML."""
    line = "{% cache a %}A{{ a }}{% endcache %}{% cache a %}B{{ a }}{% endcache %}"
    environment = Environment(
        loader=DictLoader({"one": line}), extensions=[FragmentCache], autoescape=True
    )
    assert shown(environment, "a.html", a=1) == "A1B1"
    assert shown(environment, "a.html", a=True) == "ATrueBTrue"
    assert shown(environment, "a.html", a=Markup("<b>")) == "A<b>B<b>"
    assert shown(environment, "a.html", a="<b>") == "A&lt;b&gt;B&lt;b&gt;"


@pytest.mark.site
def test_nothing_else_is_in_a_piece(library, monkeypatch) -> None:
    """Every page of the library is the same where each piece is rendered for it alone."""
    site = Site.of(library)
    pages = tuple(plan_site(site))
    usual = Renderer.of(site)
    kept = [usual.render(page) for page in pages]
    monkeypatch.setattr(
        FragmentCache, "_fragment", lambda self, context, place, values, caller: caller()
    )
    alone = Renderer.of(site)
    assert [page for page in pages if alone.render(page) not in kept] == []
