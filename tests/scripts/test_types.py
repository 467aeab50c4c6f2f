"""What the scripts say of their types, held together by TypeScript; `make lint` reads them all."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TSC = ROOT / "tools/node_modules/.bin/tsc"


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ('document.querySelector("p").remove();', "possibly 'null'"),
        ("const half = (number) => number / 2; half(1);", "implicitly has an 'any' type"),
        ('deviceStorage.texts.keep("id", { date: "2026-11-28" });', "is not assignable"),
        ("class Own extends HTMLElement { part() {} } new Own();", "part"),
    ],
    ids=["missing element", "no type", "another script's words", "a name of the platform"],
)
def test_wrong_types_are_noticed(tmp_path, script, said):
    """The settings let none of these faults through."""
    (tmp_path / "wrong.js").write_text(script, "utf-8")
    settings = {
        "extends": str(ROOT / "tools/tsconfig.json"),
        "include": ["wrong.js", str(ROOT / "generator/theme/js/storage.js")],
    }
    (tmp_path / "tsconfig.json").write_text(json.dumps(settings), "utf-8")
    done = subprocess.run(
        [TSC, "--project", tmp_path], capture_output=True, text=True, cwd=ROOT, timeout=300
    )
    assert done.returncode != 0
    assert said in done.stdout
