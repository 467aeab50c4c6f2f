"""How far what one reads moves while a page loads (Cumulative Layout Shift)."""

from __future__ import annotations

from playwright.sync_api import Page

MOST = 0.02
"""A fifth of what is called good (web.dev/cls)."""
SHIFTS = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value;
}).observe({type: "layout-shift", buffered: true});"""
PAINTED = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"


def watch_shifts(page: Page) -> None:
    """Have each page count what moves on it, from its beginning."""
    page.context.add_init_script(SHIFTS)


def shift(page: Page) -> float:
    """What has moved on the page, which has been painted."""
    page.evaluate(PAINTED)
    return page.evaluate("shift")  # type: ignore[no-any-return]
