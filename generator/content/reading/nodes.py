"""YAML composer: text to a node tree with source marks. The only module that imports `yaml`.

There is no implicit typing: scalars stay the text that the author typed (in YAML 1.1 `no` is false
and `12:30` is 750). Anchors, aliases, tags, nesting deeper than `MAX_DEPTH` and text lost to a
comment (`#`) are refused, each with its location.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.content.reading.encoding import refuse_escapes
from generator.content.reading.syntax_errors import syntax_problem
from generator.problems import Location, Problem

__all__ = ["MappingNode", "Node", "ScalarNode", "SequenceNode", "compose", "compose_checked"]

MAX_DEPTH = 12
"""Deeper nesting is refused before composing: the C composer recurses without a limit."""


def compose(text: str) -> Node | None:
    """Root node of a text that `compose_checked` accepted before; None for an empty document."""
    return _Loader(text).get_single_node()


def compose_checked(text: str, path: str) -> tuple[Node | None, list[Problem]]:
    """Root node of an untrusted text, and every problem with it.

    The root is None for an empty document, a syntax error, an alias or too deep nesting.
    """
    refused: list[Problem] = []
    try:
        if _may_be_odd(text):
            safe, refused = _refuse_oddities(text, path)
            if not safe:
                return None, refused
        root = compose(text)
    except yaml.MarkedYAMLError as error:
        start, place = _place(error.context_mark), _place(error.problem_mark)
        return None, [*refused, syntax_problem(error.problem or "", text, path, start, place)]
    if root is not None and " #" in text and _HASH_IN_TEXT.search(text):
        refused += _refuse_lost_text(root, text, path)
    if root is not None and _CODE_OF_CHARACTER.search(text):
        quoted = (scalar for scalar in _scalars(root) if scalar.style == '"')
        places = ((s.start_mark.index, s.end_mark.index, s.start_mark.line + 1) for s in quoted)
        refused += refuse_escapes(text, path, places)
    return root, refused


def _may_be_odd(text: str) -> bool:
    """Pre-filter for the slow pass over all events: whether tags, anchors or deep nesting may be.

    Prose has `!` and `&` too, but hardly ever where a YAML value begins.
    """
    brackets = text.count("[") + text.count("{") - len(_FLAT_LIST.findall(text))
    return (
        brackets > _MANY_BRACKETS or _DEEP in f"\n{text}" or any(sign.search(text) for sign in _ODD)
    )


def _refuse_oddities(text: str, path: str) -> tuple[bool, list[Problem]]:
    """Whether the text is safe to compose, and a problem for each feature that is refused."""
    found = []
    depth = 0
    safe = True
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
        safe = safe and not isinstance(event, yaml.AliasEvent)
        if depth > MAX_DEPTH:
            return False, found
    return safe, found


def _oddities(event: Any, depth: int) -> list[tuple[str, str, str]]:
    odd = []
    anchor = getattr(event, "anchor", None)
    if isinstance(event, yaml.AliasEvent):
        message = (
            f'"*{anchor}" is read as a reference to another value, which content does not use.'
        )
        odd.append(("value-is-written-out", message, _QUOTE_OR_WRITE_OUT))
    elif anchor:
        message = f'"&{anchor}" is read as a name for the value, which content does not use.'
        odd.append(("value-is-written-out", message, _QUOTE_OR_WRITE_OUT))
    if getattr(event, "tag", None):
        message = 'The value begins with "!", which is read as an instruction and not as text.'
        odd.append(("value-has-no-tag", message, "Put the text in quotes."))
    if depth > MAX_DEPTH:
        message = (
            f"Lists and fields stand inside each other more than {MAX_DEPTH} levels deep here."
        )
        odd.append(("nesting-is-shallow", message, "Check the indentation and the brackets."))
    return odd


def _refuse_lost_text(root: Node, text: str, path: str) -> list[Problem]:
    """A problem for each plain scalar that is cut off by a comment.

    Unquoted, `Press #2 for Spanish` is for YAML `Press` and a comment.
    """
    lines = text.split("\n")
    found = []
    for scalar in (scalar for scalar in _scalars(root) if not scalar.style):
        end = scalar.end_mark
        rest = lines[end.line][end.column :] if end.line < len(lines) else ""
        if scalar.value and _HASH.match(rest):
            hash_sign = end.column + rest.index("#") + 1
            message = f'The text ends here, because "{rest.strip()[:30]}" is read as a comment.'
            hint = "Put the whole text in quotes; a real comment has a space after its #."
            found.append(
                Problem(Location(path, end.line + 1, hash_sign), "text-is-kept", message, hint)
            )
    return found


def _scalars(root: Node) -> Iterator[ScalarNode]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, MappingNode):
            waiting += [part for pair in node.value for part in pair]
        elif isinstance(node, SequenceNode):
            waiting += node.value
        elif isinstance(node, ScalarNode):
            yield node


def _place(mark: Any) -> tuple[int, int] | None:
    return (mark.line + 1, mark.column + 1) if mark else None


_QUOTE_OR_WRITE_OUT = "Write the value out in full; put text that begins with * or & in quotes."
# An indicator where a value begins, and six list or key indicators in a row. These are two
# patterns, as one that begins with alternatives is eight times as slow.
_ODD = (
    re.compile(r"[!&*](?<![^\s,\[{][!&*])(?:(?<=!)|(?=\S))"),
    re.compile(r"[-?] +(?:[-?] +){5}"),
)
# An indentation that is rare without deep nesting.
_DEEP = "\n" + " " * 60
_MANY_BRACKETS = 60
# A flow sequence of plain scalars, of which a prompt set has a hundred: it nests nothing.
_FLAT_LIST = re.compile(r"\[[^\[\]{}\"'#\n]*\]")
_HASH_IN_TEXT = re.compile(r"[^\s#] +#[^\s#]")
# Any escape sequence but those for a newline, a quote, a slash, a backslash and a space.
_CODE_OF_CHARACTER = re.compile(r"\\[xuU0abtvfreNLP\t]")
_HASH = re.compile(r" +#[^\s#]")


class _TextOnly:
    """Resolver without implicit typing: only explicit tags remain, and those are refused."""

    def resolve(self, kind: type[Node], value: str, implicit: object) -> None:
        return None

    def descend_resolver(self, parent: object, index: object) -> None: ...

    def ascend_resolver(self) -> None: ...

    def check_resolver_prefix(self, *ignored: object) -> None: ...


if yaml.__with_libyaml__:
    from yaml._yaml import CParser

    class _Loader(_TextOnly, CParser):
        """Loader on libyaml's parser, an order of magnitude faster than the Python one."""

        def __init__(self, stream: str) -> None:
            CParser.__init__(self, stream)

else:  # a PyYAML built without libyaml: slower, same result
    from yaml.composer import Composer
    from yaml.parser import Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    class _Loader(_TextOnly, Reader, Scanner, Parser, Composer):  # type: ignore[no-redef]
        """Loader in pure Python, with the same results."""

        def __init__(self, stream: str) -> None:
            Reader.__init__(self, stream)
            Scanner.__init__(self)
            Parser.__init__(self)
            Composer.__init__(self)


def _events(text: str) -> Iterator[Any]:
    return iter(_Loader(text).get_event, None)
