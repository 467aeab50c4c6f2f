"""Comparison with other static site generators: build time, memory and save-to-served latency.

    python benchmarks/peers.py [SIZE...] [--runs 3] [--only NAME]
    python benchmarks/peers.py --page

Writes `results/peers.json` and, from it, the page `results/peers.md`; `--page` writes the page
only. Sizes that are not measured stay in the result with their day. SIZE is the number of prompts
in all; where the real library has more, it is the real one.

Each peer builds in a folder of its own: cold, with nothing changed, and with one sentence of one
prompt changed. Seconds are CPU and wall-clock time, medians of the runs, of the peer's process and
its children; memory is the peak of its largest process. A time counts only if every prompt's page
is there with its task, and the changed page with the change. Then its own server is started, and
the wall-clock time from a save until the new sentence is served is measured; ours is told that the
page is open, as a browser does that shows it.

Hugo and Eleventy read the same YAML, with the small layouts of `layouts/`; Material and Zensical
read the Markdown that this program generates. What is not comparable is in `peers_page.py`, and
so on the page. Peers are installed below `.build/peers/`, once, in the versions that stand here;
one that cannot be had is told of and left out.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

import click
from peers_page import page
from serving import Silent, environment, flat, free_port, saved_seconds
from stopwatch import Laps
from synthetic import make_project

from generator import __version__
from generator.content.reading.source import read_source
from generator.problems import Problems

REAL = Path(__file__).resolve().parent.parent
LAYOUTS = REAL / "benchmarks" / "layouts"
RESULT = REAL / "benchmarks" / "results" / "peers.json"
CACHE = REAL / ".build" / "peers"

HUGO = "0.168.0"
ZENSICAL = "0.0.73"  # the newest of which all parts could be had
ELEVENTY_LOCK = LAYOUTS / "eleventy" / "package-lock.json"
CASES = ("cold", "unchanged", "edited")


class Absent(Exception):
    """A peer cannot be installed or fails here; the message says why."""


@dataclass(frozen=True)
class Peer:
    """A static site generator: how it is set up, run, edited and served."""

    name: str
    version: str
    command: Callable[[], list[str]]
    """Command line of a build, installing the peer if needed; raises Absent."""
    site: str
    """Output folder, relative to the peer's own."""
    made: tuple[str, ...]
    """Paths deleted before a cold build: the site and caches of the last build."""
    prompts: str
    """Folder of the prompts' sources, relative to the peer's own."""
    set_up: Callable[[Path, Path], None]
    """Prepares the sources, given the project (built once) and the peer's own folder."""
    serve: Callable[[int], list[str]]
    """Command line of its development server on a port; it rebuilds after each save."""
    stream: str = ""
    """URL of the event stream of an open prompt page, up to the prompt's id; empty for none."""


def ours() -> list[str]:
    """This program, as `writing-site build` runs it."""
    return [sys.executable, "-m", "generator", "build"]


def material() -> list[str]:
    """MkDocs, with the theme Material as it comes."""
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", "mkdocs.yml"]


def zensical() -> list[str]:
    """Zensical, with its own theme."""
    environment = _environment("zensical", ZENSICAL)
    return [str(environment / "bin" / "zensical"), "build", "-f", "mkdocs.yml"]


def hugo() -> list[str]:
    """Hugo itself, without the Python in which it is wrapped."""
    found = [*_environment("hugo", HUGO).glob("lib/*/site-packages/hugo/binaries/hugo")]
    if not found:
        raise Absent("its package holds no program for this machine")
    return [str(found[0]), "--quiet", "--cacheDir", str(CACHE / "hugo-files")]


def eleventy() -> list[str]:
    """Eleventy, installed beside the layouts that import it."""
    folder = CACHE / "eleventy"
    stamp = folder / "package-lock.json"
    if not stamp.exists() or stamp.read_bytes() != ELEVENTY_LOCK.read_bytes():
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(LAYOUTS / "eleventy" / "package.json", folder)
        shutil.copy(ELEVENTY_LOCK, stamp)
        try:
            _install("npm", "ci", "--prefix", str(folder), "--no-audit", "--no-fund",
                     "--ignore-scripts", "--loglevel=error")  # fmt: skip
        except Absent:
            stamp.unlink()
            raise
    program = folder / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
    return ["node", str(program), "--quiet"]


