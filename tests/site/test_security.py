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
        assert "http" not in content, path
        assert content.startswith("default-src 'none'; script-src 'self'"), path
        assert policy.prev.tag == "meta", path


def test_headers_for_each_kind_of_host(site):
    """The three files for hosts ask for the same headers, with nothing unsafe among them."""
    whole, *_ = (site / "_headers").read_text("utf-8").split("\n/")
    headers = dict(re.findall(r"^  ([\w-]+): (.+)$", whole, re.MULTILINE))
    assert headers == _of_apache(site / ".htaccess") == _of_nginx(site / "nginx-headers.conf")
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "geolocation=()" in headers["Permissions-Policy"]


def test_files_for_programs_are_open_to_all(site):
    """On each kind of host any site's script may read what is in api/, and no page."""
    allow = {"Access-Control-Allow-Origin": "*"}
    text = (site / "_headers").read_text("utf-8")
    assert "\n/api/*\n  Access-Control-Allow-Origin: *\n" in text
    assert text.count("Access-Control") == 1
    assert _of_apache(site / "api/.htaccess") == allow
    assert not allow.items() & _of_apache(site / ".htaccess").items()
    pages, api = _of_nginx(site / "nginx-headers.conf"), _of_nginx(site / "nginx-headers-api.conf")
    assert api == {**pages, **allow}
    assert not allow.items() & pages.items()


def _of_apache(file):
    pattern = r'^\s*Header always set ([\w-]+) "(.+)"$'
    return dict(re.findall(pattern, file.read_text("utf-8"), re.MULTILINE))


def _of_nginx(file):
    pattern = r'^add_header ([\w-]+) "(.+)" always;$'
    return dict(re.findall(pattern, file.read_text("utf-8"), re.MULTILINE))


def test_nothing_comes_from_elsewhere(pages, site):
    """No page loads, frames, prefetches or sends to anything on another host."""
    for path, page in pages.items():
        loads = page.css("[src], link[href], form[action], [srcset], [poster], object, iframe")
        for node in loads:
            if node.tag == "link" and node.attributes.get("rel") in ("canonical", "next", "prev"):
                continue
            for name in ("src", "href", "action", "srcset", "poster"):
                value = node.attributes.get(name) or ""
                assert not re.match(r"([a-z]+:)?//", value), (path, value)
    for sheet in site.rglob("*.css"):
        assert not re.search(r"url\(\s*[\"']?(https?:)?//|@import", sheet.read_text("utf-8")), sheet


def test_links_out_are_safe(pages):
    """Links that leave the site use https, and none opens a window that can reach back."""
    for path, page in pages.items():
        for node in page.css("article a[href]"):
            href = node.attributes["href"] or ""
            assert not href.startswith("http:"), (path, href)
            assert node.attributes.get("target") is None, (path, href)


def test_nothing_for_developers_is_published(site):
    """No source map, manifest or template of ours is in the site."""
    names = [file.name for file in site.rglob("*") if file.is_file()]
    assert not [name for name in names if name.endswith((".map", ".jinja", ".py", ".yaml", ".md"))]
