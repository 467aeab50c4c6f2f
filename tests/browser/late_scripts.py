"""Pages whose scripts come late, as over a slow connection: what is done there meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, Route


@contextmanager
def late(page: Page, address: str, script: str, *, reload: bool = False) -> Iterator[None]:
    """Open or reload a page; its script `assets/<script>.js` is answered when the block ends.

    The browser runs scripts in their order, so those after it in the page wait for it as well.
    After the block the page has loaded.
    """
    waiting: list[Route] = []
    pattern = f"**/assets/{script}.js"
    page.route(pattern, lambda route: waiting.append(route))
    if reload:
        page.reload(wait_until="domcontentloaded")
    else:
        page.goto(address, wait_until="domcontentloaded")
    yield
    page.wait_for_timeout(100)
    while not waiting:
        page.wait_for_timeout(50)
    for route in waiting:
        route.continue_()
    page.unroute(pattern)
    page.wait_for_load_state("load")
