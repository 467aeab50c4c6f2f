"""YAML parser with lazy source locations: plain dicts, lists and strings, and `Source.locate`.

Values carry no positions. `Source.locate` composes the text again to find line and column of a
path of keys, which happens only when there is something to report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.content.reading.encoding import SPLIT, decode_text, refuse_bytes
from generator.content.reading.folded_lines import refuse_folded_lines
from generator.content.reading.nodes import (
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    compose,
    compose_checked,
)
from generator.content.reading.regular_files import read_content
from generator.problems import Location, Problem, Problems

Mapping = dict[str, Any]
"""Values are str, list or dict, nested; None for an empty value. Keys are str."""


@dataclass(frozen=True)
class Source:
    """One parsed YAML file: values, text, and lookup of locations by path of keys."""

    path: str
    text: str = field(repr=False)
    values: Mapping = field(repr=False)

    def locate(self, keys: Sequence[str | int] = (), *, of_key: bool = False) -> Location:
        """Start of the value at `keys`, or of its nearest existing ancestor.

        For block lists and mappings, and with `of_key`, the start of the key instead.
        """
        mark = self._find(keys, of_key=of_key)[0].start_mark
        return Location(self.path, mark.line + 1, mark.column + 1)

    def locate_text(self, keys: Sequence[str | int], snippet: str) -> Location:
        """First occurrence of `snippet`, as a whole word, in the value at `keys`.

        The start of the value if there is none, or if the text is folded within the snippet.
        """
        place, node = self._find(keys)
        start, end = node.start_mark, node.end_mark
        if snippet:
            lines, whole = self._lines, _whole(snippet)
            for number in range(start.line, min(end.line + 1, len(lines))):
                found = whole.search(lines[number], start.column * (number == start.line))
                if found:
                    return Location(self.path, number + 1, found.start() + 1)
        return Location(self.path, place.start_mark.line + 1, place.start_mark.column + 1)

    def span(self, keys: Sequence[str | int]) -> tuple[int, int]:
        """First and last line of the existing value at `keys`."""
        node = self._find(keys)[1]
        first, last = node.start_mark.line + 1, node.end_mark.line
        # The end mark of a block is the start of what follows; scalars and flow nodes end in line.
        return first, last if _starts_below(node) and last >= first else last + 1

    def has(self, keys: Sequence[str | int]) -> bool:
        """Whether the file has a value at `keys`."""
        return self.depth(keys) == len(keys)

    def depth(self, keys: Sequence[str | int]) -> int:
        """Length of the longest prefix of `keys` that exists in the file."""
        value: Any = self.values
        for found, key in enumerate(keys):
            if isinstance(value, dict) and key in value:
                value = value[str(key)]
            elif isinstance(value, list) and isinstance(key, int) and key < len(value):
                value = value[key]
            else:
                return found
        return len(keys)

    def _find(self, keys: Sequence[str | int], *, of_key: bool = False) -> tuple[Node, Node]:
        """Node to report, and the node at `keys` or its nearest existing ancestor."""
        node: Node = self._root
        place: Node = node
        for depth, key in enumerate(keys):
            if isinstance(node, MappingNode):
                pair = self._pair(node, key)
                if pair is None:
                    break
                last = depth == len(keys) - 1
                node = pair[1]
                place = pair[0] if (last and of_key) or _starts_below(node) else node
            elif isinstance(node, SequenceNode) and isinstance(key, int) and key < len(node.value):
                node = place = node.value[key]
            else:
                break
        return place, node

    def _pair(self, node: MappingNode, key: str | int) -> tuple[Node, Node] | None:
        """First pair with this key; uses an index that is built once for each mapping."""
        if id(node) not in self._pairs:
            self._pairs[id(node)] = {pair[0].value: pair for pair in reversed(node.value)
                                     if type(pair[0]) is ScalarNode}  # fmt: skip
        return self._pairs[id(node)].get(key)

    @cached_property
    def _pairs(self) -> dict[int, dict[str | int, tuple[Node, Node]]]:
        return {}

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def _root(self) -> Node:
        root = compose(self.text)
        assert root is not None, "a source is made only from text that has a root"
        return root


def read_source(file: Path, *, shown_as: str, problems: Problems) -> Source | None:
    """Read and parse one YAML file; None, and problems are added, if it has no mapping."""
    content = read_content(file, shown_as=shown_as, problems=problems)
    return None if content is None else parse_source(content, shown_as=shown_as, problems=problems)


def parse_source(content: bytes, *, shown_as: str, problems: Problems) -> Source | None:
    """Parse the bytes of one YAML file whose root is a mapping.

    Adds a problem for everything that is refused. None if no values could be read.
    """
    refused = refuse_bytes(content, shown_as)
    if refused:
        problems.extend(refused)
        return None
    text, odd = decode_text(content, shown_as)
    root, refused = compose_checked(text, shown_as)
    if isinstance(root, MappingNode):
        found = [*odd, *refused, *refuse_folded_lines(root, text, shown_as)]
        values = _mapping(root, shown_as, found)
        problems.extend(found)
        too_many = any(problem.rule == _TOO_MANY for problem in found)
        return None if too_many else Source(shown_as, text, values)
    if odd or refused:
        # Syntax errors after replaced characters would only mislead.
        problems.extend(odd or refused)
        return None
    message = _NO_FIELDS if root is None else _OTHER_THAN_FIELDS
    problems.error(Location(shown_as), "file-has-fields", message, _HOW_FIELDS_LOOK)
    return None


def _mapping(node: MappingNode, path: str, found: list[Problem]) -> Mapping:
    values: Mapping = {}
    if len(node.value) > MOST_ITEMS:
        found.append(_too_many(node, path, "fields"))
        return values
    first: dict[str, int] = {}
    for key, value in node.value:
        name = key.value
        if type(key) is not ScalarNode:
            found.append(_problem(key, path, "key-is-text", _KEY_IS_NO_TEXT, _QUOTE))
            continue
        if name in values:
            found.append(_duplicate_problem(key, first[name], path))
            continue
        first[name] = key.start_mark.line + 1
        kind = type(value)
        if kind is ScalarNode:
            values[name] = value.value
            if not value.value and not value.style and not node.flow_style:
                values[name] = None
                message = f'"{name}" has no value.'
                _report_blank(value, key, path, message, found)
        elif kind is SequenceNode:
            values[name] = _sequence(value, path, found)
        else:
            values[name] = _mapping(value, path, found)
    return values


def _sequence(node: SequenceNode, path: str, found: list[Problem]) -> list[Any]:
    values: list[Any] = []
    if len(node.value) > MOST_ITEMS:
        found.append(_too_many(node, path, "items"))
        return values
    for value in node.value:
        kind = type(value)
        if kind is ScalarNode:
            values.append(value.value)
            if not value.value and not value.style:
                values[-1] = None
                _report_blank(value, value, path, "This item of the list is empty.", found)
        elif kind is SequenceNode:
            values.append(_sequence(value, path, found))
        else:
            values.append(_mapping(value, path, found))
    return values


def _too_many(node: Node, path: str, what: str) -> Problem:
    message = f"Here are {len(node.value):,} {what}, and at most {MOST_ITEMS:,} can stand together."
    return _problem(node, path, _TOO_MANY, message, SPLIT)


def _report_blank(
    value: ScalarNode, place: Node, path: str, message: str, found: list[Problem]
) -> None:
    if value.tag is None:  # a tag in place of a value is refused by itself
        found.append(_problem(place, path, "value-is-present", message, _FILL_IN))


def _duplicate_problem(key: ScalarNode, first: int, path: str) -> Problem:
    message = f'"{key.value}" is given twice; the first time on line {first}.'
    return _problem(key, path, "key-is-unique", message, "Keep one of the two.")


def _problem(node: Node, path: str, rule: str, message: str, hint: str) -> Problem:
    mark = node.start_mark
    return Problem(Location(path, mark.line + 1, mark.column + 1), rule, message, hint)


def _whole(snippet: str) -> re.Pattern[str]:
    """Pattern for `snippet` that does not match within a longer word or id."""
    before = r"(?<![\w-])" if snippet[0].isalnum() else ""
    after = r"(?![\w-])" if snippet[-1].isalnum() else ""
    return re.compile(f"{before}{re.escape(snippet)}{after}")


def _starts_below(node: Node) -> bool:
    """Whether a node is in block style: it starts below its key, which is then reported instead."""
    return isinstance(node, MappingNode | SequenceNode) and not node.flow_style


MOST_ITEMS = 10_000
"""Maximum number of items of a list, or of fields of a mapping, far above any real one."""
_TOO_MANY = "list-is-short"
_FILL_IN = "Fill it in, or remove the line."
_QUOTE = "Put text that begins with a bracket or brace in quotes."
_KEY_IS_NO_TEXT = "The name of a field has to be plain text, not a list or a group of fields."
_NO_FIELDS = "The file has no fields: only comments or blank lines."
_OTHER_THAN_FIELDS = "The file does not hold fields."
_HOW_FIELDS_LOOK = "Write each field as 'name: value' on a line of its own, or delete the file."
