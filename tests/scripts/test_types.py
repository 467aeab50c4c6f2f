"""What the scripts say of their types, held together by TypeScript; `make lint` reads them all."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TSC = ROOT / "tools/node_modules/.bin/tsc"


WRONG = {
    "missing-element": ('document.querySelector("p").remove();', "possibly 'null'"),
    "no-type": ("const half = (number) => number / 2; half(1);", "implicitly has an 'any' type"),
    "words-of-another-script": (
        'deviceStorage.texts.keep("id", { date: "2026-11-28" });',
        "is not assignable",
    ),
    "name-of-the-platform": ("class Own extends HTMLElement { part() {} } new Own();", "part"),
}
"""Scripts, each with a fault of its own, and what is said of it."""


@pytest.mark.site
def test_wrong_types_are_noticed(tmp_path: Path) -> None:
    """The settings let none of these faults through; one run reads all of them."""
    for name, (script, _) in WRONG.items():
        (tmp_path / f"{name}.js").write_text(script, "utf-8")
    settings = {
        "extends": str(ROOT / "tools/tsconfig.json"),
        "include": ["*.js", str(ROOT / "generator/theme/js/storage.js")],
    }
    (tmp_path / "tsconfig.json").write_text(json.dumps(settings), "utf-8")
    done = subprocess.run(
        [TSC, "--project", tmp_path], capture_output=True, text=True, cwd=ROOT, timeout=300
    )
    assert done.returncode != 0
    told = done.stdout.splitlines()
    for name, (_, said) in WRONG.items():
        assert [line for line in told if f"{name}.js" in line and said in line], (name, told)
