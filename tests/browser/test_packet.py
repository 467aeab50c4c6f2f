"""Putting a packet together, handing it over, opening it: all of it in the address of the page."""

from __future__ import annotations

import json
import random
import re
from io import BytesIO
from urllib.parse import parse_qsl, quote, urlencode

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageFilter
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser

from generator.site.site import Site
from generator.text.quotes import typographic
from tests.browser.barriers import barriers, looks
from tests.browser.late_scripts import late
from tests.browser.printed_output import letters, printed_sides

pytestmark = pytest.mark.browser

PAGE = "packet.html"
SMALL = """() => [...document.querySelectorAll("article *")]
  .filter((el) => el.matches("button, summary, input, textarea, label, a"))
  .filter((el) => el.checkVisibility({visibilityProperty: true}))
  .filter((el) => !el.matches(".visually-hidden, .ws-card__title, label:not(.ws-chip)"))
  .filter((el) => !(el.matches("a") && getComputedStyle(el).display === "inline"))
  .map((el) => [el, el.getBoundingClientRect()])
  .filter(([, box]) => box.height < 43.5 || box.width < 43.5)
  .map(([el, box]) => `${el.outerHTML.slice(0, 90)} ${box.width}x${box.height}`)"""
SIDEWAYS = """() => [...document.querySelectorAll("article *")]
  .filter((el) => el.checkVisibility() && !el.closest("svg, .visually-hidden"))
  .filter((el) => el.getBoundingClientRect().right > innerWidth + 1)
  .map((el) => el.outerHTML.slice(0, 90))"""


@pytest.fixture(scope="module")
def library(real):
    """The library of the real site."""
    return real.library()


@pytest.fixture(scope="module")
def few(library):
    """Three light prompts, a deep one and a sheet: (key, id, title) of each."""
    prompts = Site.of(library).found
    deep = next(p for p in prompts if p.intensity == 3)
    sheet = Site.of(library).worksheets[0]
    return [*(("p", p.id, p.title) for p in (*prompts[:3], deep)), ("w", sheet.id, sheet.title)]


def address(things, end=True, **more):
    """The fragment of a packet of (key, id or words, day, note)."""
    pairs = [("packet", "1"), *more.items()]
    for key, name, day, note in things:
        pairs += [(key, name), *([("d", day)] if day else []), *([("n", note)] if note else [])]
    return "#" + urlencode([*pairs, *([("end", str(len(things)))] if end else [])])


def ready(page, mode="edit"):
    """Waits until the packet is there in this way."""
    page.locator(f"ws-packet[data-mode={mode}]").wait_for(state="attached")
    if mode == "edit":
        page.wait_for_function("() => document.querySelector('.ws-card__add[aria-label]')")
    return page


def ids(page):
    """The things in the address, in their order; `page.url` hears of a change a little later."""
    said = page.evaluate("() => location.hash").removeprefix("#")
    return [value for key, value in parse_qsl(said) if key in ("p", "w", "t")]


def code_in(page, locator):
    """What a phone reads from the QR code that is shown."""
    return qr_codes(Image.open(BytesIO(locator.screenshot())).convert("L"))


def qr_codes(picture):
    """What the QR codes of a picture say."""
    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    return [code.text for code in found]


# Without a script


def test_without_a_script_the_page_explains_itself(open_page):
    """Without a script it says in words what it would do, and leads to packets and sheets."""
    page = open_page(PAGE, width=360, java_script_enabled=False)
    article = page.locator("article")
    assert "ready-made packets" in article.inner_text()
    assert article.locator("button:visible, input:visible, textarea:visible").count() == 0
    article.get_by_role("link", name="Ready-made packets").first.click()
    page.locator(".ws-card__title").first.click()
    assert page.locator("article h1").is_visible()
    assert page.locator(".ws-card").count() > 3


# With a keyboard


def test_without_a_script_a_link_that_was_sent_explains_itself(open_page, few):
    """Without a script who was sent a packet reads what it is and what to ask for."""
    fragment = address([(few[0][0], few[0][1], "", "")])
    page = open_page(f"{PAGE}{fragment}", width=360, height=640, java_script_enabled=False)
    said = page.get_by_text("Did somebody send you this link?")
    expect(said).to_be_in_viewport()
    assert "on paper or as a PDF" in said.inner_text()
    assert "a browser with JavaScript" in said.inner_text()


def test_five_things_by_keyboard(open_page):
    """With keys alone, five things are in a packet after some forty strokes, and handed over."""
    page = ready(open_page(PAGE))
    strokes = 0

    def press(*keys):
        nonlocal strokes
        for key in keys:
            page.keyboard.press(key)
            strokes += 1

    press("Tab", "Enter")  # past the menu
    while page.evaluate("document.activeElement.dataset.part") != "search":
        press("Tab")
    press(*"sleep")
    page.wait_for_function("() => !document.querySelector('ws-find').textContent.includes('400')")
    for number in range(1, 6):
        while not page.evaluate("document.activeElement.matches('.ws-card__add:not([data-in] *)')"):
            press("Tab")
        press("Enter")
        page.wait_for_function(f"() => location.hash.endsWith('end={number}')")
    assert len(set(ids(page))) == 5
    assert "Added. 5 things in the packet." in page.locator("[data-part=said]").inner_text()
    assert "of writing in all" in page.locator("[data-part=total]").inner_text()
    while page.evaluate("document.activeElement.dataset.part") != "to-over":
        press("Tab")
    press("Enter", "Tab")
    assert page.evaluate("document.activeElement.dataset.part") == "print-edited"
    assert strokes <= 45, strokes


