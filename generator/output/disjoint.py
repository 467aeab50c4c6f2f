"""What several producers make, put together: no path has two of them."""

from __future__ import annotations

from collections.abc import Mapping

from generator.output.errors import OutputError


def disjoint_union(*produced: Mapping[str, bytes]) -> dict[str, bytes]:
    """All files by path. Two producers of one path are an OutputError, whatever they wrote."""
    files: dict[str, bytes] = {}
    for part in produced:
        for path in sorted(files.keys() & part.keys()):
            raise OutputError(f"Two parts of the program make the file {path}.")
        files |= part
    return files
