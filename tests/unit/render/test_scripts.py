"""The one script that pages ask for: all of ours, those first that others stand on, and light."""

from __future__ import annotations

import re

import pytest

from generator.render.assets import THEME, theme_assets


@pytest.fixture(scope="module")
def script() -> str:
    """The script as the site serves it."""
    return theme_assets()["assets/site.js"].decode()


def test_nothing_but_comments_is_left_out(script):
    """Each line of code of each script is in it, and no line that is only a comment."""
    for file in sorted((THEME / "js").glob("*.js")):
        for line in file.read_text("utf-8").splitlines():
            if not re.match(r"\s*(//|/\*|\*)", line):
                assert line in script, file.name
    assert not re.search(r"^\s*//", script, re.MULTILINE)


def test_what_others_stand_on_comes_first(script):
    """What a script uses while the page loads is made before it."""
    first_use = min(script.index(f"{name}.") for name in ("deviceStorage", "controls", "papers"))
    for name in ("deviceStorage", "controls", "papers"):
        assert script.index(f"const {name} =") < first_use
