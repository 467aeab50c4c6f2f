"""What is installed and released: locked versions, and a script that refuses a wrong release."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]


def test_locked_versions_fit() -> None:
    """Every library that is asked for is locked to a version inside its range."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    lines = (ROOT / "locked.txt").read_text("utf-8").splitlines()
    locked = {
        canonicalize_name(name): version.split(" ")[0].rstrip(";")
        for name, _, version in (line.partition("==") for line in lines)
    }
    for requirement in map(Requirement, asked):
        assert requirement.specifier.contains(locked[canonicalize_name(requirement.name)])


@pytest.mark.parametrize(
    ("version", "said"),
    [("0.0.1", "not higher"), ("soon", "usage"), ("99.0.0", "not committed")],
)
def test_release_is_refused(tmp_path: Path, version: str, said: str) -> None:
    """A lower version, no version, or a tree with changes is no release; nothing is written."""
    for name in ("tools/release", "generator/__init__.py", "CHANGELOG.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    ran = subprocess.run(
        [sys.executable, tmp_path / "tools/release", version],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode in (1, 2)
    assert said in ran.stdout
    told = (tmp_path / "generator/__init__.py").read_bytes()
    assert told == (ROOT / "generator/__init__.py").read_bytes()
