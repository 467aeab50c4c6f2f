"""The built pages, parsed once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.pages.page import Page
from generator.pages.planners import plan_site
from generator.site.site import Site

Html = LexborHTMLParser


@pytest.fixture(scope="session")
def site(real: object) -> Path:
    """The folder of the built site."""
    return real.places.site  # type: ignore[attr-defined, no-any-return]


@pytest.fixture(scope="session")
def pages(site: Path) -> Mapping[str, Html]:
    """Every page of the site by its path, the one for wrong addresses too."""
    return {
        file.relative_to(site).as_posix(): Html(file.read_text(encoding="utf-8"))
        for file in sorted(site.rglob("*.html"))
    }


@pytest.fixture(scope="session")
def planned(real: object) -> Mapping[str, Page]:
    """What the generator planned, by the page's path."""
    library = real.library()  # type: ignore[attr-defined]
    return {page.url: page for page in plan_site(Site.of(library))}


@pytest.fixture(scope="session")
def text_of() -> Callable[[LexborNode | None], str]:
    """The words in a node, with single spaces."""

    def text(node: LexborNode | None) -> str:
        assert node is not None, "there is no such element"
        return " ".join(node.text(deep=True, separator=" ").split())

    return text
