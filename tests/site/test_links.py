"""Every link leads somewhere: from a server, below another path, and from a folder."""

from __future__ import annotations

from http.client import HTTPConnection
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

pytestmark = pytest.mark.site

LEAVE = ("tel:", "sms:", "mailto:", "https://", "http://", "data:")


def links_of(page: LexborHTMLParser) -> set[str]:
    """Every address in a page, of links and of what it loads."""
    nodes = page.css("[href], [src]")
    found = {node.attributes.get("href") or node.attributes.get("src") or "" for node in nodes}
    return {url for url in found if not url.startswith(LEAVE)}


def walk(
    start: str, *, further: bool = True
) -> tuple[dict[str, LexborHTMLParser], set[tuple[str, str]]]:
    """All that links lead to from an address, and every link followed, as (from, to).

    Not `further`: what the links of its own page lead to.
    """
    parts = urlsplit(start)
    connection = HTTPConnection(parts.hostname or "", parts.port)
    seen: dict[str, LexborHTMLParser] = {}
    followed: set[tuple[str, str]] = set()
    waiting = [start]
    while waiting:
        url = waiting.pop()
        if url in seen:
            continue
        connection.request("GET", urlsplit(url).path)
        answer = connection.getresponse()
        body = answer.read()
        assert answer.status == 200, f"{url}, linked from {[a for a, b in followed if b == url]}"
        seen[url] = LexborHTMLParser(body.decode() if ".html" in url else "")
        for link in links_of(seen[url]) if further or url == start else ():
            target = urljoin(url, link)
            followed.add((url, target))
            waiting.append(urldefrag(target).url)
    connection.close()
    return seen, followed


def test_links_resolve_over_http(site, pages, planned, serve):
    """From the first page every page is reached, and every link and anchor is there.

    The site lies below a path: what works there works at the top of an address as well, where a
    link that leads too far up, or begins with a slash, would not be noticed.
    Nothing leads to an old address, from which one is led on to a page that is reached.
    """
    base = serve(site, "/clinic/a/b/")
    seen, followed = walk(f"{base}index.html")
    assert all(url.startswith(base) for url in seen)
    old = {url for url, page in planned.items() if page.leads_to}
    found = {url.removeprefix(base) for url in seen if url.endswith(".html")}
    assert found == set(pages) - old - {"404.html"}
    for source, target in followed:
        page, anchor = urldefrag(target)
        if anchor and "=" not in anchor:  # with one it is what a page's script reads, not a place
            assert seen[page].css_first(f'[id="{unquote(anchor)}"]'), f"{source} to {target}"


def test_links_resolve_in_a_folder(site, pages):
    """Opened from a folder, each link leads to a file in it, never to a folder or out of it."""
    for path, page in pages.items():
        if path == "404.html":
            continue
        here = (site / path).as_uri()
        for link in links_of(page):
            target = unquote(urlsplit(urldefrag(urljoin(here, link)).url).path)
            assert target.startswith(f"{site}/"), (path, link)
            assert target[len(f"{site}/") :] in pages or (site / target).is_file(), (path, link)


def test_wrong_addresses_lead_back(site, pages, serve):
    """The page for a wrong address works at any depth of the site's own address."""
    base = serve(site, "/writing/")
    for link in links_of(pages["404.html"]):
        assert link.startswith(("/writing/", "#")), link
    seen, _ = walk(urljoin(base, "404.html"), further=False)
    assert f"{base}crisis.html" in seen