def test_order_by_keyboard(open_page, few):
    """Moving keeps the focus on the thing that moves, and says where it is now."""
    things = [(key, name, "", "") for key, name, _ in few[:3]]
    page = ready(open_page(f"{PAGE}{address(things)}&edit=1"))
    first, second, third = (name for _, name, _ in few[:3])
    down = page.get_by_role("button", name=f"Move down: {few[0][2]}")
    down.focus()
    page.keyboard.press("Enter")
    assert ids(page) == [second, first, third]
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == (
        f"Move down: {few[0][2]}"
    )
    page.keyboard.press("Enter")
    assert ids(page) == [second, third, first]
    assert "is now 3 of 3" in page.locator("[data-part=said]").inner_text()
    # At the end there is no further down: the focus is on the way back up.
    assert page.evaluate("document.activeElement.dataset.act") == "up"
    page.go_back()
    page.wait_for_function(
        f"() => location.hash.indexOf('{first}') < location.hash.indexOf('{third}')"
    )
    names = page.locator(".ws-packet__name").all_inner_texts()
    assert names == [few[1][2], few[0][2], few[2][2]]


def test_taking_out_and_putting_back(open_page, few):
    """What was taken out can be put back where it was, with its note, by the same key."""
    things = [(key, name, "", "a note") for key, name, _ in few[:3]]
    page = ready(open_page(f"{PAGE}{address(things)}&edit=1"))
    before = page.url
    page.get_by_role("button", name=f"Take out: {few[1][2]}").focus()
    page.keyboard.press("Enter")
    assert ids(page) == [few[0][1], few[2][1]]
    assert page.evaluate("document.activeElement.textContent") == "Put it back"
    page.keyboard.press("Enter")
    assert page.url == before
    assert page.evaluate("document.activeElement.dataset.act") == "remove"


# With a finger or a pointer


def test_five_things_by_pointer(open_page, base):
    """On a phone seven taps make a packet of five things and copy its link, which then opens."""
    page = ready(
        open_page(
            PAGE, width=360, has_touch=True, permissions=["clipboard-read", "clipboard-write"]
        )
    )
    taps = 0
    for number in range(1, 6):
        page.locator(".ws-card:not([data-in]) .ws-card__add").first.tap()
        taps += 1
        page.wait_for_function(f"() => location.hash.endsWith('end={number}')")
    page.get_by_role("button", name="Hand it over").tap()
    page.get_by_role("button", name="Copy the link").tap()
    taps += 2
    assert taps == 7
    page.get_by_text("The link is copied.").wait_for()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == page.url
    other = ready(open_page(link.removeprefix(base), width=360), "read")
    assert other.locator("[data-part=plan] li").count() == 5


def test_from_the_first_page_to_paper_in_eight_clicks(open_page):
    """A therapist at a desk prints three prompts with a sheet: eight clicks from the first page."""
    page = open_page("index.html")
    page.add_init_script("window.print = () => (window.printed = true)")
    page.get_by_role("navigation").get_by_role("link", name="For therapists").first.click()
    page.locator("article").get_by_role("link", name="Make a packet").first.click()
    ready(page)
    for number in range(1, 4):
        page.locator("ws-find .ws-card:not([data-in]) .ws-card__add").first.click()
        page.wait_for_function(f"() => location.hash.endsWith('end={number}')")
    page.locator("[data-part=sheets] > summary").click()
    page.locator("[data-part=sheets] .ws-card__add").first.click()
    page.wait_for_function("() => location.hash.endsWith('end=4')")
    page.locator("[data-part=print-edited]").click()
    page.wait_for_function("() => window.printed")


def test_a_tap_does_not_move_the_page(open_page):
    """What is added appears above, and the button that was tapped stays where it is."""
    page = ready(open_page(PAGE, width=360, has_touch=True))
    button = page.locator(".ws-card__add").nth(2)
    button.scroll_into_view_if_needed()
    before = button.bounding_box()["y"]
    button.tap()
    page.wait_for_function("() => location.hash.endsWith('end=1')")
    assert abs(button.bounding_box()["y"] - before) < 3
    assert page.locator(".ws-packet__name").count() == 1


def test_days_dates_and_notes(open_page, few):
    """One tap numbers the days or dates them; each can be changed, and all is in the address."""
    things = [(key, name, "", "") for key, name, _ in few[:3]]
    page = open_page(f"{PAGE}{address(things)}&edit=1")
    page.clock.set_fixed_time("2026-12-30T10:00:00")
    ready(page)
    page.locator("label", has_text="Day numbers").click()
    assert [v for k, v in parse_qsl(page.url.partition("#")[2]) if k == "d"] == ["1", "2", "3"]
    page.get_by_label("Day", exact=True).nth(2).fill("7")
    page.wait_for_function("() => location.hash.includes('d=7')")
    page.locator("label.ws-chip", has_text="Dates").click()
    days = [v for k, v in parse_qsl(page.url.partition("#")[2]) if k == "d"]
    assert days == ["2026-12-30", "2026-12-31", "2027-01-05"]
    page.locator("label", has_text="Day numbers").click()
    assert [v for k, v in parse_qsl(page.url.partition("#")[2]) if k == "d"] == ["1", "2", "7"]
    page.locator("label.ws-chip", has_text="Dates").click()
    page.locator(".ws-packet__item summary").first.click()
    page.get_by_label("A note for this one").first.fill("Nur kurz, ganz müde & ehrlich")
    page.get_by_text("Title, session and a note").click()
    page.get_by_label("Title", exact=True).fill("For <you>")
    page.get_by_label("For your session on").fill("2027-01-08")
    page.wait_for_function("() => location.hash.includes('on=2027-01-08')")
    before = page.locator("article").inner_text()
    page.reload()
    ready(page)
    assert page.locator("article").inner_text() == before
    page.get_by_role("button", name="Look at it as a reader").click()
    assert page.locator("article h1").inner_text() == "For <you>"
    assert "Friday, January 8, 2027" in page.locator("[data-part=for]").inner_text()
    assert "müde & ehrlich" in page.locator("[data-part=step]").inner_text()


