"""A small site as an engine would build it, and pages to put into it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

FRAME = """<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>{title}</title>
    <link rel="stylesheet" href="{up}assets/site.css">
    {head}
  </head>
  <body>
    <nav><a href="{up}index.html">Home</a></nav>
    <article><h1 id="top-of-page">{title}</h1>{body}</article>
    <script id="__config" type="application/json">{{"base": "{depth}"}}</script>
    <script src="{up}assets/site.js" defer></script>
  </body>
</html>
"""

Page = Callable[..., str]
Site = Callable[[Mapping[str, str]], Path]


@pytest.fixture
def page() -> Page:
    """Makes a page of the frame: `page(body, head=..., depth=1)`."""

    def make(body: str = "", *, head: str = "", depth: int = 0, title: str = "A page") -> str:
        up = "../" * depth
        return FRAME.format(title=title, up=up, depth=up or ".", head=head, body=body)

    return make


@pytest.fixture
def site(tmp_path: Path, page: Page) -> Site:
    """Makes a built tree with a home, a 404 page, assets, and the given files."""

    def make(files: Mapping[str, str]) -> Path:
        built = tmp_path / "built"
        missing = page("Not found").replace("assets/", "/writing/assets/")
        missing = missing.replace('href="index.html"', 'href="/writing/index.html"')
        standard = {
            "404.html": missing,
            "index.html": page("Welcome"),
            "assets/site.css": "body{color:black}",
            "assets/site.js": "",
        }
        for path, text in (standard | dict(files)).items():
            (built / path).parent.mkdir(parents=True, exist_ok=True)
            (built / path).write_text(text, encoding="utf-8")
        return built

    return make
