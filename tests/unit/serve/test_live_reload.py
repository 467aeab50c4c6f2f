"""Open pages are told what changed, once, and are let go at the end."""

from __future__ import annotations

import json
import threading

from generator.serve.handler import page_at, with_root_urls, with_script
from generator.serve.live_reload import Rebuilt, ServerState, StateSnapshot

AT_ONCE = 0.0


def test_who_knows_nothing_is_told_at_once() -> None:
    """A page that was just opened."""
    live = ServerState()
    assert live.wait(None, AT_ONCE) == StateSnapshot()


def test_who_knows_all_waits() -> None:
    """Nothing is said twice."""
    live = ServerState()
    assert live.wait(StateSnapshot(), AT_ONCE) is None


def test_a_build_that_changed_nothing_is_the_same_site() -> None:
    """No page is loaded again for it."""
    live = ServerState()
    live.building()
    assert live.now.is_building
    live.built(Rebuilt())
    assert live.now == StateSnapshot()
    live.built(Rebuilt(is_new=True))
    assert live.now == StateSnapshot(site=1)


def test_mistakes_stay_until_they_are_mended() -> None:
    """Also while the next build runs."""
    live = ServerState()
    live.built(Rebuilt(mistakes="lists.yaml:1:2"))
    live.building()
    assert live.now == StateSnapshot(0, is_building=True, mistakes="lists.yaml:1:2")
    live.built(Rebuilt(is_new=True))
    assert live.now == StateSnapshot(site=1)


def test_all_are_let_go_at_the_end() -> None:
    """The program does not wait for a page."""
    live = ServerState()
    told: list[StateSnapshot | None] = []
    waiting = threading.Thread(target=lambda: told.append(live.wait(StateSnapshot(), 60)))
    waiting.start()
    live.end()
    waiting.join(60)
    assert told == [None]


def test_the_build_goes_on_when_pages_are_loaded() -> None:
    """What was saved is on its way to the reader until the page with it has come to ask again."""
    live = ServerState()
    with live.opened("a.html"), live.opened("b.html"):
        showing = threading.Thread(target=live.show, args=({"a.html": b"", "b.html": b""}, 60))
        showing.start()
        assert live.wait(StateSnapshot(), 60) == StateSnapshot(1, is_building=True)
        for page in ("a.html", "b.html"):
            showing.join(0.05)
            assert showing.is_alive(), page
            with live.opened(page):
                pass
        showing.join(60)
        assert not showing.is_alive()


def test_the_build_waits_for_no_page_that_was_left() -> None:
    """It may have been closed, or put away, without a word."""
    live = ServerState()
    live.show({"a.html": b""}, AT_ONCE)
    assert live.now == StateSnapshot(1, is_building=True)


def test_an_event_is_one_message() -> None:
    """Whatever stands in the text of a mistake."""
    event = StateSnapshot(mistakes="one\ntwo\r\n\ndata: three").as_event("index.html")
    assert event.endswith(b"\n\n")
    assert event.count(b"\n") == 2
    assert json.loads(event.removeprefix(b"data: "))["mistakes"].startswith("one\ntwo")


def test_pages_that_may_have_no_script_have_none() -> None:
    """A card for other pages is served as it is."""
    assert with_script(b"<head></head>", StateSnapshot()) == b"<head></head>"
    page = with_script(b"<head>script-src 'self'</head>", StateSnapshot(site=7))
    assert b'data-site="7"' in page


def test_addresses_begin_at_the_top() -> None:
    """The site may be meant for a folder of a host, and is served at the top."""
    page = b'<link href="/writing/here/assets/site.css"><a href="/writing/here/index.html">'
    assert with_root_urls(page) == b'<link href="/assets/site.css"><a href="/index.html">'
    plain = b'<link href="/assets/site.css"><a href="/index.html">'
    assert with_root_urls(plain) == plain


def test_pages_in_sight_are_known() -> None:
    """As often as they are open, and no longer."""
    live = ServerState()
    with live.opened("index.html"), live.opened("crisis.html"):
        with live.opened("index.html"):
            pass
        assert live.open_pages == {"index.html", "crisis.html"}
    assert live.open_pages == frozenset()


def test_an_address_is_a_page() -> None:
    """As browsers write it; a folder is its first page."""
    assert page_at("/techniques/lists.html") == "techniques/lists.html"
    assert page_at("/") == page_at("") == "index.html"
    assert page_at("/techniques/") == "techniques/index.html"
    assert page_at("/a%20word.html") == "a word.html"


def test_a_page_is_shown_before_its_site_stands() -> None:
    """Who has it open loads it once: the site brings nothing new for them."""
    live = ServerState()
    live.building()
    live.show({"index.html": b"new"})
    assert live.now == StateSnapshot(site=1, is_building=True)
    live.built(Rebuilt(is_new=True, as_before=("index.html",)))
    assert live.now == StateSnapshot(site=2, as_before=("index.html",))
    assert b'"as_before": true' in live.now.as_event("index.html")
    assert b'"as_before": false' in live.now.as_event("crisis.html")
    assert live.previews == {}


def test_what_was_shown_in_vain_is_taken_back() -> None:
    """The build failed after all, so everybody loads the last good page."""
    live = ServerState()
    live.show({"index.html": b"new"})
    live.built(Rebuilt(mistakes="a link leads nowhere"))
    assert live.now == StateSnapshot(site=2, mistakes="a link leads nowhere")
    assert live.previews == {}


def test_nothing_to_show_changes_nothing() -> None:
    """No page is loaded again for it."""
    live = ServerState()
    live.show({})
    assert live.now == StateSnapshot()
