"""Packed editions: a zip file of each with its checksum beside it, and of what it was made.

A file that stands whole and was made of the same is not made again, so a run that was broken off,
or of which some editions failed, goes on where it ended.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.output.atomic import write_atomically
from generator.places import Places
from generator.site_zip import Packed
from generator.up_to_date import Scan


@dataclass(frozen=True)
class Packs:
    """The folder that packed editions are put into."""

    folder: Path

    def file(self, places: Places) -> Path:
        """Where the zip file of an edition is."""
        return self.folder / f"{places.name}.zip"

    def put(self, places: Places, content: bytes, files: int) -> Packed:
        """Write a zip file of so many files, and its checksum for `sha256sum -c`, each whole."""
        file, sums = self.file(places), self._sums(places)
        sums.unlink(missing_ok=True)  # rather none than that of another file
        write_atomically(file, content)
        write_atomically(sums, _sum_line(file, sha256(content).hexdigest()))
        return Packed(file, files, len(content))

    def warnings_of(self, places: Places, inputs: Scan) -> str | None:
        """What was said when the file was made; None if it is not that of these inputs."""
        try:
            noted = json.loads(self._memory(places).read_bytes())
            file = self.file(places)
            found = sha256(file.read_bytes()).hexdigest()
            is_whole = self._sums(places).read_bytes() == _sum_line(file, found)
            as_then = noted["inputs"] == inputs.hash and noted["sha256"] == found
            return str(noted["warnings"]) if as_then and is_whole else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def note(self, places: Places, inputs: Scan, warnings: str) -> None:
        """Note that the file was made after the scan `inputs`, and what was said about it."""
        if inputs.is_settled:
            found = self._sums(places).read_text("utf-8").split()[0]
            noted = {"inputs": inputs.hash, "sha256": found, "warnings": warnings}
            write_atomically(self._memory(places), json.dumps(noted).encode())

    def _sums(self, places: Places) -> Path:
        return self.folder / f"{places.name}.zip.sha256"

    def _memory(self, places: Places) -> Path:
        return self.folder / f".{places.name}.json"


def _sum_line(file: Path, found: str) -> bytes:
    return f"{found}  {file.name}\n".encode()
