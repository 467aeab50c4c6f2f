"""`{% cache a, b %} … {% endcache %}`: what is the same wherever the values `a` and `b` and the
folder of the page are the same, rendered for the first such page and kept for the others.

Half of what a page of a prompt says is said by every other one. Inside, nothing may depend on
anything but the values that are named, the words, and the folder from which links lead; a test
renders every page without keeping anything, and compares.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from jinja2 import Environment, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Context

Pieces = dict[object, str]
"""What was rendered, by the place in the templates, the folder, and the values."""


class FragmentCache(Extension):
    """The tag, and what it kept; an environment is one language's, and forgets with it."""

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self.tags = {"cache"}
        self._pieces: Pieces = {}
        self._found = count()

    def parse(self, parser: Parser) -> nodes.Node:
        """A call of `_text` with the block as its caller."""
        line = next(parser.stream).lineno
        values = [] if parser.stream.current.test("block_end") else [parser.parse_expression()]
        while parser.stream.skip_if("comma"):
            values.append(parser.parse_expression())
        body = parser.parse_statements(("name:endcache",), drop_needle=True)
        place = nodes.Const((parser.name, next(self._found)))
        text = self.call_method(
            "_text", [nodes.ContextReference(), place, nodes.Tuple(values, "load")], lineno=line
        )
        return nodes.CallBlock(text, [], [], body, lineno=line)

    def _text(
        self, context: Context, place: object, values: tuple[object, ...], caller: Callable[[], str]
    ) -> str:
        folder = context["page"].url.rpartition("/")[0]
        # Equal values of two types are not shown alike: 1 and True, a text and one that is HTML.
        key = place, folder, values, tuple(map(type, values))
        if key not in self._pieces:
            self._pieces[key] = caller()
        return self._pieces[key]
