"""Atomic write of one file: a temporary file in the same folder, then `os.replace`."""

from __future__ import annotations

import os
from pathlib import Path


def write_atomically(file: Path, content: bytes) -> None:
    """Make `content` the bytes of `file`; if that fails, the file is unchanged.

    Creates missing parent folders. Raises OSError, which names `file` rather than the temporary
    file where writing or renaming failed. No fsync: safe when this process is killed, not when
    power fails.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name[:100]}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        os.replace(part, file)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(file)) from None
    finally:
        part.unlink(missing_ok=True)
