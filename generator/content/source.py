"""Read: one YAML file to plain values that know their line and column.

The only module that imports `yaml`. Scalars stay the text that the author typed: YAML's guesses
(`no` is false, `12:30` is 750) never reach the model, which gives every value its type.

Positions are kept the cheap way round: the values are plain dictionaries, lists and strings, and
`Source.locate` composes the file again when somebody asks where a value stands, which happens
only when there is something to report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.content.suspicion import refuse_bytes, refuse_characters, syntax_sentence
from generator.problems import Location, Problem, Problems

Mapping = dict[str, Any]
"""Text, lists and mappings of the same, as deep as the file goes; an empty value is None."""

MAX_DEPTH = 12
"""Deeper nesting is refused before it is composed: the C composer recurses without a guard."""


@dataclass(frozen=True)
class Source:
    """One file's values, with a way back to where each of them stands."""

    path: str
    text: str = field(repr=False)
    values: Mapping = field(repr=False)

    def locate(self, keys: Sequence[str | int] = (), *, of_key: bool = False) -> Location:
        """Where the value at `keys` starts, or the nearest thing that stands above it.

        With `of_key`, the place of the last key itself rather than of its value.
        """
        node: Node = self._root
        place: Node = node
        for depth, key in enumerate(keys):
            if isinstance(node, MappingNode):
                pair = next((p for p in node.value if p[0].value == key), None)
                if pair is None:
                    break
                last = depth == len(keys) - 1
                node = pair[1]
                place = pair[0] if (last and of_key) or _is_block(node) else node
            elif isinstance(node, SequenceNode) and isinstance(key, int) and key < len(node.value):
                node = place = node.value[key]
            else:
                break
        mark = place.start_mark
        return Location(self.path, mark.line + 1, mark.column + 1)

    def locate_text(self, keys: Sequence[str | int], snippet: str) -> Location:
        """Where `snippet` stands inside the value at `keys`, or the value if it is not found."""
        place = self.locate(keys)
        lines = self.text.split("\n")
        for number in range(place.line - 1, len(lines)) if snippet else ():
            column = lines[number].find(snippet, place.column - 1 if number < place.line else 0)
            if column >= 0:
                return Location(self.path, number + 1, column + 1)
        return place

    def has(self, keys: Sequence[str | int]) -> bool:
        """Whether the file itself says something at `keys`."""
        value: Any = self.values
        for key in keys:
            if isinstance(value, dict) and key in value:
                value = value[str(key)]
            elif isinstance(value, list) and isinstance(key, int) and key < len(value):
                value = value[key]
            else:
                return False
        return True

    @cached_property
    def _root(self) -> Node:
        root = _compose(self.text)
        assert root is not None, "a source is made only from text that has a root"
        return root


def read_source(file: Path, *, shown_as: str, problems: Problems) -> Source | None:
    """Read one YAML file whose top is a mapping, or add every reason why it cannot be read."""
    if not file.is_file():
        problems.error(
            Location(shown_as),
            "entry-is-a-file",
            "This is a folder, and a YAML file is expected here."
            if file.is_dir()
            else "This is not a file that can be read.",
            "Give the folder another name, or move it elsewhere.",
        )
        return None
    return parse_source(file.read_bytes(), shown_as=shown_as, problems=problems)


