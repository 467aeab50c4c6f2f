"""What the server says of a request, or of a build, that failed."""

from __future__ import annotations

import threading
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler

import pytest

from generator.serve.live_reload import Rebuilt, ServerState
from generator.serve.server import OURS, Server, rebuild_when


def said_of(error: Exception, capsys: pytest.CaptureFixture[str]) -> str:
    """What stands on the screen after an answer that ended with this error."""

    class Failing(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            raise error

    with Server(("127.0.0.1", 0), Failing) as server:
        threading.Thread(target=server.handle_request).start()
        connection = HTTPConnection("127.0.0.1", server.server_port)
        connection.request("GET", "/")
        with pytest.raises(ConnectionError):
            connection.getresponse()
        connection.close()
    return capsys.readouterr().err


@pytest.mark.parametrize("error", [BrokenPipeError(), ConnectionResetError()])
def test_a_page_that_was_left_is_no_news(
    error: Exception, capsys: pytest.CaptureFixture[str]
) -> None:
    """A browser leaves a page that it loads anew before all of it has come."""
    assert said_of(error, capsys) == ""


def test_a_mistake_of_ours_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """With its traceback, for whoever mends it."""
    assert "ValueError: of ours" in said_of(ValueError("of ours"), capsys)


def test_a_build_that_fails_of_itself_is_not_the_last(capsys: pytest.CaptureFixture[str]) -> None:
    """Its mistake stands on the pages instead of "Building …", and the next one is built."""
    changed, stopped, live = threading.Event(), threading.Event(), ServerState()
    told = []

    def rebuild(live: ServerState) -> Rebuilt:
        told.append(live.now)
        if len(told) == 1:
            changed.set()
            raise ValueError("of ours")
        stopped.set()
        changed.set()
        return Rebuilt(is_new=True)

    changed.set()
    rebuild_when(changed, stopped, rebuild, live)
    assert told[1].mistakes == OURS
    assert (live.now.site, live.now.is_building, live.now.mistakes) == (1, False, "")
    assert "ValueError: of ours" in capsys.readouterr().err
