"""What is generated or fetched stays out of the repository: it would pass for hand-written."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from pathspec import GitIgnoreSpec

from generator.output.manifest import read_manifest

pytestmark = pytest.mark.site

ROOT = Path(__file__).parents[2]
HEAVIEST = 500_000
"""Bytes: the heaviest of ours, a font, has 147,000."""


def test_generated_files_are_ignored(real):
    """Every file that a build writes into docs/ is one that git ignores."""
    ignored = GitIgnoreSpec.from_lines((ROOT / "docs/.gitignore").read_text("utf-8").split("\n"))
    generated = read_manifest(real.places.docs).files
    assert generated
    assert [path for path in generated if not ignored.match_file(path)] == []


def test_handwritten_pages_are_not_ignored(real):
    """No page that somebody wrote by hand is one that git would lose."""
    ignored = GitIgnoreSpec.from_lines((ROOT / ".gitignore").read_text("utf-8").split("\n"))
    written = {page.path for page in real.library().pages}
    assert "content/pages/safety.md" in written
    assert [path for path in written if ignored.match_file(path)] == []


def test_nothing_heavy_is_kept():
    """No program or archive lies among the sources: every copy would carry it for good."""
    kept = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    sizes = {name: (ROOT / name).stat().st_size for name in kept if name and (ROOT / name).exists()}
    assert len(sizes) > 500
    assert [name for name, size in sizes.items() if size > HEAVIEST] == []