def parse_source(content: bytes, *, shown_as: str, problems: Problems) -> Source | None:
    """Parse the bytes of one YAML file; promises a problem for whatever it cannot take."""
    refused = refuse_bytes(content, shown_as)
    if refused:
        problems.extend(refused)
        return None
    text = content.decode("utf-8-sig").replace("\r\n", "\n")
    refused = refuse_characters(text, shown_as)
    try:
        if _may_be_odd(text):
            refused += _refuse_odd_events(text, shown_as)
        if refused:
            problems.extend(refused)
            return None
        root = _compose(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        message, hint = syntax_sentence(error.problem or "", text, line)
        problems.extend(refused)
        problems.error(Location(shown_as, line, column), "yaml-is-well-formed", message, hint)
        return None
    if not isinstance(root, MappingNode):
        problems.error(
            Location(shown_as),
            "file-has-fields",
            "The file has no fields: only comments or blank lines."
            if root is None
            else "The file is expected to hold fields, each written as 'name: value'.",
        )
        return None
    found: list[Problem] = []
    values = _mapping(root, shown_as, found)
    problems.extend(found)
    return Source(shown_as, text, values)


def _mapping(node: MappingNode, path: str, found: list[Problem]) -> Mapping:
    values: Mapping = {}
    for key, value in node.value:
        name = key.value
        if type(key) is not ScalarNode:
            found.append(_key_problem(key, path))
            continue
        if name in values:
            found.append(_duplicate_problem(node, key, path))
            continue
        kind = type(value)
        if kind is ScalarNode:
            values[name] = value.value or (None if value.style is None else "")
        elif kind is SequenceNode:
            values[name] = _sequence(value, path, found)
        else:
            values[name] = _mapping(value, path, found)
    return values


def _sequence(node: SequenceNode, path: str, found: list[Problem]) -> list[Any]:
    values: list[Any] = []
    for value in node.value:
        kind = type(value)
        if kind is ScalarNode:
            values.append(value.value or (None if value.style is None else ""))
        elif kind is SequenceNode:
            values.append(_sequence(value, path, found))
        else:
            values.append(_mapping(value, path, found))
    return values


def _key_problem(key: Node, path: str) -> Problem:
    mark = key.start_mark
    return Problem(
        Location(path, mark.line + 1, mark.column + 1),
        "key-is-text",
        "A field's name has to be plain text, not a list or a group of fields.",
    )


def _duplicate_problem(node: MappingNode, key: ScalarNode, path: str) -> Problem:
    first = next(k for k, _ in node.value if k.value == key.value)
    mark = key.start_mark
    return Problem(
        Location(path, mark.line + 1, mark.column + 1),
        "key-is-unique",
        f'"{key.value}" is given twice; the first time on line {first.start_mark.line + 1}.',
        "Keep one of the two.",
    )


def _is_block(node: Node) -> bool:
    """A block list or mapping starts on a later line: its key is the better place to point at."""
    return isinstance(node, MappingNode | SequenceNode) and not node.flow_style


def _may_be_odd(text: str) -> bool:
    """Whether the slow look at every event is worth it: tags, anchors or deep nesting may be there.

    Ordinary prose has `!` and `&` too, but hardly ever where a YAML value begins.
    """
    return bool(_ODD.search(text)) or text.count("[") + text.count("{") > _MANY_BRACKETS


def _refuse_odd_events(text: str, path: str) -> list[Problem]:
    found = []
    depth = 0
    for event in _events(text):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        for rule, message, hint in _oddities(event, depth):
            mark = event.start_mark
            found.append(
                Problem(Location(path, mark.line + 1, mark.column + 1), rule, message, hint)
            )
        if depth > MAX_DEPTH:
            break
    return found


def _oddities(event: Any, depth: int) -> list[tuple[str, str, str]]:
    odd = []
    anchor = getattr(event, "anchor", None)
    if isinstance(event, yaml.AliasEvent):
        message = f'"*{anchor}" repeats a value that stands elsewhere.'
        odd.append(("value-is-written-out", message, _QUOTE_OR_WRITE_OUT))
    elif anchor:
        message = f'"&{anchor}" gives a value a nickname, which content files do not use.'
        odd.append(("value-is-written-out", message, _QUOTE_OR_WRITE_OUT))
    if getattr(event, "tag", None):
        message = 'The value begins with a YAML tag (a word that starts with "!").'
        odd.append(("value-has-no-tag", message, "Remove the tag, or put the text in quotes."))
    if depth > MAX_DEPTH:
        message = f"Lists and fields are nested more than {MAX_DEPTH} levels deep here."
        odd.append(("nesting-is-shallow", message, "Check the indentation and the brackets."))
    return odd


_QUOTE_OR_WRITE_OUT = "Write the value out in full; put text that begins with * or & in quotes."
_ODD = re.compile(r"(?m)(?:^|[\s,\[{])[!&*][^\s]|(?:[-?] +){6}")
_MANY_BRACKETS = 60


class _TextOnly:
    """Resolver that guesses nothing: only a tag that the author wrote remains, and is refused."""

    def resolve(self, kind: type[Node], value: str, implicit: object) -> None:
        return None

    def descend_resolver(self, parent: object, index: object) -> None: ...

    def ascend_resolver(self) -> None: ...

    def check_resolver_prefix(self, *ignored: object) -> None: ...


if yaml.__with_libyaml__:
    from yaml._yaml import CParser

    class _Loader(_TextOnly, CParser):
        """The C parser, an order of magnitude quicker than the other."""

        def __init__(self, stream: str) -> None:
            CParser.__init__(self, stream)

else:  # a PyYAML built without libyaml: slower, same result
    from yaml.composer import Composer
    from yaml.parser import Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    class _Loader(_TextOnly, Reader, Scanner, Parser, Composer):  # type: ignore[no-redef]
        """The same in Python."""

        def __init__(self, stream: str) -> None:
            Reader.__init__(self, stream)
            Scanner.__init__(self)
            Parser.__init__(self)
            Composer.__init__(self)


def _compose(text: str) -> Node | None:
    return _Loader(text).get_single_node()


def _events(text: str) -> Iterator[Any]:
    return iter(_Loader(text).get_event, None)
