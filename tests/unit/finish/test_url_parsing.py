"""Reading an address as a browser does."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.finish.links import Links
from generator.finish.url_parsing import normalized, resolve, scheme

SEGMENTS = st.lists(st.sampled_from(["a", "b.html", "..", ".", ""]), max_size=5)


@given(st.sampled_from(["", "p", "p/q"]), SEGMENTS.map("/".join))
@example("p/q", "../../writing")
@example("p", "a/..")
def test_place_agrees_with_the_standard(folder: str, url: str) -> None:
    """Where we say that a relative address leads is where a browser would go."""
    if url.startswith("/") or not url:
        return
    found = resolve(folder, url, "/writing/")
    base = f"http://host/writing/{folder}/page.html" if folder else "http://host/writing/page.html"
    if found is None:
        return
    # A doubled slash is a name of nothing to a server, and nothing to a file system.
    joined = urljoin(base, url).replace("//", "/") if "//" not in url else None
    if joined is not None:
        assert joined == f"http:/host/writing/{found[0]}"


@pytest.mark.parametrize(
    ("folder", "url", "found"),
    [
        ("p", "a.html#b", ("p/a.html", "b")),
        ("p", "../a.html?x=1#b", ("a.html", "b")),
        ("", "caf%C3%A9.html#%C3%A9", ("caf\u00e9.html", "\u00e9")),
        ("", "#b", ("", "b")),
        ("", "a.html#b:~:text=c", ("a.html", "b")),
        ("p", "/writing/a.html", ("a.html", "")),
        ("p", "/other/a.html", None),
        ("p", "../../writing/a.html", None),
        ("p", "a/", ("p/a/", "")),
        ("", "a%2F..%2F..%2Fb", None),
    ],
)
def test_place(folder: str, url: str, found: tuple[str, str] | None) -> None:
    """Paths and anchors are decoded; what leaves the site is nowhere, even if it comes back."""
    assert resolve(folder, url, "/writing/") == found


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("a.html", ""),
        ("a/b:c", ""),
        ("tel:112", "tel"),
        (" \x00JAVA\nscript:x", "javascript"),
        ("//host", "//"),
        ("\\\\host", "//"),
        ("/\t/host", "//"),
        ("1a:b", ""),
    ],
)
def test_scheme(url: str, found: str) -> None:
    """What a browser ignores in an address does not hide its scheme."""
    assert scheme(normalized(url)) == found


@pytest.mark.parametrize("url", ["/writing/a.html", "%2Fwriting/a.html", "a.html"])
def test_links_from_the_top_know_where_the_site_lives(url: str) -> None:
    """Also if the first slash is written as its number."""
    links = Links({"a.html", "p.html"}, base_path="/writing/", absolute_pages={"p.html"})
    assert list(links.add("p.html", [url], [])) == []
