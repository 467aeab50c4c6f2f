"""The scripts of the search without a browser: Node runs the very files that the site serves."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
Ask = Callable[[object], Any]
"""Gives the answer of a script that runs to a question."""


@pytest.fixture(scope="session")
def node() -> Iterator[Callable[[str, object], Ask]]:
    """Starts a script of this folder: `node("read.mjs", given)` is what can be asked of it then.

    It reads lines of JSON: first what is given, then one for each question, and answers with one.
    """
    found = shutil.which("node")
    if not found:
        pytest.skip("no Node.js: install it to try the scripts of the search")
    with ExitStack() as running:

        def start(script: str, given: object) -> Ask:
            process = running.enter_context(
                subprocess.Popen(
                    [found, HERE / script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
                )
            )
            assert process.stdin is not None
            assert process.stdout is not None
            running.callback(process.stdin.close)

            def ask(question: object) -> Any:
                print(json.dumps(question), file=process.stdin, flush=True)
                answer = process.stdout.readline()
                assert answer, f"{script} ended with {process.wait()}"
                return json.loads(answer)

            print(json.dumps(given), file=process.stdin, flush=True)
            return ask

        yield start


def lines(name: str) -> list[str]:
    """The lines of a file of this folder that say something."""
    written = (HERE / name).read_text("utf-8").splitlines()
    return [line for line in written if line and not line.startswith("#")]


@pytest.fixture(scope="session")
def kind_of(
    node: Callable[[str, object], Ask], shown: Any
) -> Callable[[Iterable[str]], dict[str, str]]:
    """For texts: the kind of danger that each tells of, empty for none."""
    from generator.exports.browser.danger import danger_words

    read = node("read.mjs", danger_words(shown))

    def ask(texts: Iterable[str]) -> dict[str, str]:
        asked = list(texts)
        return dict(zip(asked, read(asked), strict=True))

    return ask
