"""The benchmark runs, and what it measures with is like the real thing."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

MAKE = """
import sys
from datetime import date
from pathlib import Path

from generator.build import read
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
def test_benchmark_measures_every_stage(tmp_path: Path) -> None:
    """A run says how long each stage took, and that nothing is written where nothing changed."""
    result = tmp_path / "figures.json"
    subprocess.run(
        [sys.executable, ROOT / "benchmarks" / "build.py", "20", "--no-plain", "--json", result],
        check=True, capture_output=True,
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
