"""A clinic's CSS changes tokens on screens, and nothing else."""

from __future__ import annotations

import re

from generator.palette.contrast import contrast
from generator.palette.stylesheet import brand_css, card_css


def test_nothing_without_colours() -> None:
    """A clinic without colours and logo has the theme as it is."""
    assert brand_css(None, None, logo=False) == ""


def test_paper_has_the_colours_of_the_day() -> None:
    """Sheets are printed in the clinic's colours; what is for the night is for screens only."""
    css = brand_css("#2b4a6f", "#7a2e5d", logo=True)
    outside = re.sub(r"@media screen[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}\n", "", css)
    assert re.fullmatch(r":root \{[^{}]*--ws-pen: #2b4a6f;[^{}]*\}\n", outside)


def test_light_and_both_ways_to_dark() -> None:
    """Light pages, pages that somebody made dark, and those of a dark device each have a rule."""
    css = brand_css("#2b4a6f", None, logo=False)
    assert css.count("--ws-pen:") == 3
    assert css.count("--ws-link:") == 3
    assert "--ws-pen: #2b4a6f;" in css


def test_links_alone() -> None:
    """With a second colour only, nothing but links changes."""
    css = brand_css(None, "#7a2e5d", logo=False)
    assert set(re.findall(r"--ws-([\w-]+):", css)) == {"link", "link-deep"}


def test_cards_follow() -> None:
    """On cards links have the clinic's colour, another one on dark devices; else nothing."""
    assert card_css(None, None) == ""
    light, dark = re.findall(r"--pen:(#[0-9a-f]{6})", card_css("#2b4a6f", "#7a2e5d"))
    assert light == "#7a2e5d"
    assert contrast(dark, "#24201e") >= 4.5
