"""Up-to-date check: compares sizes and times of inputs and outputs with those of the last build.

A file with the same size and the same times is taken to be the same file, as by make, git and
rsync. Where that could be wrong nothing is noted, and the next build compares content.
"""

from __future__ import annotations

import json
import os
import sysconfig
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from platform import python_version

from generator.content.layers.names import MADE
from generator.content.reading.strays import is_stray
from generator.output.atomic import write_atomically
from generator.places import Places

_Stat = tuple[str, os.stat_result]
"""A file's name, as it goes into the hash, and its metadata."""


@dataclass(frozen=True)
class Scan:
    """SHA-256 of names, sizes and times of all inputs, and whether it is reliable (`is_settled`).

    It is not if a file was saved just before the scan: within the clock resolution of the file
    system it could be saved once more with the same time.
    """

    hash: str
    is_settled: bool


def scan(places: Places, today: date) -> Scan | None:
    """A scan of content, configuration, program, installed packages and day.

    Reads metadata only, no content. None if a file cannot be read or a folder is a symbolic link.
    """
    now = time.time_ns()
    try:
        inputs = sorted(_inputs(places))
        total = sha256(f"{today} {python_version()} {places.engine}\0".encode())
        for name, stat in inputs:
            total.update(_line(name, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns))
    except (OSError, _LinkedFolder):
        return None
    return Scan(total.hexdigest(), all(_is_past(stat, now) for _, stat in inputs))


def warnings_of(places: Places, inputs: Scan) -> str | None:
    """Warnings of the build that made the site if it is up to date; None if it has to be built.

    `inputs` is a scan of now: the site is up to date if it was made of the same, and if it and
    docs/ have not been touched since.
    """
    try:
        record = json.loads(_record(places).read_bytes())
        if record["inputs"] != inputs.hash or record["outputs"] != _outputs(places):
            return None
        return str(record["warnings"])
    except (OSError, ValueError, KeyError, TypeError, _LinkedFolder):
        return None


def note(places: Places, inputs: Scan, warnings: str) -> None:
    """Record that the site was built of `inputs`, a scan from before the build, with its warnings.

    Does nothing if the scan is not settled.
    """
    if not inputs.is_settled:
        return
    try:
        outputs = _outputs(places)
    except (OSError, _LinkedFolder):
        return
    record = {"inputs": inputs.hash, "outputs": outputs, "warnings": warnings}
    write_atomically(_record(places), json.dumps(record).encode())


class _LinkedFolder(Exception):
    """A folder is a symbolic link, which may form a cycle, and is not followed."""


def _inputs(places: Places) -> Iterator[_Stat]:
    folders = [places.content, Path(__file__).parent]
    if places.own is not None:
        folders.append(places.own)
    for folder in folders:
        made = MADE if folder == places.own else ()
        yield from _files(folder, f"{folder}/", made=made)
    # Installing or removing a package changes the mtime of site-packages.
    for file in (places.base_config, Path(sysconfig.get_path("purelib"))):
        yield str(file.resolve()), file.stat()


def _outputs(places: Places) -> str:
    total = sha256()
    for folder in (places.docs, places.site):
        for name, stat in sorted(_files(folder, f"{folder}/", strays=True)):
            total.update(_line(name, stat.st_size, stat.st_mtime_ns))
    return total.hexdigest()


def _files(
    folder: Path | str, inside: str, *, made: Iterable[str] = (), strays: bool = False
) -> Iterator[_Stat]:
    """Name and metadata of every file below a folder, `inside` being the prefix of names.

    Left out are entries named in `made`, at the top only, and files that nothing reads, unless
    `strays`. Raises _LinkedFolder.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name in made:
                continue
            if not strays and is_stray(entry.name):
                continue
            if entry.is_dir():
                if entry.is_symlink():
                    raise _LinkedFolder
                yield from _files(entry.path, f"{inside}{entry.name}/", strays=strays)
            else:
                yield f"{inside}{entry.name}", entry.stat()


def _line(name: str, *numbers: int) -> bytes:
    return f"{name}\0{numbers}\0".encode(errors="surrogateescape")


_TICK_NS, _COARSE_TICK_NS = 20_000_000, 2_000_000_000
"""Timestamp resolution in nanoseconds, with a margin: of most file systems, and of those of USB
sticks (FAT, exFAT), which count in steps of two seconds or ten milliseconds."""


def _is_past(stat: os.stat_result, now: int) -> bool:
    """Whether a change from `now` on would have another timestamp."""
    changed = max(stat.st_mtime_ns, stat.st_ctime_ns)
    tick = _COARSE_TICK_NS if stat.st_mtime_ns % 10_000_000 == 0 else _TICK_NS
    return now - changed > tick


def _record(places: Places) -> Path:
    return places.work / "standing.json"