def test_typing_is_in_the_address_while_it_goes_on(open_page, few):
    """A reload finds what was typed without a pause: the keys that ask for one put it there.

    Other reloads find all but what was typed in a moment before. Safari lets a page change its
    address 100 times in 30 seconds; typing takes at most 90 of these.
    """
    things = [(key, name, "", "Slowly") for key, name, _ in few[:1]]
    page = ready(open_page(f"{PAGE}{address(things)}&edit=1"))
    page.evaluate("""() => {
      const before = history.replaceState.bind(history);
      window.changes = 0;
      history.replaceState = (...entry) => (changes++, before(...entry));
    }""")
    note = page.locator(".ws-packet__item textarea").first
    note.fill("")
    typed = "Begin with the smallest one and call me on Thursday"
    start = page.evaluate("performance.now()")
    for letter in typed:
        page.keyboard.press(letter)
        page.wait_for_timeout(60)
    said = page.evaluate("() => new URLSearchParams(location.hash.slice(1)).get('n')")
    changes, end = page.evaluate("[changes, performance.now()]")
    assert said
    assert typed.startswith(said)
    assert len(said) > len(typed) - 15
    assert 3 <= changes <= (end - start) / 30_000 * 90 + 2
    page.keyboard.type(" or Friday", delay=5)
    page.keyboard.press("Control+r")
    page.reload()
    ready(page)
    assert note.input_value() == f"{typed} or Friday"


def test_a_day_that_is_none_is_put_back(open_page, few):
    """A packet has days 1 to 90: another number does not stay in sight as if it were taken."""
    things = [(key, name, "4", "") for key, name, _ in few[:1]]
    page = ready(open_page(f"{PAGE}{address(things)}&edit=1"))
    day = page.get_by_label("Day", exact=True).first
    for typed in ("95", "0", "1e"):
        day.focus()
        day.select_text()
        day.press_sequentially(typed)
        day.press("Tab")
        assert day.input_value() == "4", typed
        page.wait_for_function("() => location.hash.includes('d=4')")
        assert "a day from 1 to 90" in page.locator("[data-part=said]").inner_text()
    # What was taken last counts, also without having left the field.
    day.focus()
    day.press("ArrowUp")
    day.select_text()
    day.press_sequentially("95")
    day.press("Tab")
    assert day.input_value() == "5"


def test_words_of_ones_own(open_page, few):
    """Words alone can stand between the prompts, and something added later comes a day later."""
    key, name, _ = few[0]
    page = ready(open_page(f"{PAGE}{address([(key, name, '3', '')])}&edit=1"))
    page.get_by_role("button", name="Add a few words of your own").click()
    page.keyboard.type("A day off.")
    page.wait_for_function("() => location.hash.includes('t=A+day+off.&d=4')")
    page.locator(".ws-card:not([data-in]) .ws-card__add").first.click()
    page.wait_for_function("() => location.hash.includes('&d=5&end=3')")


def test_search_and_facets_together(open_page, library):
    """Words and a feeling narrow together; sheets are searched too, and endings do not matter."""
    page = ready(open_page(PAGE))
    status = page.locator("ws-find [data-part=status]")
    everything = status.inner_text()
    page.get_by_label("Search prompts and worksheets").fill("letters")
    page.wait_for_function(
        "all => document.querySelector('ws-find [data-part=status]').textContent !== all",
        arg=everything,
    )
    found = int(status.inner_text().split()[0])
    assert 10 < found < 200
    assert int(page.locator("[data-part=sheet-count]").inner_text()) >= 1
    page.locator(".ws-find__fold > summary").click()
    page.locator("label.ws-chip", has_text="Angry").click()
    assert 0 < int(status.inner_text().split()[0]) < found
    page.get_by_label("Search prompts and worksheets").fill("qwertzu")
    page.get_by_text("Nothing here fits. Another word may help").wait_for()
    page.get_by_label("Search prompts and worksheets").fill("")
    page.wait_for_function("() => document.querySelectorAll('[data-part=cards] li').length === 5")


def test_search_forgives_what_the_search_of_the_site_forgives(open_page):
    """Punctuation, curly quotes and one wrong letter are no matter here either."""
    page = ready(open_page(PAGE))
    status = page.locator("ws-find [data-part=status]")
    everything = status.inner_text()
    field = page.get_by_label("Search prompts and worksheets")
    says = "document.querySelector('ws-find [data-part=status]').textContent"
    for query in ("letter", "letter!", "“letter”", "leter", "letters."):
        field.fill(query)
        page.wait_for_function(f"all => {says} !== all", arg=everything)
        assert int(status.inner_text().split()[0]) > 0, query
        # A card comes after the number: its prompt is read when it is shown.
        page.locator(
            "[data-part=cards] .ws-card__title", has_text=re.compile("letter", re.I)
        ).first.wait_for()
        field.fill("")
        page.wait_for_function(f"all => {says} === all", arg=everything)


def test_searched_before_the_scripts(open_page, base):
    """What is typed into the search of the page before it can search is found once it can."""
    page = open_page("robots.txt")
    with late(page, f"{base}{PAGE}", "pages/packet-finder"):
        field = page.get_by_label("Search prompts and worksheets")
        field.click()
        page.keyboard.type("qwertzu")
    page.get_by_text("Nothing here fits. Another word may help").wait_for()
    assert field.input_value() == "qwertzu"


def test_from_a_prompt_and_back_again(open_page, few):
    """A prompt's own page adds it to a new packet, or to the one that a reader comes from."""
    (_, first, _), (_, second, title), *_ = few
    page = open_page(f"prompts/{first}.html")
    page.get_by_role("link", name="Add to a packet").click()
    ready(page)
    assert ids(page) == [first]
    assert "edit" not in page.url
    page.get_by_role("link", name=title).first.click()
    page.wait_for_url(f"**/prompts/{second}.html#*")
    page.get_by_role("link", name="Add to a packet").click()
    ready(page)
    assert ids(page) == [first, second]
    page.go_back()
    page.go_back()
    ready(page)
    assert ids(page) == [first]


