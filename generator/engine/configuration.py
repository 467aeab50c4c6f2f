"""Engine configuration: validation of the base `mkdocs.yml`, and the derived one of an edition."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.content.reading.encoding import MAX_BYTES, decode_text
from generator.content.reading.nodes import (
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    compose_checked,
)
from generator.content.reading.regular_files import NoRegularFile, read_regular
from generator.engine.names import EngineName
from generator.problems import EnvironmentProblem, Location, Problems
from generator.text.plain import in_yaml

CONFIG = "mkdocs.yml"
THEME_NAME = "material"
_USUAL = "The usual one stands beside the library that came with the program."


def expect_config(base: Path) -> None:
    """Raise EnvironmentProblem if the engine could not use the configuration file at `base`.

    Checked are its path, encoding, YAML, theme and engine.
    """
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
    _engine_in(root, base)


def _engine_in(root: Node | None, base: Path) -> EngineName:
    """The engine that `extra.engine` names; MkDocs without it. Raises EnvironmentProblem."""
    named = _value(_value(root, "extra"), "engine")
    if named is None:
        return EngineName.MKDOCS
    if isinstance(named, ScalarNode) and named.value in set(EngineName):
        return EngineName(named.value)
    raise EnvironmentProblem(
        f'{base}, line {named.start_mark.line + 1}: "engine" below "extra" can be '
        f"{', '.join(list(EngineName)[:-1])} or {list(EngineName)[-1]}. Change it, or take the "
        "line away to build with MkDocs."
    )


def _is_utf_8(path: Path) -> bool:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


def _root(base: Path) -> Node | None:
    return compose_checked(decode_text(base.read_bytes(), base.name)[0], base.name)[0]


def _value(node: Node | None, key: str) -> Node | None:
    pairs = node.value if isinstance(node, MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)


def derived_config(
    base: Path, *, docs: Path, theme: Path, engine: str | None, changes: Mapping[str, Any]
) -> bytes:
    """The configuration of an edition: JSON that inherits from `base` and overrides folders, theme
    and `changes`.

    Its `extra.engine` is `engine`, or else the one of the base. Lists of the base must not be in
    `changes`: one engine replaces them, another extends them.
    """
    name = EngineName(engine) if engine else _engine_in(_root(base), base)
    config = {
        "INHERIT": str(base.resolve()),
        "docs_dir": str(docs.resolve()),
        "theme": {"custom_dir": str(theme.resolve()), **changes.get("theme", {})},
        **{key: value for key, value in changes.items() if key != "theme"},
        # A clinic adds pages, and the base is not its to change.
        "validation": {"nav": {"omitted_files": "ignore"}},
        "extra": {**changes.get("extra", {}), "engine": name.value},
    }
    # JSON is YAML; the one wall that reads YAML stays where it is.
    return f"{in_yaml(config, indent=2)}\n".encode()


def nav_pages(base: Path) -> Iterator[tuple[Location, str]]:
    """Location and path relative to `docs/` of each Markdown page that the `nav` of the base names,
    at whatever depth."""
    return _pages_below(_value(_root(base), "nav"), base.name)


def _pages_below(node: Node | None, file: str) -> Iterator[tuple[Location, str]]:
    if isinstance(node, ScalarNode):
        if node.value.endswith(".md"):
            mark = node.start_mark
            yield Location(file, mark.line + 1, mark.column + 1), node.value
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _pages_below(item, file)
    elif isinstance(node, MappingNode):
        for _, value in node.value:
            yield from _pages_below(value, file)


def used_keys(base: Path, keys: Iterable[str]) -> tuple[str, ...]:
    """Those of the top-level keys that the base has with a value that is not empty."""
    root = _root(base)
    return tuple(key for key in keys if (node := _value(root, key)) is not None and node.value)


def is_list(base: Path, key: str) -> bool:
    """Whether the value of a top-level key is a list or missing."""
    return isinstance(_value(_root(base), key), SequenceNode | None)


def derived(config: Path) -> dict[str, Any]:
    """The content of a file that holds what `derived_config` returned."""
    content: dict[str, Any] = json.loads(config.read_bytes())
    return content


def engine_of(config: Path) -> EngineName:
    """The engine that builds an edition, by its derived configuration."""
    return EngineName(derived(config)["extra"]["engine"])
