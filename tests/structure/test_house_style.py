"""House style that a reader would notice: sizes, names, docstrings, silence about errors."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from generator.checks import RULES
from tests.structure.code import MODULES, ROOT, called_in, nodes_of, tree_of
from tests.structure.code import name_of as _name

TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
LONGEST = 250
LONG_FOR_A_REASON = {
    "cli.py": 420,  # one short function for each command
    "content/models/resource.py": 320,  # one record for each part of a listing, all alike
    "content/models/taxonomy.py": 280,  # one short record for each vocabulary
    "content/models/worksheet.py": 320,  # one record for each kind of block, all alike
}
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "manager", "data", "info", "misc", "common"}


def test_modules_are_small_and_named_for_what_they_do() -> None:
    """A module fits a few screens, and its name says what is in it."""
    sizes = {_name(module): len(module.read_text("utf-8").splitlines()) for module in MODULES}
    long = {n: size for n, size in sizes.items() if size > LONG_FOR_A_REASON.get(n, LONGEST)}
    assert long == {}
    assert [_name(m) for m in MODULES if {m.stem, m.parent.name} & SAYS_NOTHING] == []


def test_everything_public_says_what_it_promises() -> None:
    """Every module, public class, function and method has a docstring that ends as a sentence."""
    silent = []
    for module in MODULES:
        if module.stem == "__main__":
            continue
        for name, node in _public(tree_of(module), "the module"):
            first = (ast.get_docstring(node) or "").split("\n\n")[0].rstrip()
            if not first.endswith((".", ":", "!", "?")):
                silent.append(f"{_name(module)}, {name}: {first or 'no docstring'}")
    assert silent == []


MAY_CATCH_ALL = {
    "serve/server.py",  # shows a mistake of ours, and goes on serving
    "parallel.py",  # the process that waits does the same work again, and raises
}


def test_no_error_is_swallowed() -> None:
    """Nothing catches every exception, and nothing is asserted away at import."""
    caught = [
        (_name(module), node.lineno, ast.unparse(node.type) if node.type else "everything")
        for module in MODULES
        for node in nodes_of(module)
        if isinstance(node, ast.ExceptHandler) and _name(module) not in MAY_CATCH_ALL
    ]
    assert [c for c in caught if c[2] in ("everything", "Exception", "BaseException")] == []


def test_nothing_global_changes() -> None:
    """No function changes a global name or the folder that the process is in."""
    changing = [
        f"{_name(module)}:{node.lineno}"
        for module in MODULES
        for node in nodes_of(module)
        if isinstance(node, ast.Global | ast.Nonlocal)
    ]
    changing += [
        f"{_name(module)}:{node.lineno}"
        for module in MODULES
        for called, node in called_in(module)
        if called == "os.chdir"
    ]
    assert changing == []


def test_every_test_states_one_truth() -> None:
    """A test has a docstring that says what is true if it passes, and is not skipped."""
    wrong = []
    for module in TESTS:
        for node in tree_of(module).body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                said = ast.get_docstring(node) or ""
                marks = " ".join(ast.unparse(mark) for mark in node.decorator_list)
                if not said.endswith(".") or "mark.skip" in marks or "xfail" in marks:
                    wrong.append(f"{module.relative_to(ROOT)}:{node.lineno}: {marks or said}")
    assert wrong == []


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
        for called, node in called_in(module):
            if called in ("problems.error", "problems.warn", "faults.append"):
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
