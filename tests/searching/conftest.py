"""The scripts of the search without a browser: Node runs the very files that the site serves."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def node() -> Callable[[str, object], Any]:
    """Runs a script of this folder: `node("read.mjs", input)` gives what it answers."""
    found = shutil.which("node")
    if not found:
        pytest.skip("no Node.js: install it to try the scripts of the search")

    def run(script: str, given: object) -> Any:
        done = subprocess.run(
            [found, HERE / script], input=json.dumps(given), capture_output=True, text=True,
            check=False, timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


def lines(name: str) -> list[str]:
    """The lines of a file of this folder that say something."""
    written = (HERE / name).read_text("utf-8").splitlines()
    return [line for line in written if line and not line.startswith("#")]


@pytest.fixture(scope="session")
def kind_of(node: Callable[..., Any], shown: Any) -> Callable[[Iterable[str]], dict[str, str]]:
    """For texts: the kind of danger that each tells of, empty for none."""
    from generator.exports.browser.danger import danger_words

    vocabulary = danger_words(shown)

    def ask(texts: Iterable[str]) -> dict[str, str]:
        asked = list(texts)
        given = {"vocabulary": vocabulary, "texts": asked}
        return dict(zip(asked, node("read.mjs", given), strict=True))

    return ask
