"""What every page of the real site has, and what none has."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from urllib.parse import urljoin
from zipfile import ZipFile

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.site.urls import source_path
from generator.text.page_markdown import PageMarkdown

pytestmark = pytest.mark.site

ADDRESS = "https://example.org/writing/"


@pytest.fixture
def pages(pages):
    """Every page that people open by itself; cards have tests of their own."""
    return {path: page for path, page in pages.items() if not path.startswith("embed/")}


def test_pages_are_those_planned_and_those_written_by_hand(pages, planned, real):
    """The site has a page for all that was planned or written by hand, and no other."""
    written = {
        f"{file.relative_to(real.places.docs).as_posix().removesuffix('.md')}.html"
        for file in real.places.docs.rglob("*.md")
    }
    assert set(pages) == written | {"404.html"}
    assert set(planned) <= written


def test_one_heading_at_the_top(pages):
    """Each page has exactly one h1, and it says something."""
    for path, page in pages.items():
        headings = [node.text().strip() for node in page.css("h1")]
        assert len(headings) == 1, path
        assert headings[0], path


def test_places_are_known_before_a_page_is_built(pages, planned, real):
    """What a link can lead to on a page of each kind is read from its Markdown, none left out."""
    kinds = {page.template: path for path, page in planned.items()}
    asked = 0
    for path in kinds.values():
        text = (real.places.docs / source_path(path)).read_text("utf-8")
        known = PageMarkdown(text).anchors
        there = {node.attributes["id"] for node in pages[path].css("article [id]")}
        assert known is None or there <= known, path
        asked += known is not None
    assert asked > len(kinds) * 0.8


def test_headings_skip_no_level(pages):
    """Headings go down one level at a time, as a screen reader's list of them shows."""
    for path, page in pages.items():
        levels = [int(node.tag[1]) for node in page.css("article :is(h1, h2, h3, h4, h5, h6)")]
        jumps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
        assert not jumps, path


def test_drawings_have_a_size(pages):
    """Each drawing in a page says how large it is, for a page that does not find its styles."""
    for path, page in pages.items():
        for drawing in page.css("svg"):
            assert {"width", "height"} <= set(drawing.attributes), path


def test_every_script_of_a_page_is_there(pages, real):
    """What a page names in data-script is a file of the site."""
    named = {
        name
        for page in pages.values()
        for node in page.css("[data-script]")
        for name in node.attributes["data-script"].split()
    }
    assert "writing" in named
    there = {file.stem for file in (real.places.site / "assets/pages").glob("*.js")}
    assert named <= there


def test_cards_and_pages_tell_the_same_time(pages):
    """How long a prompt takes is said on its cards in the words of its page."""
    said = {
        path: page.css_first(".ws-prompt__meta > span").text().strip()
        for path, page in pages.items()
        if path.startswith("prompts/") and page.css_first(".ws-prompt")
    }
    compared = 0
    for path, page in pages.items():
        for card in page.css(".ws-card:has(.ws-card__meta)"):
            href = card.css_first("a").attributes["href"]
            of = urljoin(f"https://here/{path}", href).removeprefix("https://here/")
            if of in said:
                meta = card.css_first(".ws-card__meta").text()
                assert meta.startswith(f"{said[of]} ·"), (path, of)
                compared += 1
    assert compared > 100


def test_titles_differ(pages):
    """No two pages have the same title, in a tab or in a list of search results."""
    titles = Counter(page.css_first("title").text().strip() for page in pages.values())
    assert not [title for title, count in titles.items() if count > 1 or not title]


def test_descriptions_are_there_and_differ(pages):
    """Each page describes itself to search engines in its own words."""
    found = {
        path: (page.css_first("meta[name=description]") or page.css_first("title")).attributes.get(
            "content"
        )
        for path, page in pages.items()
        if path != "404.html"
    }
    assert not [path for path, text in found.items() if not text or len(text) < 20]
    assert not [text for text, count in Counter(found.values()).items() if count > 1]


def test_canonical_address(pages, planned):
    """Each page names the one address under which search engines should know what it shows."""
    for path, page in pages.items():
        if path != "404.html":
            link = page.css_first("link[rel=canonical]")
            assert link is not None, path
            leads_to = planned[path].leads_to if path in planned else ""
            expected = ADDRESS if path == "index.html" else f"{ADDRESS}{leads_to or path}"
            found = link.attributes["href"]
            assert found == expected or (found == f"{ADDRESS}{path}" and not leads_to), path


