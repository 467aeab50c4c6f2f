"""The table of what colours are used for is the style sheets' own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.palette.brand import BASE, Scheme
from generator.palette.contrast_pairs import USES

CSS = Path(__file__).parents[2] / "generator/theme/css"
BRANDED = "pen|pen-deep|pen-wash|go|go-deep|on-go|link|link-deep|focus"
ROLES = {
    "color": "text",
    "background": "ground",
    "background-color": "ground",
    "--ws-ground": "ground",
}
"""By property; everything else is an edge."""


def uses_in_css() -> Iterator[tuple[str, str, str]]:
    for file in sorted(CSS.glob("*.css")):
        if file.stem == "print":
            continue  # black on white
        css = re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.DOTALL)
        for name, value in re.findall(r"([\w-]+):([^;{}]*);", css):
            for token in re.findall(rf"var\(--ws-({BRANDED})\)", value):
                mixed = "color-mix" in value
                yield file.stem, ROLES.get(name, "edge"), "pen-26" if mixed else token


def test_every_use_is_in_the_table() -> None:
    """A colour that a clinic can change is used nowhere where its contrast is not computed."""
    written = set(uses_in_css())
    known = {(file, use.role.value, use.token) for use in USES for file in use.files}
    assert written - known == set(), "add these to USES in generator/palette/contrast_pairs.py"
    assert known - written == set(), "these are no longer in the style sheets"


def test_heat_map_is_no_darker_than_computed() -> None:
    """The share of the colour in a mixed ground is at most the one that is computed."""
    shares = re.findall(r"var\(--ws-pen\) (\d+)%", (CSS / "coverage.css").read_text("utf-8"))
    assert max(map(int, shares)) == 26


def test_colours_are_those_of_the_style_sheet() -> None:
    """What contrast is computed with is what pages have, light and dark, by choice or device."""
    css = (CSS / "tokens.css").read_text("utf-8")
    light, slate, device = (
        dict(re.findall(r"--ws-([\w-]+): (#[0-9a-f]{6});", block))
        for block in re.findall(r"\{((?:[^{}]*--ws-mist: #)[^{}]*)\}", css)
    )
    for scheme, blocks in ((Scheme.LIGHT, (light,)), (Scheme.DARK, (slate, device))):
        for block in blocks:
            assert {name: block[name] for name in BASE[scheme]} == BASE[scheme]


def test_night_is_the_same_by_choice_and_by_device() -> None:
    """Every token of the night, colours and pictures, stands alike in both of its places."""
    css = (CSS / "tokens.css").read_text("utf-8")
    chosen, device = re.findall(r"\{\s*(color-scheme: dark;[^{}]*)\}", css)
    assert chosen == device
