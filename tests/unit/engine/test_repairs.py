"""The repairs of the theme's HTML."""

from __future__ import annotations

import pytest

from generator.engine.repairs import repair


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        (
            '<input class="md-toggle" type="checkbox" id="__drawer" autocomplete="off">',
            '<input class="md-toggle" type="checkbox" id="__drawer">',
        ),
        (
            '<svg class="a" viewBox="0 0 24 20"><path d=""/></svg>',
            '<svg class="a" viewBox="0 0 24 20" width="24" height="20"><path d=""/></svg>',
        ),
        ('<label for="x" tabindex="">', '<label for="x">'),
        ("<br />a<br/>b<hr />", "<br>a<br>b<hr>"),
        ('<img alt="a > b" src="x" />', '<img alt="a > b" src="x">'),
        ("<img alt='a \" b' src='x'/>", "<img alt='a \" b' src='x'>"),
        ("<input disabled />", "<input disabled>"),
        (
            '<label class="md-nav__title" for="__toc">\n  On this page\n</label>',
            '<div class="md-nav__title">\n  On this page\n</div>',
        ),
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
        '<input type="text" autocomplete="off">',
        '<input id="__toc"><label class="md-nav__title" for="__toc">Contents</label>',
        '<button tabindex="-1">x</button>',
    ],
)
def test_sound_html_is_left_alone(sound: str) -> None:
    """Nothing else is touched."""
    assert repair(sound) == sound


def test_what_is_said_twice_or_unasked_goes() -> None:
    """Icons and the site's name beside the logo are silent; Firefox is asked for no next page."""
    icon = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">'
    assert repair(icon) == icon.replace('svg" ', 'svg" aria-hidden="true" ')
    named = '<svg xmlns="http://www.w3.org/2000/svg" role="img" width="1" height="1">'
    assert repair(named) == named
    ahead = (
        '<link rel="prev" href="a.html"><link rel="next" href="b.html"><link rel="icon" href="c">'
    )
    assert repair(ahead) == '<link rel="icon" href="c">'
    banner = '<aside class="md-banner"><p id="ws-person">Help</p></aside>'
    assert repair(banner).startswith('<aside class="md-banner" aria-labelledby="ws-person">')
    assert repair('<aside class="md-banner"><p>') == '<aside class="md-banner"><p>'
