"""Cumulative Layout Shift (CLS) of a page while it loads."""

from __future__ import annotations

from playwright.sync_api import Page

MOST = 0.02
"""Limit of CLS: a fifth of what counts as good (web.dev/cls)."""
SHIFTS = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value;
}).observe({type: "layout-shift", buffered: true});"""
PAINTED = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"


def watch_shifts(page: Page) -> None:
    """Add an init script that sums up layout shifts of each page."""
    page.context.add_init_script(SHIFTS)


def shift(page: Page) -> float:
    """The sum of layout shifts so far, without recent input, after the next frame."""
    page.evaluate(PAINTED)
    return page.evaluate("shift")  # type: ignore[no-any-return]
