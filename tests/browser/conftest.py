"""One server, and pages that notice everything that should not happen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.fonts import SETS, environment
from tests.browser.tabs import Tab, Tabs
from tests.projects import made_once

TESTS = Path(__file__).parents[1]
MEDIA = {"reduced_motion": "no-preference", "forced_colors": "none"}
"""What a page may ask about its reader, as it is unless a test says otherwise."""


@pytest.fixture(scope="session")
def site(real: Any) -> Path:
    """The folder of the real site."""
    return real.places.site  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def base(site: Path, serve: Callable[..., str]) -> str:
    """The real site on a server, at the path of its address, with its headers."""
    return serve(site, "/writing/")


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Tabs:
    """The tabs of the browser that all tests share."""
    return Tabs(browser)


@pytest.fixture(scope="session", params=SETS)
def tabs_with_fonts(
    request: pytest.FixtureRequest,
    launch: Callable[..., Browser],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Tabs]:
    """Tabs on a machine with narrow letters only, then on one with wide ones."""
    folder = tmp_path_factory.mktemp("fonts")
    other = launch(env=environment(request.param, folder))
    yield Tabs(other)
    other.close()


@pytest.fixture
def open_page(tabs: Tabs, base: str) -> Iterator[Callable[..., Page]]:
    """Opens pages: `open_page("crisis.html", width=360, scheme="dark")`.

    `clock` is the time at which the page's own clock stands; `fresh` is for tests of a first
    visit, which has nothing in the browser's cache. When the test ends, no page may have asked for
    anything beyond its own site, complained in the console, or met the limits of the policy.
    """
    with opener(tabs, base) as open_:
        yield open_


@pytest.fixture
def open_page_with_fonts(tabs_with_fonts: Tabs, base: str) -> Iterator[Callable[..., Page]]:
    """Opens pages like `open_page`, under each set of fonts."""
    with opener(tabs_with_fonts, base) as open_:
        yield open_


@pytest.fixture(scope="module")
def painted_tabs(launch: Callable[..., Browser]) -> Iterator[Tabs]:
    """Tabs of a Chromium that paints what it shows, for tests that look at a picture."""
    browser = launch(painted=True)
    yield Tabs(browser)
    browser.close()


@pytest.fixture
def open_painted_page(painted_tabs: Tabs, base: str) -> Iterator[Callable[..., Page]]:
    """Opens pages like `open_page`, of which a picture can be taken."""
    with opener(painted_tabs, base) as open_:
        yield open_


@pytest.fixture(scope="session")
def site_with_exit(
    make_project: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Path]:
    """A small site by where the button to leave is, built once: `site_with_exit("everywhere")`."""

    def site(where: str) -> Path:
        def make(root: Path) -> None:
            project = make_project(TESTS / "content", TESTS / "golden/content", root=root)
            clinic = project.places.content / "clinics/default/clinic.yaml"
            text = clinic.read_text("utf-8")
            assert "exit_page" not in text
            clinic.write_text(f"{text}exit_page: {where}\n", "utf-8")
            project.build()

        return made_once(tmp_path_factory, f"exit-{where}", make) / "site"

    return site


@pytest.fixture(scope="session")
def page_types(real: Any) -> dict[str, str]:
    """A page of each kind: the first of each template, a deep prompt, and those by hand."""
    from generator.pages.planners import plan_site
    from generator.site.site import Site

    found: dict[str, str] = {}
    for page in plan_site(Site.of(real.library())):
        if page.leads_to:  # nobody looks at it
            continue
        found.setdefault(page.template, page.url)
        if page.template == "prompt" and page.context["prompt"].intensity >= 3:
            found.setdefault("deep prompt", page.url)
        if page.template == "facet" and page.context["next"] is not None:
            found.setdefault("long list", page.url)
    if found["long list"] == found["facet"]:
        del found["long list"]  # nothing is asked of a page twice
    by_hand = ("about", "safety", "privacy", "for-therapists")
    return found | {name: f"{name}.html" for name in (*by_hand, "404")}


@contextmanager
def opener(tabs: Tabs, base: str) -> Iterator[Callable[..., Page]]:
    """What `open_page` gives to a test."""
    lent: list[Tab] = []

    def open_(
        path: str,
        *,
        width: int = 1280,
        height: int = 900,
        start: str = base,
        fresh: bool = False,
        clock: str = "",
        scheme: str = "light",
        timezone_id: str = "",
        **options: Any,
    ) -> Page:
        media = {name: options.pop(name, usual) for name, usual in MEDIA.items()}
        tab = tabs.lend(start, fresh=fresh, clock=bool(clock), **options)
        lent.append(tab)
        tab.dress(timezone_id, clock, width, height, color_scheme=scheme, **media)
        tab.page.goto(f"{start}{path}")
        return tab.page

    try:
        yield open_
    except BaseException:
        for tab in lent:
            tab.context.close()
        raise
    trouble = []
    for tab in lent:
        trouble += [*tab.trouble, *tab.violations()]
        tabs.give_back(tab)
    assert not trouble
