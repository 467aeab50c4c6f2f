"""Template fragment caching: `{% cache a, b %} … {% endcache %}`, keyed by values and folder.

The block is rendered for the first page with these values of `a` and `b` in this folder and reused
for the others. Half of what a page of a prompt says is said by every other one. Inside, nothing may
depend on anything but the values that are named, the words, and the folder from which links are
relative; a test renders every page without the cache, and compares.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from jinja2 import Environment, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Context

Fragments = dict[object, str]
"""Rendered blocks by position in the templates, folder, values and their types."""


class FragmentCache(Extension):
    """The `cache` tag with its cache, which lives as long as the environment, of one language."""

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self.tags = {"cache"}
        self._fragments: Fragments = {}
        self._numbers = count()

    def parse(self, parser: Parser) -> nodes.Node:
        """Compile the tag to a call of `_fragment` with the block as its caller."""
        line = next(parser.stream).lineno
        values = [] if parser.stream.current.test("block_end") else [parser.parse_expression()]
        while parser.stream.skip_if("comma"):
            values.append(parser.parse_expression())
        body = parser.parse_statements(("name:endcache",), drop_needle=True)
        tag = nodes.Const((parser.name, next(self._numbers)))
        call = self.call_method(
            "_fragment", [nodes.ContextReference(), tag, nodes.Tuple(values, "load")], lineno=line
        )
        return nodes.CallBlock(call, [], [], body, lineno=line)

    def _fragment(
        self, context: Context, tag: object, values: tuple[object, ...], caller: Callable[[], str]
    ) -> str:
        folder = context["page"].url.rpartition("/")[0]
        # Equal values of two types do not render alike: 1 and True, str and Markup.
        key = tag, folder, values, tuple(map(type, values))
        if key not in self._fragments:
            self._fragments[key] = caller()
        return self._fragments[key]
