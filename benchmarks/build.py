"""Benchmark of a build: CPU time by stage, memory and output size for libraries of several sizes.

    python benchmarks/build.py [SIZE...] [--json FILE] [--no-plain]

Each size is built in a process of its own, so that peak memory is that build's alone: cold, then
unchanged, then with one prompt edited. The program's own stages are timed by patching them. The
baseline is plain Material: the same Markdown, built by MkDocs with the theme as it comes and its
own search. Its pages are not in `nav`, where each would be listed in every other: at 1,000 prompts
that makes a page of 355 kB.

Seconds are CPU time, child processes included, so that other load on the machine counts little; the
whole build is also given as wall-clock time.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

import click
from stopwatch import Laps, cpu_seconds, peak_mb
from synthetic import make_project

import generator.build
import generator.content.reading.source
import generator.reading
from generator.content.edition_id import Edition
from generator.exports.browser.search_index import GROUPS
from generator.places import Places
from generator.site.site import Site

PROMPTS = GROUPS.index("prompts")
REAL = Path(__file__).resolve().parent.parent


def _newest_day() -> date:
    """The latest date on which content was written or checked, as the "today" of the benchmark.

    So no listing is stale, and no new text lies in the future.
    """
    dated = re.compile(r"^ *(?:on|written_on|checked_on): *(\d{4}-\d\d-\d\d)", re.MULTILINE)
    texts = (file.read_text("utf-8") for file in (REAL / "content").rglob("*.yaml"))
    return max(date.fromisoformat(day) for text in texts for day in dated.findall(text))


TODAY = _newest_day()

READ = ("load_library", "check")
STAGES = (
    "print_library", "render_pages", "write_tree", "fingerprint", "build_changed", "publish",
)  # fmt: skip

ROWS: tuple[tuple[str, str], ...] = (
    ("prompts", "prompts"),
    ("pages", "pages"),
    ("yaml_mb", "YAML, MB"),
    ("decode_mb_s", "read and decode, MB/s"),
    ("parse_source", "  read, s"),
    ("decode", "  decode, s"),
    ("check", "check, s"),
    ("check_ratio", "  check to read and decode, time"),
    ("print_library", "print the worksheets, s"),
    ("render_pages", "plan and render, s"),
    ("write_tree", "write, s"),
    ("fingerprint", "fingerprint, s"),
    ("build_changed", "pages by MkDocs and their finish, s"),
    ("publish", "publish, s"),
    ("total", "whole build, s"),
    ("clock", "whole build, s by the clock"),
    ("ms_per_prompt", "whole build, ms per prompt"),
    ("unchanged", "again, nothing changed, s"),
    ("unchanged_write", "  of which write, s"),
    ("edited", "again, one prompt edited, s"),
    ("own_mb", "peak memory, MB"),
    ("engine_mb", "peak memory of its largest child, MB"),
    ("page_kb", "largest prompt page, kB"),
    ("index_kb", "search index of 1,000 prompts, kB gzip"),
    ("index_real_kb", "  of as many real ones, kB gzip, estimated"),
    ("index_all_kb", "whole search index, kB gzip"),
    ("plain", "plain Material, s"),
    ("plain_ratio", "ours to plain, time"),
    ("plain_page_kb", "plain Material: largest prompt page, kB"),
    ("plain_index_ratio", "plain Material: search index, times ours"),
)


def measure(prompts: int, *, plain: bool) -> dict[str, float]:
    """All figures of `ROWS` for the real content with this many synthetic prompts added."""
    with tempfile.TemporaryDirectory(prefix="writing-site-benchmark-") as folder:
        root = Path(folder)
        made_up = make_project(REAL, root, prompts)
        places = Places(root, Edition())
        cold, unchanged, edited = Laps(), Laps(), Laps()
        count = _build(places, cold)
        # Before plain Material runs, which would be the larger child.
        own_mb, engine_mb = peak_mb()
        _build(places, unchanged)
        _edit(places)
        _build(places, edited)
        yaml = sum(file.stat().st_size for file in places.content.rglob("*.yaml")) / 1e6
        own = _index(places.site)
        # A prompt is an entry of the group of prompts that is named by its id alone.
        of_prompts = [entry for entry in own if entry[0] == PROMPTS and "/" not in entry[1]]
        found: dict[str, float] = {
            **cold.cpu,
            "prompts": count,
            "pages": sum(1 for _ in places.site.rglob("*.html")),
            "yaml_mb": yaml,
            "decode_mb_s": yaml / cold.cpu["load_library"],
            "decode": cold.cpu["load_library"] - cold.cpu["parse_source"],
            "check_ratio": cold.cpu["check"] / cold.cpu["load_library"],
            "clock": cold.clock["total"],
            "ms_per_prompt": cold.cpu["total"] / count * 1000,
            "unchanged": unchanged.cpu["total"],
            "unchanged_write": unchanged.cpu["write_tree"],
            "edited": edited.cpu["total"],
            "own_mb": own_mb,
            "engine_mb": engine_mb,
            "page_kb": _largest_page_kb(places.site),
            "index_kb": len(_zipped(of_prompts)) / count,
            "index_real_kb": _slope([entry for entry in of_prompts if entry[1] not in made_up]),
            "index_all_kb": len(_zipped(own)) / 1000,
        }
        if plain:
            site = root / "plain"
            found["plain"] = _build_plain(places, site)
            found["plain_ratio"] = found["total"] / found["plain"]
            found["plain_page_kb"] = _largest_page_kb(site)
            found["plain_index_ratio"] = (
                len(_zipped(_plain_index(site))) / 1000 / found["index_all_kb"]
            )
        return found


def _build(places: Places, laps: Laps) -> int:
    """Build the site once, timing each stage into `laps`; returns the number of prompts."""

    def whole() -> int:
        # Only here: the locales of the program are read later, by the same function.
        with _watched(laps, generator.content.reading.source, "parse_source"):
            library, problems = generator.reading.read(places, TODAY)
        problems.raise_if_errors()
        generator.build.build(places, Site.of(library), lambda _: None)
        return len(library.prompts)

    watched = _watched(laps, generator.reading, *READ), _watched(laps, generator.build, *STAGES)
    with watched[0], watched[1]:
        count: int = laps.timed("total", whole)()
    return count


@contextmanager
def _watched(laps: Laps, module: ModuleType, *stages: str) -> Iterator[None]:
    """Time these functions of a module during the block."""
    with ExitStack() as stack:
        for name in stages:
            stage = laps.timed(name, getattr(module, name))
            stack.enter_context(patch.object(module, name, stage))
        yield


def _edit(places: Places) -> None:
    file = min((places.content / "prompts").glob("made-up-*.yaml"))
    text = file.read_text("utf-8")
    file.write_text(text.replace("text: >-\n", "text: >-\n      An edit.\n", 1), "utf-8")


def _build_plain(places: Places, site: Path) -> float:
    """Build the same Markdown with plain Material and its search; returns CPU seconds."""
    docs = places.root / "plain-docs"
    shutil.copytree(places.docs, docs)
    config = {
        "site_name": "Plain",
        "docs_dir": str(docs),
        "theme": {"name": "material"},
        "plugins": ["search"],
        "use_directory_urls": False,
        "markdown_extensions": ["attr_list", "def_list", "tables"],
        "nav": [{"Home": "index.md"}],
    }
    file = places.root / "plain.yml"
    file.write_text(json.dumps(config), "utf-8")
    started = cpu_seconds()
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(file), "-d", str(site)],
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=True, capture_output=True,
    )  # fmt: skip
    return cpu_seconds() - started


def _index(site: Path) -> Any:
    """The entries of the search index."""
    text = (site / "assets/find/search.js").read_text("utf-8")
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])["entries"]


def _plain_index(site: Path) -> Any:
    return json.loads((site / "search" / "search_index.json").read_bytes())["docs"]


def _zipped(documents: list[Any]) -> bytes:
    """The documents as gzipped JSON, at the level that servers use by default (6)."""
    return gzip.compress(json.dumps(documents, separators=(",", ":")).encode(), 6)


def _slope(documents: list[Any]) -> float:
    """Marginal gzipped size: bytes that each document of the second half adds to the first half."""
    half = len(documents) // 2
    more = len(_zipped(documents)) - len(_zipped(documents[:half]))
    return more / (len(documents) - half)


def _largest_page_kb(site: Path) -> float:
    return max(file.stat().st_size for file in (site / "prompts").glob("*-*.html")) / 1000


def _table(sizes: list[dict[str, float]]) -> Iterator[str]:
    for key, label in ROWS:
        if key in sizes[0]:
            values = "".join(f"{_figure(found[key]):>11}" for found in sizes)
            yield f"{label:<42}{values}"


def _figure(value: float) -> str:
    return f"{value:.0f}" if value >= 100 or value == int(value) else f"{value:.3g}"


@click.command()
@click.argument("sizes", nargs=-1, type=click.IntRange(min=1))
@click.option("--json", "file", type=click.Path(path_type=Path), help="Write the figures here too.")
@click.option("--plain/--no-plain", default=True, help="Whether to build plain Material as well.")
def main(sizes: tuple[int, ...], file: Path | None, plain: bool) -> None:
    """Build libraries of these SIZES (usually 500, 2000 and 10000 prompts) and say how it went."""
    found = []
    for size in sizes or (500, 2_000, 10_000):
        # Spawned, not forked: memory that the last size left would count here too.
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            found.append(pool.submit(measure, size, plain=plain).result())
    for line in _table(found):
        click.echo(line)
    if file:
        file.write_text(json.dumps(found, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
