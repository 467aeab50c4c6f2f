"""House style that a reader would notice: sizes, names, docstrings, silence about errors."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from generator.checks import RULES

ROOT = Path(__file__).parent.parent.parent
MODULES = sorted((ROOT / "generator").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
LONGEST = 250
LONG_FOR_A_REASON = {
    "cli.py": 420,  # one short function for each command
    "content/models/resource.py": 320,  # one record for each part of a listing, all alike
    "content/models/taxonomy.py": 280,  # one short record for each vocabulary
    "content/models/worksheet.py": 320,  # one record for each kind of block, all alike
}
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "manager", "data", "info", "misc", "common"}


@pytest.mark.parametrize("module", MODULES, ids=lambda p: _name(p))
def test_modules_are_small_and_named_for_what_they_do(module: Path) -> None:
    """A module fits a few screens, and its name says what is in it."""
    lines = len(module.read_text("utf-8").splitlines())
    assert lines <= LONG_FOR_A_REASON.get(_name(module), LONGEST)
    assert not {module.stem, module.parent.name} & SAYS_NOTHING


@pytest.mark.parametrize("module", MODULES, ids=lambda p: _name(p))
def test_everything_public_says_what_it_promises(module: Path) -> None:
    """Every module, public class, function and method has a docstring that ends as a sentence."""
    tree = _tree(module)
    if module.stem != "__main__":
        for name, node in _public(tree, "the module"):
            said = ast.get_docstring(node)
            assert said, f"{name} in {_name(module)} has no docstring"
            first = said.split("\n\n")[0]
            assert first.rstrip()[-1] in ".:!?", f"{name} in {_name(module)}: {first}"


@pytest.mark.parametrize("module", MODULES, ids=lambda p: _name(p))
def test_no_error_is_swallowed(module: Path) -> None:
    """Nothing catches every exception, and nothing is asserted away at import."""
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else "everything"
            assert caught not in ("everything", "Exception", "BaseException"), (
                f"{_name(module)}:{node.lineno} catches {caught}"
            )


@pytest.mark.parametrize("module", MODULES, ids=lambda p: _name(p))
def test_nothing_global_changes(module: Path) -> None:
    """No function changes a global name or the folder that the process is in."""
    for node in ast.walk(_tree(module)):
        assert not isinstance(node, ast.Global | ast.Nonlocal), f"{_name(module)}:{node.lineno}"
        if isinstance(node, ast.Call):
            assert ast.unparse(node.func) != "os.chdir", f"{_name(module)}:{node.lineno}"


@pytest.mark.parametrize("module", TESTS, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_test_states_one_truth(module: Path) -> None:
    """A test has a docstring that says what is true if it passes, and is not skipped."""
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            said = ast.get_docstring(node) or ""
            assert said.endswith("."), f"{module.name}:{node.lineno}"
            marks = " ".join(ast.unparse(mark) for mark in node.decorator_list)
            assert "mark.skip" not in marks, f"{module.name}:{node.lineno}"
            assert "xfail" not in marks, f"{module.name}:{node.lineno}"


def test_rules_are_told_apart() -> None:
    """Every rule has an id of its own that names a good state, a promise and a docstring."""
    ids = [name for rule in RULES for name in (rule.id, *rule.also)]
    assert len(ids) == len(set(ids))
    for rule in RULES:
        assert rule.promise.endswith(".")
        assert rule.check.__doc__
    for name in ids:
        assert name == name.lower()
        assert name.count("-") >= 1
        assert not name.startswith(("no-", "bad-", "invalid-", "missing-"))


def test_rules_tell_all_their_ids() -> None:
    """What a check can report is announced by a rule, so that authors find it explained."""
    announced = {name for rule in RULES for name in (rule.id, *rule.also)}
    for module in sorted((ROOT / "generator/checks").glob("*.py")):
        for node in ast.walk(_tree(module)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in (
                "problems.error",
                "problems.warn",
                "faults.append",
            ):
                for part in ast.walk(node):
                    if isinstance(part, ast.Constant) and _is_rule_id(part.value):
                        assert part.value in announced, f"{module.name}: {part.value}"


def _is_rule_id(value: object) -> bool:
    return isinstance(value, str) and value.count("-") >= 1 and value.replace("-", "").isalnum()


def _public(node: ast.AST, name: str) -> Iterator[tuple[str, ast.Module]]:
    yield name, node  # type: ignore[misc]
    for inner in getattr(node, "body", ()):
        if isinstance(inner, ast.FunctionDef | ast.ClassDef) and not inner.name.startswith("_"):
            overrides = any("override" in ast.unparse(mark) for mark in inner.decorator_list)
            if not overrides and not _is_of_a_private_class(node):
                yield from (
                    _public(inner, inner.name)
                    if isinstance(inner, ast.ClassDef)
                    else [
                        (inner.name, inner)  # type: ignore[list-item]
                    ]
                )


def _is_of_a_private_class(node: ast.AST) -> bool:
    return isinstance(node, ast.ClassDef) and node.name.startswith("_")


@cache
def _tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text("utf-8"))


def _name(module: Path) -> str:
    return module.relative_to(ROOT / "generator").as_posix()
