"""What scripts decide without a page: their rules, run by Node's own test runner."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.parametrize("tests", sorted(HERE.glob("*.test.mjs")), ids=lambda file: file.stem)
def test_rules_of_scripts(tests: Path) -> None:
    """Every rule of the script holds."""
    node = shutil.which("node")
    assert node, "install Node.js (Debian and Ubuntu: apt install nodejs)"
    done = subprocess.run([node, "--test", tests], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout[-4000:]