def test_way_to_a_person(pages):
    """The top of each page leads to the crisis page."""
    for path, page in pages.items():
        links = [node.attributes["href"] for node in page.css(".ws-top .ws-need")]
        assert len(links) == 1, path
        assert links[0].endswith("crisis.html"), path


def test_words_to_send_are_not_translated(pages, library, real):
    """A browser that translates the page leaves "Text HOME to 741741" its HOME."""
    keywords = {c.keyword for r in library.resources.values() for c in r.contacts if c.keyword}
    asked = 0
    for path, page in pages.items():
        for link in page.css("article a[href^='sms:'][href*='body=']"):
            kept = {node.text() for node in link.css("[translate=no]")}
            assert kept & keywords, (path, link.html)
            asked += 1
    assert asked > 100
    card = LexborHTMLParser((real.places.site / "embed/crisis.html").read_text("utf-8"))
    assert {node.text() for node in card.css("a[href*='body='] [translate=no]")} & keywords


def test_words_run_as_they_are_read(pages):
    """Whoever types Arabic or Hebrew sees it from right to left, in every field for words."""
    for path, page in pages.items():
        templates = [LexborHTMLParser(node.inner_html or "") for node in page.css("template")]
        for part in (page, *templates):
            for field in part.css("textarea:not([readonly]), input[type=text], input[type=search]"):
                assert field.attributes.get("dir") == "auto", (path, field.html)


def test_language_is_said(pages):
    """Each page says that it is in English."""
    for path, page in pages.items():
        assert page.css_first("html").attributes.get("lang") == "en", path


def test_no_template_is_left_over(site):
    """No page shows the braces or filters of a template, or an empty value of the program."""
    for file in site.rglob("*.html"):
        body = file.read_text("utf-8").partition("<article")[2].partition("</article>")[0]
        body = re.sub(r"<pre>.*?</pre>", "", body, flags=re.DOTALL)  # examples of YAML
        left = re.search(r"\{[{%#]|[%}]\}|\| md\b|>None<|Undefined|-exclude \}", body)
        assert left is None, (file.name, left)


def test_list_of_sections_is_complete(pages, planned):
    """On a phone a guide lists all of its sections, in their order, under their own names.

    So does a page written by hand that has many, before the first of them.
    """
    guides = [pages[url] for url, page in planned.items() if page.template == "technique"]
    assert len(guides) >= 20
    long = [page for url, page in pages.items()
            if url not in planned and len(page.css("article h2")) > 7]  # fmt: skip
    assert len(long) >= 4
    for page in long:
        assert page.css_first("article .ws-toc ~ h2").html == page.css_first("article h2").html
    for page in guides + long:
        headings = page.css("article h2")
        sections = [(f"#{h.attributes.get('id')}", h.text().strip()) for h in headings]
        listed = [(a.attributes["href"], a.text().strip()) for a in page.css(".ws-toc a")]
        assert listed == sections


def test_what_to_press_stands_in_sight(pages, real):
    """Whoever dials a number and has to press another then is told so beside it, not only by a
    screen reader."""
    to_press = {
        contact.menu
        for resource in real.library().resources.values()
        for contact in resource.contacts
        if contact.menu and contact.menu.startswith("Then")
    }
    assert to_press
    told = 0
    for path, page in pages.items():
        hidden = [node.text() for node in page.css("a .visually-hidden")]
        for menu in to_press:
            heard = sum(menu in text for text in hidden)
            seen = page.body.text().count(menu) - heard
            assert seen >= heard, path
            told += heard
    assert told


def test_a_file_of_sheets_says_for_which_paper_it_is(pages, real):
    """In the words of its link and in the name under which it is saved; it holds no other paper."""
    links = [a for tree in pages.values() for a in tree.css("a[download]")]
    bundles = [a for a in links if a.attributes["href"].endswith(".zip")]
    assert len(bundles) > 2
    for link in bundles:
        assert "for US Letter" in link.text()
        assert link.attributes["download"].endswith("-letter.zip")
        file = real.places.site / "worksheets" / link.attributes["href"]
        assert all(".letter" in name for name in ZipFile(file).namelist())
    names = {link.attributes["href"]: link.attributes["download"] for link in bundles}
    assert len(set(names.values())) == len(names)
