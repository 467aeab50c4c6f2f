"""Text comes through Markdown as it was, and rich text is safe whatever it holds."""

from __future__ import annotations

import html
import re

import nh3
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator.text.plain import in_html, in_markdown
from generator.text.rich import read_rich, rich_to_html

MANY = settings(max_examples=150, deadline=None)
SIGNS = "ab1 <>&\"'`*_{}[]()#+-.!|\\~=:/%@^$\n"
# Markdown keeps its own marks in characters that reading refuses.
prose = st.text(alphabet=st.sampled_from(SIGNS), max_size=40) | st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=40
)
EXTENSIONS = [
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc",
    "smarty", "sane_lists", "fenced_code",
]  # fmt: skip


@MANY
@given(prose)
@example("# not a heading")
@example("1. not a list")
@example("[not](a-link) ![nor](a-picture) <b>nor bold</b> &amp; {: .nor }")
@example("*[abbr]: x")
@example("    not code")
@example("!!! note")
@example(": not a definition")
@example("[^1]: not a note")
@example("| not | a | table |")
@example("http://not.a.link/ & <https://nor.this/>")
def test_plain_text_is_shown_as_it_is(text: str) -> None:
    """What Markdown makes of escaped text, with many extensions, reads as the text did."""
    words = " ".join(text.split())
    extensions = [name for name in EXTENSIONS if name != "smarty"]
    made = Markdown(extensions=extensions).convert(in_markdown(text))
    shown = html.unescape(re.sub(r"<[^>]*>", "", made))
    assert " ".join(shown.split()) == words
    assert set(re.findall(r"<(\w+)", made)) <= {"p"}


@MANY
@given(prose)
def test_plain_text_in_html_is_shown_as_it_is(text: str) -> None:
    """Escaped text has no sign that could end an element or an attribute."""
    made = in_html(text)
    assert not set("<>\"'") & set(made)
    assert html.unescape(made) == " ".join(text.split())


@MANY
@given(prose)
@example("[a](javascript:alert(1))")
@example("[a](https://x.y/?a=b&c=d 'title')")
@example("100\u00a0% & « so »")
@example("1. a\n2. [b](technique:lists)\n\n> c")
def test_rich_text_that_passes_needs_no_cleaning(text: str) -> None:
    """Rich text without a refusal makes HTML that a sanitiser has nothing to take from."""
    refusals, references = read_rich(text)
    for refusal in refusals:
        assert refusal.message.endswith(".")
        assert refusal.hint.endswith(".")
    if refusals:
        return
    made = rich_to_html(text, lambda kind, entry_id: f"../{kind}/{entry_id}.html")
    cleaned = nh3.clean(made, link_rel=None, url_schemes={"https", "mailto", "tel", "sms"})
    assert _words(cleaned) == _words(made)
    assert set(re.findall(r"<(\w+)", made)) <= {
        "p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "a",
    }  # fmt: skip
    assert all(f"../{r.kind}/{r.id}.html" in made for r in references)


def _words(made: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", made))
