"""On a host that leaves the ending off of addresses, as Cloudflare Pages does."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

PROMPT = "prompts/one-thing-that-stayed"
WORDS = "Zebrafinch on the sill"


@pytest.fixture(scope="session")
def short(site, serve):
    """The address of the real site on such a host."""
    return serve(site, "/writing/", short=True)


@pytest.mark.parametrize("kept_as", ["", PROMPT])
def test_somebody_goes_on_with_a_kept_text(open_page, short, kept_as):
    """What is kept leads back to its prompt, also what was kept when the path had no ending."""
    page = open_page(f"{PROMPT}.html", start=short)
    assert page.url == f"{short}{PROMPT}"
    page.locator("#pad").fill(WORDS)
    page.get_by_role("button", name="Keep on this device").click()
    page.get_by_role("button", name="Keep it").click()
    page.evaluate(
        """(path) => {
          const [key] = Object.keys(localStorage).filter((key) => key.includes("writing-1"));
          const entry = JSON.parse(localStorage.getItem(key));
          localStorage.setItem(key, JSON.stringify({...entry, path: path || entry.path}));
        }""",
        kept_as,
    )
    page.goto(f"{short}writing.html")
    page.get_by_role("link", name="Go on writing").click()
    page.wait_for_url(f"{short}{PROMPT}#*")
    assert page.locator("#pad").input_value() == WORDS


def test_another_one_is_another_one(open_page, short):
    """A choice that only two prompts fit leads to the other one, not to this one again."""
    page = open_page(f"{PROMPT}.html", start=short)
    page.evaluate(
        """() => {
          const { catalogue } = ws;
          catalogue.randomPlace = (facts, choice, other = () => true) => [0, 1].find(other) ?? -1;
          catalogue.card = async (facts, place) => [
            place ? "prompts/a-call-from-eighty-five.html" : "prompts/one-thing-that-stayed.html",
          ];
        }"""
    )
    page.get_by_role("link", name="Another prompt").click()
    page.wait_for_url("**/a-call-from-eighty-five*")


def test_link_to_a_packet_that_was_encoded_on_its_way(open_page, short):
    """The page for addresses that do not exist mends such a link also where it has no ending."""
    page = open_page("robots.txt", start=short).context.new_page()  # its console tells of the 404
    page.goto(f"{short}packet%23packet=1&p=first-lists&end=1")
    page.wait_for_url(f"{short}packet#packet=1&p=first-lists&end=1")
