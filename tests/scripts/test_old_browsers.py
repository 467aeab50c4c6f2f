"""The oldest browsers that we name have what our scripts and style sheets use, by public tables."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / "tools/node_modules/.bin"
ESLINT = (TOOLS / "eslint", "--config", ROOT / "tools/eslint.config.mjs")
STYLELINT = (TOOLS / "stylelint", "--config", ROOT / "tools/stylelint.config.mjs")


@pytest.mark.browser
@pytest.mark.parametrize(
    ("tool", "ending"), [(ESLINT, "js"), (STYLELINT, "css")], ids=["scripts", "styles"]
)
def test_nothing_newer_is_used(tool, ending):
    """No script and no style sheet uses what one of the browsers lacks."""
    files = sorted((ROOT / "generator/theme").rglob(f"*.{ending}"))
    done = _run(tool, files)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.browser
@pytest.mark.parametrize(
    ("tool", "name", "text"),
    [
        (ESLINT, "a.js", "const last = (list) => list.findLast(Boolean);"),
        (ESLINT, "a.js", "const last = (list) => list.at(-1);"),
        (ESLINT, "a.js", "new Set().isSubsetOf; Object.groupBy([], String);"),
        (ESLINT, "a.js", "navigation.navigate('a');"),
        (STYLELINT, "a.css", "a { display: grid } @container (width > 1px) { a { color: red } }"),
    ],
)
def test_newer_things_are_noticed(tmp_path, tool, name, text):
    """The tables know what came later."""
    file = tmp_path / name
    file.write_text(text, "utf-8")
    assert _run(tool, [file], cwd=tmp_path).returncode in (1, 2)


def test_readers_are_told(real_browsers):
    """The page for clinics names the browsers that are looked up."""
    said = (ROOT / "content/pages/for-clinics.md").read_text("utf-8")
    for name in real_browsers:
        assert name in said


@pytest.fixture
def real_browsers():
    """The browsers as people write them: "Chrome 88"."""
    names = {"chrome": "Chrome", "ios_saf": "iOS", "firefox": "Firefox"}
    listed = json.loads((ROOT / "tools/package.json").read_text("utf-8"))["browserslist"]
    return [" ".join((names[one.split()[0]], one.split()[-1])) for one in listed]


def _run(tool, files, cwd=ROOT):
    return subprocess.run(
        [*map(str, tool), *map(str, files)], capture_output=True, text=True, cwd=cwd, timeout=300
    )
