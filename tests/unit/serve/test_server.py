"""What the server says of a request that failed."""

from __future__ import annotations

import threading
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler

import pytest

from generator.serve.server import Server


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
