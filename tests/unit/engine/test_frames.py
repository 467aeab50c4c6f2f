"""What stands round a page is rendered once, and only where that is the same."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from generator.engine.frames import Frames

CONFIG: Any = SimpleNamespace(extra={"menu": [{"href": "a/named.html", "of": "a/"}]})
HOME: Any = SimpleNamespace(url="index.html")
NAVIGATION: Any = SimpleNamespace(pages=[HOME])


def page(url: str, title: object = "A title", content: str = "<h1>A</h1>", **meta: object) -> Any:
    """A page as the engine hands it to its theme."""
    said = {"title": title, "description": f"About {title}", "hide": ["toc"], **meta}
    return SimpleNamespace(url=url, meta=said, canonical_url=f"https://x/{url}", content=content)


def plain(page: Any) -> str:
    """A theme that writes down what it is given, and more in folder b."""
    more = "<b>" if page.url.startswith("b/") else ""
    here = "!" if page.url == "a/named.html" else ""
    meta = page.meta
    return (
        f"<title>{meta['title']}</title><meta content='{meta['description']}'>{more}{here}"
        f"{page.canonical_url} {meta.get('look', '')}<main>{page.content}</main>"
    )


class Counted:
    """Counts how often a theme is run."""

    def __init__(self, theme: Callable[[Any], str]) -> None:
        self.theme, self.times = theme, 0

    def __call__(self, page: Any) -> str:
        self.times += 1
        return self.theme(page)


def made(theme: Callable[[Any], str], *pages: Any) -> int:
    """How often the theme was run for these pages, which are as it would make each."""
    counted = Counted(theme)
    frames = Frames(CONFIG, NAVIGATION, counted)
    for one in pages:
        assert frames.page(one) == theme(one)
        assert "\ue001" not in f"{one.meta}{one.content}{one.canonical_url}"
    return counted.times


def test_one_frame_for_pages_that_share_it() -> None:
    """Whatever stands in their titles and texts, which may look like a mark's parts."""
    texts = ("A", "B & <b>", '"c" \\g<0> {}', "content", "\ue000title")
    pages = [page(f"a/{n}.html", text, f"<h1>{text}</h1>") for n, text in enumerate(texts)]
    assert made(plain, *pages) == 1


@pytest.mark.parametrize(
    "other",
    [
        page("b/2.html"),
        page("2.html"),
        page("a/2.html", look="prompt"),
        page("a/2.html", description=7),
        page("a/2.html", **{"2": 1, "look": None}),
        page("a/2.html", content="<h1>B</h1>", canonical_url="z"),
    ],
    ids=[
        "another folder",
        "at the top",
        "says more",
        "a number to describe it",
        "odd names",
        "names of ours",
    ],
)
def test_another_frame(other: Any) -> None:
    """A page that may have something else round it has a frame of its own."""
    assert made(plain, page("a/1.html"), other, page("a/3.html")) == 2


@pytest.mark.parametrize(
    "other",
    [
        page("a/named.html"),
        page("index.html"),
        page("a/2.html", content="<p>no heading</p>"),
        page("a/2.html", title=2024),
        page("a/2.html", hide=None),
    ],
    ids=["named", "in the menu", "without a heading", "a title that is no text", "hides nothing"],
)
def test_no_frame(other: Any) -> None:
    """What the theme may look at more closely is rendered for itself, each time."""
    assert made(plain, page("a/1.html"), other, other) == 3


def test_page_with_contents_is_rendered() -> None:
    """A table of contents is the page's own."""
    shown = page("a/2.html")
    shown.meta["hide"] = ["navigation"]
    assert made(plain, shown, shown) == 2


def test_theme_that_changes_a_text_has_no_frames() -> None:
    """One that escapes, shortens or passes over a text is run for each page, once more to see."""
    pages = [page("a/1.html", "A & B"), page("a/2.html", "C")]
    assert made(lambda p: plain(p).replace("&", "&amp;"), *pages) == 3
    assert made(lambda p: plain(p).upper(), *pages) == 3
    assert made(lambda p: p.content, *pages) == 3
