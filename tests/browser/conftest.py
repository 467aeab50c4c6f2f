"""One server, and pages that notice everything that should not happen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.fonts import SETS, environment

NOTE_VIOLATIONS = """
window.violations = [];
addEventListener("securitypolicyviolation", (event) =>
  violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""


@pytest.fixture(scope="session")
def site(real: Any) -> Path:
    """The folder of the real site."""
    return real.places.site  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def base(site: Path, serve: Callable[..., str]) -> str:
    """The real site on a server, at the path of its address, with its headers."""
    return serve(site, "/writing/")


@pytest.fixture(scope="session", params=SETS)
def with_fonts(
    request: pytest.FixtureRequest,
    browser: Browser,
    launch: Callable[..., Browser],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Browser]:
    """Chromium on this machine, then on one with narrow and one with wide letters only."""
    if request.param == "installed":
        yield browser
        return
    folder = tmp_path_factory.mktemp("fonts")
    other = launch(env=environment(request.param, folder))
    yield other
    other.close()


@pytest.fixture
def open_page(browser: Browser, base: str) -> Iterator[Callable[..., Page]]:
    """Opens pages: `open_page("crisis.html", width=360, scheme="dark")`.

    When the test ends, no page may have asked for anything beyond its own site, complained in the
    console, or met the limits of the policy.
    """
    with opener(browser, base) as open_:
        yield open_


@pytest.fixture
def open_page_with_fonts(with_fonts: Browser, base: str) -> Iterator[Callable[..., Page]]:
    """Opens pages like `open_page`, under each set of fonts."""
    with opener(with_fonts, base) as open_:
        yield open_


@pytest.fixture(scope="session")
def page_types(real: Any) -> dict[str, str]:
    """A page of each kind: the first of each template, a deep prompt, and those by hand."""
    from generator.pages.planners import plan_site
    from generator.site.site import Site

    found: dict[str, str] = {}
    for page in plan_site(Site.of(real.library())):
        if page.template == "moved":  # leads on at once
            continue
        found.setdefault(page.template, page.url)
        if page.template == "prompt" and page.context["prompt"].intensity >= 3:
            found.setdefault("deep prompt", page.url)
        if page.template == "facet" and page.context["next"] is not None:
            found.setdefault("long list", page.url)
    by_hand = ("about", "safety", "privacy", "for-therapists")
    return found | {name: f"{name}.html" for name in (*by_hand, "404")}


@contextmanager
def opener(browser: Browser, base: str) -> Iterator[Callable[..., Page]]:
    """What `open_page` gives to a test."""
    contexts: list[BrowserContext] = []
    trouble: list[str] = []

    def open_(
        path: str, *, width: int = 1280, height: int = 900, start: str = base, **options: Any
    ) -> Page:
        scheme = options.pop("scheme", "light")
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, **options
        )
        contexts.append(context)
        context.add_init_script(NOTE_VIOLATIONS)
        page = context.new_page()
        page.on("request", lambda r: r.url.startswith((start, "data:")) or trouble.append(r.url))
        page.on("console", lambda m: m.type in ("error", "warning") and trouble.append(m.text))
        page.on("pageerror", lambda e: trouble.append(str(e)))
        page.goto(f"{start}{path}")
        return page

    try:
        yield open_
    except BaseException:
        for context in contexts:
            context.close()
        raise
    for context in contexts:
        for page in context.pages:
            if context.pages and page.url.startswith("http"):
                trouble.extend(page.evaluate("window.violations || []"))
        context.close()
    assert not trouble
