"""Size and modification time of a file, to tell whether its content changed without reading it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Stamp:
    """Size and modification time of a file: if both are equal, so is its content, presumably."""

    size: int
    """Bytes."""
    changed_ns: int
    """Nanoseconds since the epoch."""

    @classmethod
    def of(cls, file: Path | str) -> Stamp | None:
        """The stamp of a file; None if it does not exist."""
        try:
            stat = os.stat(file)
        except OSError:
            return None
        return cls(stat.st_size, stat.st_mtime_ns)
