"""Markup that readers would see as it was typed is told where it stands."""

from __future__ import annotations

from collections.abc import Callable

import markdown
import pytest

from generator.problems import Problem

ProblemsOf = Callable[..., tuple[Problem, ...]]


def told(found: tuple[Problem, ...]) -> list[tuple[int, int, str]]:
    """Place of each such warning, and what it is about."""
    return [
        (p.location.line, p.location.column, p.message.split('"')[1])
        for p in found
        if p.rule == "markdown-is-read"
    ]


@pytest.mark.parametrize(
    ("text", "column", "snippet"),
    [
        ("Come at ten[^1].", 12, "[^1]"),
        ("- [ ] Bring a pen", 1, "- [ ]"),
        ("1. [x] Bring a pen", 1, "1. [x]"),
        ("Come at ~~nine~~ ten.", 9, "~~nine~~"),
        ("Bring ==warm== clothes.", 7, "==warm=="),
        ("!!! note", 1, "!!! note"),
        ('??? tip "More"', 1, "??? tip "),
        ("*[QR]: a square to scan", 1, "*[QR]:"),
        ("Call {{ clinic.phone }} first.", 6, "{{ clinic.phone }}"),
        ("{% include 'x' %}", 1, "{% include 'x' %}"),
        ("We smile :smile: here.", 10, ":smile:"),
        ("<div>Come **in** now.</div>", 11, "**in**"),
        ("<div>See [us](us.md).</div>", 10, "[us](us.md)"),
        ("<div>\n## Who comes\n</div>", 1, "## W"),
    ],
)
def test_markup_of_elsewhere_is_told(
    problems_of: ProblemsOf, text: str, column: int, snippet: str
) -> None:
    """Each is told at its line; Markdown does leave it as it is."""
    found = told(problems_of({"pages/visit/us.md": f"# Us\n\n{text}\n"}))
    line = 4 if "\n" in text else 3
    assert found == [(line, column, snippet)]
    shown = markdown.markdown(text, extensions=["attr_list", "def_list", "tables", "toc"])
    assert snippet.split(maxsplit=1)[-1].split("(")[0].replace("'", "") in shown.replace("'", "")


def test_markup_that_is_read_is_not_told(problems_of: ProblemsOf) -> None:
    """Code, times, sums, addresses and what Markdown knows."""
    page = """# Us

**Come** at 10:15:30 or *later*, 2 == 2 and a == b == c, about ~30 ~ 40, ~~ as it is.

- [the crisis page](../crisis.md)
- [x](../about.md)

`[^1]` and `{{ x }}` and `:smile:`

    - [ ] code

```
!!! note
```

!!! and ???

<p>See <a href="../about.html">us</a> * and ** and [1] (2).</p>
"""
    assert told(problems_of({"pages/visit/us.md": page})) == []


def test_definitions_of_links_are_no_text(problems_of: ProblemsOf) -> None:
    """An address that a link is given by its name stands behind the words of that link."""
    page = '# Us\n\nSee [our house][house].\n\n[house]: https://example.org/house "Our house"\n'
    found = problems_of({"pages/visit/us.md": page})
    assert [p.rule for p in found if p.severity == "error"] == []
    bare = problems_of({"pages/visit/us.md": "# Us\n\nSee https://example.org/house.\n"})
    assert "address-is-behind-words" in {p.rule for p in bare}
