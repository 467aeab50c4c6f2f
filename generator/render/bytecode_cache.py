"""Templates compiled to bytecode, kept beside them as Python keeps that of its modules.

Compiling all of them is a third of the work of rendering a site once. What is kept is trusted as
much as the program itself, as it stands in the same folder; a folder that cannot be written to
keeps nothing.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket


class BytecodeOnDisk(FileSystemBytecodeCache):
    """Jinja's own cache of bytecode, which fails nobody that has no room for it.

    A file is named after the template and holds the hash of its source and of `compiler`, and the
    versions of Python and Jinja's format; any other is compiled anew. `compiler` says how the
    environment compiles: its options and extensions, which Jinja does not look at.
    """

    def __init__(self, templates: Path, compiler: str) -> None:
        super().__init__(str(templates / "__pycache__"), "%s.bytecode")
        self._compiler = compiler

    def get_source_checksum(self, source: str) -> str:
        """SHA-1 in hexadecimal digits, as Jinja's own."""
        return super().get_source_checksum(f"{self._compiler}\0{source}")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Nothing, where the file cannot be read."""
        with suppress(OSError, EOFError, ValueError, TypeError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Nothing, where Python itself was told to keep none, or nothing can be written."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                Path(self.directory).mkdir(exist_ok=True)
                super().dump_bytecode(bucket)


class BytecodeInMemory(BytecodeCache):
    """Templates of others, whose folder is not ours to write into, as this process compiled them.

    The hash of the source is asked here as well, so a template that changed is compiled anew.
    """

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Nothing, where the template was not compiled yet."""
        if compiled := self._compiled.get(bucket.key):
            bucket.bytecode_from_string(compiled)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it for as long as the process lasts; there are as many as the theme has."""
        self._compiled[bucket.key] = bucket.bytecode_to_string()
