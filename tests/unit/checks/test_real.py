"""The finished library keeps every rule, and `writing-site check` has nothing to say about it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.build import read
from generator.content.library import Edition
from generator.places import Places
from generator.report import report

ROOT = Path(__file__).parents[3]


def test_real_library_is_clean(today: date) -> None:
    """No error and no warning in the content, the pages written by hand and the program's words."""
    problems = read(Places(ROOT, Edition()), today)[1].sorted
    assert not problems, report(problems)
