"""How soon a saved word is served: a peer's own server, which is asked again and again."""

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
"""Where a server may show the site: at its top, or at the path of the address it is built for."""
PATIENCE = 180
"""Seconds for a server to build what it shows."""
EACH = 0.005
"""Seconds between two questions."""
PAUSE = 8
"""Seconds in which a server ends what it does after a page that it shows first."""


class Silent(Exception):
    """A server did not show what it should; the message says what."""


def saved_seconds(
    command: list[str],
    folder: Path,
    port: int,
    prompt: tuple[str, str],
    save: Callable[[str], str],
    times: int,
    stream: str = "",
) -> float:
    """Median seconds by the clock from the save of a sentence until the page with it is served.

    `prompt` is the id of one and its task; `save` writes a sentence into its source and says of
    which prompt that is. `stream` is what a browser that has the page open listens to.
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
    return median(took[1:])  # what a server keeps is made by the first


def environment() -> dict[str, str]:
    """The variables with which a peer is started: this program is found, and MkDocs says nothing
    of other products."""
    return os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": REAL}


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


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
    """The words of a text or of a page, whatever its quotes became and its lines are."""
    straight = html.unescape(text).translate(str.maketrans("\u2018\u2019\u201c\u201d", "''\"\""))
    return re.sub(r"\s+", " ", straight)