def test_from_a_sheet_and_from_lists(open_page, few):
    """A sheet's page adds it; a list of prompts opens the tools with the same prompts."""
    page = open_page(f"worksheets/{few[4][1]}.html")
    page.get_by_role("link", name="Add to a packet").click()
    ready(page)
    assert ids(page) == [few[4][1]]
    start = page.url.partition(PAGE)[0]
    page.goto(f"{start}browse/mood/grieving.html")
    count = page.locator("article").inner_text().split(" prompts")[0].split()[-1]
    page.get_by_role("link", name="Make a packet from these").click()
    ready(page)
    shown = page.locator("ws-find [data-part=status]")
    page.wait_for_function(
        "n => document.querySelector('ws-find [data-part=status]').textContent === `${n} prompts`",
        arg=count,
    )
    page.goto(f"{start}prompts/index.html#mood=angry&time=5-minutes")
    page.locator("[data-facet=mood] input").first.wait_for(state="attached")
    wanted = page.locator("[data-part=status]").inner_text()
    page.get_by_role("link", name="Make a packet from these").click()
    ready(page)
    page.wait_for_function(
        "t => document.querySelector('ws-find [data-part=status]').textContent === t", arg=wanted
    )
    assert shown.inner_text() == wanted


def test_ready_made_packets_open_the_same_way(open_page, library, site):
    """Every ready-made packet opens in the tools, complete, with days and notes, unharmed."""
    packets = Site.of(library).packets
    page = open_page(f"packets/{packets[0].id}.html")
    page.get_by_role("link", name="Change it, date it or pass it on").click()
    ready(page)
    for packet in packets:
        read = LexborHTMLParser((site / f"packets/{packet.id}.html").read_text("utf-8"))
        link = next(a for a in read.css("article a") if "Change it, date" in a.text())
        page.goto(page.url.partition(PAGE)[0] + link.attributes["href"].removeprefix("../"))
        things = [i.prompt or i.worksheet or typographic(i.note) for i in packet.items]
        notes = [typographic(item.note or "") for item in packet.items]
        page.wait_for_function(
            """notes => {
              const shown = [...document.querySelectorAll(".ws-packet__item textarea")];
              return JSON.stringify(shown.map((one) => one.value)) === JSON.stringify(notes);
            }""",
            arg=notes,
        )
        assert ids(page) == things, packet.id
        assert page.locator("[data-part=faults]").inner_text() == ""


# Opening a packet


def test_first_the_thing_that_is_next(open_page, few):
    """Whoever opens a dated packet on a phone sees what is for today, or next; no tools."""
    things = [
        ("p", few[0][1], "2026-12-02", ""),
        ("p", few[1][1], "2026-12-02", ""),
        ("p", few[2][1], "2026-12-04", ""),
    ]
    page = open_page(
        f"{PAGE}{address(things, title='Two days')}",
        width=360,
        timezone_id="America/Los_Angeles",
        clock="2026-12-01T23:50:00-08:00",
    )
    for now, says, shown in (
        ("2026-12-01T23:50:00", "Next: Wednesday, December 2", 0),
        ("2026-12-02T00:10:00", "Today, Wednesday, December 2", 0),
        ("2026-12-03T09:00:00", "Next: Friday, December 4", 1),
        ("2026-12-20T09:00:00", "Friday, December 4", 1),
    ):
        page.clock.set_fixed_time(f"{now}-08:00")
        page.reload()
        ready(page, "read")
        assert page.locator("[data-part=step-title]").inner_text() == says
        titles = page.locator("[data-part=step] h3").all_inner_texts()
        assert titles == [[few[0][2], few[1][2]], [few[2][2]]][shown], now
        assert page.locator("article input:visible, article textarea:visible").count() == 0
        assert page.locator("[data-part=step] .ws-prompt__text").first.is_visible()


def test_going_through_it_leaves_no_trace(open_page, few):
    """Steps can be gone through in any order; neither the address nor the device takes note."""
    page = open_page(f"{PAGE}{address([(k, n, str(d), '') for d, (k, n, _) in enumerate(few, 1)])}")
    ready(page, "read")
    state = "[JSON.stringify(localStorage), location.href, history.length, document.cookie]"
    before = page.evaluate(state)
    page.get_by_role("button", name="The next one").click()
    page.wait_for_function("() => document.activeElement?.textContent === 'Day 2'")
    page.locator("[data-part=plan] button").last.click()
    page.wait_for_function("() => document.activeElement?.textContent === 'Day 5'")
    assert page.get_by_role("button", name="The next one").count() == 0
    page.get_by_role("button", name="The one before").click()
    page.wait_for_function("() => document.activeElement?.textContent === 'Day 4'")
    assert page.evaluate(state) == before


def test_a_deep_one_carries_what_it_must(open_page, library, few):
    """A deep prompt shows its depth, whom it does not suit, how to stop and the crisis numbers."""
    deep = few[3]
    reasons = [
        library.term("stop-reasons", i).definition
        for i in library.prompts[deep[1]].choose_another_if
    ]
    page = ready(open_page(f"{PAGE}{address([(deep[0], deep[1], '', '')])}"), "read")
    text = page.locator("article").inner_text()
    assert "Deep" in text
    assert "Have somebody within reach" in text
    assert all(reason in text for reason in reasons)
    assert page.locator(".ws-packet__crisis").get_by_role("link", name="Call 911").is_visible()
    page.get_by_role("button", name="Change this packet").click()
    ready(page)
    item = page.locator(".ws-packet__item").inner_text()
    assert "Deep" in item
    assert all(reason in item for reason in reasons)


def test_jumping_past_the_menu_keeps_the_packet(open_page, few):
    """The link past the menu changes what stands behind the #; the packet comes back there."""
    fragment = address([(few[0][0], few[0][1], "", "")])
    page = ready(open_page(f"{PAGE}{fragment}"), "read")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.hash.startsWith('#packet=1')")
    assert page.url.endswith(fragment)
    page.reload()
    ready(page, "read")


# What an address may say


