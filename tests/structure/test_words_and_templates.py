"""Words and templates: nothing missing, nothing left over, every template says what it needs."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import Any

from generator.site.words import load_words
from tests.structure.code import nodes_of

ROOT = Path(__file__).parent.parent.parent
GENERATOR = ROOT / "generator"
TEMPLATES = sorted((GENERATOR / "templates").rglob("*.jinja"))
IN_TEMPLATE = re.compile(r"""\b(?:t|words)(?:\.count|\.group)?\(\s*(["'])([\w.-]+)\1(\s*~)?""")
"""A key in a template; a tilde after it makes it the beginning of a longer one."""


def test_every_key_that_is_used_exists() -> None:
    """No page asks for words that no language file has."""
    keys = _keys()
    missing = {
        k for k in _exact() if k not in keys and not any(o.startswith(f"{k}.") for o in keys)
    }
    assert missing == set()


def test_every_computed_key_can_be_found() -> None:
    """Keys that are put together, such as facts.structure_1, have at least one match."""
    keys = _keys()
    for start, end in sorted(_computed()):
        assert any(k.startswith(start) and k.endswith(end) for k in keys), f"{start}…{end}"


def test_every_word_is_used() -> None:
    """Nothing in the language file is left over: a key, its group or a pattern is in use."""
    exact, computed = _exact(), _computed()
    left_over = set()
    for key in _keys() - {"language"}:
        parts = key.split(".")
        named = any(".".join(parts[:n]) in exact for n in range(1, len(parts) + 1))
        made = any(
            key.startswith(start) and (key.endswith(end) or f"{end}." in key)
            for start, end in computed
        )
        if not (named or made):
            left_over.add(key)
    assert left_over == set()


def test_scripts_fill_words_in_one_way() -> None:
    """`formatMessage` puts values into words; `String.replace` reads `$&` in them as a pattern."""
    filled = re.compile(r"""\.replace(?:All)?\(\s*["'`/]\\?\{""")
    scripts = (GENERATOR / "theme").rglob("*.js")
    assert [script.name for script in scripts if filled.search(script.read_text("utf-8"))] == [
        "format-message.js"
    ]


def test_templates_say_what_they_need() -> None:
    """The first line of a template is a comment with its context or its purpose."""
    assert [t.name for t in TEMPLATES if not t.read_text("utf-8").startswith("{#")] == []


def test_templates_hold_no_words() -> None:
    """Every word that a reader sees comes from content or from the language file."""
    words = {}
    for template in TEMPLATES:
        text = template.read_text("utf-8")
        for pattern in (
            r"<code>.*?</code>",
            r"\{#.*?#\}",
            r"\{%.*?%\}",
            r"\{\{.*?\}\}",
            r"<[^>]*>",
            r"\{[ :#.][^}]*\}",
        ):
            text = re.sub(pattern, " ", text, flags=re.DOTALL)
        words[template.name] = re.findall(r"[A-Za-z]{3,}", text)
    assert {name: found for name, found in words.items() if found} == {}


def test_no_filter_switches_escaping_off() -> None:
    """No template marks a value as safe by itself; only the renderer's filters can."""
    off = re.compile(r"\|\s*safe\b|autoescape\s+false")
    assert [t.name for t in TEMPLATES if off.search(t.read_text("utf-8"))] == []


@cache
def _keys() -> set[str]:
    def below(value: dict[str, Any], above: str) -> set[str]:
        found = set()
        for name, inner in value.items():
            key = f"{above}{name}"
            plural = isinstance(inner, dict) and "other" in inner and set(inner) <= _FORMS
            found |= below(inner, f"{key}.") if isinstance(inner, dict) and not plural else {key}
        return found

    return below(load_words("en")._words, "")


def _exact() -> set[str]:
    found = {
        match[2]
        for template in TEMPLATES
        for match in IN_TEMPLATE.finditer(template.read_text("utf-8"))
        if not match[3]
    }
    for node in _strings():
        key = str(node.value) if isinstance(node, ast.Constant) else ""
        is_file = key.endswith((".html", ".md", ".yaml", "_"))  # or the start of a longer key
        if _KEY.fullmatch(key) and key.split(".")[0] in _groups() and not is_file:
            found.add(key)
    return found


def _computed() -> set[tuple[str, str]]:
    """Beginning and end of every key that is put together, in templates and in code."""
    found = {
        (match[2], "")
        for template in TEMPLATES
        for match in IN_TEMPLATE.finditer(template.read_text("utf-8"))
        if match[3]
    }
    for node in _strings():
        if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            start = str(node.values[0].value)
            last = node.values[-1]
            end = str(last.value) if isinstance(last, ast.Constant) and len(node.values) > 1 else ""
            if re.fullmatch(r"[a-z-]+\.[\w.-]*", start) and start.split(".")[0] in _groups():
                found.add((start, end))
    return found


@cache
def _strings() -> list[ast.AST]:
    return [
        node
        for module in sorted(GENERATOR.rglob("*.py"))
        if module.relative_to(GENERATOR).parts[0] not in _BEFORE_WORDS
        for node in nodes_of(module)
        if isinstance(node, ast.Constant | ast.JoinedStr)
    ]


@cache
def _groups() -> set[str]:
    return {key.split(".")[0] for key in _keys()}


_KEY = re.compile(r"[a-z-]+(\.[\w-]+)+")
_BEFORE_WORDS = {"authoring", "checks", "content", "reports"}
"""Rooms that do not know the words of the program: what looks like a key there is none."""
_FORMS = {"zero", "one", "two", "few", "many", "other"}
