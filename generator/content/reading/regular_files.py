"""Open only what is a regular file of a sane size: no pipe, device, socket, folder or endless file.

The system is asked about the file that was opened, so that nothing can take its place in between,
and a pipe that nobody writes to is not waited for (`O_NONBLOCK`).
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
    """Why a file is not read: a rule, one sentence, and what to do about it."""

    def __init__(self, rule: str, message: str, hint: str) -> None:
        super().__init__(f"{message} {hint}")
        self.rule, self.message, self.hint = rule, message, hint


def read_regular(file: Path, *, most: int, too_large: str) -> bytes:
    """The bytes of a regular file of at most `most` bytes; raises NoRegularFile.

    `too_large` is what to do about a larger one. Links to files are followed.
    """
    with _opened(file, most, too_large) as opened:
        return opened.read(most)


def check_regular(file: Path, *, most: int, too_large: str) -> None:
    """Promise that `read_regular` would read it now; raises NoRegularFile."""
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


# Neither is there on Windows; O_BINARY is there only.
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
    """The bytes of one file of content, or add why it is none that can be read."""
    try:
        return read_regular(file, most=MAX_BYTES, too_large=SPLIT)
    except NoRegularFile as found:
        problems.error(Location(shown_as), found.rule, found.message, found.hint)
        return None
