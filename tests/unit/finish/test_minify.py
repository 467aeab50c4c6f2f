"""White space that no browser shows is taken out, and no other."""

from __future__ import annotations

import pytest

from generator.finish.minify import minify


def test_indents_and_empty_lines_go():
    """Line breaks with white space after them become one line break."""
    assert minify("<p>\n\n    a b\n  </p>\n") == "<p>\na b\n</p>\n"


@pytest.mark.parametrize("name", ["pre", "textarea", "script", "style", "PRE"])
def test_where_white_space_counts(name):
    """What stands in such an element stays, and what follows it does not."""
    kept = f"<{name} a='b'>\n\n   x\n  y</{name}>"
    assert minify(f"<i>\n  1</i>{kept}\n\n  <b>") == f"<i>\n1</i>{kept}\n<b>"


def test_again_the_same():
    """A page that was minified stays as it is."""
    html = "<main>\n <pre>\n  a</pre>\n\n <p>b\n c</p></main>\n"
    assert minify(minify(html)) == minify(html)
