"""Finding one thing to write: by facets, on the map, by three questions, by chance, by date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from generator.site.facets import FACETS
from generator.site.prompt_of_the_day import day_pool, prompt_of_the_day
from generator.site.site import Site
from generator.text.stable_hash import hash32

pytestmark = pytest.mark.browser

FIND = "prompts/index.html"
READY = "[data-facet=mood] input"
PATHS = "els => els.map(el => new URL(el.href).pathname.split('/writing/')[1])"


@pytest.fixture(scope="module")
def library(real):
    """The library of the real site."""
    return real.library()


def fitting(library, **choice):
    """The paths of all prompts that fit, in their order; Python's own answer."""
    facets = {facet.name: facet for facet in FACETS}
    site = Site.of(library)
    return [
        f"prompts/{prompt.id}.html"
        for prompt in site.found
        if all(set(facets[f].of(site, prompt)) & set(t) for f, t in choice.items())
    ]


def ready(page):
    """Waits until the links have become boxes."""
    page.locator(READY).first.wait_for(state="attached")
    return page


def shown(page):
    """The paths of the cards that are shown."""
    return page.locator("[data-part=cards] a").evaluate_all(PATHS)


# Without a script


def test_each_value_has_its_plain_page(open_page):
    """Without a script every value of every facet is a link to a page with as many prompts."""
    page = open_page(FIND, width=360, java_script_enabled=False)
    page.locator(".ws-find__fold > summary").click()
    assert page.locator(".ws-find [data-facet]").count() == 9
    assert page.locator(".ws-find button:visible").count() == 0
    page.locator("[data-facet=age] > summary").click()
    page.get_by_role("link", name="Older adults").click()
    assert page.url.endswith("browse/age/older-adult.html")
    assert page.locator(".ws-card").first.is_visible()


def test_minutes_and_map_without_a_script(open_page):
    """Without a script the minutes of the first page and the map lead to prompts too."""
    page = open_page("index.html", width=360, java_script_enabled=False)
    page.locator(".ws-times").get_by_role("link", name="20").click()
    assert page.locator(".ws-card").first.is_visible()
    page.get_by_role("contentinfo").or_(page.locator(".ws-footer")).first.get_by_role(
        "link", name="Mood map"
    ).click()
    assert page.locator(".ws-map__mood").count() == 16
    page.get_by_role("link", name="Lonely").click()
    assert page.url.endswith("browse/mood/lonely.html")


def test_where_people_once_began_leads_on(open_page):
    """The address of the page with three questions opens the first page, without a script too."""
    page = open_page("start.html", java_script_enabled=False)
    page.wait_for_url("**/index.html")
    assert page.locator(".ws-times a").first.is_visible()


def test_day_of_the_build_without_a_script(open_page, library):
    """Without a script the first page has the prompt of the day on which it was built."""
    page = open_page("index.html", java_script_enabled=False)
    path = f"prompts/{prompt_of_the_day(Site.of(library), library.today).id}.html"
    assert page.locator(".ws-today a").evaluate_all(PATHS) == [path]


# With a keyboard


