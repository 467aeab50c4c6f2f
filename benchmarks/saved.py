"""Benchmark of live reload: latency from a save to the new words in an open page (Chromium).

    python benchmarks/saved.py [--times 10]

The program serves a copy of the real library, and Chromium has the page of a prompt open, as
its author has. Its file is saved again and again by an atomic rename, each time with other words.
Printed are the median wall-clock times from the save until the page shows the words, and until the
whole site is published; for comparison that of reloading the page, a lower bound, and the ratio to
it. The page itself records the animation frame in which it has the words: polling from outside
would notice later.

What it needs is set up by `make test`.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, time

import click
from editions import copied
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PLACE = re.compile(r"(?<=    text: >-\n)( +)(?:Words that were saved[^\n]*\n +)?")
SOON = 120_000
"""Timeout in milliseconds."""
NOTE = """(() => {
  const look = () => {
    const text = document.querySelector("article")?.textContent ?? "";
    const [words] = /Words that were saved [^.]+/.exec(text) ?? [""];
    if (words && !sessionStorage[words]) sessionStorage[words] = Date.now();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()"""
"""Init script: records when the words are to be painted, in milliseconds since 1970."""


@click.command()
@click.option("--times", type=click.IntRange(min=1), default=10, show_default=True)
def main(times: int) -> None:
    """Save a prompt that many times, and measure how soon it is seen."""
    with tempfile.TemporaryDirectory() as folder, _served(copied(Path(folder))) as (address, lines):
        file = min((Path(folder) / "content/prompts").glob("*.yaml"))
        found = re.search(r"(?m)^  - id: (.+)$", file.read_text("utf-8"))
        assert found, f"{file} has no prompt"
        with _opened(f"{address}prompts/{found[1]}.html") as page:
            _saved(page, lines, file, "first of all")  # warm-up: fills the caches
            saves = [_saved(page, lines, file, f"the time {n}") for n in range(times)]
            loads = [_loaded(page) for _ in range(times)]
    seen, stood = (statistics.median(took) for took in zip(*saves, strict=True))
    load = statistics.median(loads)
    _say("from the save to the words on the page", seen, load)
    _say("from the save to the whole site", stood, load)
    _say("the page loaded once more", load, load)


@contextmanager
def _served(project: Path) -> Iterator[tuple[str, Iterator[str]]]:
    """Run `serve` on the project; yields the URL, and the lines of output from then on."""
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", "--no-open", "--port", "0"],
        cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as program:  # fmt: skip
        try:
            assert program.stdout is not None
            lines = iter(program.stdout)
            started = next(line for line in lines if line.startswith("The site is at "))
            yield started.split()[4].rstrip("."), lines
        finally:
            program.kill()


@contextmanager
def _opened(address: str) -> Iterator[Page]:
    chromium = subprocess.run(
        [ROOT / "tools/chromium"], capture_output=True, text=True, check=True
    ).stdout.strip()
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        page = browser.new_page()
        page.add_init_script(NOTE)
        page.goto(address)
        yield page
        browser.close()


def _saved(page: Page, lines: Iterator[str], file: Path, words: str) -> tuple[float, float]:
    """Save the words; seconds until the page shows them, and until the whole site is built."""
    text = PLACE.sub(rf"\1Words that were saved {words}.\n\1", file.read_text("utf-8"), count=1)
    part = file.with_suffix(".part")
    part.write_text(text, "utf-8")
    began = time()
    part.replace(file)
    next(line for line in lines if "Built again" in line)
    stood = time() - began
    noted = page.wait_for_function(
        f"() => sessionStorage['Words that were saved {words}']", timeout=SOON
    )
    return int(noted.json_value()) / 1000 - began, stood


def _loaded(page: Page) -> float:
    began = perf_counter()
    page.reload()
    return perf_counter() - began


def _say(what: str, seconds: float, load: float) -> None:
    click.echo(f"{what:<42}{seconds:8.2f} s{seconds / load:8.1f} loads")


if __name__ == "__main__":
    main()
