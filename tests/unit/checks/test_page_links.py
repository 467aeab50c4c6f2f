"""What pages written by hand lead to, and what they are made of, is asked before they are built."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.checks import page_links, page_markup
from generator.checks.page_links import planned_links
from generator.content.edition_id import Edition
from generator.places import Places
from generator.problems import Problem
from generator.reading import read

CONTENT = Path(__file__).parents[2] / "content"
ProblemsOf = Callable[..., tuple[Problem, ...]]

HERE = "content/pages/visit/us.md"
LEADS = """\
---
title: Visit us
---

# Visit us

[that](nowhere.md) and [there](../abuot.md), [this](us.html) and [that too](/x.html)
[a place](../about.md#the-hose) or [a place here](#sunday), [a study](../studies.md#scullin-2108)
![a door](door.png), ![a map](map.png) and ![theirs](https://example.org/a.png)
[run](javascript:alert(1)), [elsewhere](//example.org), [out](../../x.md), [a folder](../)
[a guide](../techniques/list.md), [a prompt](../prompts/not-there.md)
<a href="us.md">here</a> <img src="gone.png" alt=""> and [us](us), but [robots](../robots.txt)
[a mood](../browse/mood/anxous.md), [a way](../browse/moods/sad.md), [kind](../resources/boks.md)
[by name][Nowhere], ![seen][gone], [about], [not used] \\[nothing]

[nowhere]: not/here.md "A title"
[gone]: <gone.png>
[about]: ../about.md
[nothing]: nothing.md

Well said: [a](../about.md), [b](../about.md#the-house), [c](#how-to-come), [d](us.md),
[e](map.png "A map"), [f](https://example.org/a_(b)), [g](mailto:a@example.org), [h](../crisis.md),
[i](../techniques/lists.md#any), [j](../prompts/index.md#mood=low), [k](../resources/area-any.md),
[l](../browse/mood/sad-page-2.md), [m](../about.md#door), \\[n](nowhere.md), `[o](nowhere.md)`,
[u](../studies.md#scullin-2018), [v](../studies.md#how-we-grade-evidence),
[p](../worksheets/three-lines.md), [q](../packets/first-week.md), [r](../api/v1/prompts.json),
<a href="../about.html">s</a> <a href="us.html#how-to-come">t</a>

```
[code](nowhere.md)
```

<!-- [remark](nowhere.md) -->

## How to come
"""
ABOUT = "# About\n\n## The house\n\nA door.\n{ #door }\n"


def told(found: tuple[Problem, ...]) -> list[tuple[int, int, str, str]]:
    """Place, rule and hint of what these modules say."""
    names = {n for r in (*page_links.RULES, *page_markup.RULES) for n in (r.id, *r.also)}
    assert {p.location.path for p in found if p.rule in names} <= {HERE}
    return [(p.location.line, p.location.column, p.rule, p.hint) for p in found if p.rule in names]


def test_links_that_lead_nowhere_are_told_at_once(problems_of: ProblemsOf) -> None:
    """Each is told at its line and column, and nothing is said of what may well be there."""
    pages = {"pages/visit/us.md": LEADS, "pages/about.md": ABOUT, "pages/visit/map.png": b"png"}
    place = "Put the file among the pages."
    schemes = "Links begin with https:, mailto:, tel: or sms:, or lead to a page of this site."
    assert told(problems_of(pages)) == [
        (7, 8, "link-resolves", "Name a page that is there."),
        (7, 32, "link-resolves", 'Did you mean "../about.md"?'),
        (7, 53, "link-resolves", "Write us.md."),
        (7, 77, "link-is-relative", "Write the way from this page, such as about.md."),
        (8, 11, "anchor-exists", 'Did you mean "the-house"?'),
        (8, 51, "anchor-exists", "Lead to the page as a whole."),
        (8, 71, "anchor-exists", 'Did you mean "scullin-2018"?'),
        (9, 11, "link-resolves", place),
        (9, 54, "asset-is-ours", "Put the file beside the page, and lead to it there."),
        (10, 7, "link-scheme-is-known", schemes),
        (10, 41, "link-scheme-is-known", schemes),
        (10, 63, "link-resolves", "Write where it lies in it."),
        (10, 87, "link-resolves", "Name a page in it, or index.md."),
        (11, 11, "link-resolves", 'Did you mean "../techniques/lists.md"?'),
        (11, 46, "link-resolves", "Name a page that is there."),
        (12, 4, "link-resolves", "Write us.html."),
        (12, 31, "link-resolves", place),
        (12, 63, "link-resolves", 'Did you mean "us.md"?'),
        (13, 10, "link-resolves", 'Did you mean "../browse/mood/anxious.md"?'),
        (13, 45, "link-resolves", "Name a page that is there."),
        (13, 77, "link-resolves", 'Did you mean "../resources/book.md"?'),
        (16, 12, "link-resolves", "Name a page that is there."),
        (17, 10, "link-resolves", place),
    ]


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("../about.htm", 'Did you mean "../about.md"?'),
        ("../crisis.htm", 'Did you mean "../crisis.md"?'),
        ("../crisis.xhtml", 'Did you mean "../crisis.md"?'),
        ("../crisis.doc", 'Did you mean "../crisis.md"?'),
        ("../crisis.md.html", "Write ../crisis.md."),
        ("../techniques/lists", 'Did you mean "../techniques/lists.md"?'),
        ("../techniques/lists.htm", 'Did you mean "../techniques/lists.md"?'),
        ("../worksheets/three-lines.pdf", 'Did you mean "../worksheets/three-lines.md"?'),
        ("../browse/mood/sad", 'Did you mean "../browse/mood/sad.md"?'),
        ("../sets/first-lists", 'Did you mean "../sets/first-lists.md"?'),
        ("../api/v1/prompts", "Name a page that is there."),
    ],
)
def test_a_page_without_its_ending_is_told(
    problems_of: ProblemsOf, address: str, hint: str
) -> None:
    """What the engine would refuse later is refused at its place, with the page that is meant."""
    pages = {"pages/visit/us.md": f"# Us\n\nSee [that]({address}).\n", "pages/about.md": ABOUT}
    assert told(problems_of(pages)) == [(3, 12, "link-resolves", hint)]


def test_files_that_are_made_are_led_to(problems_of: ProblemsOf) -> None:
    """Files beside the pages are not pages without an ending."""
    page = (
        "# Us\n\n[a](../robots.txt) [b](../worksheets/files/three-lines.pdf) "
        "[c](../api/v1/feed.xml) [d](../assets/sharing.png)\n<a href='../sitemap.xml'>e</a>\n"
    )
    assert told(problems_of({"pages/visit/us.md": page})) == []


def test_a_study_that_is_not_listed_is_told_in_html_as_well(problems_of: ProblemsOf) -> None:
    """Its place on the page of studies is asked however the page is led to."""
    page = "# Us\n\n<a href='../studies.html#scullin-{}'>a study</a>\n"
    assert told(problems_of({"pages/visit/us.md": page.format(2018)})) == []
    assert told(problems_of({"pages/visit/us.md": page.format(2108)})) == [
        (3, 4, "anchor-exists", 'Did you mean "scullin-2018"?')
    ]


def test_only_places_of_made_pages_are_asked_later(tmp_path: Path) -> None:
    """Whoever leads to a place in somebody else's page has no page planned for it."""
    shutil.copytree(CONTENT, tmp_path / "content")
    page = tmp_path / "content/pages/us.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text(
        "# Us\n\n[a](https://example.org/#x), [b](#us), [c](studies.md#scullin-2018), "
        "[d](crisis.md#main), [e](crisis.md#lines)\n",
        "utf-8",
    )
    library, _ = read(Places(tmp_path, Edition()), date(2026, 6, 1))
    assert [link.address for link in planned_links(library)] == ["crisis.md#lines"]


def test_a_study_that_is_not_shown_has_no_place(problems_of: ProblemsOf) -> None:
    """What was archived is on no page, so that no link can lead there."""
    study = (CONTENT / "studies/scullin-2018.yaml").read_text("utf-8")
    page = {"pages/visit/us.md": "# Us\n\n[a study](../studies.md#scullin-2018)\n"}
    assert told(problems_of(page)) == []
    archived = {"studies/scullin-2018.yaml": f"{study}status: archived\n"}
    found = [p for p in problems_of(page | archived) if p.location.path == HERE]
    assert [(p.rule, p.location.line) for p in found] == [("named-entry-is-shown", 3)]


CLINIC = "clinics/default/clinic.yaml"
TO_HIDDEN = """\
# Visit us

[as words](../starting.md) <a href="../starting.html">as it is</a>
[by name][there], [a guide](../techniques/lists.md) <a href="../techniques/lists.html">too</a>

[there]: ../starting.md
"""


def test_links_that_cannot_become_words_are_told(problems_of: ProblemsOf) -> None:
    """What a clinic hides is led to by no HTML and no name: only links in a line are undone."""
    clinic = (CONTENT / CLINIC).read_text("utf-8")
    hide = "hide: [page:starting, technique:lists, worksheet:three-lines, packet:first-week]\n"
    files = {"pages/visit/us.md": TO_HIDDEN, "pages/starting.md": "# Starting\n"}
    assert told(problems_of(files)) == []
    found = told(problems_of({**files, CLINIC: f"{clinic}{hide}"}))
    assert [(line, column) for line, column, rule, _ in found if rule == "link-resolves"] == [
        (3, 31), (4, 56), (6, 10),
    ]  # fmt: skip


MADE_OF = """\
A title over a line
===================

<script>alert(1)</script>
<p onclick="x()" style="color: red">Words</p>
<iframe src="https://example.org"></iframe>

A paragraph.
{ style="color: red" }

# A second one

#### Deep

Well said: `<script>`, \\<iframe>, a < b, {style=x} as words, <span class="x">y</span>

    <script>code</script>

<form action="https://example.org/"></form>

<meta name=referrer content=unsafe-url> <link rel=stylesheet href=https://example.org/a.css>
<a href="https://example.org/" referrerpolicy="unsafe-url">There</a>
<a href="https://example.org/" referrerpolicy="no-referrer">There</a>
"""


def test_what_no_page_is_made_of_is_told_at_once(problems_of: ProblemsOf) -> None:
    """Scripts, styles, frames, a second title and a heading that passes over a level."""
    assert told(problems_of({"pages/visit/us.md": MADE_OF})) == [
        (4, 1, "page-embeds-nothing", "Take it out."),
        (5, 4, "handler-is-in-script", "Take it out."),
        (5, 18, "style-is-in-stylesheet", "Take it out."),
        (6, 1, "page-embeds-nothing", "Link to it instead."),
        (9, 3, "style-is-in-stylesheet", "Take it out."),
        (11, 1, "page-has-one-title", "Begin it with ##."),
        (13, 1, "headings-are-in-order", "Begin it with ##."),
        (19, 7, "form-stays-on-page", "Link to the page that has the form."),
        (21, 1, "policy-is-ours", "Take it out."),
        (21, 41, "policy-is-ours", "Take it out."),
        (22, 32, "policy-is-ours", "Take it out: the site has one for all links."),
    ]


@pytest.mark.parametrize(
    "text", ["## First\n\n### Next\n", "Words.\n", "# One\n\n## Two\n", "# One\n===\n"]
)
def test_title_may_be_that_of_the_top(problems_of: ProblemsOf, text: str) -> None:
    """A page without a heading of level 1 is given its name as one."""
    assert told(problems_of({"pages/visit/us.md": f"---\ntitle: Us\n---\n\n{text}"})) == []


def test_a_link_that_markdown_does_not_see_is_told(problems_of: ProblemsOf) -> None:
    """A space before an address, or no end of it, is told; brackets of prose and code are none."""
    page = (
        "# Us\n\n[that page] (../crisis.md), [this](../crisis.md\n\n"
        "Notes [1] (see below) and `[a] (b.md)`.\n\n```\n[a] (b.md)\n```\n"
    )
    found = [p for p in problems_of({"pages/visit/us.md": page}) if p.rule == "link-is-whole"]
    assert [(p.location.line, p.location.column) for p in found] == [(3, 14), (3, 36)]
    assert [p.hint for p in found] == [
        "Write the round bracket right after the square one: [words](address).",
        "Write ')' at its end: [words](address).",
    ]


_LINES_ABOVE = {
    "Table:\n\n| a | b |\n|:--|--:|\n| c | d |": 3,
    "## Two\n\n<h3>Three</h3>\n\n##### Five": 4,
    "<div>\n    <script src=x.js></script>\n</div>": 1,
    "<div>\n\t<a href='gone.html'>x</a>\n</div>": 1,
    "[x][s]\n\n[s]: ../sitemap.xml": 2,
}


@pytest.mark.parametrize(
    ("html", "rule"),
    [
        ("<video src=https://example.org/a.mp4></video>", "asset-is-ours"),
        ("<audio src='//example.org/a.mp3'></audio>", "asset-is-ours"),
        ("<video><track src=https://example.org/a.vtt></video>", "asset-is-ours"),
        ("<video poster=https://example.org/a.png></video>", "asset-is-ours"),
        ("<video poster='data:image/png,x'></video>", "asset-is-ours"),
        ("<img alt='' src=map.png srcset='map.png 1x, https://example.org/a.png 2x'>",
         "asset-is-ours"),
        ("<picture><source srcset=https://example.org/a.png></picture>", "asset-is-ours"),
        ("<table background=https://example.org/a.png><tr><th>x</table>", "asset-is-ours"),
        ("<input type=image src=https://example.org/a.png alt=x>", "asset-is-ours"),
        ("<svg><use href=https://example.org/a.svg#b /></svg>", "asset-is-ours"),
        ("<svg><image href=https://example.org/a.png /></svg>", "asset-is-ours"),
        ("<svg><feImage href=https://example.org/a.png /></svg>", "asset-is-ours"),
        ("<math href=https://example.org/>x</math>", "asset-is-ours"),
        ("<svg><a xlink:href=javascript:alert(1)>x</a></svg>", "link-scheme-is-known"),
        ("<a href='java&#10;script:alert(1)'>x</a>", "link-scheme-is-known"),
        ("<map name=m><area href=javascript:alert(1) alt=x></map>", "link-scheme-is-known"),
        ("<video src=gone.mp4></video>", "link-resolves"),
        ("<a href=us.html ping=https://example.org/>x</a>", "page-embeds-nothing"),
        ("<button formaction=https://example.org/>x</button>", "form-stays-on-page"),
        ("<meta http-equiv=refresh content='0; url=https://example.org/'>", "policy-is-ours"),
        ("<link rel=stylesheet href=https://example.org/a.css>", "policy-is-ours"),
        ("<link rel=preconnect href=https://example.org/>", "policy-is-ours"),
        ("<table><tr><td>x</td></tr></table>", "table-has-headings"),
        ("<img src=map.png>", "picture-has-words"),
        ("<img src=map.png alt=map.png>", "picture-has-words"),
        ("![map.png](map.png)", "picture-has-words"),
        ("![ Map&#46;PNG ](map.png 'A map')", "picture-has-words"),
        ("![map.png][m] and ![n.gif]\n\n[m]: map.png", "picture-has-words"),
        ("<h1>Again</h1>", "page-has-one-title"),
        ("<h3>Deep</h3>", "headings-are-in-order"),
        ("See <h3>deep</h3>", "headings-are-in-order"),
        ("## Two\n\n<h3>Three</h3>\n\n##### Five", "headings-are-in-order"),
        ("<div>\n    <script src=x.js></script>\n</div>", "page-embeds-nothing"),
        ("<div>\n\t<a href='gone.html'>x</a>\n</div>", "link-resolves"),
        ("[x](a map.md)", "link-resolves"),
        ("[x](<a map.md>)", "link-resolves"),
        ("[x]( a (b) map.md  'a title' )", "link-resolves"),
        ("![x](a map.png)", "link-resolves"),
        ("[x](../sitemap.xml)", "link-resolves"),
        ("[x][s]\n\n[s]: ../sitemap.xml", "link-resolves"),
        ("Table:\n\n| a | b |\n|:--|--:|\n| c | d |", "style-is-in-stylesheet"),
    ],
)  # fmt: skip
def test_what_a_build_would_refuse_is_told_in_its_line(
    problems_of: ProblemsOf, html: str, rule: str
) -> None:
    """Raw HTML that loads, reports or leads to what no page may is told before it is built."""
    page = f"# Us\n\n<p>Well said.</p>\n\n{html}\n"
    files = {"pages/visit/us.md": page, "pages/visit/map.png": b"png"}
    found = told(problems_of(files))
    at = 5 + _LINES_ABOVE.get(html, 0)
    assert [(line, name) for line, _, name, _ in found] == [(at, rule)]


def test_html_that_loads_its_own_is_left_alone(problems_of: ProblemsOf) -> None:
    """Pictures of the page in every size, a drawing, data, a quoted page, a table with heads."""
    page = """# Us

<img src="map.png" srcset="map.png 1x, ../visit/map.png 2x" alt=""> <img src="data:," alt="">
<svg><use href="#line" /><path id="line" d="M0 0h1" /></svg>
<table><tr><th>a</th></tr><tr><td>b</td></tr></table> <q cite="https://example.org/">x</q>

<h2>By train</h2>

### From the north

<div markdown>

    <script>code</script>

</div>

![map.png] as words, `<h1>`, [our map](our map.png "A map"), [it](<our map.png>)
"""
    pictures = {"pages/visit/map.png": b"png", "pages/visit/our map.png": b"png"}
    assert told(problems_of({"pages/visit/us.md": page, **pictures})) == []


@pytest.mark.parametrize(
    "link",
    [
        "![A map](../assets/map.png)",
        "[the plan](../assets/plan.pdf)",
        '[x](gone.md "t\\" x")',
        '<img src="../assets/images/map.png" alt="">',
    ],
)
def test_a_file_that_is_not_there_is_told(problems_of: ProblemsOf, link: str) -> None:
    """Also in the folder that pictures of the program share, and behind an odd title."""
    found = told(problems_of({"pages/visit/us.md": f"# Us\n\n{link}\n"}))
    assert [(line, rule) for line, _, rule, _ in found] == [(3, "link-resolves")]
    there = {"pages/assets/map.png": b"png", "pages/assets/plan.pdf": b"pdf"}
    there |= {"pages/visit/gone.md": "# Here\n", "pages/assets/images/map.png": b"png"}
    assert told(problems_of({"pages/visit/us.md": f"# Us\n\n{link}\n", **there})) == []


@pytest.mark.parametrize(
    "text", ["## {#come}", "##", "## ##", "## **", "Words.\n\n##   {: .wide }"]
)
def test_a_heading_has_words(problems_of: ProblemsOf, text: str) -> None:
    """One without any is a stop on the way of whoever goes from heading to heading."""
    rules = [
        rule for _, _, rule, _ in told(problems_of({"pages/visit/us.md": f"# Us\n\n{text}\n"}))
    ]
    assert rules == ["heading-has-words"]


@pytest.mark.parametrize("name", ["privacy", "when-it-gets-worse"])
def test_pages_that_every_page_leads_to_are_there(problems_of: ProblemsOf, name: str) -> None:
    """What a build would refuse once for each page of the site is told once."""
    file = f"pages/{name}.md"
    found = [(p.location.path, p.rule) for p in problems_of({file: None})]
    assert found == [(f"content/{file}", "needed-page-is-there")]


@pytest.mark.parametrize("name", ["About.md", "CRISIS.md"])
def test_pages_differ_in_more_than_capitals(problems_of: ProblemsOf, name: str) -> None:
    """Two systems of three take both for one file, in the library or among pages that are made."""
    found = problems_of({"pages/about.md": "# About\n", f"pages/{name}": "# Ours\n"})
    places = {(p.location.path, p.rule) for p in found}
    assert (f"content/pages/{name}", "name-differs-in-more-than-capitals") in places