def _environment(package: str, wanted: str) -> Path:
    """A virtual environment with this version of the package, created once; raises Absent."""
    folder = CACHE / f"{package}-{wanted}"
    if not (folder / "installed").exists():
        _install(sys.executable, "-m", "venv", "--clear", str(folder))
        _install(str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet",
                 "--disable-pip-version-check", f"{package}=={wanted}")  # fmt: skip
        (folder / "installed").touch()
    return folder


def _install(*command: str) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    except FileNotFoundError:
        raise Absent(f"{command[0]} is not installed") from None
    except subprocess.CalledProcessError as error:
        last = error.stderr.strip().splitlines() or ["it gave no reason"]
        raise Absent(f"it could not be installed: {last[-1]}") from None


def _nothing(project: Path, folder: Path) -> None:
    pass  # the project is the folder


def _from_yaml(layout: str) -> Callable[[Path, Path], None]:
    def set_up(project: Path, folder: Path) -> None:
        shutil.copytree(LAYOUTS / layout, folder)
        shutil.copytree(project / "content", folder / "library")
        modules = CACHE / layout / "node_modules"
        if modules.exists():
            (folder / "node_modules").symlink_to(modules)

    return set_up


def _from_markdown(project: Path, folder: Path) -> None:
    """Set up our Markdown with Material as it comes, its navigation and search."""
    shutil.copytree(project / "docs", folder / "docs")
    config = {
        "site_name": "A Few Lines",
        "site_url": "https://example.org/writing/",
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
        "use_directory_urls": False,
        "markdown_extensions": ["attr_list", "def_list", "tables", "toc"],
        "nav": [
            {"Write": "index.md"}, {"Prompts": "prompts/index.md"},
            {"Ways of writing": "techniques/index.md"}, {"Worksheets": "worksheets/index.md"},
            {"Find help": "resources/index.md"}, {"For therapists": "for-therapists.md"},
            {"About": "about.md"},
        ],
    }  # fmt: skip
    (folder / "mkdocs.yml").write_text(json.dumps(config), "utf-8")


PEERS = (
    Peer("writing-site", __version__, ours, "site",
         ("site", "docs", ".build/default-en"), "content/prompts", _nothing,
         lambda port: [*ours()[:-1], "serve", "--no-open", "--port", f"{port}"],
         stream="~live/events?page=/prompts/"),
    Peer("Material", version("mkdocs-material"), material, "site", ("site",),
         "docs/prompts", _from_markdown,
         lambda port: [sys.executable, "-m", "mkdocs", "serve", "-q", "-f", "mkdocs.yml", "-a",
                       f"127.0.0.1:{port}"]),
    Peer("Zensical", ZENSICAL, zensical, "site", ("site", ".cache"),
         "docs/prompts", _from_markdown,
         lambda port: [zensical()[0], "serve", "-f", "mkdocs.yml", "-a", f"127.0.0.1:{port}"]),
    Peer("Hugo", HUGO, hugo, "public", ("public", "resources", ".hugo_build.lock"),
         "library/prompts", _from_yaml("hugo"),
         lambda port: [hugo()[0], "server", "--quiet", "--bind", "127.0.0.1", "--port", f"{port}",
                       "--cacheDir", str(CACHE / "hugo-files")]),
    Peer("Eleventy", "3.1.8", eleventy, "public", ("public",),
         "library/prompts", _from_yaml("eleventy"),
         lambda port: [*eleventy(), "--serve", f"--port={port}"]),
)  # fmt: skip


@dataclass(frozen=True)
class Run:
    """CPU and wall-clock seconds of one build, and peak memory of its largest process in MB."""

    cpu: float
    clock: float
    memory_mb: float


