"""Cards of this site on somebody else's page: as WordPress shows them, and in a plain frame."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame, Page
from selectolax.lexbor import LexborHTMLParser

from tests.browser.barriers import barriers

pytestmark = pytest.mark.browser

RECEIVER = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A clinic</title>
<link rel="icon" href="data:,"></head><body><main><h1>Our clinic</h1>{card}</main><script>
window.links = [];
addEventListener("message", (event) => {{
  const said = event.data;
  if (!said || !(said.secret || said.message || said.value)) return;
  if (/[^a-zA-Z0-9]/.test(said.secret)) return;
  for (const frame of document.querySelectorAll(`iframe[data-secret="${{said.secret}}"]`)) {{
    if (event.source !== frame.contentWindow) continue;
    if (said.message === "height") {{
      frame.height = Math.min(1000, Math.max(200, parseInt(said.value, 10)));
    }}
    if (said.message === "link" && new URL(said.value).host === new URL(frame.src).host) {{
      window.links.push(said.value);
    }}
  }}
}});
</script></body></html>"""


def as_wordpress(answer: dict[str, str], secret: str = "Ab12Cd34Ef") -> str:
    """What WordPress makes of an answer from a stranger: it lets two elements pass, and sandboxes.

    Read in its source: `wp_filter_oembed_result` lets through `a href`, `blockquote` and `iframe`
    with eight attributes, adds the sandbox, and puts a secret behind the address.
    """
    allowed = {"src", "width", "height", "frameborder", "marginwidth", "marginheight"}
    allowed |= {"scrolling", "title"}
    tree = LexborHTMLParser(answer["html"])
    link, frame = tree.css_first("blockquote > a"), tree.css_first("iframe")
    assert [node.tag for node in tree.body.iter()] == ["blockquote", "iframe"]
    kept = {
        k: v or "" for k, v in frame.attributes.items() if k in allowed | {"scrolling", "title"}
    }
    kept |= {"sandbox": "allow-scripts", "security": "restricted", "data-secret": secret}
    kept["src"] = f"{kept['src']}#?secret={secret}"
    attributes = " ".join(f'{name}="{escape(value)}"' for name, value in kept.items())
    quoted = f'<a href="{escape(link.attributes["href"] or "")}">{escape(link.text())}</a>'
    return f"<blockquote>{quoted}</blockquote><iframe {attributes}></iframe>"


Show = Callable[..., tuple[Page, Frame]]
Clinic = Callable[[str], str]
"""Puts HTML on a page of somebody else's and gives its address."""


@pytest.fixture
def clinic(serve: Callable[..., str], tmp_path: Path) -> Clinic:
    """A server of somebody else's, which is another origin."""

    def put(card: str) -> str:
        (tmp_path / "index.html").write_text(RECEIVER.format(card=card), "utf-8")
        return f"{serve(tmp_path, with_headers=False)}index.html"

    return put


@pytest.fixture
def host(
    browser: Browser, base: str, site: Path, clinic: Clinic
) -> Iterator[Callable[..., tuple[Page, Frame]]]:
    """Somebody else's page, on another origin, with a card in it, and the card's frame.

    When the test ends, the card may have asked for nothing but files of this site.
    """
    context = browser.new_context(viewport={"width": 700, "height": 900})
    asked: list[str] = []
    errors: list[str] = []

    def show(name: str, *, card: str = "") -> tuple[Page, Frame]:
        answer = json.loads((site / f"oembed/{name}.json").read_text("utf-8"))
        answer["html"] = answer["html"].replace("https://example.org/writing/", base)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda m: m.type == "error" and errors.append(m.text))
        asked_from = clinic(card or as_wordpress(answer))
        page.goto(asked_from)
        frame = next(f for f in page.frames if f is not page.main_frame)
        frame.wait_for_load_state()
        return page, frame

    yield show
    context.close()
    assert [url for url in asked[1:] if not url.startswith(base)] == []
    assert errors == []


def test_found_as_wordpress_finds_it(base, browser, site):
    """The head of a page leads to an answer of the right form, whose frame is there."""
    for path in ("index.html", "techniques/lists.html", "packets/worry-week.html", "crisis.html"):
        tree = LexborHTMLParser((site / path).read_text("utf-8"))
        link = tree.css_first('head link[type="application/json+oembed"]')
        assert link is not None, path
        href = link.attributes["href"] or ""
        assert href.startswith("https://example.org/writing/oembed/")
        answer = json.loads((site / href.removeprefix("https://example.org/writing/")).read_text())
        assert {"version": "1.0", "type": "rich"}.items() <= answer.items()
        assert isinstance(answer["width"], int)
        assert isinstance(answer["height"], int)
        src = re.search(r'src="https://example\.org/writing/([^"]+)"', answer["html"])
        assert src is not None
        assert (site / src[1]).is_file()


