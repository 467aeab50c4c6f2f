"""Pages written by hand are read piece by piece, and each piece knows its line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.content.handwritten import Handwritten, passages_on, read_page
from generator.content.layers.folders import base_root
from generator.content.layers.pages import read_pages
from generator.content.passages import Voice
from generator.problems import Location, Problems, Severity

TEXT = """\
---
title: A page
description: What it is about.
voice: safety
allow: [{rule: words-are-everyday, because: The word is explained right here.}]
---

# A page

The first line
goes on here.

- one, with [a link](starting.md){ .ws-alone }
- two
  goes on

| Head | Other |
| --- | --- |
| cell | last one |

```
code is no text
```

<div>
HTML is none either
</div>

1. A step.
   It has two lines.
"""


@pytest.fixture
def page(tmp_path: Path) -> Handwritten:
    file = tmp_path / "a-page.md"
    file.write_text(TEXT, "utf-8")
    return read_page(file, "a-page.md", "docs/a-page.md", Problems())


def test_every_piece_is_a_passage(page: Handwritten) -> None:
    """Headings, paragraphs, items and cells are texts by themselves; code and HTML are none."""
    assert [passage.text for passage in passages_on(page).passages] == [
        "A page",
        "What it is about.",
        "A page",
        "The first line\ngoes on here.",
        "- one, with [a link](starting.md)",
        "- two\n  goes on",
        "Head", "Other", "cell", "last one",
        "1. A step.\n   It has two lines.",
    ]  # fmt: skip


def test_pieces_know_their_place(page: Handwritten) -> None:
    """Line and column are those of the file; a snippet over two lines is at its first line."""
    by_text = {passage.text: passage for passage in passages_on(page).passages}
    assert by_text["The first line\ngoes on here."].locate("goes on") == Location(page.path, 11, 1)
    assert by_text["last one"].locate("one") == Location(page.path, 19, 15)
    assert by_text["The first line\ngoes on here."].locate("line goes") == Location(page.path, 10)
    assert by_text["What it is about."].locate("about") == Location(page.path, 3, 25)


def test_page_says_in_which_voice_it_speaks(page: Handwritten) -> None:
    """The voice and the exceptions at the top hold for the whole page."""
    for passage in passages_on(page).passages:
        assert passage.voice is Voice.SAFETY
        assert passage.allowed == {"words-are-everyday"}
        assert passage.owner == ("page", "a-page")


@pytest.mark.parametrize(
    ("top", "place", "message", "hint"),
    [
        ("---\nvoice: doctor\n---", (2, 8), '"voice" cannot be "doctor".',
         "Allowed: reader, safety, facts, research, clinician, writer."),
        ("---\nvoce: clinician\n---", (2, 1), 'There is no field "voce" here.',
         'Did you mean "voice"?'),
        ("---\ntitle: A page\nhide: 5\n---", (3, 1), 'There is no field "hide" here.',
         "Fields that can stand here: allow, description, search_terms, voice."),
        ("---\ntemplate: nope.html\n---", (2, 1), 'There is no field "template" here.',
         "Fields that can stand here: allow, description, search_terms, title, voice."),
        ("---\nstatus: draft\n---", (2, 1), 'There is no field "status" here.',
         "Fields that can stand here: allow, description, search_terms, title, voice."),
        ("---\nallow: nonsense\n---", (2, 8), '"allow" takes a list, and "nonsense" is not one.',
         "Write [nonsense], or each item on a line of its own after '- '."),
        ("---\ntitle: [1, 2]\n---", (2, 8),
         '"title" takes one piece of text, and here is a list.',
         "Write it without brackets or dashes; text that begins with [ stands in quotes."),
        ("---\n- one\n---", (2, 1),
         "Between the two lines --- at the top stand the fields of a page, and here is text.",
         "Write each field as 'name: value', or take both lines --- away."),
        ("---\n# A heading\n---", (2, 1),
         "Between the two lines --- at the top stand the fields of a page, and here is text.",
         "Write each field as 'name: value', or take both lines --- away."),
        ("---\ntitle: A page\n", (1, 1),
         "The line --- begins what the page says of itself, and no second one ends it.",
         "Write --- on a line of its own before the text; for a line across the page, write ***."),
        ("\n---\ntitle: A page\n---", (2, 1), "What a page says of itself begins the file; here "
         "spaces or blank lines stand before it.", "Delete them."),
        (" ---\ntitle: A page\n---", (1, 1), "What a page says of itself begins the file; here "
         "spaces or blank lines stand before it.", "Delete them."),
    ],
)  # fmt: skip
def test_what_cannot_stand_at_the_top_is_told(
    tmp_path: Path, top: str, place: tuple[int, int], message: str, hint: str
) -> None:
    """Each mistake is one sentence at its line and column, with what to do; nothing falls over."""
    file = tmp_path / "a.md"
    file.write_text(f"{top}\n\nSome text.\n", "utf-8")
    problems = Problems()
    page = read_page(file, "a.md", "pages/a.md", problems)
    assert [(p.location, p.message, p.hint, p.severity) for p in problems.found] == [
        (Location("pages/a.md", *place), message, hint, Severity.ERROR)
    ]
    assert page
    assert {passage.voice for passage in passages_on(page).passages} == {Voice.READER}


@pytest.mark.parametrize(
    "top", ["---\n---\n", "---\n\n---\n", "---\n{title: All, voice: safety}\n---\n"]
)
def test_top_may_be_short(tmp_path: Path, top: str) -> None:
    """It may say nothing at all, or all in one line."""
    file = tmp_path / "a.md"
    file.write_text(f"{top}\nSome text.\n", "utf-8")
    problems = Problems()
    page = read_page(file, "a.md", "pages/a.md", problems)
    assert page
    assert not problems.found
    assert [passage.text for passage in passages_on(page).passages][-1] == "Some text."


def test_page_without_a_top_is_read(tmp_path: Path) -> None:
    """Front matter may be left out, and so may a title."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/a.md").write_text("# Name\n\nText.\n", "utf-8")
    (tmp_path / "pages/b.md").write_text("<p>Words.</p>\n", "utf-8")
    problems = Problems()
    first, second = read_pages((base_root(tmp_path),), problems).pages
    assert (first.title, second.title) == ("Name", "b")
    assert [passage.text for passage in passages_on(first).passages] == ["Name", "Text."]
    assert list(passages_on(second).passages) == []
    assert not problems.found


