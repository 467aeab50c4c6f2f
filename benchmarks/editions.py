"""Benchmark of a batch build: many clinics after a change of one entry, compared with two clinics.

    python benchmarks/editions.py [CLINICS] [--times N]

Makes synthetic clinics over the real library, each with a name, a URL and a color of its own. The
first two are built cold, then all of them. After that one sentence of the library is changed, all
are built again, it is changed once more, and the two are built again; alternately, `--times` times,
and the median of each counts. Last, the two are built cold once more with a warm print cache.

Every build is a process of its own. Seconds are CPU time of all its processes, so that other load
on the machine counts little; wall-clock time is given as well.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import click

ROOT = Path(__file__).resolve().parents[1]
FEW = 2
"""Number of clinics of the baseline."""


@dataclass(frozen=True)
class Took:
    """Time of a command in seconds: CPU of all its processes, and wall-clock."""

    cpu: float
    clock: float


@click.command()
@click.argument("clinics", type=click.IntRange(min=FEW), default=20)
@click.option("--times", type=click.IntRange(min=1), default=3, show_default=True)
def main(clinics: int, times: int) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory(prefix="writing-site-editions-") as folder:
        here = Path(folder)
        library = copied(here / "library")
        own = [_make_up(here, number) for number in range(clinics)]
        two = own[:FEW]
        cold = _build(library, two)
        _say(f"{FEW} clinics from nothing", cold)
        _build(library, own)
        many, few = [], []
        for _ in range(times):
            for editions, found in ((own, many), (two, few)):
                _edit(library)
                found.append(_build(library, editions))
        all_again, two_again = _middle(many), _middle(few)
        _say(f"{clinics} clinics again, one entry changed", all_again)
        _say(f"{FEW} clinics again, one entry changed", two_again)
        unchanged = _build(library, two)
        for clinic in two:
            shutil.rmtree(clinic / "site")
            _forget_all_but_prints(clinic)
        pages = _build(library, two)
        _say(f"{FEW} clinics from nothing, sheets as they were", pages)
        _say(f"{FEW} clinics, nothing changed", unchanged)
    _ratio(f"{clinics} changed, to {FEW} from nothing", all_again, cold)
    _ratio(f"{clinics} changed, to {FEW} whose sheets are there", all_again, pages)
    _ratio(f"{clinics} changed, to {FEW} changed", all_again, two_again)
    one_more = (all_again.cpu - two_again.cpu) / max(1, clinics - FEW)
    click.echo(f"{'each clinic more, after a change':<50}{one_more:8.2f} s of CPU")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    click.echo(f"{'the largest process, at most':<50}{peak:8.0f} MB")


def copied(root: Path) -> Path:
    """A copy of the real project that may be changed."""
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copy(ROOT / "mkdocs.yml", root)
    theme = root / "generator/theme"
    theme.mkdir(parents=True)
    (theme / "material").symlink_to(ROOT / "generator/theme/material")
    return root


def _make_up(here: Path, number: int) -> Path:
    """Write a clinic's own folder with a unique name, URL and color; returns it."""
    own = here / f"clinic-{number}"
    own.mkdir()
    text = (ROOT / "content/clinics/default/clinic.yaml").read_text("utf-8")
    lines = [line for line in text.split("\n") if not line.startswith(_OWN)]
    shade = f"#{0x20 + 7 * number % 0x30:02x}4a6f"
    lines += [
        f"name: Made-up clinic {number}",
        f"short_name: Clinic {number}",
        f"tagline: Number {number} in a row",
        f"base_url: https://example.org/clinic-{number}/",
        f'primary_colour: "{shade}"',
    ]
    (own / "clinic.yaml").write_text("\n".join([*lines, ""]), "utf-8")
    return own


def _edit(library: Path) -> None:
    """Add a sentence to the first set of prompts."""
    file = min((library / "content/prompts").glob("*.yaml"))
    text = file.read_text("utf-8")
    file.write_text(text.replace("    purpose: ", "    purpose: This is new. ", 1), "utf-8")
    assert file.read_text("utf-8") != text, f"{file} has no place for an edit"


def _forget_all_but_prints(clinic: Path) -> None:
    """Delete all caches of a clinic but the print cache."""
    for made in (clinic / ".build").iterdir():
        if made.name == "prints":
            continue
        shutil.rmtree(made) if made.is_dir() else made.unlink()


def _build(library: Path, clinics: Sequence[Path]) -> Took:
    words = [word for own in clinics for word in ("--clinic", str(own))]
    started, before = perf_counter(), _of_children()
    subprocess.run(
        [sys.executable, "-m", "generator", "build", *words],
        cwd=library, check=True, capture_output=True, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    return Took(_of_children() - before, perf_counter() - started)


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _middle(found: Sequence[Took]) -> Took:
    return Took(
        statistics.median(one.cpu for one in found), statistics.median(one.clock for one in found)
    )


def _say(what: str, took: Took) -> None:
    click.echo(f"{what:<50}{took.cpu:8.1f} s of CPU{took.clock:8.1f} s by the clock")


def _ratio(what: str, one: Took, other: Took) -> None:
    click.echo(f"{what:<50}{one.cpu / other.cpu:8.2f}{one.clock / other.clock:17.2f} by the clock")


_OWN = ("name:", "short_name:", "tagline:", "base_url:", "primary_colour:")

if __name__ == "__main__":
    main()
