"""The list of pages for search engines."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree

from generator.finish.finish import FinishOptions, finish
from generator.finish.sitemap import sitemap

URL = re.compile(r"https://[!-~]+")
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def listed(content: bytes) -> dict[str, str | None]:
    urls = ElementTree.fromstring(content).findall("s:url", NAMES)
    return {u.findtext("s:loc", "", NAMES): u.findtext("s:lastmod", None, NAMES) for u in urls}


def test_day_is_said_only_where_it_is_known() -> None:
    """A page that changes with every build claims nothing."""
    made = sitemap(
        ["b.html", "a&b.html"], {"b.html": date(2026, 1, 2)}, site_url="https://e.org/x/"
    )
    assert listed(made) == {
        "https://e.org/x/a%26b.html": None,
        "https://e.org/x/b.html": "2026-01-02",
    }


def test_addresses_are_ascii() -> None:
    """A sitemap takes URLs as RFC 3986 has them: what is encoded already stays as it is."""
    made = sitemap(["Our Page.md.html", "söns.html"], {}, site_url="https://é.example/a%20ö/")
    start = "https://xn--9ca.example/a%20%C3%B6"
    assert list(listed(made)) == [f"{start}/Our%20Page.md.html", f"{start}/s%C3%B6ns.html"]
    assert all(URL.fullmatch(address) for address in listed(made))


def test_pages_that_ask_for_it_are_left_out(site, page) -> None:
    """Neither the page for wrong addresses nor one that is not to be found is listed."""
    hidden = page(head='<meta name="robots" content="noindex">')
    built = site({"shy.html": hidden, "back/room.html": page(depth=1)})
    (built / "sitemap.xml.gz").write_bytes(b"old")
    address = "https://example.org/writing/"
    finish(built, options=FinishOptions(site_url=address, unlisted=frozenset({"back"})))
    found = listed((built / "sitemap.xml").read_bytes())
    assert list(found) == [f"{address}index.html"]
    assert not (built / "sitemap.xml.gz").exists()
    assert "noindex" in (built / "back/room.html").read_text()
    assert "noindex" in (built / "404.html").read_text()
    assert "noindex" not in (built / "index.html").read_text()
