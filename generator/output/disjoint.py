"""Disjoint union of mappings from path to bytes: a path that two of them hold is an error."""

from __future__ import annotations

from collections.abc import Mapping

from generator.output.errors import OutputError


def disjoint_union(*produced: Mapping[str, bytes]) -> dict[str, bytes]:
    """All files by path. Raises OutputError for a path in two mappings, even with equal bytes."""
    files: dict[str, bytes] = {}
    for part in produced:
        for path in sorted(files.keys() & part.keys()):
            raise OutputError(f"Two parts of the program make the file {path}.")
        files |= part
    return files
