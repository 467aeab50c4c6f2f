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


LATER = {
    "find-last.js": "const last = (list) => list.findLast(Boolean);",
    "at.js": "const last = (list) => list.at(-1);",
    "sets.js": "new Set().isSubsetOf; Object.groupBy([], String);",
    "navigation.js": "navigation.navigate('a');",
    "container.css": "a { display: grid } @container (width > 1px) { a { color: red } }",
}
"""Files with what came later than the oldest browsers."""


@pytest.mark.browser
@pytest.mark.parametrize(("tool", "ending"), [(ESLINT, ".js"), (STYLELINT, ".css")])
def test_newer_things_are_noticed(tmp_path, tool, ending):
    """The tables know each thing that came later; `make lint` asks them about all of our files."""
    files = {name: text for name, text in LATER.items() if name.endswith(ending)}
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    done = subprocess.run(
        [*map(str, tool), "-f", "json", *files],
        capture_output=True, text=True, cwd=tmp_path, timeout=300, check=False,
    )  # fmt: skip
    noticed = {
        Path(file.get("filePath") or file["source"]).name
        for file in json.loads(done.stdout or done.stderr)
        if file.get("errorCount") or file.get("errored")
    }
    assert noticed == set(files)


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
