"""Everybody can use every kind of page: what axe finds, and what it does not look for."""

from __future__ import annotations

import pytest

from tests.browser.barriers import ALL, COLOURS, barriers, barriers_in_every_look, looks

pytestmark = pytest.mark.browser

SMALL_TARGETS = """() => {
  const inText = (link) => {
    const box = link.closest("p, li, dd, td, blockquote, h1, h2, h3");
    return box && getComputedStyle(link).display === "inline"
      && box.textContent.trim().length > link.textContent.trim().length + 3;
  };
  return [...document.querySelectorAll("a[href], button, summary, input, label[for]")]
    .filter((target) => target.checkVisibility({visibilityProperty: true, opacityProperty: true}))
    .filter((target) => !target.closest(".ws-skip, [hidden]") && !inText(target))
    .filter((target) => !target.control || ["checkbox", "radio"].includes(target.control.type))
    .map((target) => [target, (target.closest("label") ?? target).getBoundingClientRect()])
    .map(([target, box]) => {
      const cover = getComputedStyle(target, "::after");
      return cover.position === "absolute" && cover.inset === "0px"
        ? [target, target.offsetParent.getBoundingClientRect()] : [target, box];
    })
    .filter(([, box]) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
    .map(([target, box]) => `${target.outerHTML.slice(0, 90)} ${box.width}x${box.height}`);
}"""


def test_every_kind_of_page(open_page, page_types):
    """axe finds nothing on any kind of page, narrow or wide, light or dark; targets are large.

    A page holds the same at both widths but for its frame, which all pages share, and what is large
    enough for a finger on a phone is so at a desk. So all is asked of each on a phone, and of the
    first page at a desk too, where elsewhere colors are asked. Pages for authors are tables and
    lists for somebody at a desk: they are not looked at narrow.
    """
    page = open_page("robots.txt", reduced_motion="reduce")
    start = page.url.removesuffix("robots.txt")
    found = []
    for_authors = [kind for kind, path in page_types.items() if path.startswith("authors/")]
    for kind, path in page_types.items():
        page.goto(f"{start}{path}")
        for width, scheme in looks(page):
            rules = ALL if width == 360 or kind in ("home", *for_authors) else COLOURS
            if width == 360 and kind in for_authors:
                break
            found += [f"{kind} {width} {scheme} {v}" for v in barriers(page, rules)]
            if width == 360:
                found += [f"{kind} {width} {v}" for v in page.evaluate(SMALL_TARGETS)]
    assert not found


def test_search_results(open_page):
    """axe finds nothing while results, nothing, or the numbers to call are shown."""
    page = open_page("index.html", reduced_motion="reduce")
    page.get_by_role("button", name="Search", exact=True).click()
    field = page.locator(".ws-search__field")
    for query, found in (
        ("letter", ".ws-search__link"),
        ("zzqq", ".ws-search__help"),
        ("suicide", ".ws-danger"),
    ):
        field.fill(query)
        page.locator(found).first.wait_for()
        assert barriers_in_every_look(page) == [], query


def test_while_choosing(open_page):
    """axe finds nothing while facets are open and values chosen, and targets stay large."""
    page = open_page("prompts/index.html", reduced_motion="reduce")
    page.locator("[data-facet=mood] input").first.wait_for(state="attached")
    page.locator("details").evaluate_all("all => all.forEach((one) => (one.open = true))")
    page.locator("label.ws-chip", has_text="Tired").click()
    page.locator("label.ws-chip", has_text="5 minutes").first.click()
    for width, scheme in looks(page):
        assert barriers(page) == [], (width, scheme)
        assert page.evaluate(SMALL_TARGETS) == [], (width, scheme)


def test_while_choosing_listings(open_page):
    """axe finds nothing in the directory while facets are open and values chosen."""
    page = open_page("resources/index.html", reduced_motion="reduce")
    page.locator("[data-facet=kind] input").first.wait_for(state="attached")
    page.locator("details").evaluate_all("all => all.forEach((one) => (one.open = true))")
    page.locator("label.ws-chip", has_text="Helplines").click()
    page.locator("label.ws-chip", has_text="California").click()
    for width, scheme in looks(page):
        assert barriers(page) == [], (width, scheme)
        assert page.evaluate(SMALL_TARGETS) == [], (width, scheme)


@pytest.mark.parametrize("tabs_with_fonts", ["narrow", "wide"], indirect=True)
def test_targets_are_large_with_other_fonts(open_page_with_fonts, page_types):
    """Outside running text, all that can be tapped is at least 44 pixels wide and high.

    The name of a field to type in may be smaller: the field itself is right below.

    Pages for authors are tables and lists for somebody at a desk.
    """
    page = open_page_with_fonts("index.html", width=360)
    start = page.url.removesuffix("index.html")
    small = {}
    for path in page_types.values():
        if path.startswith("authors/"):
            continue
        page.goto(f"{start}{path}")
        small |= dict.fromkeys(page.evaluate(SMALL_TARGETS), path)
    assert not small
