"""Lines that YAML reads into the value above them: refused where they stand, and prose is not."""

from __future__ import annotations

import time

import pytest

from generator.content.reading.source import parse_source
from generator.problems import Problem, Problems


def found_in(text: str) -> list[Problem]:
    problems = Problems()
    parse_source(text.encode(), shown_as="f.yaml", problems=problems)
    return list(problems.sorted)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("steps:\n  - Sit down.\n   - Write.\n", 3, 4),
        ("steps:\n  - Sit\n    down.\n    - Write.\n", 4, 5),
        ("moods:\n  - sad\n    tired\n", 3, 5),
        ("moods: [sad\n  tired]\n", 2, 3),
        ("text: >-\n  Write.\n  starter: I saw\n", 3, 3),
        ("text: |\n  Write.\n\n  follow_ups:\n    - And then?", 4, 3),
        ("words: >-\n  Mondays.\n  except: [2026-12-24]\n", 3, 3),
        ("text: Write.\nstarter: >-\n  I saw\n  pairs_with: five-sounds", 4, 3),
        (
            "prompts:\n  - id: one\n    text: >-\n      Write.\n      - id: two\n"
            "        text: It.\n",
            5,
            7,
        ),
        ("blocks:\n  - text: >-\n      Write.\n      two_minute_version: Write.\nblock: a\n", 4, 7),
    ],
)
def test_a_line_that_is_not_lined_up_is_found(text: str, line: int, column: int) -> None:
    """At its own line and column, with what to do."""
    (problem,) = found_in(text)
    assert (problem.location.line, problem.location.column) == (line, column)
    assert problem.rule == "line-is-lined-up"
    assert problem.hint.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "text: >-\n  Write. And\n  note: it may be short.\n",
        "text: >-\n  Write.\n  Starter: a word.\n",
        "text: |\n  Write:\n  - a list\n  - of text: all of it\n",
        "text: >-\n  What I need is\n  rest: and then sleep.\n",
        "title: One\ntext: >-\n  It has a\n  title: the name.\n",
        "steps:\n  - Sit down -\n    and write.\n  - Rest\n    well.\n",
        'steps:\n  - "Sit down\n    - and write."\n',
        "steps:\n  - Sit down\n    slowly and rest\n",
        "steps: [sit, down,\n  slowly]\n",
    ],
)
def test_prose_is_left_alone(text: str) -> None:
    """Words with a colon that are no field there, dashes of the text, and items of two lines."""
    assert found_in(text) == []


def test_many_lines_take_little_time() -> None:
    """The work grows with the length of the text, and no line crashes."""
    texts = (
        "text: >-\n" + "  starter: a\n" * 60_000,
        "steps:\n  - one\n" + "   - two\n" * 90_000,
        "steps:\n" + "  - one two\n" * 9_000,
    )
    start = time.process_time()
    for text in texts:
        found_in(text)
    assert time.process_time() - start < 20
