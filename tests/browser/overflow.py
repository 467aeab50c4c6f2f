"""Layout checks of a page: overflow, clipped or covered elements, reflow."""

from __future__ import annotations

from playwright.sync_api import Page

TOO_WIDE = """() => document.documentElement.scrollWidth > innerWidth
  ? [`page ${document.documentElement.scrollWidth}`] : []"""
OVERFLOWING = """() => [
  ...(document.documentElement.scrollWidth > innerWidth + 1
    ? [`page ${document.documentElement.scrollWidth}`] : []),
  ...[...document.querySelectorAll("article *, .ws-footer *, .ws-top > * > *, .ws-bar *")]
    .filter((el) => el.checkVisibility({visibilityProperty: true}))
    .filter((el) => !el.closest("[role=region][tabindex='0'], .visually-hidden"))
    .filter((el) => el.getBoundingClientRect().right > innerWidth + 1)
    .map((el) => el.outerHTML.slice(0, 90))]"""
CUT_OFF = """() => [
  ...document.querySelectorAll("article *, .ws-footer *, .ws-top > * > *, .ws-bar *")]
  .filter((el) => el.clientHeight > 1) // what is there for screen readers alone is a pixel high
  .filter((el) => ["hidden", "clip"].includes(getComputedStyle(el).overflowY))
  .filter((el) => el.scrollHeight > el.clientHeight + 2 && !el.closest(".visually-hidden"))
  .filter((el) => el.checkVisibility())
  .map((el) => el.outerHTML.slice(0, 90))"""
COVERED = """(selectors) => selectors.flatMap((selector) => {
  const seen = [...document.querySelectorAll(selector)].filter((el) => el.checkVisibility());
  return seen.length ? seen : [selector];
}).filter((el) => {
  if (typeof el === "string") return true;
  el.scrollIntoView({block: "nearest"});
  const box = el.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return !el.contains(top) || box.x < 0 || box.right > innerWidth;
}).map((el) => el.outerHTML?.slice(0, 90) ?? el)"""
SHEET = (".ws-writing__done", ".ws-need", ".ws-prompt__task", "#pad", ".ws-pad__tools > button")
"""Selectors of what has to stay reachable when only the writing pad is shown."""
ROWS_ARE_LAID_OUT = """() => {
  for (const row of document.querySelectorAll(".ws-entry")) row.style.contentVisibility = "visible";
}"""
"""Disables `content-visibility`, as rows far from the viewport have no layout yet."""
TABLES_ARE_READY = """() => [...document.querySelectorAll("article table:not([class])")]
  .map((table) => table.closest(".ws-scroll"))
  .every((wrap) => wrap && (wrap.scrollWidth <= wrap.clientWidth || wrap.tabIndex === 0))"""
"""Scripts wrap each table in a scroll container, focusable by keyboard if it overflows."""
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""
SPACE = """(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""
"""An adopted style sheet, as of a browser extension, which no CSP forbids."""


def lay_out(page: Page) -> None:
    """Force layout of the whole page, as after scrolling through it."""
    page.evaluate(ROWS_ARE_LAID_OUT)
    _wait_for_tables(page)


def space(page: Page) -> None:
    """Apply the text spacing of WCAG 1.4.12."""
    page.evaluate(SPACE, SPACING)
    _wait_for_tables(page)


def without_room(page: Page) -> list[str]:
    """HTML of elements that are clipped or overflow the viewport to the right."""
    return page.evaluate(OVERFLOWING) + page.evaluate(CUT_OFF)  # type: ignore[no-any-return]


def too_wide(page: Page) -> list[str]:
    """The scroll width of the page, if it has to be scrolled horizontally; else empty."""
    return page.evaluate(TOO_WIDE)  # type: ignore[no-any-return]


def covered(page: Page, *selectors: str) -> list[str]:
    """Those that are missing, off the screen, or covered by another element at their centre."""
    return page.evaluate(COVERED, selectors)  # type: ignore[no-any-return]


def letters(page: Page, size: int) -> None:
    """Set the browser's default font size in pixels (usually 16) and reload."""
    session = page.context.new_cdp_session(page)
    session.send("Page.enable")
    session.send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size}})
    page.reload()


def _wait_for_tables(page: Page) -> None:
    if not page.evaluate(TABLES_ARE_READY):  # to wait costs a frame or two
        page.wait_for_function(TABLES_ARE_READY)
