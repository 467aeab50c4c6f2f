"""The code of the program, parsed once for all who ask how it is made."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "generator").rglob("*.py"))


def name_of(module: Path) -> str:
    """The path of a module inside the program."""
    return module.relative_to(ROOT / "generator").as_posix()


@cache
def tree_of(module: Path) -> ast.Module:
    """A module of the program, or of the tests."""
    return ast.parse(module.read_text("utf-8"))


@cache
def nodes_of(module: Path) -> tuple[ast.AST, ...]:
    """Everything in it."""
    return tuple(ast.walk(tree_of(module)))


@cache
def called_in(module: Path) -> tuple[tuple[str, ast.Call], ...]:
    """Every call in it, with what is called as it is written."""
    return tuple((ast.unparse(n.func), n) for n in nodes_of(module) if isinstance(n, ast.Call))
