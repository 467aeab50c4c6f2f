"""The writing pad, and the page of what was kept: by choice, on the device, and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.browser.barriers import barriers_in_turn
from tests.browser.printed_output import lay_over, printed_sides

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
PROMPT = "prompts/one-thing-that-stayed.html"
SECRET = "Zebrafinch on the sill"
NO_STORAGE = """(() => {
  const set = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, value) {
    if (key.includes(".writing-")) throw new DOMException("not here", "SecurityError");
    set.call(this, key, value);
  };
})()"""
BLOCKED = """for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window,
  name, {get() { throw new DOMException("refused", "SecurityError"); }})"""
FILL = """() => {
  let room = "x".repeat(1 << 20);
  for (let n = 0; room; ) {
    try { localStorage.setItem(`filler${n++}`, room); }
    catch { room = room.slice(0, room.length >> 1); }
  }
}"""
OWN = (
    """{"date": "2026-11-23T10:00:00.000Z", "title": "A", "path": "", "prompt": "", "text": "%s"}"""
)
FOR_TRANSLATORS = """(words) => [...document.querySelectorAll("body *")].filter((el) =>
  el.translate && [...el.childNodes].some((one) => one.nodeType === 3 && one.data.includes(words)))
  .map((el) => el.outerHTML)"""
"""Where a program that translates the page finds the words: it sends them to a server."""
HEARS = """() => {
  window.heard = new Promise((done) => {
    addEventListener("storage", () => setTimeout(done), {once: true});
  });
}"""
DIRECTION = "el => getComputedStyle(el).direction"
ENTRIES = """(texts) => texts.forEach((text, number) => {
  const key = `${new URL(".", location).pathname}.writing-1.old${number}`;
  localStorage.setItem(key, text);
})"""


@pytest.fixture
def write(open_page):
    """Opens a prompt and types: `write()` gives its page."""

    def write_(text: str = SECRET, **options):
        page = open_page(PROMPT, **options)
        page.locator(".ws-pad textarea").fill(text)
        return page

    return write_


def test_without_script(open_page):
    """Without JavaScript one can type, is told what becomes of it, and no button is dead."""
    page = open_page(PROMPT, java_script_enabled=False)
    area = page.get_by_role("textbox", name="Write here")
    area.fill(SECRET)
    assert area.input_value() == SECRET
    assert page.get_by_text("gone when you close the tab").is_visible()
    assert page.locator(".ws-pad button").count() == 0


def test_kept_page_without_script(open_page):
    """Without JavaScript the page of what was kept says why it is empty."""
    page = open_page("writing.html", java_script_enabled=False)
    assert page.get_by_text("needs JavaScript").is_visible()


def test_nothing_is_kept_unasked(write):
    """Typing alone keeps nothing that outlives the tab; in a tab of its own the page is empty."""
    page = write()
    page.wait_for_timeout(1000)  # longer than the pause after which kept text is kept again
    assert SECRET not in page.evaluate("JSON.stringify({...localStorage})")
    other = page.context.new_page()
    other.goto(page.url)
    assert _pad(other).input_value() == ""


def test_held_in_the_tab(write):
    """What was not kept is there after a reload, another page and Back; the page says so."""
    page = write()
    page.on("dialog", lambda dialog: dialog.accept())
    assert "stays in this tab until you close it" in page.locator("#pad-note").inner_text()
    page.reload()
    assert _pad(page).input_value() == SECRET
    assert page.get_by_text("This is what you wrote here before.").is_visible()
    page.locator(".ws-footer").get_by_role("link", name="Mood map").click()
    page.wait_for_url("**/mood-map.html")
    page.go_back()
    assert _pad(page).input_value() == SECRET
    address = page.url
    page.locator(".ws-footer").get_by_role("link", name="Mood map").click()
    page.wait_for_url("**/mood-map.html")
    page.goto(address)
    assert _pad(page).input_value() == SECRET


def test_a_tab_that_was_put_away(open_page):
    """What the phone put away is there when the page is loaded anew in its tab."""
    page = open_page(PROMPT)
    _pad(page).press_sequentially(SECRET)
    held = page.evaluate("({...sessionStorage})")  # read at once: nothing may wait for a pause
    other = page.context.new_page()
    other.add_init_script(f"Object.assign(sessionStorage, {json.dumps(held)})")
    other.goto(page.url)
    assert _pad(other).input_value() == SECRET
    for one in (page, other):
        one.close(run_before_unload=False)


def test_nobody_is_asked_who_stays_on_this_site(write):
    """Going to another page here asks nothing, since the tab holds the text."""
    page = write("")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    _pad(page).press_sequentially("Rain")
    page.locator(".ws-footer").get_by_role("link", name="Mood map").click()
    page.wait_for_url("**/mood-map.html")
    assert asked == []


def test_cleared(write):
    """One button, after a question, takes the text from the page and from the tab."""
    page = write()
    page.get_by_role("button", name="Clear the page").click()
    page.keyboard.press("Escape")
    assert _pad(page).input_value() == SECRET
    page.get_by_role("button", name="Clear the page").click()
    page.get_by_role("button", name="Clear it").click()
    assert _pad(page).input_value() == ""
    assert page.evaluate("document.activeElement.id") == "pad"
    assert not page.get_by_role("button", name="Clear the page").is_visible()
    assert ".tab-" not in page.evaluate("JSON.stringify({...sessionStorage})")
    page.reload()
    assert _pad(page).input_value() == ""


def test_clearing_leaves_what_was_kept(write):
    """A kept text is not lost by clearing: the last words are kept, and the page begins anew."""
    page = write()
    _keep(page)
    _pad(page).press_sequentially("!")
    page.get_by_role("button", name="Clear the page").click()
    assert _pad(page).input_value() == ""
    _pad(page).fill("Another one")
    _keep(page)
    page.goto(page.url.replace(PROMPT, "writing.html"))
    assert page.locator(".ws-kept__text").all_inner_texts() == ["Another one", f"{SECRET}!"]


@pytest.fixture
def go_on(write):
    """Opens a kept text by "Go on writing"; `draft` is another, unkept text of the same page."""

    def go_on_(draft: str = ""):
        page = write()
        page.on("dialog", lambda dialog: dialog.accept())
        _keep(page)
        page.get_by_role("button", name="Clear the page").click()
        _pad(page).fill(draft)
        _open_kept(page)
        return page

    return go_on_


def test_erased_while_going_on(go_on):
    """What is still on the page after erasing, and what is typed then, is there after a reload."""
    page = go_on()
    page.get_by_role("button", name="Erase from this device").click()
    page.get_by_text("It is still on this page").wait_for()
    _pad(page).press_sequentially(" and more")
    page.reload()
    page.get_by_text("This is what you wrote here before.").wait_for()
    assert _pad(page).input_value() == f"{SECRET} and more"
    assert "#write-" not in page.url


def test_cleared_while_going_on(go_on):
    """A new text that is written after "Clear the page" is there after a reload."""
    page = go_on()
    page.get_by_role("button", name="Clear the page").click()
    _pad(page).press_sequentially("A new text of this night")
    page.reload()
    assert _pad(page).input_value() == "A new text of this night"
    _open_kept(page)
    assert _pad(page).input_value() == SECRET


def test_clearing_shows_the_text_that_waits(go_on):
    """No key writes over another unkept text of the page: it comes up once the page is cleared."""
    page = go_on("A long text, not kept")
    page.get_by_role("button", name="Clear the page").click()
    page.get_by_text("Here is another one").wait_for()
    page.keyboard.type("!")
    assert _pad(page).input_value() == "A long text, not kept!"
    page.reload()
    assert _pad(page).input_value() == "A long text, not kept!"


def test_written_over_while_going_on(go_on):
    """The kept text can be opened again, and a button leads to the one that was begun over it."""
    page = go_on()
    assert not page.get_by_role("button", name="Show your other text").is_visible()
    _pad(page).press("Control+a")
    page.keyboard.type("zq")
    _open_kept(page)
    assert _pad(page).input_value() == SECRET
    page.get_by_role("button", name="Show your other text").click()
    assert _pad(page).input_value() == "zq"
    assert page.evaluate("document.activeElement.id") == "pad"
    page.reload()
    assert _pad(page).input_value() == "zq"


def test_what_was_not_kept_is_not_said_to_be(write):
    """After a reload without room, the page says again that the text is not kept."""
    page = write()
    page.on("dialog", lambda dialog: dialog.accept())
    _keep(page)
    page.evaluate(FILL)
    _pad(page).fill(SECRET + "x" * 9999)
    page.get_by_text("There is no room left").wait_for()
    page.reload()
    page.get_by_text("There is no room left").wait_for()
    assert len(_pad(page).input_value()) == len(SECRET) + 9999


def test_typed_before_the_scripts_came(write):
    """What is typed while a page loads stands on a line of its own below what the tab holds."""
    page = write()
    page.on("dialog", lambda dialog: dialog.accept())
    page.add_init_script("""
      new MutationObserver((_, seen) => {
        const pad = document.querySelector("#pad");
        if (!pad) return;
        seen.disconnect();
        pad.value = "Typed early";
      }).observe(document, {childList: true, subtree: true});""")
    page.reload()
    page.get_by_role("button", name="Clear the page").wait_for()
    assert _pad(page).input_value() == f"{SECRET}\nTyped early"
    assert "Typed early" in page.evaluate("JSON.stringify({...sessionStorage})")


def test_two_tabs(write):
    """An older tab takes over what a newer one kept; two that were both changed are two entries."""
    page = write("line one")
    _keep(page)
    other = page.context.new_page()
    other.goto(page.url.replace(PROMPT, "writing.html"))
    other.get_by_role("link", name="Go on writing").click()
    other.wait_for_url("**/prompts/**")
    _pad(other).press_sequentially(" - and a whole new paragraph")
    page.get_by_text("changed in another tab").wait_for()
    assert _pad(page).input_value() == "line one - and a whole new paragraph"
    _pad(page).press_sequentially("!")
    other.wait_for_function("() => document.querySelector('#pad').value.endsWith('paragraph!')")
    add = "(e, more) => { e.value += more; e.dispatchEvent(new Event('input')); }"
    _pad(other).evaluate(add, " B")
    _pad(page).evaluate(add, " A")
    page.wait_for_timeout(2000)
    kept = page.evaluate("Object.values(localStorage)")
    ends = [json.loads(one)["text"][-2:] for one in kept if "line one" in one]
    assert sorted(ends) == [" A", " B"]
    for one in (page, other):
        one.close(run_before_unload=False)


@pytest.mark.parametrize("what", ["Erase everything", "Erase from this device"])
def test_erased_stays_erased(write, what):
    """The next key in a pad that is open elsewhere, or comes back by Back, keeps nothing again."""
    page = write()
    _keep(page)
    other = page.context.new_page()
    other.goto(page.url.replace(PROMPT, "writing.html"))
    other.get_by_role("button", name=what).click()
    other.get_by_role("button", name="Erase", exact=True).click()
    page.get_by_text("no longer kept on the device").wait_for()
    _pad(page).press_sequentially("x")
    page.wait_for_timeout(1000)
    assert "writing-" not in page.evaluate("JSON.stringify(localStorage)")
    assert _pad(page).input_value() == f"{SECRET}x"
    assert page.get_by_role("button", name="Keep on this device").is_visible()


@pytest.mark.parametrize("what", ["Erase everything", "Erase from this device"])
def test_erased_and_back(write, what):
    """Somebody who erases and goes Back finds the page empty."""
    page = write()
    _keep(page)
    page.get_by_role("link", name="All you have kept").click()
    page.wait_for_url("**/writing.html")
    page.get_by_role("button", name=what).click()
    page.get_by_role("button", name="Erase", exact=True).click()
    page.get_by_role("status").get_by_text("rased").wait_for()
    assert "still on this page" not in page.locator(".ws-kept").inner_text()
    page.go_back()
    page.wait_for_function("() => document.querySelector('#pad')?.value === ''")
    assert SECRET not in page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")


def test_focus_by_the_link(open_page):
    """After "Write here" one types into the pad, and Back leads to the page before."""
    page = open_page("prompts/index.html")
    page.goto(page.url.replace("prompts/index.html", PROMPT))
    page.get_by_role("link", name="Write here", exact=True).click()
    page.keyboard.type("Rain")
    assert _pad(page).input_value() == "Rain"
    page.go_back()
    page.wait_for_url("**/prompts/index.html")


def test_grows_without_field_sizing(open_page):
    """Where the browser does not size fields, the pad grows with its text and does not jump."""
    page = open_page(PROMPT)
    page.add_init_script("""const real = CSS.supports;
      CSS.supports = (...all) => all[0] !== "field-sizing" && real.apply(CSS, all);""")
    page.reload()
    _pad(page).evaluate("a => a.style.setProperty('field-sizing', 'fixed', 'important')")
    whole = "a => a.scrollHeight <= a.clientHeight"
    _pad(page).evaluate(
        "(a, text) => { a.value = text; a.dispatchEvent(new Event('input')) }", "line\n" * 120
    )
    assert _pad(page).evaluate(whole)
    page.set_viewport_size({"width": 400, "height": 800})
    page.wait_for_timeout(200)
    assert _pad(page).evaluate(whole)
    _pad(page).evaluate("""a => {
      a.focus();
      a.setSelectionRange(600, 600);
      scrollTo(0, scrollY + a.getBoundingClientRect().bottom - innerHeight + 200);
    }""")
    before = page.evaluate("scrollY")
    page.keyboard.type("q")
    assert abs(page.evaluate("scrollY") - before) < 3


def test_no_help_that_asks_a_server(write):
    """Spelling, filling in and suggesting, which some browsers do on a server, are off."""
    area = write().locator(".ws-pad textarea")
    assert area.get_attribute("spellcheck") == "false"
    assert area.get_attribute("autocomplete") == "off"
    assert area.get_attribute("writingsuggestions") == "false"


def test_nobodys_own_words_are_translated(write):
    """Who has a browser translate the page does not have it send what they write, or have kept."""
    page = write()
    assert page.locator(".ws-copy").text_content() == SECRET
    assert page.evaluate(FOR_TRANSLATORS, SECRET) == []
    _keep(page)
    page.goto(page.url.replace(PROMPT, "writing.html"))
    page.locator(".ws-kept__text").wait_for()
    assert page.evaluate(FOR_TRANSLATORS, SECRET) == []
    page.goto(page.url.replace("writing.html", "check-in.html"))
    page.get_by_label("A word for how it is").fill(SECRET)
    page.get_by_label("What was going on").fill(SECRET)
    page.get_by_role("button", name="Only for now").click()
    assert SECRET in page.locator(".ws-weeks tbody").inner_text()
    assert page.evaluate(FOR_TRANSLATORS, SECRET) == []
    page.goto(page.url.replace("check-in.html", "worksheets/bedtime-list.html"))
    page.locator(".ws-sheet textarea").last.fill(SECRET)
    assert page.locator(".ws-copy", has_text=SECRET).count() == 1
    assert page.evaluate(FOR_TRANSLATORS, SECRET) == []


def test_kept_by_keyboard(write):
    """With the keyboard alone: warned, kept, found again with its prompt, erased."""
    page = write()
    page.get_by_role("button", name="Keep on this device").focus()
    page.keyboard.press("Enter")
    assert page.get_by_text("Anyone who can use this browser").is_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.innerText") == "Erase from this device"
    link = page.get_by_role("link", name="All you have kept")
    assert link.is_visible()
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/writing.html")
    assert page.locator(".ws-kept__text").inner_text() == SECRET
    assert page.locator(".ws-kept__prompt").inner_text().startswith("On four days")
    page.get_by_role("button", name="Erase everything").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert page.get_by_text("is erased").is_visible()
    assert page.locator(".ws-kept__list > li").count() == 0
    assert "writing-" not in page.evaluate("JSON.stringify(localStorage)")


def test_no_means_no(write):
    """Escape at the warning keeps nothing and gives the focus back."""
    page = write()
    page.get_by_role("button", name="Keep on this device").click()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.innerText") == "Keep on this device"
    assert SECRET not in page.evaluate("JSON.stringify(localStorage)")


def test_kept_again_as_it_grows(write):
    """Once kept, more words are kept too, as one entry, and one can go on with it later."""
    page = write()
    _keep(page)
    page.locator(".ws-pad textarea").press_sequentially("!")
    page.wait_for_function("() => JSON.stringify(localStorage).includes('sill!')")
    page.goto(page.url.replace(PROMPT, "writing.html"))
    assert page.locator(".ws-kept__list > li").count() == 1
    page.get_by_role("link", name="Go on writing").click()
    page.wait_for_url("**/prompts/**")
    assert page.locator(".ws-pad textarea").input_value().endswith("!")


def test_several_entries(write, open_page):
    """Two texts are two entries, the newer first; one is erased and the other stays."""
    page = write("First of two")
    _keep(page)
    page.goto(page.url.replace(PROMPT, "techniques/lists.html"))
    page.locator(".ws-pad textarea").fill("Second of two")
    _keep(page)
    page.goto(page.url.replace("techniques/lists.html", "writing.html"))
    texts = page.locator(".ws-kept__text")
    assert texts.all_inner_texts() == ["Second of two", "First of two"]
    page.get_by_role("button", name="Erase from this device").first.click()
    page.get_by_role("button", name="Erase", exact=True).click()
    assert texts.all_inner_texts() == ["First of two"]


def test_a_key_that_is_held_answers_no_question(write):
    """Whoever holds Enter too long on "Erase" is asked, and has not said yes."""
    page = write()
    _keep(page)
    page.goto(page.url.replace(PROMPT, "writing.html"))
    page.get_by_role("button", name="Erase from this device").focus()
    for _ in range(3):  # the second and third are a held key's
        page.keyboard.down("Enter")
    page.keyboard.up("Enter")
    assert page.locator(".ws-kept__text").all_inner_texts() == [SECRET]
    assert page.evaluate("document.activeElement.textContent") == "Erase"
    page.keyboard.press("Enter")
    assert page.locator(".ws-kept__text").count() == 0


def test_a_second_tap_in_the_same_place_answers_no_question(write):
    """A page scrolls to its question: whoever tapped twice has not answered what came below."""
    page = write()
    _keep(page)
    page.goto(page.url.replace(PROMPT, "writing.html"))
    box = page.get_by_role("button", name="Erase everything").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    # The answer stands under the finger at once: a slow machine has no time to move it there.
    at = f"position: fixed; left: {x - 20}px; top: {y - 20}px"
    page.evaluate(
        "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);"
        " document.adoptedStyleSheets = [sheet]; }",
        f".ws-ask button:first-of-type {{ {at} }}",
    )
    yes = page.get_by_role("button", name="Erase", exact=True)
    page.mouse.dblclick(x, y)
    assert page.locator(".ws-kept__text").all_inner_texts() == [SECRET]
    assert yes.is_visible()
    yes.press("Enter")
    assert page.locator(".ws-kept__text").count() == 0


def test_another_tab_takes_nothing_away(open_page):
    """While it writes, a question stays open here, and a button that has the focus keeps it.

    What it wrote is shown when nothing is asked.
    """
    page = open_page("writing.html")
    one, two = (OWN % text for text in ("one", "two"))
    page.evaluate(ENTRIES, [one])
    page.reload()
    other = page.context.new_page()
    other.goto(page.url)

    def written_there(*texts: str) -> None:
        page.evaluate(HEARS)
        other.evaluate(ENTRIES, texts)
        page.evaluate("heard")

    page.get_by_role("button", name="Erase from this device").click()
    question = page.locator(".ws-ask")
    written_there(one, two)
    assert question.is_visible()
    assert question.evaluate("box => box.contains(document.activeElement)")
    page.get_by_role("button", name="Not now").click()
    written_there(two, one)
    assert page.locator(".ws-kept__list > li").count() == 2
    assert page.evaluate("document.activeElement.textContent") == "Erase from this device"
    other.close()


def test_from_right_to_left(write):
    """Arabic and Hebrew run as they are read, where one writes and where it is kept."""
    page = write("مرحبا بالعالم")
    assert page.locator("#pad").evaluate(DIRECTION) == "rtl"
    assert page.locator(".ws-copy").evaluate(DIRECTION) == "rtl"  # what is printed
    _keep(page)
    page.goto(page.url.replace(PROMPT, "writing.html"))
    assert page.locator(".ws-kept__text").evaluate(DIRECTION) == "rtl"


def test_files_are_named_by_the_readers_day(write):
    """On an evening in Los Angeles it is tomorrow in Greenwich."""
    page = write(clock="2026-12-01T04:30:00Z", timezone_id="America/Los_Angeles")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as text file").click()
    assert saved.value.suggested_filename == "notes-2026-11-30.txt"


def test_taken_along(write):
    """Text and Markdown files hold the words, the prompt and the title, under a dull name."""
    page = write("One line\nand another")
    with page.expect_download() as first:
        page.get_by_role("button", name="Save as text file").click()
    assert first.value.suggested_filename.startswith("notes-")
    text = Path(first.value.path()).read_text("utf-8")
    assert "One line\nand another" in text
    assert "On four days" in text
    _keep(page)
    page.goto(page.url.replace(PROMPT, "writing.html"))
    with page.expect_download() as second:
        page.get_by_role("button", name="Save all as Markdown").click()
    markdown = Path(second.value.path()).read_text("utf-8")
    assert markdown.startswith("## One thing that has stayed")
    assert "One line  \nand another" in markdown
    assert second.value.suggested_filename.endswith(".md")


def test_asks_before_leaving_only_if_something_is_lost(write):
    """The browser asks before text is lost with the tab, and not when it is empty or kept."""
    asked = []
    page = write("")
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.reload()
    page.locator(".ws-pad textarea").fill(SECRET)
    _keep(page)
    page.reload()
    assert asked == []
    page.locator(".ws-pad textarea").fill(f"{SECRET} Not kept")
    page.locator(".ws-pad textarea").press("x")
    page.get_by_role("button", name="Erase from this device").click()
    page.close(run_before_unload=True)
    page.wait_for_event("close")
    assert asked == ["beforeunload"]


def test_kept_text_never_leaves_the_device(write):
    """From the first letter to the erasing no request is made that was not a page of this site,
    and none holds a word of what was written."""
    page = write()
    sent = []
    page.on("request", lambda r: sent.append(f"{r.method} {r.url} {r.post_data} {r.headers}"))
    page.on("websocket", lambda socket: sent.append(socket.url))
    _keep(page)
    page.locator(".ws-pad textarea").press_sequentially(" and a robin")
    page.wait_for_function("() => JSON.stringify(localStorage).includes('robin')")
    with page.expect_download():
        page.get_by_role("button", name="Save as text file").click()
    assert [s for s in sent if not s.startswith("GET blob:")] == []
    page.goto(page.url.replace(PROMPT, "writing.html"))
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_role("button", name="Erase", exact=True).click()
    assert sent
    assert not [s for s in sent if not s.startswith("GET ")]
    assert not [s for s in sent if "Zebrafinch" in s or "robin" in s]
    assert page.evaluate("document.cookie") == ""


def test_no_script_of_ours_can_send():
    """Our scripts never name any of the ways in which a page can send something."""
    ways = ("fetch(", "XMLHttpRequest", "sendBeacon", "WebSocket", "EventSource", ".submit(")
    for script in sorted((ROOT / "generator/theme/js").rglob("*.js")):
        assert not [way for way in ways if way in script.read_text("utf-8")], script.name


def test_storage_refused(write):
    """Where a browser lets nothing be kept, a sentence says so and the text stays."""
    page = write()
    page.evaluate(NO_STORAGE)
    page.get_by_role("button", name="Keep on this device").click()
    assert page.get_by_text("does not let a page keep anything").is_visible()
    assert page.get_by_role("button", name="Keep it").count() == 0, "nothing to agree to"
    assert page.locator(".ws-pad textarea").input_value() == SECRET


def test_my_pages_say_that_nothing_can_be_kept(open_page, base):
    """Where the browser gives no access to its store, that is no empty list."""
    page = open_page("writing.html")
    page.get_by_text("Nothing is kept on this device").wait_for()
    page.add_init_script(BLOCKED)
    page.goto(f"{base}writing.html")
    page.get_by_text("does not let a page keep anything").wait_for()
    assert "save it" not in page.locator(".ws-kept [role=status]").inner_text(), "there is no text"


def test_a_page_alone_says_what_is_not_held(write):
    """Where one writes alone too, a browser that holds nothing says so, beside the field."""
    page = write(width=390, height=844)
    page.evaluate(NO_STORAGE.replace('key.includes(".writing-")', 'key !== "lent again"'))
    page.get_by_role("button", name="Only the page").click()
    note = page.locator("#pad-note")
    assert not note.is_visible()
    page.locator(".ws-pad textarea").press_sequentially("x")
    assert "gone when you leave" in note.inner_text()
    assert note.is_visible()
    assert note.get_attribute("aria-live") == "polite"


def test_another_text_leaves_what_was_kept(write):
    """What was kept stays when all of it is taken away or written over, and the page says so."""
    page = write()
    _keep(page)
    area = page.locator(".ws-pad textarea")
    area.press("Control+a")
    area.press_sequentially("x")
    page.get_by_text("What you kept stays as it was").wait_for()
    assert page.get_by_role("button", name="Keep on this device").is_visible()
    kept = page.evaluate("Object.values(localStorage).join()")
    assert SECRET in kept or SECRET in kept.encode().decode("unicode_escape")


def test_storage_full(write):
    """Where there is no room, a sentence says so; what was kept before is still there."""
    page = write()
    _keep(page)
    page.evaluate(FILL)
    page.locator(".ws-pad textarea").fill(SECRET + "x" * 9999)
    page.get_by_text("There is no room left").wait_for()
    kept = page.evaluate("JSON.stringify(localStorage)")
    assert f'{SECRET}\\\\"' in kept or f'{SECRET}\\"' in kept


def test_refused_from_a_file(write, site):
    """A page opened as a file keeps nothing, and says why."""
    page = write(start=f"{site.as_uri()}/")
    page.get_by_role("button", name="Keep on this device").click()
    assert page.get_by_role("status").get_by_text("opened from a file").is_visible()
    assert "gone when you leave or reload" in page.locator("#pad-note").inner_text()
    assert SECRET not in page.evaluate("JSON.stringify(localStorage)")


ODD = (
    "not JSON",
    '"a word"',
    '{"date": "never", "title": "A", "path": "", "prompt": "", "text": "one"}',
    '{"date": "2026-11-23", "title": 1, "path": "", "prompt": "", "text": "two"}',
)


def test_what_others_put_there(open_page):
    """Something that this site did not write is not shown, and does no harm."""
    page = open_page("writing.html")
    page.evaluate(ENTRIES, ODD)
    page.reload()
    assert page.locator(".ws-kept__list > li").all_inner_texts() == []
    assert page.get_by_text("Nothing is kept").is_visible()


def test_entries_lead_nowhere_else(open_page):
    """An entry shows its words as words, and leads to no place outside this site."""
    page = open_page("writing.html")
    entry = '{"date": "2026-11-23", "title": "<b>A</b>", "path": "%s", "prompt": "", "text": "t"}'
    places = ("javascript:alert(1)", "//other.example/a.html", "../../a.html")
    page.evaluate(ENTRIES, [entry % place for place in places])
    page.reload()
    assert page.locator(".ws-kept__list h2").all_inner_texts() == ["<b>A</b>"] * len(places)
    assert page.locator(".ws-kept__list a").evaluate_all("all => all.map((a) => a.href)") == []


def test_printed(write):
    """What was written is printed whole, and an empty pad is not printed."""
    page = write("A long line of words. " * 120)
    shown = "e => e.checkVisibility()"
    page.emulate_media(media="print")
    area = page.locator(".ws-pad textarea")
    assert not area.evaluate(
        shown
    )  # it has its height on the screen; the copy for paper has its own
    copy = page.locator(".ws-pad .ws-copy")
    assert copy.evaluate(shown)
    assert copy.text_content() == "A long line of words. " * 120
    assert page.locator(".ws-prompt__starter").evaluate(shown)
    assert not page.locator(".ws-pad__tools").evaluate(shown)
    area.evaluate("a => { a.value = ''; a.dispatchEvent(new Event('input')); }")
    assert not area.evaluate(shown)


def test_first_words_are_printed_with_what_was_written(write):
    """No line of the prompt's own first words is left behind at the foot of the side before."""
    page = write("A long line of words. " * 12)
    for number in range(4):  # wherever the side ends
        lay_over(page, f".ws-prompt__text {{ margin-block-end: {number * 8}mm !important }}")
        sides = printed_sides(page, "Letter")
        (one,) = (side for side in sides if "You can begin with" in side)
        assert "What has stayed with me is" in one, number
        assert "A long line of words" in one, number


