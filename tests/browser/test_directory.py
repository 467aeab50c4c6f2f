"""Finding a listing: by what it is, by where it is, by the clock; on a screen and on paper."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from itertools import cycle, product
from pathlib import Path

import pytest

from generator.content.models.resource import Hours
from generator.pages.parts.contacts import service_name
from generator.pages.parts.directory import WAYS
from generator.pages.parts.listings import local_first
from generator.pages.parts.time_spans import packed
from generator.site.areas import areas_of, by_country
from generator.site.recurrence import meetings_until, openings
from generator.site.site import Site
from generator.site.words import load_words
from tests.browser.printed_output import lay_over, printed_sides
from tests.projects import made_once
from tests.unit.site.test_recurrence import RULES, ZONES, meeting

pytestmark = pytest.mark.browser

FIRST = 20
"""Rows before somebody asks for more."""

TESTS = Path(__file__).parents[1]
DIRECTORY = "resources/index.html"
SHOWN = """() => [...document.querySelectorAll(".ws-entry")].filter((e) => e.checkVisibility())
  .map((entry) => entry.querySelector("a").textContent)"""
WORDS_ONLY = """
name: Line with hours in words
summary: Somebody to talk to, they say.
url: https://words.example.org/
contacts:
  - {kind: voice, display: 800-555-0133, dial: "8005550133", languages: [en],
     hours: {words: "Day and night, as last seen"}}
languages: [en]
cost: {kind: free}
modality: [phone]
area: {scope: country, countries: [US]}
audience: [person]
verification: {status: official, on: 2026-05-01, method: web, by: The editors}
"""


@pytest.fixture(scope="module")
def library(real):
    """The library of the real site."""
    return real.library()


@pytest.fixture(scope="module")
def small(make_project, serve, tmp_path_factory) -> str:
    """A small site whose hours and meetings are known: see tests/golden/content/resources."""

    def make(root: Path) -> None:
        own = tmp_path_factory.mktemp("own")
        for folder in ("content", "golden/content"):
            for file in sorted((TESTS / folder).glob("resources/*/*.yaml")):
                put(own, file.relative_to(TESTS / folder), file.read_text("utf-8"))
        put(own, Path("resources/directory/words-only.yaml"), WORDS_ONLY.lstrip())
        make_project(TESTS / "content", TESTS / "golden/content", own, root=root).build()

    return serve(made_once(tmp_path_factory, "hours", make) / "site", "/small/")


def put(own: Path, path: Path, text: str) -> None:
    """Write a file of content, checked lately enough to be shown."""
    (own / path).parent.mkdir(parents=True, exist_ok=True)
    (own / path).write_text(re.sub(r"on: 2026-\d\d-\d\d", "on: 2026-11-01", text), "utf-8")


def at(open_page, start: str, moment: str, path: str = DIRECTORY, **options):
    """A page of a site as it looks at a moment."""
    page = open_page(path, start=start, clock=moment, **options)
    page.wait_for_function("() => globalThis.ws?.clock")
    return page


def ready(page):
    """Waits until the links have become boxes."""
    page.locator("[data-facet=kind] input").first.wait_for(state="attached")
    return page


def fitting(library, everywhere=False, **choice):
    """Names of the listings that fit, in their order; Python's own answer."""
    ways, words = {way.name: way for way in WAYS}, load_words("en")
    site = Site.of(library)
    listed = sorted(site.resources, key=lambda r: local_first(site, r))
    if not everywhere:
        near = by_country(listed, site)["us"]
        listed = [resource for resource in listed if resource in near]
    listed.sort(key=lambda r: not set(areas_of(r)) & set(choice.get("area", areas_of(r))))
    return [
        service_name(resource, words)
        for resource in listed
        if all(set(ways[w].of(site, resource)) & set(t) for w, t in choice.items())
    ]


# Without a script


def test_each_value_has_its_plain_page(open_page, library):
    """Without a script all listings stand there, and every value is a link to a plain page."""
    page = open_page(DIRECTORY, width=360, java_script_enabled=False)
    assert page.evaluate(SHOWN) == fitting(library)
    page.locator(".ws-find__fold > summary").click()
    assert page.locator(".ws-find button:visible").count() == 0
    assert page.get_by_text("Open now").count() == 0
    page.locator("[data-facet=language] > summary").click()
    page.get_by_role("link", name=re.compile("^Spanish")).click()
    page.wait_for_url("**/resources/language-es.html")
    assert page.evaluate(SHOWN) == fitting(library, language=["es"])
    for fold in page.locator(".ws-entries__fold > summary").all():
        fold.click()
    everywhere = fitting(library, everywhere=True, language=["es"])
    assert sorted(page.evaluate(SHOWN)) == sorted(everywhere)


