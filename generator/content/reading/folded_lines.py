"""Lines that YAML folds, without a word, into the value above them, as they are not lined up.

One space too many before the dash of an item makes it a part of the item above, and a field that
is indented as the text above it is becomes a part of that text. A line is refused only where it
looks like an item or field that could stand there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.models.field_names import sibling_fields
from generator.content.reading.nodes import MappingNode, Node, ScalarNode, SequenceNode
from generator.problems import Location, Problem

Above = tuple[tuple[str, MappingNode], ...]
"""The fields that a value lies in, outermost first: name, and the mapping that has it."""


def refuse_folded_lines(root: Node, text: str, path: str) -> list[Problem]:
    """A problem for each line of a list item or of a block text that was meant to be one of its
    own; each line is looked at once."""
    lines = text.split("\n")
    found: list[Problem] = []
    waiting: list[tuple[Node, Above]] = [(root, ())]
    while waiting:
        node, above = waiting.pop()
        if isinstance(node, MappingNode):
            for key, value in node.value:
                if isinstance(key, ScalarNode):
                    waiting.append((value, (*above, (key.value, node))))
        elif isinstance(node, SequenceNode):
            for item in node.value:
                if isinstance(item, ScalarNode) and not item.style and " " in item.value:
                    found += _folded_items(item, bool(node.flow_style), lines, path)
                else:
                    waiting.append((item, above))
        elif isinstance(node, ScalarNode) and node.style in _BLOCKS:
            found += _folded_fields(node, above, lines, path)
    return found


def _folded_items(
    item: ScalarNode, is_flow: bool, lines: list[str], path: str
) -> Iterator[Problem]:
    """Problems of a plain item of several lines: lines with a dash, or ids without one."""
    start, end = item.start_mark.line, item.end_mark.line
    if start == end:
        return
    ids = [word for word in item.value.split() if _ID.fullmatch(word)]
    are_ids = len(ids) == len(item.value.split()) == end - start + 1
    for number in range(start + 1, end + 1):
        line = lines[number]
        words = line.strip()
        if words.startswith("- ") and not is_flow:
            yield _problem(path, number, line, _PART_OF_ITEM, _LINE_UP_DASH)
        elif are_ids:
            yield _problem(path, number, line, _PART_OF_ITEM, _COMMA if is_flow else _GIVE_DASH)


def _folded_fields(
    scalar: ScalarNode, above: Above, lines: list[str], path: str
) -> Iterator[Problem]:
    """Problems of a block text (`>` or `|`): lines that begin with the name of a field that could
    stand beside it, or beside what it lies in, and is not there."""
    end = scalar.end_mark.line + (scalar.end_mark.line == len(lines) - 1)  # the end of the file
    for number in range(scalar.start_mark.line + 1, end):
        line = lines[number]
        field = _FIELD.match(line)
        if field and any(_could_stand(field[2], bool(field[1]), *outer) for outer in above):
            first = scalar.start_mark.line + 1
            message = f'"{field[2]}" is read as part of the text that begins on line {first}.'
            hint = f'Line it up with "{above[-1][0]}". {_IF_TEXT}'
            yield _problem(path, number, line, message, hint)


def _could_stand(name: str, begins_item: bool, field: str, mapping: MappingNode) -> bool:
    """Whether a mapping with `field` may have the field `name` too and has not, or whether `name`
    begins it, as an item of a list, so that another item can begin so."""
    if name not in sibling_fields(field):
        return False
    names = [key.value for key, _ in mapping.value]
    return name == names[0] if begins_item else name not in names


def _problem(path: str, number: int, line: str, message: str, hint: str) -> Problem:
    column = len(line) - len(line.lstrip()) + 1
    return Problem(Location(path, number + 1, column), "line-is-lined-up", message, hint)


_BLOCKS = frozenset({">", "|"})
_ID = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
_FIELD = re.compile(r" *(- +)?([a-z][a-z0-9_]*):(?: |$)")
_PART_OF_ITEM = "This line has been read as part of the item above it."
_LINE_UP_DASH = (
    "Line its dash up with the one above. A dash of the text itself can end the line before."
)
_GIVE_DASH = "Begin it with a dash and a space, and line the dash up with the one above."
_COMMA = "Put a comma after what stands before it."
_IF_TEXT = "If it is text, begin the line with a capital letter."
