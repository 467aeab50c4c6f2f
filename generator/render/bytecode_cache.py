"""Bytecode caches of Jinja templates: on disk beside the templates, as Python does, and in memory.

Compiling all of them is a third of the work of rendering a site once. A cached file is trusted as
much as the program itself, as it is in the same folder; in a folder that cannot be written to
nothing is cached.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket


class BytecodeOnDisk(FileSystemBytecodeCache):
    """Jinja's file system bytecode cache, which ignores I/O errors and damaged files.

    A file is named after the template and holds the hash of its source and of `compiler`, and the
    versions of Python and Jinja's format; a mismatch compiles anew. `compiler` identifies how the
    environment compiles: its options and extensions, which Jinja does not hash.
    """

    def __init__(self, templates: Path, compiler: str) -> None:
        super().__init__(str(templates / "__pycache__"), "%s.bytecode")
        self._compiler = compiler

    def get_source_checksum(self, source: str) -> str:
        """Hexadecimal SHA-1, as Jinja's own, of the source and the compiler."""
        return super().get_source_checksum(f"{self._compiler}\0{source}")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket from its file; leave it empty if that cannot be read."""
        with suppress(OSError, EOFError, ValueError, TypeError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write the bucket's file, unless PYTHONDONTWRITEBYTECODE is set or writing fails."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                Path(self.directory).mkdir(exist_ok=True)
                super().dump_bytecode(bucket)


class BytecodeInMemory(BytecodeCache):
    """Cache of this process for templates of others, whose folder is not ours to write into.

    Jinja compares the hash of the source here as well, so a changed template is compiled anew.
    """

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket; leave it empty if the template was not compiled yet."""
        if compiled := self._compiled.get(bucket.key):
            bucket.bytecode_from_string(compiled)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the bytecode until the process ends; bounded by the number of templates."""
        self._compiled[bucket.key] = bucket.bytecode_to_string()
