"""MkDocs and its continuation ProperDocs, both with Material: the reference for every other way.

MkDocs 1.x is frozen. ProperDocs takes the same words, reads the same files and gives itself out
as MkDocs to Material, so that it builds the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

from generator.engine.process import run_engine


def build_pages(module: str, config: Path, out: Path, *, today: date) -> None:
    """Build every page of `config` into the folder `out`, strictly: a warning is an error.

    `today` is the date that the sitemap gives; the same input on the same day is the same output.
    """
    stamp = int(datetime.combine(today, time(), tzinfo=UTC).timestamp())
    environment = {
        "SOURCE_DATE_EPOCH": str(stamp),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONHASHSEED": "0",
    }
    words = (module, "build", "--strict", "--clean",
             "--config-file", config, "--site-dir", out.resolve())  # fmt: skip
    run_engine(words, _reasons, environment=environment)


_REFUSED_BY_SYSTEM = re.compile(
    r"^\w*Error: \[Errno (\d+)\] ([^:\n]+)(?:: '([^'\n]*)')?(?: -> '([^'\n]*)')?\s*$", re.MULTILINE
)


def _reasons(output: str) -> Iterator[str]:
    refused = _REFUSED_BY_SYSTEM.search(output)
    if refused:  # no fault of the pages: a full disk, a missing permission
        raise OSError(int(refused[1]), refused[2], refused[4] or refused[3])
    found = re.findall(r"^(?:WARNING|ERROR|CRITICAL)\s+-\s+(.*(?:\n +.*)*)", output, re.MULTILINE)
    yield from (" ".join(line.split()) for line in found)
