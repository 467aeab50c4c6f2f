"""Quotes and apostrophes as a language prints them."""

from __future__ import annotations

import pytest

from generator.text.quotes import typographic, typographic_page


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('"Yes," she said.', "“Yes,” she said."),
        ("I don't know what's left.", "I don’t know what’s left."),
        ("\"She said 'no' twice,\" he wrote.", "“She said ‘no’ twice,” he wrote."),
        ("\"'No' is a sentence.\"", "“‘No’ is a sentence.”"),
        ("\"It ends with 'no'\"", "“It ends with ‘no’”"),
        ("the '90s and the 1990s' end", "the ’90s and the 1990s’ end"),
        ("'Tis late, and rock 'n' roll is over.", "’Tis late, and rock ’n’ roll is over."),
        ("It is not 'cause of you.", "It is not ’cause of you."),
        ("Call it 'a day' or don't.", "Call it ‘a day’ or don’t."),
        ("the parents' house", "the parents’ house"),
        ('one thing\N{EM DASH}"this"\N{EM DASH}and', "one thing\N{EM DASH}“this”\N{EM DASH}and"),
        ('"I was\N{EM DASH}"', "“I was\N{EM DASH}”"),
        ('a word ("like this") here', "a word (“like this”) here"),
        ('a 6" nail and a man of 5\'10"', "a 6″ nail and a man of 5′10″"),
        ('"in 1990" and then "later"', "“in 1990” and then “later”"),
        ('*"You are here"*, it said', "*“You are here”*, it said"),
        ('"*Here*" and "**there**"', "“*Here*” and “**there**”"),
        ('"…and so on"', "“…and so on”"),
        ('begin with "I see …"', "begin with “I see …”"),
        ('["Words"](prompt:a-b) to "keep"', "[“Words”](prompt:a-b) to “keep”"),
        ('One "line\n\nThe next "line"', "One “line\n\nThe next “line”"),
        ("no quotes", "no quotes"),
    ],
)
def test_english_as_it_is_printed(typed: str, printed: str) -> None:
    """Marks open, close, stand for letters left out, for feet and for inches."""
    assert typographic(typed) == printed


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("de", "„Sag ‚nein‘“, it’s"),
        ("de-AT", "„Sag ‚nein‘“, it’s"),
        ("fr", "«\u202fSag “nein”\u202f», it’s"),
        ("fr-CH", "«\u202fSag ‹\u202fnein\u202f›\u202f», it’s"),
        ("sv", "”Sag ’nein’”, it’s"),
        ("xx", "“Sag ‘nein’”, it’s"),
    ],
)
def test_each_language_has_its_marks(language: str, printed: str) -> None:
    """An apostrophe is the same in all of them."""
    assert typographic("\"Sag 'nein'\", it's", language) == printed


@pytest.mark.parametrize(
    "kept",
    [
        '`say "hi"`',
        '[a](https://example.org/?q="x")',
        '<a title="it\'s">a</a>',
        'a picture{ title="x" }',
        '[a](map.png "A map")',
        "![a](our (new) map.png 'A map')",
        '[a](<our map.png> "A map")',
        '[a]: map.png "A map"',
        "[a]: https://example.org/ 'A \"map\"'",
        '[a]: map.png (A "map")',
        "https://example.org/o'neill",
    ],
)
def test_what_is_no_text_is_kept(kept: str) -> None:
    """Code, addresses, tags and attributes stay as they are typed."""
    assert typographic(kept) == kept


def test_what_is_printed_stays() -> None:
    """A text that was set before is not changed by being set again."""
    once = typographic("\"It's 'so',\" she said of the '90s.")
    assert typographic(once) == once


def test_a_page_keeps_its_lines() -> None:
    """Of the front matter only what is shown is set, and no code is."""
    kept = "allow: [{because: It's so.}]\n---\n\n"
    code = '\n```\nsay "hi"\n```\n'
    page = f"---\ntitle: It's here\ndescription: \"Who's it\"\n{kept}# It's\n{code}"
    shown = f'---\ntitle: It’s here\ndescription: "Who’s it"\n{kept}# It’s\n{code}'
    assert typographic_page(page) == shown
