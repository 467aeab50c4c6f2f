"""Syntax trees (ast) of the program's modules, parsed once for all structure tests."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "generator").rglob("*.py"))


def name_of(module: Path) -> str:
    """POSIX path of a module relative to generator/."""
    return module.relative_to(ROOT / "generator").as_posix()


@cache
def tree_of(module: Path) -> ast.Module:
    """The syntax tree of a module; memoized."""
    return ast.parse(module.read_text("utf-8"))


@cache
def nodes_of(module: Path) -> tuple[ast.AST, ...]:
    """All nodes of its syntax tree; memoized."""
    return tuple(ast.walk(tree_of(module)))


@cache
def called_in(module: Path) -> tuple[tuple[str, ast.Call], ...]:
    """(source of the function expression, node) of every call in a module; memoized."""
    return tuple((ast.unparse(n.func), n) for n in nodes_of(module) if isinstance(n, ast.Call))
