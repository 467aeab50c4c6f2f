"""The one script that pages ask for: all of ours, those first that others stand on, and light."""

from __future__ import annotations

import re

import pytest

from generator.render.assets import THEME, theme_assets


@pytest.fixture(scope="module")
def script() -> str:
    """The script as the site serves it."""
    return theme_assets()["assets/site.js"].decode()


def test_nothing_but_comments_and_spaces_is_left_out(script):
    """Each line of code of each script is in it, and no comment."""
    packed = _packed(script)
    for file in sorted((THEME / "js").glob("*.js")):
        for line in _code(file.read_text("utf-8")).splitlines():
            assert _packed(line) in packed, f"{file.name}: {line}"
    assert "/**" not in script
    assert not re.search(r"(^|\s)// ", script)


def test_what_others_stand_on_comes_first(script):
    """What scripts use while the page loads is made before the first of them."""
    others = [name for name in theme_assets() if name.startswith("assets/pages/")]
    used = "".join(theme_assets()[name].decode() for name in others) + script
    first = script.index("customElements.define")
    for name in ("deviceStorage", "controls"):
        assert f"{name}." in used
        assert script.index(f"const {name}=") < first


def _code(text: str) -> str:
    """Without comments, of which none stands in a text or a pattern of ours."""
    return re.sub(r"/\*.*?\*/|(?:^|(?<=\s))//[^\n]*", "", text, flags=re.DOTALL | re.MULTILINE)


def _packed(text: str) -> str:
    return re.sub(r"\s+", "", text)
