"""What was rendered before is not rendered again, unless anything that it is made of changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.build import render_pages
from generator.pages.page import Page
from generator.pages.planners import plan_site
from generator.render import environment
from generator.render.render_cache import RenderCache
from generator.site.site import Site
from generator.worksheets.prints import NO_PRINTS

LINK = "Call [the line](resource:line)."


@pytest.fixture(scope="module")
def site(make_project):
    """A small site."""
    from tests.site.test_publishing import CONTENT

    return Site.of(make_project(CONTENT).library())


def rendered(monkeypatch, site, pages, kept):
    """The files, and the addresses of the pages that a template was asked for."""
    asked = []
    usual = environment.Renderer._rendered

    def noting(self, page):
        asked.append(page.url)
        return usual(self, page)

    monkeypatch.setattr(environment.Renderer, "_rendered", noting)
    return render_pages(site, pages, NO_PRINTS, kept), asked


def test_equal_pages_are_kept(monkeypatch, site):
    """The second time only a page that differs is rendered; the files are those of a first time."""
    kept = RenderCache()
    pages = tuple(plan_site(site, NO_PRINTS))
    first, asked = rendered(monkeypatch, site, pages, kept)
    assert len(asked) == len(pages)
    again = tuple(plan_site(site, NO_PRINTS))
    changed = (replace(again[0], title="Another title"), *again[1:])
    second, asked = rendered(monkeypatch, site, changed, kept)
    assert asked == [again[0].url]
    assert second == render_pages(site, changed, NO_PRINTS)
    assert second != first


def test_what_names_the_clinic_in_the_head_is_no_matter_of_the_text(monkeypatch, site):
    """Pages that differ in their facts for search engines alone are the same text."""
    kept = RenderCache()
    pages = tuple(plan_site(site, NO_PRINTS))
    rendered(monkeypatch, site, pages, kept)
    others = tuple(replace(page, facts={"name": "Another clinic"}) for page in pages)
    assert rendered(monkeypatch, site, others, kept)[1] == []


@pytest.mark.site
def test_other_words_or_templates_forget_all(monkeypatch, site):
    """What pages do not hold themselves, words and templates, makes every page a new one."""
    kept = RenderCache()
    pages = tuple(plan_site(site, NO_PRINTS))
    rendered(monkeypatch, site, pages, kept)
    monkeypatch.setattr(
        "generator.render.environment.template_stamps", lambda: (("crisis.md.jinja", 1),)
    )
    assert len(rendered(monkeypatch, site, pages, kept)[1]) == len(pages)
    other = replace(site, words=replace(site.words, language="en-GB"))
    assert len(rendered(monkeypatch, other, pages, kept)[1]) == len(pages)


def test_a_link_that_leads_elsewhere_is_no_longer_right(site):
    """Clinics whose pages say the same may have a listing in different places."""
    kept = RenderCache()
    page = Page("a.html", "technique", "A", "", {})

    def says(address):
        renderer = environment.Renderer(site.words, address, kept)
        rich = renderer._environment.filters["rich"]
        return renderer._memoized(
            kept.pages, "a.html", page, lambda page: rich({"page": page}, LINK)
        )

    first = says(lambda kind, entry_id: f"{kind}/{entry_id}.html")
    assert 'href="resource/line.html"' in first
    assert says(lambda kind, entry_id: f"{kind}/{entry_id}.html") is first
    assert 'href="elsewhere.html"' in says(lambda kind, entry_id: "elsewhere.html")
