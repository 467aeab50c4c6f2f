"""The land behind heads, by day and by night, in a clinic's colour."""

from __future__ import annotations

import re

from generator.drawings.scene import LANDS
from generator.palette.brand import BASE, Scheme
from generator.render.backgrounds import land_assets


def fills(picture: bytes) -> list[str]:
    """The colours of its grounds, in order."""
    return re.findall(r'fill="(#[0-9a-f]{6})"', picture.decode())


def test_every_head_by_day_and_by_night() -> None:
    """Each is there twice, small enough for a first visit, and loads nothing."""
    found = land_assets(None)
    assert set(found) == {f"assets/land-{h}-{s}.svg" for h in LANDS for s in ("day", "night")}
    assert all(len(picture) < 9000 for picture in found.values())
    assert not any(re.search(rb"href|style|script|url\(", picture) for picture in found.values())


def test_land_ends_in_what_follows() -> None:
    """The nearest land has the colour of the paper, or of the ground, that comes after it."""
    for scheme, name in ((Scheme.LIGHT, "day"), (Scheme.DARK, "night")):
        found = land_assets(None)
        assert fills(found[f"assets/land-wide-{name}.svg"])[-1] == BASE[scheme]["paper"]
        assert fills(found[f"assets/land-low-{name}.svg"])[-1] == BASE[scheme]["mist"]


def test_clinic_colours_the_hills_of_the_day() -> None:
    """Its hills are another colour, and its night, its sun and its paper are as everywhere."""
    own, usual = land_assets("#0f6b5c"), land_assets(None)
    day = "assets/land-wide-day.svg"
    assert own[day] != usual[day]
    assert {"#fff3d6", "#fffdf8"} <= set(fills(own[day]))
    night = "assets/land-wide-night.svg"
    assert own[night] == usual[night]
