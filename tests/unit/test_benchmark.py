"""The benchmark runs, and what it measures with is like the real thing."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.projects import Project

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
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path

import build

build.make_project = partial(build.make_project, words=build.REAL)
build.REAL, build.TODAY = Path(sys.argv[1]), date.fromisoformat(sys.argv[2])
build.ProcessPoolExecutor = lambda jobs, mp_context: ThreadPoolExecutor(jobs)
build.main(sys.argv[3:])
"""
"""The benchmark in one process, over a library that is small."""
DAY = date(2026, 11, 24)
"""The made-up prompts are a day old."""


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
def test_benchmark_measures_every_stage(
    make_project: Callable[..., Project], tmp_path: Path
) -> None:
    """A run says how long each stage took, and that nothing is written where nothing changed."""
    small = make_project(ROOT / "tests/content", ROOT / "tests/golden/content")
    for file in small.places.content.rglob("resources/**/*.yaml"):
        file.write_text(re.sub(r"\bon: [0-9-]+", f"on: {DAY}", file.read_text("utf-8")), "utf-8")
    result = tmp_path / "figures.json"
    subprocess.run(
        [
            sys.executable, "-c", MEASURE, small.root, str(DAY),
            "20", "--no-plain", "--json", result,
        ],
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