def some_packets(seed, many):
    """Packets as the tools make them, with all sorts of text."""
    dice = random.Random(seed)
    signs = "abc XYZ.,&=#%+?/\\'\"<>äöüßéñ漢字🙂\n~*()[]{}|^`$@!;:"

    def text(most):
        return "".join(dice.choice(signs) for _ in range(dice.randrange(most))).strip()

    def day():
        return dice.choice(["", str(dice.randint(1, 90)), f"20{dice.randint(10, 99)}-02-28"])

    packets = []
    for _ in range(many):
        items = [
            {"kind": kind, "id": "" if kind == "t" else f"{kind}-{n}", "day": day(),
             "note": text(60) or ("x" if kind == "t" else "")}
            for n, kind in enumerate(dice.choices("pwt", k=dice.randrange(1, 20)))
        ]  # fmt: skip
        packets.append(
            {
                "title": text(60).replace("\n", " "),
                "on": dice.choice(["", "2027-02-28"]),
                "note": text(200),
                "items": items,
            }
        )
    return packets


def in_page(page, function, values):
    """What a function of the page gives for each of many values; as text, which is much quicker."""
    call = f"(all) => JSON.stringify(JSON.parse(all).map((one) => ({function})(one)))"
    return json.loads(page.evaluate(call, json.dumps(values)))


def test_there_and_back(open_page):
    """What is written into an address is read from it again, whatever the texts are."""
    page = ready(open_page(PAGE))
    packets = some_packets(seed=4, many=300)
    answers = in_page(page, "(one) => ws.packet.read(ws.packet.write(one))", packets)
    for packet, answer in zip(packets, answers, strict=True):
        assert answer["packet"] == packet
        assert answer["faults"] == []


def test_nonsense_is_read_without_harm(open_page):
    """Addresses that were broken anywhere are read, and what was read is whole the next time."""
    page = ready(open_page(PAGE))
    dice = random.Random(7)
    whole = in_page(page, "ws.packet.write", some_packets(seed=5, many=300))
    broken = []
    for one in whole:
        for _ in range(dice.randint(1, 6)):
            place = dice.randrange(9, len(one))
            one = dice.choice(
                [
                    one[:place],
                    one[:place] + dice.choice("&=%#+\x00\u202e\ud7ff9zp") + one[place:],
                    one[:place] + one[place + dice.randint(1, 9) :],
                ]
            )
        broken.append(one)
    again = """(one) => {
      const {packet} = ws.packet.read(one);
      const next = ws.packet.read(ws.packet.write(packet));
      return [packet, next.found ? next.packet : packet, next.found ? next.faults : []];
    }"""
    for first, second, faults in in_page(page, again, broken):
        assert second == first
        assert faults == []
        assert all(
            ord(sign) >= 32 or sign == "\n" for item in first["items"] for sign in item["note"]
        )


def _all(text):
    return quote(text, safe="")


CHANGES = {
    "all of it": _all,
    "all of it, twice": lambda f: _all(_all(f)),
    "all but the #": lambda f: "#" + _all(f[1:]),
    "=": lambda f: f.replace("=", "%3D"),
    "= and &": lambda f: f.replace("=", "%3d").replace("&", "%26"),
    "&": lambda f: f.replace("&", "%26"),
    "& of HTML": lambda f: f.replace("&", "%26amp%3B"),
    "& as HTML": lambda f: f.replace("&", "&amp;"),
    "& as HTML, twice": lambda f: f.replace("&", "&amp;amp;"),
    "& as its number": lambda f: f.replace("&", "&#38;"),
    "= of mail": lambda f: f.replace("=", "=3D"),
    "%": lambda f: f.replace("%", "%25"),
    **{
        f"then {tail}": lambda f, tail=tail: f + tail
        for tail in (">", "%3E", '"', ").", ",", "%20", ">;")
    },
}
"""What becomes of a link on its way, by what of it is encoded or what comes after it."""


def test_link_that_was_encoded_on_its_way_opens(open_page):
    """Mail programs and editors encode or frame what stands behind the #: all of it is read."""
    page = ready(open_page(PAGE))
    packet = {
        "title": "Tom & Jerry <3 = ok; 100%",
        "on": "2026-12-01",
        "note": 'a&b=c, "q" > %3D %26 &amp; é 日 1+1',
        "items": [
            {"kind": "p", "id": "first-lists", "day": "1", "note": "3D & more"},
            {"kind": "w", "id": "bedtime-list", "day": "2", "note": ""},
            {"kind": "t", "id": "", "day": "", "note": "words."},
        ],
    }
    fragment = page.evaluate("one => ws.packet.write(one)", packet)
    asked = {name: change(fragment) for name, change in CHANGES.items()}
    answers = page.evaluate("all => all.map(ws.packet.read)", list(asked.values()))
    for name, answer in zip(asked, answers, strict=True):
        assert (answer["packet"], answer["faults"]) == (packet, []), name


def test_link_that_lost_its_end_is_read_so_far(open_page, few):
    """A link that was cut in two opens with what there is, and says that its end is missing."""
    things = [(key, name, "", "") for key, name, _ in few[:2]]
    cut = address(things).replace("&end=2", "").replace("=", "%3D")
    page = ready(open_page(PAGE + cut), "read")
    assert "The end of this link is missing" in page.locator("[data-part=faults]").inner_text()
    assert page.locator("[data-part=plan] li").count() == 2


FAULTS = (
    (lambda f: f.replace("packet=1", "packet=2"), "newer version"),
    (lambda f: f.replace("&end=2", ""), "The end of this link is missing"),
    (lambda f: f.replace("&end", "&p=was-here-once&end"), "“was-here-once”"),
    (lambda f: f.replace("&end", "&p=Not%2FAn<id>&end"), "“Not/An<id>”"),
    (lambda f: f.replace("d=2", "d=2026-02-30"), "“2026-02-30”"),
    (lambda f: f.replace("d=2", "d=0"), "A day could not be read"),
    (lambda f: f.replace("&end", "&colour=red&end"), "“colour”"),
    (lambda f: f.replace("n=Mild", "n=M%E4ild%"), "letters of this link were damaged"),
    (lambda f: f.replace("n=Mild", "n=" + "long+" * 400), "too long and is cut"),
    (lambda f: f.replace("title=Two", "title=" + "T" * 90), "too long and is cut"),
)