def test_known_hours_without_a_script(open_page, library):
    """Without a script nothing is said to be open; the hours are there to read."""
    page = open_page(DIRECTORY, java_script_enabled=False)
    page.get_by_role("link", name="At known hours").click()
    assert page.locator(".ws-lead").inner_text().count("what time it is where you are")
    assert page.get_by_text("Monday to Friday, 10 am to 10 pm Eastern").first.is_visible()
    assert page.locator(".ws-now:visible").count() == 0


def test_dates_of_the_build_without_a_script(open_page, small, real):
    """Without a script a group shows the dates counted on the day of the build, and says so."""
    page = open_page("resources/directory.html", start=small, java_script_enabled=False)
    group = page.locator(".ws-meets")
    assert group.locator("li").count() == 3
    said = group.locator(".ws-meets__counted").inner_text()
    assert said.startswith("Dates as counted on")
    assert "Pacific" in said


# The page of a kind


def test_a_kind_is_a_list_of_rows(open_page):
    """Helplines of all countries are as long as the directory may be, and open one by one."""
    page = open_page("resources/helpline-warmline.html", width=390, height=844)
    assert page.evaluate("document.documentElement.scrollHeight") <= 12_000
    line = page.locator(".ws-entry", has=page.locator("#nami-helpline"))
    assert line.get_by_role("link", name="Call").first.is_visible()
    assert line.get_by_text("Last checked on").is_hidden()
    line.locator("summary").click()
    assert line.get_by_text("Last checked on").is_visible()


def test_a_link_to_a_listing_of_another_country_opens_its_fold(open_page):
    """Whoever comes from a list or the search sees it, with all that is known of it."""
    page = open_page("resources/helpline-warmline.html#cruse-bereavement", width=390, height=844)
    name = page.locator("#cruse-bereavement")
    page.wait_for_function("() => document.querySelector('#cruse-bereavement').checkVisibility()")
    assert 0 <= name.bounding_box()["y"] < 400
    assert name.locator("xpath=..").get_by_text("Last checked on").is_visible()


# With a keyboard


