"""The repairs of the engine's HTML."""

from __future__ import annotations

import pytest

from generator.engine.repairs import repair


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        (
            '<svg class="a" viewBox="0 0 24 20"><path d=""/></svg>',
            '<svg class="a" viewBox="0 0 24 20" width="24" height="20"><path d=""/></svg>',
        ),
        ("<br />a<br/>b<hr />", "<br>a<br>b<hr>"),
        ('<img alt="a > b" src="x" />', '<img alt="a > b" src="x">'),
        ("<img alt='a \" b' src='x'/>", "<img alt='a \" b' src='x'>"),
        ("<input disabled />", "<input disabled>"),
    ],
)
def test_fault_is_mended(broken: str, mended: str) -> None:
    """Each known fault goes, and what stands around it stays; mending twice changes nothing."""
    assert repair(f"<p>{broken}</p>") == f"<p>{mended}</p>"
    assert repair(mended) == mended


@pytest.mark.parametrize(
    "sound",
    [
        "<p>5 / 3 &lt; 2 /&gt;</p>",
        '<svg><path d="M0 0"/></svg>',
        "<img src=folder/>",
        '<svg width="1" viewBox="0 0 2 2"></svg>',
    ],
)
def test_sound_html_is_left_alone(sound: str) -> None:
    """Nothing else is touched."""
    assert repair(sound) == sound