def test_what_cannot_be_read_is_named(open_page, few):
    """Whatever is wrong with a link, a sentence says what is left out, and the rest is there."""
    things = [("p", few[0][1], "1", "Mild"), ("p", few[1][1], "2", "")]
    whole = address(things, title="Two")
    page = ready(open_page(PAGE + whole), "read")
    for change, says in FAULTS:
        page.goto(page.url.partition("#")[0] + whole)
        page.wait_for_function("() => !document.querySelector('[data-part=faults]').textContent")
        page.goto(page.url.partition("#")[0] + change(whole))
        page.wait_for_function("() => document.querySelector('[data-part=faults]').textContent")
        said = page.locator("[data-part=faults]").inner_text()
        assert says in said
        assert said.count("“") <= 1
        assert page.locator("[data-part=plan] li").count() == 2, says


def test_the_same_twice_and_far_too_much(open_page, few, library):
    """The same thing for the same day is there once; more than sixty things are not taken."""
    key, name, _ = few[0]
    twice = [(key, name, "1", ""), (key, name, "1", ""), (key, name, "2", "")]
    page = ready(open_page(f"{PAGE}{address(twice)}"), "read")
    assert name in page.locator("[data-part=faults]").inner_text()
    assert page.locator("[data-part=plan] li").count() == 2
    many = [("p", prompt.id, "", "") for prompt in Site.of(library).found[:70]]
    page = ready(open_page(f"{PAGE}{address(many)}"), "read")
    assert "60 things" in page.locator("[data-part=faults]").inner_text()
    assert page.locator("[data-part=plan] li").count() == 60
    page.get_by_role("button", name="Change this packet").click()
    ready(page)
    page.locator("[data-part=sheets] > summary").click()
    page.locator("[data-sheet] .ws-card__add").first.click()
    assert "no more room" in page.locator("[data-part=said]").inner_text()
    assert len(ids(page)) == 60


def test_what_was_taken_off_the_site_is_called_by_its_title(open_page, few):
    """A prompt that was shown once and is archived now is named by its title."""
    page = open_page("about.html")
    page.route(
        "**/find/shelf.js",
        lambda route: route.fulfill(
            content_type="text/javascript",
            body=route.fetch()
            .text()
            .replace('"gone":{', '"gone":{"old-one":"An old one",', 1)
            .replace(",}", "}"),
        ),
    )
    things = [("p", few[0][1], "", ""), ("p", "old-one", "", "")]
    page.goto(page.url.replace("about.html", f"{PAGE}{address(things)}"))
    ready(page, "read")
    said = page.locator("[data-part=faults]").inner_text()
    assert said == "This is no longer on the site and is left out: “An old one”"


HOSTILE = "<img src=x onerror=alert(1)><script>window.bad=1</script> {title} javascript:alert(1)"


def test_words_from_right_to_left(open_page, few):
    """A title and notes in Arabic or Hebrew run as they are read, on the screen and on paper."""
    (key, name, _), words = few[0], "מילים לדרך"
    things = [(key, name, "", words), ("t", words, "", "")]
    page = ready(open_page(PAGE + address(things, title=words, note=words)), "read")
    shown = page.locator(f"xpath=//*[not(*)][.='{words}']")
    directions = shown.evaluate_all("all => all.map((el) => getComputedStyle(el).direction)")
    assert len(directions) >= 5
    assert set(directions) == {"rtl"}


def test_hostile_words_are_only_words(open_page, few):
    """Whatever a note says, it is shown as text, in reading, in the tools and on paper."""
    things = [("p", few[0][1], "", HOSTILE), ("t", HOSTILE, "", "")]
    page = open_page(f"{PAGE}{address(things, title=HOSTILE[:70], note=HOSTILE)}")
    ready(page, "read")
    assert page.locator("article h1").inner_text() == HOSTILE[:70]
    assert page.locator("[data-part=note]").inner_text() == HOSTILE
    page.get_by_role("button", name="Change this packet").click()
    ready(page)
    values = page.locator(".ws-packet__item textarea").evaluate_all("all => all.map(a => a.value)")
    assert values == [HOSTILE, HOSTILE]
    page.get_by_role("button", name=f"Move up: {HOSTILE[:50]}").click()
    assert page.locator("article :is(img, script)").count() == 0
    assert page.evaluate("window.bad") is None


# Handing it over


def test_a_phone_reads_the_code(open_painted_page, few):
    """The QR code on the page holds exactly the address, short or long, in any script."""
    page = ready(open_painted_page(PAGE, width=400, height=640, device_scale_factor=2))
    for note in ("", "x" * 120, "Grüße, ¿qué tal? 日本語 🙂", "word " * 100, "long one " * 60):
        things = [(key, name, "", note if not n else "") for n, (key, name, _) in enumerate(few)]
        page.goto(f"{page.url.partition('#')[0]}{address(things)}&edit=1")
        page.reload()  # nobody has asked for a code yet
        ready(page)
        page.get_by_role("button", name="Show a QR code").click()
        picture = page.get_by_role("img", name="QR code with the address of this packet").first
        picture.wait_for()
        assert picture.locator("[style]").count() == 0
        assert code_in(page, picture) == [page.locator("[data-part=address]").input_value()]
        page.locator(".ws-packet__item summary").nth(1).click()
        page.locator(".ws-packet__item textarea").nth(1).fill("changed")
        page.wait_for_function("() => location.hash.includes('n=changed')")
        page.wait_for_timeout(100)
        assert code_in(page, picture) == [page.url]


