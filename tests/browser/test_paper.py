"""Printed from the browser: the words and the numbers, without the furniture of a screen."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def printed(browser, base):
    """Prints a page of the site: `printed(path)` gives its pages of text."""
    context = browser.new_context()
    page = context.new_page()

    def print_(path: str, paper: str = "A4") -> list[str]:
        page.goto(f"{base}{path}")
        reader = PdfReader(BytesIO(page.pdf(format=paper, prefer_css_page_size=False)))
        return [" ".join(sheet.extract_text().split()) for sheet in reader.pages]

    yield print_
    context.close()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_prompt(printed, page_types, paper):
    """A prompt fits on two sheets, with the numbers at the top and no navigation."""
    sheets = printed(page_types["prompt"], paper)
    assert len(sheets) <= 2
    assert "988" in sheets[0]
    assert "911" in sheets[0]
    for furniture in ("Techniques Resources", "Near this one", "Skip to content", "Not safe right"):
        assert furniture not in " ".join(sheets).replace("Not safe right now? Call 911", "")


def test_crisis_page(printed):
    """The printed crisis page has every number in figures."""
    text = " ".join(printed("crisis.html"))
    for number in ("911", "988", "741741", "1-800-854-7771", "116 123"):
        assert number in text
    assert "For therapists" not in text


def test_guide(printed, page_types):
    """A guide prints its sections and no list of them, no cards' way round them."""
    text = " ".join(printed(page_types["technique"]))
    assert "For therapists" in text
    assert "What is on this page" not in text
    assert "988" in text
