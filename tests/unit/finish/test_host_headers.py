"""One table of headers, part by part."""

from __future__ import annotations

from dataclasses import replace

from generator.finish.host_headers import Table, host_files

TABLE = Table(
    policy="default-src 'none'",
    pages=("index.html", "about.html", "cards/a.html", "guides/b.html"),
    framed=frozenset({"cards"}),
    shared=frozenset({"facts"}),
    base="/a/",
    everywhere={"A": "1"},
)


def test_each_part_has_its_own_headers() -> None:
    """Frames are forbidden part by part, but for the cards; anybody's script reads the facts."""
    text = host_files(TABLE)["_headers"].decode()
    banned = "  Content-Security-Policy: frame-ancestors 'none'\n"
    assert text.startswith("/*\n  Content-Security-Policy: default-src 'none'\n  A: 1\n")
    for path in ("/", "/:page", "/guides/*"):
        assert f"\n{path}\n{banned}" in text
    assert "cards" not in text
    assert text.endswith("/facts/*\n  Access-Control-Allow-Origin: *\n")


def test_no_number_of_pages_is_too_many() -> None:
    """Cloudflare reads 100 rules and says nothing of others."""
    many = replace(TABLE, pages=tuple(f"{number}.html" for number in range(200)))
    assert host_files(many)["_headers"].count(b"\n/") < 20


def test_folders_overrule_what_stands_above_them() -> None:
    """Apache reads a folder's own file last, and it says again what is different there."""
    files = {path: text.decode() for path, text in host_files(TABLE).items()}
    assert "default-src 'none'; frame-ancestors 'none'" in files[".htaccess"]
    assert "ErrorDocument 404 /a/404.html" in files[".htaccess"]
    assert "frame-ancestors" not in files["cards/.htaccess"]
    assert "Access-Control-Allow-Origin" in files["facts/.htaccess"]


def test_pages_in_frames_have_their_own_policy() -> None:
    """Where a host sends one policy for each part, only the cards get that of frames."""
    table = replace(TABLE, framed_policy="default-src 'none' https://a.example")
    files = {path: text.decode() for path, text in host_files(table).items()}
    assert "https://a.example" not in files[".htaccess"] + files["cloudfront-headers.json"]
    assert "default-src 'none' https://a.example" in files["cards/.htaccess"]
    assert "default-src 'none' https://a.example" in files["cards/cloudfront-headers.json"]
    assert files["nginx-headers.conf"].count("https://a.example") == 1
    assert files["_headers"].count("https://a.example") == 1
