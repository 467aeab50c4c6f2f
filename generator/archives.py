"""Zip archives of editions, each with a `sha256sum` file and a hidden record of its inputs.

An intact archive made of the same inputs is not made again, so a run that was interrupted, or of
which some editions failed, resumes where it ended.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.output.atomic import write_atomically
from generator.places import Places
from generator.site_zip import SiteZip
from generator.up_to_date import Scan


@dataclass(frozen=True)
class Archives:
    """The folder of the archives of all editions."""

    folder: Path

    def file(self, places: Places) -> Path:
        """Path of the zip file of an edition."""
        return self.folder / f"{places.name}.zip"

    def put(self, places: Places, content: bytes, files: int) -> SiteZip:
        """Write a zip file (of `files` site files) and its `sha256sum -c` file, each atomically."""
        file, sums = self.file(places), self._sums(places)
        sums.unlink(missing_ok=True)  # a missing checksum is better than a wrong one
        write_atomically(file, content)
        write_atomically(sums, _sum_line(file, sha256(content).hexdigest()))
        return SiteZip(file, files, len(content))

    def warnings_of(self, places: Places, inputs: Scan) -> str | None:
        """Warnings of the build of the archive; None if it is damaged or made of other inputs."""
        try:
            record = json.loads(self._record(places).read_bytes())
            file = self.file(places)
            digest = sha256(file.read_bytes()).hexdigest()
            is_whole = self._sums(places).read_bytes() == _sum_line(file, digest)
            is_same = record["inputs"] == inputs.hash and record["sha256"] == digest
            return str(record["warnings"]) if is_same and is_whole else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def note(self, places: Places, inputs: Scan, warnings: str) -> None:
        """Record that the archive was made of `inputs`, with its warnings, if they are settled."""
        if inputs.is_settled:
            digest = self._sums(places).read_text("utf-8").split()[0]
            record = {"inputs": inputs.hash, "sha256": digest, "warnings": warnings}
            write_atomically(self._record(places), json.dumps(record).encode())

    def _sums(self, places: Places) -> Path:
        return self.folder / f"{places.name}.zip.sha256"

    def _record(self, places: Places) -> Path:
        return self.folder / f".{places.name}.json"


def _sum_line(file: Path, digest: str) -> bytes:
    return f"{digest}  {file.name}\n".encode()
