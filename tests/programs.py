"""Fixtures of external programs: Chromium (Playwright), Ajv by Node.js, Python without Typst."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent

WITHOUT_PRESS = """
import importlib.metadata, sys
sys.modules["typst"] = None
known = importlib.metadata.version
def version(name):
    if name == "typst":
        raise importlib.metadata.PackageNotFoundError(name)
    return known(name)
importlib.metadata.version = version
"""
"""Code to run first in a Python that is to behave as if Typst were not installed."""

BROWSER_ARGUMENTS = [
    "--disable-gpu",
    "--font-render-hinting=none",  # as a browser with a window has it; Chromium's own shell has not
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A request to another host fails, with a console error as for a missing file.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--no-first-run",
    # A page lives for a second: to optimise its scripts, or to tidy up after them, does not pay.
    "--js-flags=--no-opt --min-semi-space-size=64",
]
UNPAINTED = [
    "--force-gpu-mem-available-mb=1",
    "--default-tile-width=2560",
    "--default-tile-height=2048",
]
"""Chromium has layout but no memory to paint, which is a third of what a page costs.

Screenshots are white; only tests that need them have pages painted.
"""


@pytest.fixture(scope="session")
def ajv() -> Callable[..., dict[str, list[str]]]:
    """JSON Schema validation by Ajv: `ajv("2020-12" or "07", schemas, documents)`, both by name.

    Returns the errors by name.
    """

    def ajv(
        draft: str, schemas: Mapping[str, object], documents: Mapping[str, list[object]]
    ) -> dict[str, list[str]]:
        request = json.dumps({"draft": draft, "schemas": schemas, "documents": documents})
        done = subprocess.run(
            ["node", ROOT / "tools/json-schema.mjs"],
            input=request, capture_output=True, text=True, check=True,
        )  # fmt: skip
        errors: dict[str, list[str]] = json.loads(done.stdout)
        return errors

    return ajv


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[..., Browser]]:
    """Launches Chromium, as tools/chromium finds it: `launch(painted=True, env=…)`.

    `env` is its environment; `painted` is needed for screenshots. Skips if there is no Chromium.
    """
    from playwright.sync_api import sync_playwright  # only those who need it pay for it

    found = subprocess.run(
        [ROOT / "tools/chromium"], capture_output=True, text=True, check=False
    ).stdout.strip()
    if not found:
        pytest.skip("no Chromium: install it, or set CHROMIUM to where it is")
    root = ["--no-sandbox"] if os.geteuid() == 0 else []

    with sync_playwright() as playwright:

        def start(*, painted: bool = False, env: Mapping[str, str] | None = None) -> Browser:
            arguments = [*BROWSER_ARGUMENTS, *root, *([] if painted else UNPAINTED)]
            return playwright.chromium.launch(
                executable_path=found,
                args=arguments,
                env=dict(env) if env else None,
            )

        yield start


@pytest.fixture(scope="session")
def browser(launch: Callable[..., Browser]) -> Iterator[Browser]:
    """Chromium with the fonts of this machine, unpainted, for the session."""
    browser = launch()
    yield browser
    browser.close()
