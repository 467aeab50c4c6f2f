"""The main tasks in other browsers: in Firefox, and in WebKit where its driver is installed.

One window of each does everything that tools/engines/tasks.mjs names. A task fails too if a page
says in the console that something is wrong, meets the limits of its policy, or asks for anything
elsewhere.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.reporting_server import BUILT_FOR, watched
from tests.browser.test_cards import RECEIVER, as_wordpress

pytestmark = pytest.mark.browser

TOOLS = Path(__file__).parents[2] / "tools"
PATIENCE = 240
"""Seconds for all tasks; an idle machine needs a quarter of them."""


def _program(engine: str) -> str:
    """Where the browser is; empty if it is not here, or its driver is not."""
    found = subprocess.run([TOOLS / engine], capture_output=True, text=True, check=False)
    return found.stdout.strip()


ENGINES = ["firefox", *(["webkit"] if _program("webkit") else [])]
"""Firefox has to be there; make test sees to it."""


@pytest.fixture(scope="module")
def command(
    site: Path, site_with_exit: Callable[[str], Path], tmp_path_factory: Any
) -> Iterator[list[str]]:
    """The addresses for a run: of the site, of one with the button, of a page with cards."""
    elsewhere = tmp_path_factory.mktemp("clinic")
    with (
        watched({"/writing/": site, "/exit/": site_with_exit("everywhere")}) as here,
        watched({"/": elsewhere}) as clinic,
    ):
        for file in site.glob("oembed/*.json"):
            answer = json.loads(file.read_text("utf-8"))
            answer["html"] = answer["html"].replace(BUILT_FOR, f"{here.origin}/writing/")
            page = RECEIVER.format(card=as_wordpress(answer)).replace("<title>", "<title >")
            (elsewhere / f"{file.stem}.html").write_text(page, "utf-8")
        yield [f"{here.origin}/writing/", f"{here.origin}/exit/", f"{clinic.origin}/"]


@pytest.mark.parametrize("engine", ENGINES)
def test_main_tasks(engine: str, command: list[str]) -> None:
    """Reading, searching, choosing, writing, keeping, timing, leaving, calling: all of it works."""
    program = _program(engine)
    assert program, f"{engine} is not here: make test sets it up"
    run = ["node", str(TOOLS / "engines/run.mjs"), engine, program, *command]
    if engine == "webkit" and not os.environ.get("DISPLAY"):
        run = ["xvfb-run", "-a", *run]
    assert shutil.which(run[0]), f"{run[0]} is not here"
    done = subprocess.run(run, capture_output=True, text=True, timeout=PATIENCE, check=False)
    browser, *tasks = [json.loads(line) for line in done.stdout.splitlines()] or [{}]
    print(browser, *tasks, sep="\n")
    assert done.returncode == 0, done.stderr
    assert len(tasks) >= 12
    assert [
        (t["task"], t["failed"], t["trouble"]) for t in tasks if t["failed"] or t["trouble"]
    ] == []