def run(command: list[str], folder: Path) -> Run:
    """Run a peer in its folder and wait for it; raises Absent with the end of its output."""
    started = time.perf_counter()
    with (folder.parent / "said.txt").open("w+", encoding="utf-8") as said:
        child = subprocess.Popen(
            command, cwd=folder, stdout=said, stderr=subprocess.STDOUT,
            env=environment(),
        )  # fmt: skip
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        clock = time.perf_counter() - started
        said.seek(0)
        if child.returncode:
            raise Absent("it failed: " + " ".join(said.read().split())[-400:])
    return Run(used.ru_utime + used.ru_stime, clock, used.ru_maxrss / 1024)


def measure(peer: Peer, project: Path, folder: Path, tasks: dict[str, str], runs: int) -> Any:
    """All figures of one peer; raises Absent if it fails or its pages are incomplete."""
    command = peer.command()
    if peer.set_up is not _nothing:
        peer.set_up(project, folder)
        run(command, folder)  # warms the page cache of the operating system
    found: dict[str, list[Run]] = {case: [] for case in CASES}
    for _ in range(runs):
        for made in peer.made:
            _remove(folder / made)
        found["cold"].append(run(command, folder))
    whole = _site(folder / peer.site)
    lacking = [name for name, task in tasks.items() if not _shows(folder / peer.site, name, task)]
    if lacking:
        raise Absent(f"{len(lacking)} prompts have no page with their task, such as {lacking[0]}")
    for _ in range(runs):
        found["unchanged"].append(run(command, folder))
    for number in range(runs):
        edit = f"An edit with the number {number}."
        name = _edit(folder / peer.prompts, edit)
        found["edited"].append(run(command, folder))
        if not _shows(folder / peer.site, name, edit):
            raise Absent(f"a change of the prompt {name} did not reach its page")
    served = _served(peer, folder, (name, tasks[name]), runs)
    return whole | {case: _middle(found[case]) for case in CASES} | served


def _served(peer: Peer, folder: Path, prompt: tuple[str, str], runs: int) -> dict[str, Any]:
    """Median save-to-served latency; empty if the peer's server does not show each save."""
    port = free_port()
    try:
        seconds = saved_seconds(
            peer.serve(port), folder, port, prompt, partial(_edit, folder / peer.prompts),
            max(runs, 3), peer.stream,
        )  # fmt: skip
    except Silent as reason:
        click.echo(f" (its server: {reason})", nl=False)
        return {}
    return {"saved": round(seconds, 3)}


def _remove(place: Path) -> None:
    if place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)


def _site(site: Path) -> dict[str, Any]:
    files = [file for file in site.rglob("*") if file.is_file()]
    return {
        "pages": sum(file.suffix == ".html" for file in files),
        "site_mb": round(sum(file.stat().st_size for file in files) / 1e6, 2),
    }


def _middle(runs: Iterable[Run]) -> dict[str, float]:
    runs = tuple(runs)
    return {
        "cpu": round(median(run.cpu for run in runs), 3),
        "clock": round(median(run.clock for run in runs), 3),
        "memory_mb": round(max(run.memory_mb for run in runs), 1),
    }


def _shows(site: Path, prompt: str, text: str) -> bool:
    """Whether the page of a prompt contains a text, quotes and white space normalised."""
    file = site / "prompts" / f"{prompt}.html"
    return file.exists() and flat(text) in flat(file.read_text("utf-8"))


def _edit(folder: Path, sentence: str) -> str:
    """Change a sentence of one prompt, in YAML or in Markdown; returns the prompt's id."""
    sources = sorted(folder.glob("*.yaml"))
    if sources:
        text = sources[0].read_text("utf-8")
        first = re.compile(r"(?<=text: >-\n)( +)(?:An edit with [^\n]*\n +)?")
        text = first.sub(rf"\1{sentence}\n\1", text, count=1)
        sources[0].write_text(text, "utf-8")
        prompt = text[: text.index(sentence)].rindex("- id: ")
        return text[prompt + 6 :].split()[0]
    file = sorted(folder.glob("*-*.md"))[0]
    before = file.read_text("utf-8").partition("\nAn edit with ")[0]
    file.write_text(f"{before.rstrip()}\n\nAn edit with {sentence[13:]}\n", "utf-8")
    return file.stem


