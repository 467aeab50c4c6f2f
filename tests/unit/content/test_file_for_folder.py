"""A file that is called like a folder of the content is told to be in its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def test_a_file_for_a_folder_is_no_misspelling(problems_of: Callable[..., Any]) -> None:
    """The hint was to call it what it is called."""
    found = problems_of({"studies/scullin-2018.yaml": None, "studies": "x"})
    told = [p for p in found if p.rule == "file-is-in-its-place"]
    assert [p.message for p in told] == ['The file "studies" does not belong here.']
    assert told[0].hint == ('A folder is called "studies". Move the file elsewhere, or delete it.')
