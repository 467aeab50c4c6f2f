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
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from generator.content.reading.encoding import MAX_BYTES, decode_text
from generator.content.reading.nodes import MappingNode, Node, ScalarNode, compose_checked
from generator.content.reading.regular_files import NoRegularFile, read_regular
from generator.problems import EnvironmentProblem, Location, Problem, Problems, Refused
from generator.text.plain import in_yaml


class EngineError(Refused):
    """The engine refused the pages."""

    outcome = "The pages could not be built; nothing was published."


def engine_error(messages: Iterable[str]) -> EngineError:
    """Every reason that the engine gave, at its configuration: it seldom knows a better place."""
    place = Location(CONFIG)
    return EngineError(Problem(place, "engine-takes-the-pages", message) for message in messages)


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
        env=environment, capture_output=True, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    if ran.returncode:
        output = ran.stderr + ran.stdout
        refused = _REFUSED_BY_SYSTEM.search(output)
        if refused:  # no fault of the pages: a full disk, a missing permission
            raise OSError(int(refused[1]), refused[2], refused[4] or refused[3])
        raise engine_error(_complaints(output))


def expect_config(base: Path) -> None:
    """Promise that the engine can read its configuration; raises EnvironmentProblem."""
    problems = Problems()
    if not _is_utf_8(base.resolve()):
        raise EnvironmentProblem(
            f"The name of the folder {base.resolve().parent}, or of one above it, is not UTF-8, so "
            "the engine cannot find it. Rename it, or work in another folder."
        )
    try:
        content = read_regular(base, most=MAX_BYTES, too_large="Put the usual one there.")
    except NoRegularFile as found:
        raise EnvironmentProblem(f"{base}: {found.message} {_USUAL}") from None
    root, faults = compose_checked(decode_text(content, base.name)[0], base.name)
    # Tags are the engine's own way to name functions of its extensions.
    problems.extend(fault for fault in faults if fault.rule != "value-has-no-tag")
    if problems.found:
        first = problems.sorted[0]
        place = f"{base}, line {first.location.line}, column {first.location.column}"
        raise EnvironmentProblem(f"{place}: {first.message} {first.hint}")
    theme = _value(root, "theme")
    name = _value(theme, "name") if isinstance(theme, MappingNode) else theme
    if not isinstance(name, ScalarNode) or name.value != THEME_NAME:
        raise EnvironmentProblem(
            f'{base} does not say "theme:" and below it "name: {THEME_NAME}". {_USUAL}'
        )


def _is_utf_8(path: Path) -> bool:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


def _value(node: Node | None, key: str) -> Node | None:
    pairs = node.value if isinstance(node, MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)


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
            raise engine_error((f"{name} is not installed",)) from None
    return tuple(found)


CONFIG = "mkdocs.yml"
THEME_NAME = "material"
_USUAL = "The usual one stands beside the library that came with the program."
_REFUSED_BY_SYSTEM = re.compile(
    r"^\w*Error: \[Errno (\d+)\] ([^:\n]+)(?:: '([^'\n]*)')?(?: -> '([^'\n]*)')?\s*$", re.MULTILINE
)


def _complaints(output: str) -> tuple[str, ...]:
    found = re.findall(r"^(?:WARNING|ERROR|CRITICAL)\s+-\s+(.*(?:\n +.*)*)", output, re.MULTILINE)
    return tuple(" ".join(line.split()) for line in found) or (output.strip()[-2000:],)
