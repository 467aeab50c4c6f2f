"""What is finished once for many pages is what each would have been by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

import pytest

from generator.finish import finish as module
from generator.finish.finish import finish_page
from generator.finish.frame_cache import PageParts
from generator.finish.scan import Scan

Page = Callable[..., str]

HOSTILE = (
    "<p>Quiet.</p>",
    "<p>Open",
    "<b>bold",
    "<ul><li>one",
    "</article><p>after</p><article>",
    "</article></body></html>",
    "</div></section></p>",
    "<textarea>",
    "<title>",
    "<script>alert(1)//",
    "<style>",
    "<!--",
    "<a title='",
    '<a href="javascript:alert(1)" title="',
    "<a href=x",
    "<img alt=",
    "<svg>",
    "<svg><style>",
    "<math><mtext>",
    "<template>",
    "<template><p onclick=x>",
    "<select>",
    "<table><tr><td>",
    "<table>",
    "<noscript>",
    "<plaintext>",
    "<frameset>",
    "<iframe>",
    "<body onload=x>",
    "<html onclick=x>",
    "<head><meta http-equiv=refresh content='0'></head>",
    '<wbr class="ws-cut">',
    "<![CDATA[",
    "<?php",
    "&lt",
    "<pre>\n\n   as written",
    "a" * 10 + "\n\n\n   b",
)


def parts(found: Scan) -> dict[str, object]:
    """What was found, in an order that does not depend on the parts of the page."""
    values = {field.name: getattr(found, field.name) for field in fields(found)}
    return {name: sorted(map(str, v)) if isinstance(v, list) else v for name, v in values.items()}


@pytest.mark.parametrize("head", ["", "<style>", '<meta content="', "<title>", "<!--", "<body>"])
def test_as_if_alone(page: Page, head: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever an article or a head leaves open, nothing that a reader's browser sees is missed."""
    pages = [page(body, head=head) for body in HOSTILE]
    quick = [finish_page(html, head="<meta name=more>") for html in pages]
    monkeypatch.setattr(module.PageParts, "of", lambda html: None)
    for html, (page_made, found) in zip(pages, quick, strict=True):
        whole, all_found = finish_page(html, head="<meta name=more>")
        assert page_made == whole
        assert parts(found) == parts(all_found), html


def test_joined_parts_are_the_page(page: Page) -> None:
    """A page is cut into parts that are the page, and a card, which has no article, is not."""
    html = page("<p>One</p></article><article>")
    cut = PageParts.of(html)
    assert cut is not None
    assert cut.head + cut.top + cut.article + cut.foot == html
    assert PageParts.of("<body><p>no article</p></body>") is None
    assert PageParts.of("</article><body><article>") is None
