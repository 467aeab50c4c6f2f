"""Bounded read of regular files only: no FIFO, device, socket, directory or endless file.

The open descriptor is checked (`fstat`), not the path, so that there is no race between check and
use (TOCTOU), and opening a FIFO without a writer does not block (`O_NONBLOCK`).
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from generator.content.reading.encoding import MAX_BYTES, SPLIT
from generator.problems import Location, Problems


class NoRegularFile(Exception):
    """Raised for what is not read; has the rule id, message and hint of the problem."""

    def __init__(self, rule: str, message: str, hint: str) -> None:
        super().__init__(f"{message} {hint}")
        self.rule, self.message, self.hint = rule, message, hint


def read_regular(file: Path, *, most: int, too_large: str) -> bytes:
    """Read a regular file of at most `most` bytes. Symbolic links are followed.

    Raises NoRegularFile for anything else; `too_large` is its hint for a larger file.
    """
    with _opened(file, most, too_large) as opened:
        return opened.read(most)


def check_regular(file: Path, *, most: int, too_large: str) -> None:
    """Raise NoRegularFile if `read_regular` would."""
    with _opened(file, most, too_large):
        pass


@contextmanager
def _opened(file: Path, most: int, too_large: str) -> Iterator[BinaryIO]:
    try:
        number = os.open(file, os.O_RDONLY | _NO_WAIT)
        try:
            _expect_regular(os.fstat(number), most, too_large)
            with os.fdopen(number, "rb", closefd=False) as opened:
                yield opened
        finally:
            os.close(number)
    except OSError as error:
        raise _unopened(file, error) from None


def _expect_regular(found: os.stat_result, most: int, too_large: str) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise NoRegularFile(*_FOLDER)
    if not stat.S_ISREG(found.st_mode):
        raise NoRegularFile(*_DEVICE)
    if found.st_size > most:
        size, limit = f"{found.st_size / 1e6:,.3f}", f"{most / 1e6:,g}"
        message = f"The file has {size} MB, and one file here may have at most {limit} MB."
        raise NoRegularFile("file-is-small", message, too_large)


def _unopened(file: Path, error: OSError) -> NoRegularFile:
    if error.errno == errno.ELOOP:
        return NoRegularFile(*_LOOP)
    if error.errno in (errno.ENXIO, errno.EOPNOTSUPP):  # a socket, or a device without hardware
        return NoRegularFile(*_DEVICE)
    if file.is_dir():  # where a folder cannot be opened like a file
        return NoRegularFile(*_FOLDER)
    if error.errno == errno.ENOENT and file.is_symlink():
        return NoRegularFile(*_DANGLING)
    return NoRegularFile(*_NO_FILE)


# O_NONBLOCK and O_NOCTTY exist on POSIX only, O_BINARY on Windows only.
_NO_WAIT = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_RULE = "entry-is-a-file"
_FOLDER = (
    _RULE,
    "This is a folder, and a file is expected here.",
    "Give the folder another name, or move it elsewhere.",
)
_DEVICE = (
    _RULE,
    "This is a pipe, a socket or a device, and not a file.",
    "Remove it, or put a file in its place.",
)
_LOOP = (
    _RULE,
    "This is a link that leads back to itself.",
    "Remove it, or put the file itself here.",
)
_DANGLING = (
    _RULE,
    "This is a link to something that is not there.",
    "Remove it, or put the file itself here.",
)
_NO_FILE = (
    _RULE,
    "This is not a file that can be read.",
    "Check that it is there and that you may open it.",
)


def read_content(file: Path, *, shown_as: str, problems: Problems) -> bytes | None:
    """Bytes of one content file; None, and a problem is added, if it cannot be read."""
    try:
        return read_regular(file, most=MAX_BYTES, too_large=SPLIT)
    except NoRegularFile as found:
        problems.error(Location(shown_as), found.rule, found.message, found.hint)
        return None