def test_choosing_by_keyboard(open_page, library):
    """With keys alone one unfolds, chooses, hears how many fit, goes to them, and goes back."""
    page = ready(open_page(DIRECTORY, width=360))
    page.locator(".ws-find__fold > summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    wanted = fitting(library, kind=["crisis-line"])
    status = page.locator("[data-part=status][aria-live=polite]")
    assert status.inner_text() == f"{len(wanted)} listings"
    assert page.url.endswith("#kind=crisis-line")
    page.get_by_role("button", name=f"Show {len(wanted)} listings").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.part") == "heading"
    assert page.evaluate(SHOWN) == wanted[:FIRST]
    page.get_by_role("button", name="Clear all").press("Enter")
    assert page.evaluate(SHOWN) == fitting(library)[:FIRST]
    page.go_back()
    page.wait_for_function("() => location.hash === '#kind=crisis-line'")
    assert page.evaluate(SHOWN) == wanted[:FIRST]


# With a pointer


def test_facets_together(open_page, library):
    """Two values of one facet widen, a second facet narrows; counts tell what a tap would do."""
    page = ready(open_page(DIRECTORY))
    for name in ("Helplines", "Crisis lines"):
        page.locator("label.ws-chip", has_text=name).click()
    choice = {"kind": ["crisis-line", "helpline-warmline"]}
    chip = page.locator("[data-facet=area] label", has_text="California")
    says = int(chip.locator(".ws-chip__count").inner_text())
    chip.click()
    wanted = fitting(library, **choice, area=["us-ca"])
    assert len(wanted) == says
    assert page.evaluate(SHOWN) == wanted[:FIRST]
    page.get_by_role("button", name="Take away: Crisis lines").click()
    assert (
        page.evaluate(SHOWN) == fitting(library, kind=["helpline-warmline"], area=["us-ca"])[:FIRST]
    )
    page.locator("[data-facet=kind] label", has_text="Books").click()
    page.get_by_role("button", name="Take away: Helplines").click()
    assert page.evaluate(SHOWN) == []
    assert page.locator("[data-part=none]").is_visible()


@pytest.mark.parametrize("way", ["http", "file"])
def test_shared_choice(open_page, site, base, library, way):
    """A link with a choice opens with it, from a server or a disk; nonsense in it is let go."""
    start = f"{site.as_uri()}/" if way == "file" else base
    page = ready(open_page(f"{DIRECTORY}#language=es+xx&cost=free&no-such=x", start=start))
    page.wait_for_function("() => !document.querySelector('[data-waiting]')")
    assert page.evaluate(SHOWN) == fitting(library, language=["es"], cost=["free"])[:FIRST]


def test_nothing_jumps(open_page):
    """While the page gets its boxes, or opens with a choice, nothing moves (CLS at most 0.02)."""
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
        for fragment in ("", "#kind=app"):
            cache.send("Network.clearBrowserCache")  # as on a first visit
            page.goto(f"{start}{DIRECTORY}?{width}{fragment}")
            ready(page)
            page.wait_for_timeout(300)
            assert page.evaluate("shift") <= 0.02, (width, fragment)


@pytest.mark.parametrize("script", [True, False])
def test_another_country_is_a_tap_away(open_page, script):
    """Its page has all of its listings, and with a script its own choices."""
    page = open_page(DIRECTORY, width=360, java_script_enabled=script)
    page.get_by_role("link", name="In another country").click()
    page.locator("#elsewhere + ul").get_by_role("link", name="Canada").click()
    assert page.locator("h1").inner_text() == "Canada: resources"
    if script:
        ready(page)
        page.locator(".ws-find__fold > summary").click()
        page.locator("[data-facet=area] label", has_text="Quebec").click()
        names = page.locator(".ws-entry:not([hidden]) .ws-entry__meta").all_inner_texts()
        assert "Quebec" in names[0]


def test_a_choice_of_another_country_leads_to_its_page(open_page):
    """A link that somebody kept, with a place in it, still opens what it opened."""
    page = open_page(f"{DIRECTORY}#area=ca-qc&kind=crisis-line")
    page.wait_for_url("**/area-ca.html#area=ca-qc&kind=crisis-line")
    ready(page)
    assert page.locator("[data-facet=area] input[value=ca-qc]").is_checked()


# By the clock


OPEN_AT = {
    "2027-06-05T00:59:00Z": False,  # 19:59 on Friday in Chicago
    "2027-06-05T01:00:00Z": True,
    "2027-06-05T06:59:00Z": True,  # 01:59 on Saturday
    "2027-06-05T07:00:00Z": False,
    "2026-12-05T01:30:00Z": False,  # in winter, when 01:30 UTC is 19:30 there
    "2026-12-05T02:00:00Z": True,
}


def told(page):
    """What is said of the group's hours, to whoever has come near."""
    group = page.locator(".ws-entry", has_text="A Group")
    group.scroll_into_view_if_needed()
    group.locator(".ws-now:not(:empty)").wait_for()
    return group.locator(".ws-now")


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Auckland", "Asia/Kolkata"])
def test_open_now_wherever_the_reader_is(open_page, small, zone):
    """Fridays, 8 pm to 2 am in Chicago is open then and only then, in whatever zone one looks."""
    page = at(open_page, small, "2027-06-04T12:00:00Z", timezone_id=zone)
    ready(page)
    for moment, is_open in OPEN_AT.items():
        page.clock.set_fixed_time(moment)
        page.evaluate("dispatchEvent(new Event('visibilitychange'))")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        group = told(page)
        assert group.inner_text().startswith("Open now" if is_open else "Closed now"), moment


def test_filter_open_now(open_page, small):
    """Open now finds day and night and what is open by its hours, never hours in words."""
    page = open_page("robots.txt", start=small, timezone_id="Europe/London")
    page.clock.install(time="2027-06-05T06:59:40Z")  # one that goes on
    page.goto(f"{small}{DIRECTORY}")
    ready(page)
    page.locator("label.ws-chip", has_text="Open now").click()
    always = ["Emergency services", "Night line", "County line"]
    assert page.evaluate(SHOWN) == [*always, "A Group & Its <Circle>"]
    assert page.locator("[data-part=status]").inner_text() == "4 listings"
    page.clock.run_for(60_000)  # the minute in which it closes
    assert page.evaluate(SHOWN) == always
    assert page.locator("[data-part=status]").inner_text() == "3 listings"


def test_opening_is_told_in_the_readers_time(open_page, small):
    """It says until when it is open, and when it opens, by the reader's own clock."""
    page = at(open_page, small, "2027-06-05T01:30:00Z", timezone_id="America/Los_Angeles")
    line = told(page)
    # Saturday begins while it is open, so the day is named.
    assert "until Saturday 12:00 AM your time" in line.inner_text().replace("\u202f", " ")
    page.clock.set_fixed_time("2027-06-05T12:00:00Z")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert "opens Friday 6:00 PM your time" in line.inner_text().replace("\u202f", " ")


def test_words_of_time_wait_until_somebody_comes_near(open_page):
    """The first moment in words takes a phone 100 ms: a list with none on its screen makes none."""
    page = open_page("about.html", fresh=True)
    page.context.add_init_script("""
      window.made = 0;
      for (const name of ["DateTimeFormat", "NumberFormat"])
        Intl[name] = new Proxy(Intl[name], {
          construct(of, words) { made += 1; return new of(...words); },
        });""")
    page.goto(page.url.replace("about.html", DIRECTORY))
    line = ready(page).locator(".ws-entry:not([hidden]) .ws-now").last
    assert line.inner_text() == ""
    assert page.evaluate("made") == 0
    line.scroll_into_view_if_needed()
    page.wait_for_function("line => line.textContent", arg=line.element_handle())
    assert re.match("Open now|Closed now", line.inner_text())


def test_next_dates_in_the_readers_time(open_page, small):
    """A group's next dates are counted in its zone and said in the reader's, with its name."""
    page = at(
        open_page,
        small,
        "2026-12-01T12:00:00Z",
        "resources/directory.html",
        timezone_id="Asia/Tokyo",
    )
    group = page.locator(".ws-meets")
    dates = [text.replace("\u202f", " ") for text in group.locator("li").all_inner_texts()]
    assert dates[0] == "Wednesday, December 2, 2026 at 12:00 PM"
    assert dates[1] == "Wednesday, January 6, 2027 at 12:00 PM"
    assert "Japan Standard Time" in group.locator(".ws-meets__counted").inner_text()
    page.clock.set_fixed_time("2026-12-02T04:20:00Z")  # still meeting: it lasts 90 minutes
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert "December 2" in group.locator("li").first.inner_text()
    page.clock.set_fixed_time("2026-12-02T04:31:00Z")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert "January 6" in group.locator("li").first.inner_text()


def test_browser_reads_the_moments_that_the_program_counted(open_page, small):
    """Whatever repeats in whatever zone, the browser has the same moments to the minute."""
    page = at(open_page, small, "2027-06-04T12:00:00Z", timezone_id="America/St_Johns")
    begin = datetime(2026, 10, 20, 5, 17, tzinfo=UTC)
    asked, expected = [], []
    for (rule, zone), starts in zip(product(RULES, ZONES), cycle(("00:30", "02:30", "23:45"))):
        group = meeting(rule, first=date(2026, 1, 31), starts=starts, zone=zone)
        spans = list(meetings_until(group, begin, date(2027, 6, 30), 3))
        asked.append(packed(spans))
        expected.append([start.timestamp() * 1000 for start, _ in spans])
    read = "asked => asked.map((packed) => ws.clock.starts(packed, Date.UTC(2026, 9, 20), 999))"
    for packed_, browser, program in zip(asked, page.evaluate(read, asked), expected, strict=True):
        assert browser == program, packed_
    hours = Hours(rule="FREQ=DAILY", opens="22:00", closes="03:00", zone="Europe/London")
    spans = list(openings(hours, date(2026, 10, 20), date(2026, 10, 30)))
    moments = [m.timestamp() * 1000 + near for span in spans for m in span for near in (-1, 0)]
    said = page.evaluate(
        "([packed, all]) => all.map((now) => ws.clock.openState(packed, now).open)",
        [packed(spans), moments],
    )
    assert said == [False, True, True, False] * len(spans)
    assert not page.evaluate("ws.clock.openState('', Date.now()).open")


# On paper


def test_handout_is_one_sheet(open_page, base, real):
    """Each area's handout prints on one sheet, with its numbers, the clinic and the last check.

    So it does in browsers that give a page a twentieth less room. What leaves something out has no
    more than a quarter of Letter left.
    """
    handouts = sorted(real.places.site.glob("resources/handout-*.html"))
    assert len(handouts) >= 5
    page = open_page("robots.txt")
    for file in handouts:
        page.goto(f"{base}resources/{file.name}")
        lay_over(page, f"@page handout {{ margin-bottom: {11 + 257 / 20}mm }}")
        for paper in ("A4", "Letter"):
            text, *more = printed_sides(page, paper)
            assert not more, (file.name, paper)
            assert "A Few Lines" in text
            assert "was checked on" in text
            assert "Print this sheet" not in text
            if file.name == "handout-us-ca.html":
                for number in ("911", "988", "741741", "1-800-854-7771", "Then press 1"):
                    assert number in text
        page.set_viewport_size({"width": 725, "height": 900})  # between the edges of Letter
        page.emulate_media(media="print")
        filled = page.locator(".ws-handout").bounding_box()["height"] / 96 * 25.4
        assert filled > 257 * 0.75 or "for some of it only" not in text, file.name
        page.emulate_media(media="screen")


def test_fullest_handout_is_one_sheet(open_page, make_project, serve, tmp_path):
    """With every part as full as it gets, and long names, a handout still fits on Letter.

    Wherever a clinic's line breaks, no number of it does.
    """
    file = (TESTS / "golden/content/resources/crisis-line/county-line.yaml").read_text("utf-8")
    group = (TESTS / "golden/content/resources/directory/a-group.yaml").read_text("utf-8")
    name = "of the Greater Metropolitan Area and its Surroundings"
    for number in range(20):
        for kind, text, before in (
            ("crisis-line", file, "County line"),
            ("directory", group, "A Group & Its <Circle>"),
        ):
            text = text.replace(f"name: {before}", f"name: Line {number} {name}")
            put(tmp_path, Path(f"resources/{kind}/another-{kind}-{number}.yaml"), text)
    clinic = (TESTS / "content/clinics/default/clinic.yaml").read_text("utf-8")
    rows = "".join(
        f"    - situation: I am {n} and in need of somebody to talk to about everyday life.\n"
        "      call: night-line\n" for n in range(6)
    )  # fmt: skip
    own = tmp_path / "clinics/default/clinic.yaml"
    own.parent.mkdir(parents=True)
    elsewhere = "  elsewhere: lines-elsewhere\n"
    clinic = clinic.replace(elsewhere, f"{elsewhere}  who_to_call:\n{rows}")
    clinic = clinic.replace("name: A Small Site", f"name: A Small Center for Writing {name}", 1)
    phones = "".join(
        f"  - {{label: Line {n}, display: (213) 555-014{n}, dial: '+1213555014{n}'}}\n"
        for n in range(4)
    )
    own.write_text(f"{clinic}phones:\n{phones}", "utf-8")
    project = make_project(TESTS / "content", TESTS / "golden/content", tmp_path)
    project.build()
    start = serve(project.places.site, "/full/")
    page = open_page("resources/handout-us-ca.html", start=start)
    (text,) = printed_sides(page, "Letter")
    assert "has room for some of it only" in text
    page.emulate_media(media="print")
    assert page.evaluate("""() => {
      const links = [...document.querySelectorAll(".ws-handout__clinic a")];
      return links.length === 4 && [...Array(20).keys()].every((n) => {
        document.querySelector(".ws-handout").style.width = `${725 - 9 * n}px`;
        return links.every((link) => link.getClientRects().length === 1);
      });
    }""")


def test_print_button(open_page):
    """The button on a handout asks the browser to print; without a script there is none."""
    page = open_page("resources/handout-us.html", width=360)
    page.evaluate("window.print = () => (window.printed = true)")
    page.get_by_role("button", name="Print this sheet").click()
    assert page.evaluate("window.printed")
    plain = open_page("resources/handout-us.html", width=360, java_script_enabled=False)
    assert plain.locator("[data-print]:visible").count() == 0