def found_in(folder: Path) -> list[tuple[str, str]]:
    problems = Problems()
    read_pages((base_root(folder.parent),), problems)
    return [(p.location.path, p.rule) for p in problems.sorted]


def test_what_is_no_file_is_told_and_not_opened(tmp_path: Path) -> None:
    """Folders named like pages, links to nothing, to themselves or to devices, pipes: at once."""
    folder = tmp_path / "pages"
    (folder / "a.md").mkdir(parents=True)
    (folder / "b.md").symlink_to("nothing")
    (folder / "c.md").symlink_to("c.md")
    (folder / "d.md").symlink_to("/dev/zero")
    os.mkfifo(folder / "e.md")
    os.mkfifo(folder / "f.png")
    (folder / "g.png").symlink_to("/dev/zero")
    with (folder / "h.md").open("wb") as sparse:
        sparse.truncate(10**12)
    with (folder / "i.png").open("wb") as sparse:
        sparse.truncate(10**12)
    (folder / "j").symlink_to(folder)
    os.mkfifo(folder / ".left-alone")
    rules = ["entry-is-a-file"] * 7 + ["file-is-small"] * 2 + ["file-is-no-link"]
    names = ["a.md", "b.md", "c.md", "d.md", "e.md", "f.png", "g.png", "h.md", "i.png", "j"]
    assert found_in(folder) == [
        (f"{tmp_path.name}/pages/{n}", rule) for n, rule in zip(names, rules, strict=True)
    ]


def test_pages_hold_no_forbidden_characters(tmp_path: Path) -> None:
    """A control character is refused in pages too, in what stands at the top and in the text."""
    file = tmp_path / "a.md"
    file.write_text('---\ntitle: "x\\x7fy"\n---\n\n\tIndented\u202e text \x1b[0m\n', "utf-8")
    problems = Problems()
    read_page(file, "a.md", "docs/a.md", problems)
    places = [(p.location.line, p.location.column, p.rule) for p in problems.sorted]
    assert places == [
        (2, 10, "text-is-visible"),
        (5, 10, "text-is-visible"),
        (5, 17, "text-is-visible"),
    ]


def test_only_pages_and_what_they_show_lie_among_them(tmp_path: Path) -> None:
    """What nobody meant to publish is told, with what to do, and is not published."""
    kept = ("CNAME", "a.md", "b.svg", "c.PNG", "d.pdf", "visit/e.md", "visit/f.webp")
    page = "A page is written in Markdown, and its name ends in .md, such as "
    shown = ".svg, .png, .jpg, .jpeg, .webp, .gif, .pdf."
    ends = f"The name of a page ends in .md; what it shows ends in {shown}"
    refused = {
        "LICENSE": ends, "README.md": "Engines take it for the page of its folder: call it "
        "index.md, or take it away.", "Upper.MD": f"{page}Upper.md.", "g.markdown": f"{page}g.md.",
        "h.html": f"{page}h.md.", "notes.docx": ends, "private.yaml": ends, "visit/x.py": ends,
    }  # fmt: skip
    for path in (*kept, *refused):
        file = tmp_path / "pages" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("<svg/>" if path.endswith(".svg") else "# Words\n", "utf-8")
    problems = Problems()
    layer = read_pages((base_root(tmp_path),), problems)
    assert tuple(layer.files) == kept
    assert [page.id for page in layer.pages] == ["a", "visit/e"]
    assert [(p.location.path, p.rule, p.message, p.hint) for p in problems.sorted] == [
        (f"{tmp_path.name}/pages/{path}", "file-is-in-its-place",
         f'The file "{Path(path).name}" does not belong here.', hint)
        for path, hint in refused.items()
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "\n \n", "---\ntitle: Ours\n---\n"])
def test_a_page_without_words_is_told(tmp_path: Path, text: str) -> None:
    """It would be published with nothing but a title."""
    (tmp_path / "ours.md").write_text(text, "utf-8")
    problems = Problems()
    read_page(tmp_path / "ours.md", "ours.md", "pages/ours.md", problems)
    assert [(p.location.path, p.rule) for p in problems.sorted] == [
        ("pages/ours.md", "page-has-words")
    ]
