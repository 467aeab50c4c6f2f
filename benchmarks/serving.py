"""Save-to-served latency of a development server, measured by polling the page over HTTP."""

from __future__ import annotations

import html
import os
import re
import signal
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.client import HTTPException
from pathlib import Path
from statistics import median
from time import monotonic, perf_counter, sleep
from typing import IO
from urllib.request import urlopen

REAL = str(Path(__file__).resolve().parents[1])
PLACES = ("", "writing/")
"""Base paths at which a server may have the site: the root, or that of the site's URL."""
PATIENCE = 180
"""Timeout in seconds for a server to build and serve."""
EACH = 0.005
"""Polling interval in seconds."""
PAUSE = 8
"""Seconds between two saves, in which a server completes the build of other pages."""


class Silent(Exception):
    """A server did not serve what it should within PATIENCE; the message says what."""


def saved_seconds(
    command: list[str],
    folder: Path,
    port: int,
    prompt: tuple[str, str],
    save: Callable[[str], str],
    times: int,
    stream: str = "",
) -> float:
    """Median wall-clock seconds from the save of a sentence until the page with it is served.

    `prompt` is an id and its task; `save` writes a sentence into a source and returns the id of the
    prompt. `stream` is the URL of the event stream of an open page, up to the id. Raises Silent.
    """
    name, task = prompt
    with _serving(command, folder):
        top = _top(f"http://127.0.0.1:{port}/", name, task)
        took = []
        for number in range(times + 1):
            page = f"{top}prompts/{name}.html"
            with closing(_listening(f"{top}{stream}{name}.html") if stream else _nobody()):
                sentence = f"An edit with save {number}."
                began = perf_counter()
                if (changed := save(sentence)) != name:
                    raise Silent(f"another prompt was changed: {changed}")
                _until(page, sentence)
                took.append(perf_counter() - began)
            sleep(PAUSE)
    return median(took[1:])  # the first is a warm-up that fills caches


def environment() -> dict[str, str]:
    """Environment of a peer: PYTHONPATH to this program, no advertisement by Material."""
    return os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": REAL}


def free_port() -> int:
    """A free TCP port of the loopback address."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def _serving(command: list[str], folder: Path) -> Iterator[None]:
    with (folder.parent / "served.txt").open("w+", encoding="utf-8") as said:
        server = subprocess.Popen(
            command, cwd=folder, stdout=said, stderr=subprocess.STDOUT, start_new_session=True,
            env=environment(),
        )  # fmt: skip
        try:
            yield
        finally:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


def _top(address: str, name: str, task: str) -> str:
    until = monotonic() + PATIENCE
    while monotonic() < until:
        for place in PLACES:
            if flat(task) in flat(_answer(f"{address}{place}prompts/{name}.html")):
                return f"{address}{place}"
        sleep(0.2)
    raise Silent("it served no page of a prompt")


def _until(page: str, words: str) -> None:
    until = monotonic() + PATIENCE
    while words not in flat(_answer(page)):
        if monotonic() > until:
            raise Silent("a saved sentence was not served")
        sleep(EACH)


def _answer(address: str) -> str:
    try:
        with urlopen(address, timeout=PATIENCE) as answer:
            return str(answer.read().decode("utf-8", errors="replace"))
    except (OSError, HTTPException):
        return ""  # not yet


def _listening(address: str) -> IO[bytes]:
    found: IO[bytes] = urlopen(address, timeout=PATIENCE)
    return found


def _nobody() -> IO[bytes]:
    return Path(os.devnull).open("rb")


def flat(text: str) -> str:
    """A text or page with entities decoded, straight quotes, and white space collapsed."""
    straight = html.unescape(text).translate(str.maketrans("\u2018\u2019\u201c\u201d", "''\"\""))
    return re.sub(r"\s+", " ", straight)