def test_barriers(write):
    """axe finds nothing at the warning, after keeping, and on the page of what was kept."""
    page = write(reduced_motion="reduce")
    barriers_now = barriers_in_turn(page)
    page.get_by_role("button", name="Start", exact=True).click()
    page.get_by_role("button", name="Keep on this device").click()
    assert barriers_now() == []
    page.get_by_role("button", name="Keep it").click()
    assert barriers_now() == []
    page.goto(page.url.replace(PROMPT, "writing.html"))
    page.get_by_role("button", name="Erase everything").click()
    assert barriers_now() == []
    small = page.locator(".ws-kept button, .ws-kept a").evaluate_all(
        "els => els.map(e => e.getBoundingClientRect()).filter(b => b.height < 43.5).length"
    )
    assert small == 0


def _pad(page):
    return page.locator(".ws-pad textarea")


def _keep(page) -> None:
    page.get_by_role("button", name="Keep on this device").click()
    page.get_by_role("button", name="Keep it").click()


def _open_kept(page) -> None:
    """Goes on with the only text that is kept."""
    page.goto(page.url.partition("#")[0].replace(PROMPT, "writing.html"))
    page.get_by_role("link", name="Go on writing").click()
    page.wait_for_url("**/prompts/**")
    page.get_by_role("button", name="Clear the page").wait_for()


def test_a_kept_text_is_printed_below_its_title(open_page):
    """Wherever on a sheet a kept text begins, its title, day and prompt stand on the same side."""
    page = open_page("writing.html")
    texts = [
        json.dumps({"date": f"2026-11-2{n}T10:00:00.000Z", "title": title, "path": "",
                    "prompt": "Three small things that helped.", "text": "Here it begins. " * 99})
        for n, title in enumerate(("The second of two", "The first of two"))
    ]  # fmt: skip
    page.evaluate(ENTRIES, texts)
    page.reload()
    page.locator(".ws-kept__text").nth(1).wait_for()
    for down in range(40, 100, 6):
        down_by = f"margin-top: {down}mm !important"
        lay_over(page, f"@media print {{ .ws-kept__list > li + li {{ {down_by} }} }}")
        (side,) = (s for s in printed_sides(page, "A4") if "The second of two" in s)
        assert "Here it begins" in side.partition("The second of two")[2], down
