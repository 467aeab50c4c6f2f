"""The engine that turns Markdown into pages. The only module that knows it is MkDocs.

MkDocs 1.x is frozen and Material's support ends in May 2027: all that another engine would have
to offer is this module's two functions. It runs as a process of its own, so that a build of it
can neither change nor see this one's environment, loggers or modules.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from generator.text.plain import in_yaml


class EngineError(Exception):
    """The engine refused the pages; `messages` says every reason that it gave."""

    def __init__(self, messages: tuple[str, ...]) -> None:
        super().__init__("; ".join(messages))
        self.messages = messages

    def __reduce__(self) -> tuple[type[EngineError], tuple[tuple[str, ...]]]:
        """To another process, whole."""
        return type(self), (self.messages,)


def build_pages(config: Path, out: Path, *, today: date) -> None:
    """Build every page of `config` into the folder `out`, strictly: a warning is an error.

    `today` is the date that the sitemap gives; the same input on the same day is the same output.
    """
    stamp = int(datetime.combine(today, time(), tzinfo=UTC).timestamp())
    environment = os.environ | {
        "SOURCE_DATE_EPOCH": str(stamp),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONHASHSEED": "0",
    }
    ran = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean",
         "--config-file", str(config), "--site-dir", str(out.resolve())],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if ran.returncode:
        raise EngineError(_complaints(ran.stderr + ran.stdout))


def derived_config(base: Path, *, docs: Path, theme: Path, changes: Mapping[str, Any]) -> bytes:
    """The configuration of an edition: the base, with other folders and `changes` laid over it.

    Lists of the base are replaced, not extended, by lists in `changes`.
    """
    config = {
        "INHERIT": str(base.resolve()),
        "docs_dir": str(docs.resolve()),
        "theme": {"custom_dir": str(theme.resolve()), **changes.get("theme", {})},
        **{key: value for key, value in changes.items() if key != "theme"},
    }
    # JSON is YAML; the one wall that reads YAML stays where it is.
    return f"{in_yaml(config, indent=2)}\n".encode()


def engine_versions() -> tuple[str, ...]:
    """What built the pages; another version is another site."""
    found = []
    for name in ("mkdocs", "mkdocs-material", "markdown"):
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            raise EngineError((f"{name} is not installed",)) from None
    return tuple(found)


def _complaints(output: str) -> tuple[str, ...]:
    found = re.findall(r"^(?:WARNING|ERROR|CRITICAL)\s+-\s+(.*(?:\n +.*)*)", output, re.MULTILINE)
    return tuple(" ".join(line.split()) for line in found) or (output.strip()[-2000:],)