def test_every_size_of_code_can_be_read(open_page):
    """For texts of each length up to the limit there is a code that reads the same; none beyond."""
    page = ready(open_page(f"{PAGE}#packet=1&title=x&end=0"))
    page.evaluate("ws.loadScript('qr')")
    page.wait_for_function("() => ws.qr")
    most = page.evaluate("ws.qr.most")
    assert most == 1732
    for length in (1, 14, 15, 62, 180, 213, 214, 412, 413, 700, 858, 859, 1273, 1500, most):
        text = "".join(chr(33 + (n * 37) % 94) for n in range(length))
        code = page.evaluate(
            "t => { const {side, dark} = ws.qr.code(t); return [side, [...dark].join('')]; }", text
        )
        side, dark = code
        picture = Image.new("L", (side + 8, side + 8), 255)
        for place, on in enumerate(dark):
            if on == "1":
                picture.putpixel((place % side + 4, place // side + 4), 0)
        large = picture.resize((picture.width * 4, picture.height * 4), Image.Resampling.NEAREST)
        assert qr_codes(large) == [text], length
    assert page.evaluate("n => ws.qr.code('x'.repeat(n + 1))", most) is None


def test_a_link_that_is_too_long(open_page, few):
    """Beyond what a code or a mail program takes, the page says so, and the rest goes on."""
    things = [(key, name, "", "many words " * 50) for key, name, _ in few]
    page = ready(open_page(f"{PAGE}{address(things)}&edit=1"))
    assert "Some programs cut addresses" in page.locator("[data-part=long]").inner_text()
    page.get_by_role("button", name="Show a QR code").click()
    page.get_by_text("too long for a QR code").wait_for()
    assert page.locator("[data-part=address]").input_value() == page.url


def test_sheets_to_download(open_page, few, library, site):
    """Each sheet of the packet is there as the clinic's paper, in ordinary and in large print."""
    key, name, title = few[4]
    page = ready(open_page(f"{PAGE}{address([(key, name, '', '')])}&edit=1"))
    links = page.locator("[data-part=files] a")
    paper = library.clinic.paper
    files = [f"worksheets/files/{name}.{paper}{size}.pdf" for size in ("", "-large")]
    assert [
        href.partition("/writing/")[2] for href in links.evaluate_all("a => a.map(l => l.href)")
    ] == files
    assert all((site / file).is_file() for file in files)
    assert title in links.first.inner_text()


def test_nothing_is_kept_and_nothing_is_sent(open_page, few):
    """No word of a packet is in any request, and none of it is stored in the browser."""
    page = open_page("about.html")
    asked = []
    page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    things = [(key, name, "", "SECRET") for key, name, _ in few]
    page.goto(page.url.replace("about.html", f"{PAGE}{address(things, title='SECRET')}&edit=1"))
    ready(page)
    page.locator(".ws-packet__item textarea").first.fill("SECRET TOO")
    page.wait_for_function("() => location.hash.includes('TOO')")
    page.get_by_role("button", name="Show a QR code").click()
    page.locator(".ws-packet__code svg").first.wait_for(state="attached")
    # The browser names the whole address of a page that it opens; it sends what is before the #.
    assert [url for url in asked if "SECRET" in url.split("#")[0]] == []
    kept = page.evaluate(
        "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
    )
    assert "SECRET" not in kept
    assert few[0][1] not in kept


def test_printed(open_page, few, library):
    """On paper: a cover with plan, note, how to stop and the numbers; then room for each prompt."""
    things = [(key, name, str(n), "") for n, (key, name, _) in enumerate(few, 1)]
    fragment = address(
        [*things, ("t", "Rest on this day.", "6", "")],
        title="A quiet week", on="2026-12-03", note="Take what you like.",
    )  # fmt: skip
    page = ready(open_page(f"{PAGE}{fragment}"), "read")
    page.wait_for_function(
        "n => document.querySelectorAll('[data-part=things] > *').length === n", arg=5
    )
    cover, *inside = printed_sides(page, "A4")
    for words in (
        "A quiet week", "Thursday, December 3", "Take what you like.", "You can stop at any time",
        "Call 911", "Call 988", "741741", "Rest on this day.", "Deep",
        *(title for *_, title in few),
    ):  # fmt: skip
        assert letters(words) in letters(cover), words
    rest = " ".join(inside)
    printed = Site.of(library)  # with the quotes that readers see
    for _, name, title in few[:4]:
        prompt = printed.prompt[name]
        assert title in rest
        assert " ".join(prompt.text.split())[:60] in rest
        if prompt.closing:
            term = printed.term("closings", prompt.closing)
            assert " ".join((term.sentence or term.definition).split())[:40] in rest
    for furniture in ("Print it", "Add to it", "The next one", "Nothing is noted"):
        assert furniture not in cover + rest
    assert len(inside) <= 6  # the deep one has two
    page.emulate_media(media="print")
    for lines in page.locator("[data-part=things] .ws-packet__lines").all():
        assert lines.bounding_box()["height"] > 96  # pixels: room for three lines by hand


def test_deep_prompt_has_a_side_for_its_lines(open_page, library):
    """What says much before it asks is followed by a side to write on, and no side is empty.

    On the cover, the numbers of its crisis lines stand in two columns without a hole.
    """
    found = Site.of(library).found
    deep = next(p for p in found if p.intensity == 3 and len(p.choose_another_if) > 4)
    short = next(p for p in found if not p.choose_another_if)
    things = [("p", deep.id, "1", ""), ("p", short.id, "2", ""), ("p", deep.id, "3", "")]
    page = ready(open_page(f"{PAGE}{address(things)}", width=680), "read")
    page.wait_for_function("document.querySelectorAll('[data-part=things] > *').length === 3")
    for paper in ("A4", "Letter"):
        _cover, front, lines, between, *rest = printed_sides(page, paper)
        assert deep.title in front
        assert lines.startswith("To end:"), paper
        assert short.title in between
        assert len(rest) == 2, paper
    page.emulate_media(media="print")
    room = page.locator("[data-part=things] .ws-packet__lines").first.bounding_box()["height"]
    assert room / 96 * 25.4 >= 150
    tops = [way.bounding_box()["y"] for way in page.locator(".ws-packet__crisis .ws-contact").all()]
    assert all(tops.count(top) == 2 for top in tops[:-1]), tops


def test_empty_packet_lists_nothing(open_page):
    """A packet with nothing in it prints no heading of a list."""
    page = ready(open_page(PAGE))
    (side,) = printed_sides(page, "A4")
    assert "You can stop at any time" in side
    assert "What is in it" not in side


def test_sheets_are_printed_with_the_packet(open_page, library):
    """After the cover come the forms themselves, each from the top of a page, as many pages as
    they have alone, and the next prompt on a page of its own."""
    prompt = Site.of(library).found[0]
    first, second = (library.worksheets[name] for name in ("thought-record", "three-good-things"))
    things = [("w", first.id, "1", ""), ("p", prompt.id, "2", ""), ("w", second.id, "3", "")]
    page = ready(open_page(f"{PAGE}{address(things)}"), "read")
    page.wait_for_function("() => document.querySelectorAll('.ws-packet__paper > *').length > 9")
    beginnings = (first.title, "The two-minute version", prompt.title, second.title)
    for paper in ("A4", "Letter"):
        texts = printed_sides(page, paper)
        assert len(texts) == 1 + first.pages + 1 + second.pages, paper
        for text, words in zip(texts[1:], beginnings, strict=True):
            assert words in text[:200]  # after the site's name and the fields for name and date
    assert (
        page.evaluate("""() => document.querySelectorAll(
      ".ws-packet__paper .ws-sheet [id], .ws-packet__paper .ws-sheet [name]").length""")
        == 0
    )


@pytest.mark.parametrize("many", [1, 7, 10])
def test_code_on_paper_is_large_enough(open_page, library, many):
    """A module is 0.4 mm or more on paper, and a blurred print is read all the same."""
    prompts = Site.of(library).found[:many]
    things = [("p", p.id, "", "x" * (40 if many < 10 else 60)) for p in prompts]
    page = ready(open_page(f"{PAGE}{address(things)}&edit=1"))
    page.get_by_role("button", name="Show a QR code").click()
    page.locator("[data-part=paper-code] svg").wait_for(state="attached")
    page.emulate_media(media="print")
    modules = int(page.locator("[data-part=paper-code] svg").get_attribute("viewBox").split()[2])
    wide = page.locator("[data-part=paper-code] svg").bounding_box()["width"]
    assert wide / modules / 96 * 25.4 >= 0.4
    document = pypdfium2.PdfDocument(page.pdf(format="A4"))
    for dots in (110, 150):
        picture = document[0].render(scale=dots / 72).to_pil().convert("L")
        picture = picture.filter(ImageFilter.GaussianBlur(0.5 if dots == 110 else 1))
        assert qr_codes(picture) == [page.url], dots
    document.close()


def test_from_a_disk(open_page, site, few):
    """Opened as a file it works the same, and says that its address is good on this device only."""
    things = [(key, name, "", "") for key, name, _ in few]
    page = open_page(f"{PAGE}{address(things)}", start=f"{site.as_uri()}/")
    ready(page, "read")
    assert page.locator("[data-part=step] .ws-prompt__text").is_visible()
    page.goto(f"{page.url}&edit=1")
    page.reload()
    ready(page)
    assert "on this device only" in page.locator("[data-part=long]").inner_text()
    page.locator(".ws-card:not([data-in]) .ws-card__add").first.click()
    page.wait_for_function("() => location.hash.endsWith('end=6')")


# For everybody


@pytest.mark.parametrize("mode", ["read", "edit"])
def test_no_barriers(open_page, few, mode):
    """axe finds nothing while a packet is read or changed, and all targets are large."""
    things = [(key, name, str(n), "a note") for n, (key, name, _) in enumerate(few, 1)]
    fragment = address([*things, ("p", "gone", "", "")], title="A week", note="For you")
    edit = "&edit=1" if mode == "edit" else ""
    page = open_page(f"{PAGE}{fragment}{edit}", reduced_motion="reduce")
    ready(page, mode)
    if mode == "edit":
        page.get_by_role("button", name="Show a QR code").click()
        page.locator(".ws-packet__code svg").first.wait_for(state="attached")
        page.locator("details").evaluate_all("all => all.forEach((one) => (one.open = true))")
        page.get_by_role("button", name=f"Take out: {few[0][2]}").click()
    for width, scheme in looks(page):
        assert barriers(page) == [], (width, scheme)
        assert page.evaluate(SMALL) == [], (width, scheme)


def test_zoomed_and_forced(open_page, few):
    """At 400 % nothing is pushed out of the page; in forced colours buttons have edges."""
    things = [(key, name, str(n), "longwordwithoutend" * 6) for n, (key, name, _) in enumerate(few)]
    page = open_page(
        f"{PAGE}{address(things, title='Wordwithoutanyend' * 4)}",
        width=320, height=256, forced_colors="active",
    )  # fmt: skip
    border = "all => all.map((el) => parseFloat(getComputedStyle(el).borderTopWidth))"
    boxes = page.locator("article :is(.ws-button, input:not(.visually-hidden), textarea):visible")
    for mode in ("read", "edit"):
        if mode == "edit":
            page.goto(f"{page.url}&edit=1")
        ready(page, mode)
        assert page.evaluate(SIDEWAYS) == [], mode
        assert min(boxes.evaluate_all(border)) > 0, mode


def test_nothing_jumps_while_it_opens(open_page, few):
    """While the page opens, empty, with a packet or with a choice, nothing moves (CLS ≤ 0.02)."""
    page = open_page("about.html", fresh=True)
    page.add_init_script("""
      window.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value;
      }).observe({type: "layout-shift", buffered: true});""")
    cache = page.context.new_cdp_session(page)
    start = page.url.removesuffix("about.html")
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for name, fragment in (
            ("empty", ""),
            ("packet", f"#packet=1&title=A&p={few[0][1]}&d=1&end=1"),
            ("choice", "#mood=anxious"),
        ):
            cache.send("Network.clearBrowserCache")  # as on a first visit
            page.goto(f"{start}{PAGE}?{name}-{width}{fragment}")
            ready(page, "read" if name == "packet" else "edit")
            page.wait_for_timeout(300)
            assert page.evaluate("shift") <= 0.02, (name, width)
