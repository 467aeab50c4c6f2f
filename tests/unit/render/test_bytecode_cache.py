"""Templates are compiled once, and nobody is kept from rendering where that cannot be kept."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

from generator.render.bytecode_cache import BytecodeOnDisk


def rendered(templates: Path, *, compiler: str = "", **options: Any) -> str:
    """What the one template says, in an environment that knows nothing of an earlier one."""
    loader, compiled = FileSystemLoader(templates), BytecodeOnDisk(templates, compiler)
    return Environment(loader=loader, bytecode_cache=compiled, **options).get_template("a").render()


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one template, which Python may write bytecode into."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "a").write_text("one {{ 1 + 1 }}", "utf-8")
    return tmp_path


def test_the_second_time_nothing_is_compiled(
    templates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bytecode is read, and says the same."""
    assert rendered(templates) == "one 2"

    def compile_nothing(*ignored: object, **also: object) -> str:
        raise AssertionError("compiled again")

    monkeypatch.setattr(Environment, "compile", compile_nothing)
    assert rendered(templates) == "one 2"


def test_a_changed_template_is_compiled_anew(templates: Path) -> None:
    """Whatever its times are."""
    rendered(templates)
    (templates / "a").write_text("two {{ 1 + 1 }}", "utf-8")
    assert rendered(templates) == "two 2"


def test_another_compiler_compiles_anew(templates: Path) -> None:
    """After an upgrade that changes options or extensions, what an older program left is passed."""
    (templates / "a").write_text("{% if 1 %}\none{% endif %}", "utf-8")
    assert rendered(templates, compiler="old") == "\none"
    assert rendered(templates, compiler="new", trim_blocks=True) == "one"


@pytest.mark.parametrize("content", [b"", b"j2", b"\x00" * 300])
def test_broken_bytecode_is_passed_over(templates: Path, content: bytes) -> None:
    """Half a file, or another program's."""
    rendered(templates)
    (kept,) = (templates / "__pycache__").iterdir()
    kept.write_bytes(content)
    assert rendered(templates) == "one 2"


def test_no_folder_to_write_to(templates: Path) -> None:
    """An installation of the system, which its user may not change."""
    (templates / "__pycache__").write_text("a file where the folder would be", "utf-8")
    assert rendered(templates) == "one 2"


def test_nothing_is_kept_where_python_keeps_nothing(
    templates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PYTHONDONTWRITEBYTECODE holds for templates too."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    rendered(templates)
    assert not (templates / "__pycache__").exists()
