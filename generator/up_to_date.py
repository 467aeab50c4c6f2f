"""Whether the site that stands is the one that a build would make, told without reading a file.

A file with the same size and the same times is taken to be the same file, as by make, git and
rsync. Where that could be wrong nothing is noted, and the next build looks at the bytes.
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

_Found = tuple[str, os.stat_result]


@dataclass(frozen=True)
class Scan:
    """What a site is made of: a hash of names, sizes and times, and whether that tells enough.

    A file that was saved just before the scan could be saved once more and have the same time.
    """

    hash: str
    is_settled: bool


def scan(places: Places, today: date) -> Scan | None:
    """Content, configuration, program, installed packages and day; None if that cannot be told."""
    now = time.time_ns()
    try:
        found = sorted(_inputs(places))
        total = sha256(f"{today} {python_version()} {places.engine}\0".encode())
        for name, stat in found:
            total.update(_line(name, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns))
    except (OSError, _LinkedFolder):
        return None
    return Scan(total.hexdigest(), all(_is_past(stat, now) for _, stat in found))


def warnings_of(places: Places, inputs: Scan) -> str | None:
    """What the build said that made the site which stands; None if a build has to look.

    `inputs` is a scan of now: the site is up to date if it was made of the same, and if nobody
    touched it or docs/ since.
    """
    try:
        noted = json.loads(_memory(places).read_bytes())
        if noted["inputs"] != inputs.hash or noted["outputs"] != _outputs(places):
            return None
        return str(noted["warnings"])
    except (OSError, ValueError, KeyError, TypeError, _LinkedFolder):
        return None


def note(places: Places, inputs: Scan, warnings: str) -> None:
    """Note that the site was built after the scan `inputs`, and what was said about it."""
    if not inputs.is_settled:
        return
    try:
        outputs = _outputs(places)
    except (OSError, _LinkedFolder):
        return
    noted = {"inputs": inputs.hash, "outputs": outputs, "warnings": warnings}
    write_atomically(_memory(places), json.dumps(noted).encode())


class _LinkedFolder(Exception):
    """A folder that is a symbolic link may lead round in a circle; it is not looked through."""


def _inputs(places: Places) -> Iterator[_Found]:
    folders = [places.content, Path(__file__).parent]
    if places.own is not None:
        folders.append(places.own)
    for folder in folders:
        made = MADE if folder == places.own else ()
        yield from _files(folder, f"{folder}/", made=made)
    # A package that is installed, or removed, changes its folder.
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
) -> Iterator[_Found]:
    """Every file below a folder that is ever read, by its path from there; `strays` as well."""
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
"""How far apart two changes are at least to have different times: of most file systems, and of
those of USB sticks (FAT, exFAT), which count in two seconds or in hundredths."""


def _is_past(stat: os.stat_result, now: int) -> bool:
    """Whether whatever is changed from now on will have another time."""
    changed = max(stat.st_mtime_ns, stat.st_ctime_ns)
    tick = _COARSE_TICK_NS if stat.st_mtime_ns % 10_000_000 == 0 else _TICK_NS
    return now - changed > tick


def _memory(places: Places) -> Path:
    return places.work / "standing.json"