def _tasks(project: Path) -> dict[str, str]:
    """Id → task of each prompt that has a page."""
    problems = Problems()
    tasks = {}
    for file in sorted((project / "content" / "prompts").glob("*.yaml")):
        source = read_source(file, shown_as=file.name, problems=problems)
        assert source is not None
        for prompt in source.values["prompts"]:
            if "status" not in prompt:  # drafts have no page, what is retired leads to another
                tasks[str(prompt["id"])] = str(prompt["task"])
    return tasks


def compare(size: int, peers: tuple[Peer, ...], runs: int, absent: dict[str, str]) -> Any:
    """Figures of all peers on a library of one size; adds those that fail to `absent`."""
    root = CACHE / "work"
    shutil.rmtree(root, ignore_errors=True)
    project = root / "project"
    project.mkdir(parents=True)
    make_project(REAL, project, max(0, size - len(_tasks(REAL))))
    (CACHE / "prints").mkdir(exist_ok=True)
    (project / ".build").mkdir()
    (project / ".build" / "prints").symlink_to(CACHE / "prints")
    tasks = _tasks(project)
    # Prints the sheets, and generates the Markdown from which other peers start.
    run(ours(), project)
    found = {}
    for peer in peers:
        laps = Laps()
        click.echo(f"{len(tasks)} prompts, {peer.name} …", nl=False)
        folder = project if peer.set_up is _nothing else root / peer.name
        try:
            found[peer.name] = laps.timed("all", measure)(peer, project, folder, tasks, runs)
            click.echo(f" done in {laps.clock['all']:.0f} s.")
        except Absent as reason:
            absent[peer.name] = f"{peer.name} is not in the tables: {reason}."
            click.echo(f" {reason}.")
    shutil.rmtree(root)
    return {
        "prompts": len(tasks), "date": date.today().isoformat(), "runs": runs, "peers": found,
    }  # fmt: skip


def _others(file: Path, found: list[Any]) -> list[Any]:
    """Results in the file for sizes that were not measured in this run."""
    if not file.exists():
        return []
    measured = {size["prompts"] for size in found}
    before: list[Any] = json.loads(file.read_bytes())["sizes"]
    return [size for size in before if size["prompts"] not in measured]


@click.command()
@click.argument("sizes", nargs=-1, type=click.IntRange(min=1))
@click.option("--runs", default=3, show_default=True, help="How often each case is measured.")
@click.option("--only", multiple=True, type=click.Choice([peer.name for peer in PEERS]))
@click.option("--page", "page_only", is_flag=True, help="Only write the page anew.")
@click.option("--to", "file", type=click.Path(path_type=Path), default=RESULT, show_default=False,
              help="Where the result goes, with the page beside it.")  # fmt: skip
def main(
    sizes: tuple[int, ...], runs: int, only: tuple[str, ...], *, page_only: bool, file: Path
) -> None:
    """Measure libraries of these SIZES (500 unless others are said), and write what was found."""
    if not page_only:
        CACHE.mkdir(parents=True, exist_ok=True)
        peers = tuple(peer for peer in PEERS if not only or peer.name in only)
        absent: dict[str, str] = {}
        found = [compare(size, peers, runs, absent) for size in sizes or (500,)]
        result = {
            "cores": os.cpu_count(),
            "versions": {peer.name: peer.version for peer in peers},
            "absent": list(absent.values()),
            "sizes": sorted((*found, *_others(file, found)), key=lambda size: size["prompts"]),
        }
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(result, indent=1) + "\n", "utf-8")
    file.with_suffix(".md").write_text(page(json.loads(file.read_bytes())), "utf-8")
    click.echo(f"Wrote {file.with_suffix('.md')}.")


if __name__ == "__main__":
    main()
