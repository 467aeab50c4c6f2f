"""Open pages are told what changed, once, and are let go at the end."""

from __future__ import annotations

import json
import threading

from generator.serve.handler import from_the_top, with_script
from generator.serve.live import Live, Now, Rebuilt

AT_ONCE = 0.0


def test_who_knows_nothing_is_told_at_once() -> None:
    """A page that was just opened."""
    live = Live()
    assert live.wait(None, AT_ONCE) == Now()


def test_who_knows_all_waits() -> None:
    """Nothing is said twice."""
    live = Live()
    assert live.wait(Now(), AT_ONCE) is None


def test_a_build_that_changed_nothing_is_the_same_site() -> None:
    """No page is loaded again for it."""
    live = Live()
    live.building()
    assert live.now.is_building
    live.built(Rebuilt())
    assert live.now == Now()
    live.built(Rebuilt(is_new=True))
    assert live.now == Now(site=1)


def test_mistakes_stay_until_they_are_mended() -> None:
    """Also while the next build runs."""
    live = Live()
    live.built(Rebuilt(mistakes="lists.yaml:1:2"))
    live.building()
    assert live.now == Now(0, is_building=True, mistakes="lists.yaml:1:2")
    live.built(Rebuilt(is_new=True))
    assert live.now == Now(site=1)


def test_all_are_let_go_at_the_end() -> None:
    """The program does not wait for a page."""
    live = Live()
    told: list[Now | None] = []
    waiting = threading.Thread(target=lambda: told.append(live.wait(Now(), 60)))
    waiting.start()
    live.end()
    waiting.join(60)
    assert told == [None]


def test_an_event_is_one_message() -> None:
    """Whatever stands in the text of a mistake."""
    event = Now(mistakes="one\ntwo\r\n\ndata: three").as_event()
    assert event.endswith(b"\n\n")
    assert event.count(b"\n") == 2
    assert json.loads(event.removeprefix(b"data: "))["mistakes"].startswith("one\ntwo")


def test_pages_that_may_have_no_script_have_none() -> None:
    """A card for other pages is served as it is."""
    assert with_script(b"<head></head>", Now()) == b"<head></head>"
    page = with_script(b"<head>script-src 'self'</head>", Now(site=7))
    assert b'data-site="7"' in page


def test_addresses_begin_at_the_top() -> None:
    """The site may be meant for a folder of a host, and is served at the top."""
    page = b'<link href="/writing/here/assets/site.css"><a href="/writing/here/index.html">'
    assert from_the_top(page) == b'<link href="/assets/site.css"><a href="/index.html">'
    plain = b'<link href="/assets/site.css"><a href="/index.html">'
    assert from_the_top(plain) == plain
