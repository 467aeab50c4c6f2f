"""Leaving quickly, where the people who run a site want it."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

SMALL = (Path(__file__).parents[1] / "content", Path(__file__).parents[1] / "golden/content")
TARGET = "index.html"


@pytest.fixture(scope="module")
def with_exit(make_project, serve):
    """Small sites by where the button is; it leads to their first page, which tests may open."""
    addresses: dict[str, str] = {}

    def address(where: str) -> str:
        if where not in addresses:
            project = make_project(*SMALL)
            clinic = project.places.content / "clinics/default/clinic.yaml"
            text = clinic.read_text("utf-8")
            assert "exit_page" not in text
            clinic.write_text(f"{text}exit_page: {where}\n", "utf-8")
            project.build()
            addresses[where] = serve(project.places.site, "/writing/")
        return addresses[where]

    return address


@pytest.fixture
def prompt(open_page, with_exit):
    """A prompt's page of a site with the button everywhere; leaving leads to the first page."""

    def open_(**options):
        start = with_exit("everywhere")
        page = open_page("prompts/index.html", start=start, **options)
        page.goto(f"{start}techniques/lists.html")
        link = page.locator(".ws-exit a")
        assert link.get_attribute("href").startswith("https://")
        assert link.get_attribute("rel") == "noreferrer"
        page.evaluate(
            "to => { document.querySelector('.ws-exit a').href = to }", f"{start}{TARGET}"
        )
        return page

    return open_


def test_nowhere_unless_asked_for(open_page, page_types):
    """A site that did not ask for the button has none."""
    page = open_page("crisis.html")
    assert page.locator(".ws-exit").count() == 0


def test_on_crisis_pages(open_page, with_exit):
    """Where only pages about crisis and safety have it, others do not."""
    page = open_page("crisis.html", start=with_exit("crisis-pages"))
    assert page.locator(".ws-exit").is_visible()
    page.goto(page.url.replace("crisis.html", "index.html"))
    assert page.locator(".ws-exit").count() == 0


def test_link_without_script(open_page, with_exit):
    """Without JavaScript it is a link, large enough for a thumb, in a landmark."""
    page = open_page(
        "crisis.html", start=with_exit("everywhere"), java_script_enabled=False, width=360
    )
    box = page.get_by_role("complementary", name="Leave quickly")
    size = box.get_by_role("link", name="Exit this page").bounding_box()
    assert size["height"] >= 43.5


def test_by_pointer(prompt):
    """A press blanks the page, takes what was typed with it, and Back does not lead here."""
    page = prompt()
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.locator(".ws-pad textarea").fill("Nobody may read this")
    page.get_by_role("link", name="Exit this page").click()
    page.wait_for_url(f"**/{TARGET}")
    assert asked == []
    page.go_back()
    page.wait_for_url("**/prompts/index.html")


def test_by_keyboard(prompt):
    """Shift three times leaves, and each press before says how many are missing."""
    page = prompt()
    status = page.locator(".ws-exit [role=status]")
    page.keyboard.press("Shift")
    assert "two more" in status.inner_text()
    page.keyboard.press("Shift")
    assert "once more" in status.inner_text()
    page.keyboard.press("Shift")
    page.wait_for_url(f"**/{TARGET}")


def test_capitals_do_not_leave(prompt):
    """Whoever types capital letters stays."""
    page = prompt()
    page.locator(".ws-pad textarea").focus()
    for letter in "ABCDE":
        page.keyboard.press(f"Shift+{letter}")
    assert page.locator(".ws-pad textarea").input_value() == "ABCDE"
    assert page.locator(".ws-exit [role=status]").inner_text() == ""
    page.close(run_before_unload=False)


def test_presses_are_forgotten(prompt):
    """After five seconds the presses before do not count."""
    page = prompt()
    page.clock.install()
    page.reload()
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.clock.run_for(5100)
    page.keyboard.press("Shift")
    assert "two more" in page.locator(".ws-exit [role=status]").inner_text()


def test_the_last_focus_is_not_covered(prompt):
    """At the end of the page the button does not lie over what has the focus."""
    page = prompt(width=360)
    last = page.locator(".ws-footer a").last
    last.focus()
    page.keyboard.press("End")
    assert last.evaluate("""e => {
      const box = e.getBoundingClientRect();
      return document.elementFromPoint(box.left + 5, box.top + box.height / 2) === e;
    }""")