def test_choosing_by_keyboard(open_page, library):
    """With keys alone one unfolds, chooses, hears how many fit, goes to them, and goes back."""
    page = ready(open_page(FIND, width=360))
    page.locator(".ws-find__fold > summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    wanted = fitting(library, mood=["anxious"])
    status = page.locator("[data-part=status][aria-live=polite]")
    assert status.inner_text() == f"{len(wanted)} prompts"
    assert page.url.endswith("#mood=anxious")
    page.get_by_role("button", name=f"Show {len(wanted)} prompts").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.part") == "heading"
    assert not page.locator(".ws-find__fold").evaluate("el => el.open")
    page.wait_for_function("() => document.querySelectorAll('[data-part=cards] li').length === 12")
    assert shown(page) == wanted[:12]
    page.get_by_role("button", name="Show more").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelectorAll('[data-part=cards] li').length === 24")
    assert shown(page) == wanted[:24]
    assert page.evaluate("document.activeElement.getAttribute('href')").count(wanted[12]) == 1
    page.go_back()
    page.wait_for_function("() => location.hash === ''")
    assert status.inner_text() != f"{len(wanted)} prompts"


# With a finger or a pointer


def test_facets_together(open_page, library):
    """Two values of one facet widen, a second facet narrows; counts tell what a tap would do."""
    page = ready(open_page(FIND))
    choice = {"mood": ["anxious", "sad"], "time": ["5-minutes"]}
    for label in ("Anxious", "Sad or low", "5 minutes"):
        page.locator("label.ws-chip", has_text=label).first.click()
    wanted = fitting(library, **choice)
    assert page.locator("[data-part=status]").inner_text() == f"{len(wanted)} prompts"
    assert page.url.endswith("#mood=anxious+sad&time=5-minutes")
    light = page.locator("[data-facet=intensity] label", has_text="Light")
    says = int(light.locator(".ws-chip__count").inner_text())
    assert says == len(fitting(library, **choice, intensity=["light"]))
    light.click()
    assert page.locator("[data-part=status]").inner_text() == f"{says} prompts"
    page.get_by_role("button", name="Take away: Sad or low").click()
    left = fitting(library, mood=["anxious"], time=["5-minutes"], intensity=["light"])
    assert page.locator("[data-part=status]").inner_text() == f"{len(left)} prompts"
    page.get_by_role("button", name="Clear all").click()
    everything = len(Site.of(library).found)
    assert page.locator("[data-part=status]").inner_text() == f"{everything} prompts"
    assert "#" not in page.url


@pytest.mark.parametrize("way", ["http", "file"])
def test_shared_choice(open_page, site, base, library, way):
    """A link with a choice opens with it, from a server or a disk; nonsense in it is let go."""
    start = f"{site.as_uri()}/" if way == "file" else base
    fragment = "#mood=grieving+no-such-mood&no-such-facet=x&setting=alone"
    page = ready(open_page(f"{FIND}{fragment}", start=start))
    wanted = fitting(library, mood=["grieving"], setting=["alone"])
    page.wait_for_function(
        "n => document.querySelector('[data-part=status]').textContent.startsWith(n + ' ')",
        arg=str(len(wanted)),
    )
    href = page.locator("[data-part=cards] a").first.get_attribute("href")
    assert href.split("#")[0].endswith(wanted[0])
    page.locator("label.ws-chip", has_text="10 minutes").first.click()
    both = fitting(library, mood=["grieving"], setting=["alone"], time=["10-minutes"])
    assert page.locator("[data-part=status]").inner_text().startswith(f"{len(both)} ")


def test_from_home_in_two_taps(open_page):
    """On a phone, two taps lead from the first page to a prompt that fits a feeling."""
    page = open_page("index.html", width=360, has_touch=True)
    page.get_by_role("link", name="Overwhelmed").first.tap()
    page.locator(".ws-card__title").first.tap()
    page.locator(".ws-prompt__text").wait_for()


# By chance


def test_another_one_keeps_to_the_choice(open_page, library):
    """From a card found by a choice, another one fits the same choice, and so on."""
    page = ready(open_page(f"{FIND}#mood=ashamed&time=5-minutes"))
    wanted = fitting(library, mood=["ashamed"], time=["5-minutes"])
    page.wait_for_function("() => document.querySelector('[data-part=cards] a')?.hash")
    page.locator("[data-part=cards] a").first.click()
    for _ in range(3):
        before = page.url
        page.get_by_role("link", name="Another prompt").click()
        page.wait_for_url(lambda url, before=before: url != before)
        path, _, fragment = page.url.partition("/writing/")[2].partition("#")
        assert path in wanted
        assert fragment == "mood=ashamed&time=5-minutes"


def test_no_button_where_nothing_is_chosen_by_chance(open_page):
    """Where all that fits is deep, *Choose one for me* is not there; it comes back with others."""
    page = ready(open_page(f"{FIND}#mood=angry&technique=expressive-writing"))
    page.locator("[data-part=cards] a").first.wait_for()
    button = page.locator("[data-part=any]")
    assert not button.is_visible()
    page.locator("[data-part=clear]").click()
    button.wait_for()


def test_never_deep_by_surprise(open_page, library):
    """Of five hundred by chance none is deep, unless that was chosen, or for one situation only."""
    page = ready(open_page(FIND))
    places = """async (choice) => {
      const facts = await ws.catalogue.table();
      return Array.from({length: 500}, () => ws.catalogue.randomPlace(facts, choice));
    }"""
    prompts = Site.of(library).found
    by_chance = page.evaluate(places, {})
    assert len(set(by_chance)) > 100
    assert all(prompts[place].intensity < 3 for place in by_chance)
    grieving = page.evaluate(places, {"mood": ["grieving"]})
    assert all(prompts[place].intensity < 3 for place in grieving)
    deep = page.evaluate(places, {"intensity": ["deep"]})
    assert all(prompts[place].intensity == 3 for place in deep)
    assert all(prompts[place].by_chance for place in [*by_chance, *grieving, *deep])
    assert page.evaluate(places, {"mood": ["calm"], "intensity": ["no-such"]})[0] >= 0


def test_gentle_one(open_page, library):
    """The first button of the site leads to a light prompt."""
    page = open_page("index.html", width=360)
    page.get_by_role("link", name="Give me a gentle one").click()
    page.locator(".ws-prompt__text").wait_for()
    path = page.url.partition("/writing/")[2]
    assert library.prompts[path[len("prompts/") : -len(".html")]].intensity == 1


# By date


def test_browser_and_program_agree_on_the_day(open_page, library):
    """For a hundred days the browser chooses the prompt that the program chooses."""
    page = ready(open_page(FIND))
    site = Site.of(library)
    days = [date(2026, 12, 1) + timedelta(days=3 * n) for n in range(100)]
    chosen = page.evaluate(
        "([ids, days]) => days.map((day) => ws.catalogue.ofTheDay(ids, day))",
        [list(reversed(day_pool(site))), [day.isoformat() for day in days]],
    )
    assert chosen == [prompt_of_the_day(site, day).id for day in days]
    texts = ["", "a", "Ünïcode 🙂", "2027-01-01 night-page"]
    in_browser = page.evaluate("texts => texts.map(ws.catalogue.hash32)", texts)
    assert in_browser == list(map(hash32, texts))


def test_day_changes_at_midnight(open_page, library):
    """On another day another prompt stands there, and at midnight it changes on an open page."""
    page = open_page("about.html", timezone_id="Pacific/Auckland")
    page.clock.install(time="2031-05-10T11:59:50Z")  # ten seconds before midnight there
    page.goto(page.url.replace("about", "index"))
    for day, wait in ((date(2031, 5, 10), 0), (date(2031, 5, 11), 12_000)):
        page.clock.run_for(wait)
        page.wait_for_selector(f"ws-today[data-day='{day}']")
        path = f"prompts/{prompt_of_the_day(Site.of(library), day).id}.html"
        assert page.locator(".ws-today a").evaluate_all(PATHS) == [path]


# Search


def test_empty_search_offers_a_way_on(open_page):
    """Whoever finds nothing is offered a person, all prompts and the map; others see results."""
    page = open_page("index.html", width=360)
    page.get_by_role("button", name="Search", exact=True).click()
    field = page.locator(".ws-search__field")
    field.press_sequentially("zzzqqq")
    ways = page.locator(".ws-search__help a")
    ways.first.wait_for()
    names = ways.all_inner_texts()
    assert names == ["Talk to someone now", "All prompts", "Mood map"]
    field.fill("")
    field.press_sequentially("letters")
    page.locator(".ws-search__link[href*='techniques/unsent-letter.html']").first.wait_for()
    assert ways.first.is_hidden()


# How quick


def test_quick_with_two_thousand_prompts(open_page):
    """On a processor six times slower, two thousand prompts are matched within 50 ms."""
    page = ready(open_page(FIND, width=360))
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 6})
    taken = page.evaluate("""async () => {
      const real = await ws.catalogue.table();
      const size = 2000;
      const facets = {};
      for (const [name, {terms}] of Object.entries(real.facets)) {
        facets[name] = {
          terms,
          of: Uint16Array.from({length: 3 * size}, (_, n) => (n * 7) % terms.length),
          ends: Uint32Array.from({length: size}, (_, n) => 3 * n + 3),
        };
      }
      const times = [];
      for (let n = 0; n < 7; n++) {
        const start = performance.now();
        ws.catalogue.match({...real, size, facets}, {mood: ["sad"], time: ["5-minutes"]});
        times.push(performance.now() - start);
      }
      return times.sort((a, b) => a - b)[3];
    }""")
    assert taken < 50
