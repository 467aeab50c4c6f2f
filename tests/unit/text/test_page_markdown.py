"""What Markdown takes for a link is found where Markdown takes it for one."""

from __future__ import annotations

import re

import markdown
import pytest

from generator.text.page_markdown import PageMarkdown

TEXTS = [
    "See [a](a.md).\n",
    "- item\n\n    See [a](a.md).\n",
    "- item\n      See [a](a.md).\n",
    "1. item\n\n    See [a](a.md).\n\n    And [b](b.md).\n\nEnd.\n\n    [code](c.md)\n",
    "Term\n:   See [a](a.md).\n\n    And [b](b.md).\n",
    "Words\n    and [a](a.md).\n",
    "Words.\n\n    [code](c.md)\n\n    [code](c.md)\n\nSee [a](a.md).\n",
    "\t[code](c.md)\n",
    "# Title\n    [code](c.md)\n",
    "Words.\n\n***\n\n    [code](c.md)\n",
    "* * *\n    [code](c.md)\n",
    "- item\n\n        [code](c.md)\n",
    "- item\n\nWords.\n\n    [code](c.md)\n",
    "- item\nthat goes on\n\n    See [a](a.md).\n",
    "<div>\n    <a href='a.md'>a</a>\n</div>\n",
    "<div>\n\n    <a href='a.md'>a</a>\n\n</div>\n\n    [code](c.md)\n",
    "`[code](c.md)` and [a](a.md)\n",
    "[a](a b.md) [b](<b c.md> 'title') [c](c (d) e.md \"A 'title'\")\n",
]


@pytest.mark.parametrize("text", TEXTS)
def test_links_are_those_of_markdown(text: str) -> None:
    """Python-Markdown finds the same addresses, in lists, in HTML and beside code."""
    html = markdown.markdown(text, extensions=["def_list", "attr_list", "tables"])
    expected = re.findall(r"""href=["']([^"']*)["']""", html)
    assert sorted(link.address for link in PageMarkdown(text).links) == sorted(expected)


def test_links_to_what_is_gone_are_words() -> None:
    """Also with a title, a space, a place in the page or attributes; code and others stay."""
    page = PageMarkdown(
        "See [one](a.md), [two](a.md#b 'A title'){ .wide }, [three](<a.md>), `[x](a.md)`,\n"
        '![four](a.md) and [five](b.md).\n\n- item\n\n    [six *x*](a.md "t")\n'
    )
    assert page.unlinked(lambda address: address.partition("#")[0] == "a.md") == (
        "See one, two, three, `[x](a.md)`,\n"
        "![four](a.md) and [five](b.md).\n\n- item\n\n    six *x*\n"
    )
