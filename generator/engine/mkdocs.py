"""Reference build by MkDocs, or its continuation ProperDocs, as a subprocess.

MkDocs 1.x is frozen. ProperDocs takes the same options, reads the same files and presents itself
as MkDocs to Material, so that it builds the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

from generator.engine.process import run_engine


def build_pages(module: str, config: Path, out: Path, *, today: date) -> None:
    """Build every page of `config` into the folder `out`; `module` is `mkdocs` or `properdocs`.

    Strict: a warning raises EngineError. `today` is the date in the sitemap (SOURCE_DATE_EPOCH);
    the same input on the same day gives the same output.
    """
    stamp = int(datetime.combine(today, time(), tzinfo=UTC).timestamp())
    environment = {
        "SOURCE_DATE_EPOCH": str(stamp),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONHASHSEED": "0",
    }
    arguments = (module, "build", "--strict", "--clean",
                 "--config-file", config, "--site-dir", out.resolve())  # fmt: skip
    run_engine(arguments, _reasons, environment=environment)


_REFUSED_BY_SYSTEM = re.compile(
    r"^\w*Error: \[Errno (\d+)\] ([^:\n]+)(?:: '([^'\n]*)')?(?: -> '([^'\n]*)')?\s*$", re.MULTILINE
)
_LOGGED = re.compile(r"^(?:WARNING|ERROR|CRITICAL)\s+-\s+(.*(?:\n +.*)*)", re.MULTILINE)


def _reasons(output: str) -> Iterator[str]:
    """The warnings and errors in the log; raises OSError for one of the operating system."""
    refused = _REFUSED_BY_SYSTEM.search(output)
    if refused:  # no fault of the pages: a full disk, a missing permission
        raise OSError(int(refused[1]), refused[2], refused[4] or refused[3])
    yield from _LOGGED.findall(output)
