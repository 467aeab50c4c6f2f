"""The benchmark runs, and what it measures with is like the real thing."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]

MAKE = """
import sys
from datetime import date
from pathlib import Path

from generator.reading import read
from generator.content.edition_id import Edition
from generator.places import Places
from synthetic import make_project

real, one, two = map(Path, sys.argv[1:4])
for root in (one, two):
    make_project(real, root, 60)
library, problems = read(Places(one, Edition()), date.fromisoformat(sys.argv[4]))
problems.raise_if_errors()
made = [p for p in library.prompts.values() if library.set_of_prompt[p.id].startswith("made-up")]
assert len(made) == 60
assert len({prompt.text for prompt in made}) == 60
"""

MEASURE = """
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor

import build

prints, arguments = sys.argv[1], sys.argv[2:]
make_project = build.make_project

def with_prints(real, root, count):
    made_up = make_project(real, root, count)
    shutil.copytree(prints, root / ".build/prints")
    return made_up

build.make_project = with_prints
build.ProcessPoolExecutor = lambda jobs, mp_context: ThreadPoolExecutor(jobs)
build.main(arguments)
"""
"""The benchmark in one process, where the press has printed the real sheets before."""


@pytest.mark.site
def test_made_up_project_is_sound_and_repeatable(tmp_path: Path, today: date) -> None:
    """Made-up prompts pass every check, no two are alike, and each run makes the same ones."""
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    subprocess.run(
        [sys.executable, "-c", MAKE, ROOT, one, two, str(today)],
        cwd=ROOT / "benchmarks",
        check=True,
    )
    assert _bytes(one) == _bytes(two)


@pytest.mark.site
def test_benchmark_measures_every_stage(real: Any, tmp_path: Path) -> None:
    """A run says how long each stage took, and that nothing is written where nothing changed."""
    result = tmp_path / "figures.json"
    subprocess.run(
        [sys.executable, "-c", MEASURE, real.places.prints, "20", "--no-plain", "--json", result],
        cwd=ROOT / "benchmarks", check=True, capture_output=True,
    )  # fmt: skip
    (figures,) = json.loads(result.read_text("utf-8"))
    assert figures["prompts"] >= 20
    stages = (
        "parse_source",
        "load_library",
        "render_pages",
        "write_tree",
        "build_changed",
        "publish",
    )
    assert all(figures[stage] > 0 for stage in stages)
    assert figures["unchanged"] < figures["total"] - figures["build_changed"]


def _bytes(root: Path) -> dict[str, bytes]:
    return {
        file.relative_to(root).as_posix(): file.read_bytes()
        for file in sorted((root / "content").rglob("*.yaml"))
    }
