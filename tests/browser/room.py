"""What finds no room on a page as it stands: cut off, covered, or to be scrolled to sideways."""

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
"""What somebody has who writes on the page alone."""
ROWS_ARE_LAID_OUT = """() => {
  for (const row of document.querySelectorAll(".ws-entry")) row.style.contentVisibility = "visible";
}"""
"""All at once, not each when it is measured: rows far from the screen have no layout yet."""
TABLES_ARE_READY = """() => [...document.querySelectorAll("article table:not([class])")]
  .map((table) => table.closest(".ws-scroll"))
  .every((wrap) => wrap && (wrap.scrollWidth <= wrap.clientWidth || wrap.tabIndex === 0))"""
"""Scripts put each table into a box, which is a region for the keyboard if it scrolls."""
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""
SPACE = """(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""
"""A sheet that a reader's browser adds, which no policy of a page forbids."""


def lay_out(page: Page) -> None:
    """Have all of the page laid out, as somebody finds it who has scrolled through it."""
    page.evaluate(ROWS_ARE_LAID_OUT)
    _wait_for_tables(page)


def space(page: Page) -> None:
    """Give its text the spacing of WCAG 1.4.12."""
    page.evaluate(SPACE, SPACING)
    _wait_for_tables(page)


def without_room(page: Page) -> list[str]:
    """What is cut off, or reaches beyond the window."""
    return page.evaluate(OVERFLOWING) + page.evaluate(CUT_OFF)  # type: ignore[no-any-return]


def too_wide(page: Page) -> list[str]:
    """The page itself, if it has to be scrolled sideways."""
    return page.evaluate(TOO_WIDE)  # type: ignore[no-any-return]


def covered(page: Page, *selectors: str) -> list[str]:
    """What of these is not there, or lies under something else or off the screen at its middle."""
    return page.evaluate(COVERED, selectors)  # type: ignore[no-any-return]


def letters(page: Page, size: int) -> None:
    """Have the browser's letters as large as somebody has chosen: 16 is usual. It loads anew."""
    session = page.context.new_cdp_session(page)
    session.send("Page.enable")
    session.send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size}})
    page.reload()


def _wait_for_tables(page: Page) -> None:
    if not page.evaluate(TABLES_ARE_READY):  # to wait costs a frame or two
        page.wait_for_function(TABLES_ARE_READY)