def test_theme_asks_for_no_map_of_the_site(open_page):
    """The links to other forms of a page are not taken for other editions of the site."""
    page = open_page("index.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload(wait_until="networkidle")
    assert page.locator('head link[rel~="alternate"]').count() >= 3
    assert [url for url in asked if "sitemap" in url] == []


@pytest.mark.parametrize("name", ["crisis", "technique-lists", "packet-worry-week", "resources"])
def test_card_fits_its_height(host, name):
    """In WordPress's sandbox a card tells its height, again when its frame narrows."""
    page, frame = host(name)
    needed = (
        "Math.min(1000, Math.max(200, Math.ceil(document.body.getBoundingClientRect().height)))"
    )
    height = "document.querySelector('iframe').height"
    page.wait_for_function(f"{height} == {frame.evaluate(needed)}")
    wide = frame.evaluate(needed)
    page.evaluate("document.querySelector('iframe').width = 280")
    frame.wait_for_function("innerWidth < 300")
    page.wait_for_function(f"{height} == {frame.evaluate(needed)}")
    assert frame.evaluate(needed) >= wide
    assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_link_in_a_frame_that_may_open_nothing(host, base):
    """Where the sandbox lets nothing open, WordPress is asked to follow the link."""
    page, frame = host("technique-lists")
    frame.get_by_role("link", name="Lists", exact=True).click()
    page.wait_for_function("window.links.length")
    assert page.evaluate("links") == [f"{base}techniques/lists.html"]


def test_prompt_of_the_day_in_a_sandbox(host, browser):
    """The card shows the day of its reader, like the first page, though nothing may be stored."""
    page, frame = host("prompt-of-the-day")
    today = page.evaluate("new Date().toLocaleDateString('sv')")
    frame.wait_for_function(f"document.querySelector('ws-today').dataset.day === '{today}'")
    assert frame.evaluate("origin") == "null"
    refused = "() => { try { return localStorage.length; } catch (error) { return error.name; } }"
    assert frame.evaluate(refused) == "SecurityError"
    assert frame.locator("ws-today li a").get_attribute("target") == "_blank"


def test_plain_frame(open_page, host, base):
    """The snippet from the site's own page shows the card, and its links open the site."""
    copied = open_page("embedding.html")
    copied.locator("details").evaluate_all("all => all.forEach((one) => (one.open = true))")
    snippet = next(s for s in copied.locator("pre").all_inner_texts() if "embed/crisis.html" in s)
    assert "http-equiv" not in snippet
    page, frame = host("crisis", card=snippet.replace("https://example.org/writing/", base))
    assert frame.get_by_role("link", name="Call 911").is_visible()
    with page.context.expect_page() as opened:
        frame.get_by_role("link", name=re.compile("Not safe right now")).click()
    assert opened.value.url == f"{base}crisis.html"


def test_other_pages_refuse_a_frame(browser, base, clinic):
    """Everything but the cards refuses to be shown in somebody else's frame."""
    context = browser.new_context()
    page = context.new_page()
    with page.expect_console_message(lambda m: "frame-ancestors" in m.text):
        page.goto(clinic(f'<iframe src="{base}crisis.html"></iframe>'))
    context.close()


def test_without_script(open_page):
    """Without JavaScript a card is a page like any other: words, links, crisis."""
    page = open_page("embed/prompt-of-the-day.html", java_script_enabled=False)
    assert page.locator("ws-today li a").count() == 1
    assert page.get_by_role("link", name=re.compile("Not safe right now")).is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [280, 600])
def test_barriers_on_cards(open_page, width, scheme):
    """axe finds nothing on any kind of card, narrow or wide, light or dark; targets are large."""
    page = open_page("embed/crisis.html", width=width, scheme=scheme)
    start = page.url.removesuffix("crisis.html")
    small = """els => els.filter(e => e.getBoundingClientRect().height < 43.5)
      .map(e => e.outerHTML)"""
    for name in (
        "crisis",
        "prompt-of-the-day",
        "technique-lists",
        "packet-worry-week",
        "resources",
    ):
        page.goto(f"{start}{name}.html")
        assert barriers(page) == [], name
        assert page.locator("a").evaluate_all(small) == [], name


@pytest.mark.parametrize("width", [360, 1280])
def test_copying_by_keyboard(open_page, width):
    """The text of a snippet is copied with the keyboard alone, and a word says so."""
    page = open_page("embedding.html", width=width)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.get_by_role("button", name="Copy").first
    button.focus()
    page.keyboard.press("Enter")
    page.get_by_text("Copied.").first.wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "https://example.org/writing/"
