"""Pages of blocks and headings alone are what Markdown itself makes of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.structure.toc import AnchorLink, get_toc

from generator.engine.markdown_fast_path import are_plain, outline
from generator.engine.raw_html import RawHtml

EXTENSIONS = ("attr_list", "def_list", "fenced_code", "tables", "toc")
QUICK = Markdown(extensions=[*EXTENSIONS, RawHtml()])

BLOCKS = ("<p>One\nline.</p>", "<div>\n\n<p>Two</p>\n</div>", "<ul>\n<li>*Three*</li>\n</ul>\n")
PLAIN = ("# A title", "## Two\\-minute version { #two-minutes }", "## 988 &amp; more", "### Why?",
         "## Why?", "# Größe, “so”", "## Text 988 (any hour)")  # fmt: skip
OTHERS = ("A paragraph.", "# *Title*", "# A `code`", "## [Link](a.md)", "# Ends ##", "- item",
          "    code", "# 漢字", "# a_b_c", "# a  b", "#no space", "# A { .class }", "[TOC]",
          "Setext\n===", "term\n: meaning", "# one\ntwo", "# a: b", "a | b\n--|--\nc | d",
          "# \\*", "```\n# a\n```", "# &lt;b&gt;", "# x &amp;amp; y", "<hr>",
          "# end\\", "# a\tb", "# a\r", "# a\r\n# b", "# a\x02", "~~~\n# a\n~~~", "```", "\t# a",
           " # a", "<p>a\tb</p>", "<p>a\n \nb</p>", "<div>\n```\n# a\n```\n</div>")  # fmt: skip


def links(anchors: list[AnchorLink]) -> list[object]:
    """Title, address and level of each entry of a table of contents, with those below it."""
    return [(a.title, a.url, a.level, links(a.children)) for a in anchors]


def check(source: str) -> bool:
    """Whether the source has an outline, which then is what Markdown makes of it."""
    found = outline(QUICK, source)
    if found is None:
        return False
    markdown = Markdown(extensions=list(EXTENSIONS))
    assert found.html == markdown.convert(source)
    assert links(list(found.contents)) == links(list(get_toc(markdown.toc_tokens)))
    return True


def test_plain_pages_need_no_parser() -> None:
    """Headings in plain words, with or without names of their own, between blocks of HTML."""
    assert check("\n\n".join((*PLAIN, *BLOCKS, "")))
    assert check("\n\n\n".join((*BLOCKS, *PLAIN)))


def test_others_are_left_to_the_parser() -> None:
    """A line of Markdown, or a heading without a name, is nothing to guess at."""
    for part in ("A paragraph.", "# *Title*", "## [Link](a.md)", "# 漢字", "[TOC]"):
        assert not check(f"# A title\n\n{BLOCKS[0]}\n\n{part}\n")


@given(
    st.lists(st.sampled_from((*BLOCKS, *PLAIN, *OTHERS)), max_size=6),
    st.sampled_from(("\n", "\n\n", "\n\n\n", " \n\n", "\n \n", "\n\t\n")),
)
def test_mixtures(parts: list[str], between: str) -> None:
    """Whatever stands beside each other, there is no outline, or it is right."""
    check(between.join(parts))


@given(st.text(st.sampled_from("# aB1-\\&;.{}()_*`\n"), max_size=24))
def test_headings_of_any_characters(words: str) -> None:
    """The same for characters that mean something in Markdown."""
    check(f"# {words}\n\n{BLOCKS[0]}\n")


def test_headings_that_hold_more_are_not_plain() -> None:
    """A sign that leads to itself, a name made otherwise, another depth: the parser does it."""
    assert are_plain({})
    assert are_plain({"title": "Contents", "permalink": False})
    for told in ({"permalink": True}, {"permalink": "#"}, {"slugify": str}, {"toc_depth": 2}):
        assert not are_plain(told)
