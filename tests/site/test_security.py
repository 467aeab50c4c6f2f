"""What the site lets a browser do: nothing that is not its own."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.site


def test_policy_in_each_page(pages):
    """Each page carries a policy of its own, first thing, that allows nothing unsafe."""
    for path, page in pages.items():
        policy = page.css_first("meta[http-equiv=Content-Security-Policy]")
        assert policy is not None, path
        content = policy.attributes["content"]
        assert "unsafe" not in content, path
        named = set(re.findall(r"https?:[^ ;]*", content))  # what 'self' is not, in a frame
        assert named == ({"https://example.org"} if path.startswith("embed/") else set()), path
        assert content.startswith("default-src 'none'; script-src 'self'"), path
        assert policy.prev.tag == "meta", path


def test_nothing_comes_from_elsewhere(pages, site):
    """No page loads, frames, prefetches or sends to anything on another host."""
    for path, page in pages.items():
        loads = page.css("[src], link[href], form[action], [srcset], [poster], object, iframe")
        for node in loads:
            rel = (node.attributes.get("rel") or "").strip()
            if node.tag == "link" and rel in ("alternate", "canonical"):
                continue  # an address for programs, which no browser loads
            assert rel not in ("next", "prev"), path  # Firefox loads them, against our policy
            for name in ("src", "href", "action", "srcset", "poster"):
                value = node.attributes.get(name) or ""
                assert not re.match(r"([a-z]+:)?//", value), (path, value)
    for sheet in site.rglob("*.css"):
        assert not re.search(r"url\(\s*[\"']?(https?:)?//|@import", sheet.read_text("utf-8")), sheet


def test_links_out_are_safe(pages):
    """Links that leave the site use https, and none opens a window that can reach back."""
    for path, page in pages.items():
        for node in page.css("a[href]"):
            href = node.attributes["href"] or ""
            assert not href.startswith("http:"), (path, href)
            if path.startswith("embed/"):  # its links leave the frame that somebody else made
                assert node.attributes.get("rel") == "noopener", (path, href)
            else:
                assert node.attributes.get("target") is None, (path, href)


def test_nothing_for_developers_is_published(site):
    """No source map, manifest or template of ours is in the site."""
    names = [file.name for file in site.rglob("*") if file.is_file()]
    assert not [name for name in names if name.endswith((".map", ".jinja", ".py", ".yaml", ".md"))]
