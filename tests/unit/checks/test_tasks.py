"""First lines are plain, texts are short, and reasons follow from what a prompt involves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.checks.tasks import check_openings, opens_with_scene
from generator.content.edition_id import Edition
from generator.places import Places
from generator.problems import Problem, Problems
from generator.reading import read
from generator.text.readability import written_grade

SET = "prompts/first-lists.yaml"
CONTENT = Path(__file__).parents[2] / "content"
TASK = "    task: Write down five sounds that you can hear.\n"
TEXT = "    text: Note five sounds from near to far.\n"


@pytest.fixture
def rules(problems_of: Callable[..., tuple[Problem, ...]]) -> Callable[..., list[tuple[int, str]]]:
    """The rules broken by the small set with one piece of it put otherwise, with their lines."""

    def broken(old: str, new: str) -> list[tuple[int, str]]:
        text = (CONTENT / SET).read_text("utf-8")
        assert old in text
        return [(p.location.line, p.rule) for p in problems_of({SET: text.replace(old, new, 1)})]

    return broken


@pytest.mark.parametrize(
    "task",
    [
        "Write " + "and write " * 10 + "more.",
        "Write down your considerations.",
        "Write as if you were the rain.",
    ],
)
def test_task_is_plain(rules: Callable[..., list[tuple[int, str]]], task: str) -> None:
    """Too many words, a long word or a figure of speech is told at the task."""
    assert rules(TASK, f"    task: {task}\n") == [(11, "task-is-plain")]


def test_tasks_of_a_set_are_easy(rules: Callable[..., list[tuple[int, str]]]) -> None:
    """Long sentences of hard words are told once for the set, at the hardest line."""
    hard = "    task: Document several unlike appointments, duties, problems and habits today.\n"
    assert rules(TASK, hard) == [(11, "tasks-are-easy")]


HARD = "Document several unlike appointments, duties, problems and habits today."
SEA = "See the sea. " * 12


def test_tasks_that_a_clinic_leaves_are_not_asked_to_be_easy(
    problems_of: Callable[..., tuple[Problem, ...]],
) -> None:
    """A set is easy as it was written: neither a hidden task nor a changed one makes the library's
    others hard; one that the clinic wrote can be at fault, and is told in its file."""
    text = (CONTENT / SET).read_text("utf-8")
    clinic = (CONTENT / "clinics/default/clinic.yaml").read_text("utf-8")
    weighs = text[text.index("  - id: what-weighs") :]
    easy = weighs.replace("what-weighs", "more").replace("down what", "down. " + SEA + "Say what")
    library = {SET: text.replace(TASK, f"    task: {HARD}\n") + easy}

    def graded(files: dict[str, str]) -> list[str]:
        found = problems_of(library | files)
        return [p.location.path for p in found if p.rule == "tasks-are-easy"]

    assert graded({}) == []
    hide = {"clinics/default/clinic.yaml": f"{clinic}hide: [prompt:more]\n"}
    assert graded(hide) == []
    own = "clinics/default/prompts/first-lists.yaml"
    assert graded({own: "prompts: [{id: more, status: archived}]\n"}) == []
    assert graded({own: f"prompts: [{{id: more, task: {HARD.replace(',', '')}}}]\n"}) == [
        f"content/{own}"
    ]


def test_grade_above_the_limit_never_reads_as_the_limit() -> None:
    """A grade is rounded up to a tenth."""
    assert [written_grade(score) for score in (5.001, 5.04, 5.1, 7.26)] == [
        "5.1", "5.1", "5.1", "7.3",
    ]  # fmt: skip


def test_tasks_differ(rules: Callable[..., list[tuple[int, str]]]) -> None:
    """The same first line twice, or said again in the text, is told."""
    other = "    task: Write down what is hard for you now.\n"
    assert rules(TASK, other) == [(24, "tasks-differ")]
    said = "    text: Write down five sounds that you can hear. Then stop.\n"
    assert rules(TEXT, said) == [(11, "tasks-differ")]


def test_prompt_is_short(rules: Callable[..., list[tuple[int, str]]]) -> None:
    """Two minutes bear 45 words: 44 of them pass, 46 are told."""
    fits, over = ("Note it. " * 22).strip(), ("Note it. " * 23).strip()
    assert rules(TEXT, f"    text: {fits}\n") == []
    assert rules(TEXT, f"    text: {over}\n") == [(12, "prompt-is-short")]


def test_reasons_follow_what_it_involves(rules: Callable[..., list[tuple[int, str]]]) -> None:
    """A prompt about the body gives the reason that the vocabulary asks for; loss from 2 on."""
    level = "    intensity: 1\n"
    assert rules(level, f"{level}    involves: [body]\n") == [
        (19, "reasons-follow-what-it-involves")
    ]
    assert rules(level, f"{level}    involves: [loss]\n") == []
    given = f"{level}    involves: [body]\n    choose_another_if: [not-safe]\n"
    assert rules(level, given) == []


@pytest.mark.parametrize(
    ("text", "scene"),
    [
        ("Write three lines.", False),
        ("If you like, draw it first.", False),
        ("In two minutes, list what is here.", False),
        ("The kettle is still warm. Write about it.", True),
        ("Nobody else is awake.", True),
    ],
)
def test_openings_are_told_apart(text: str, scene: bool) -> None:
    """A text opens with what to do if its first sentence leads to a verb of doing."""
    assert opens_with_scene(text) == scene


def test_one_scene_in_four(today: date) -> None:
    """One in four may open with a scene; with more, the first is told."""
    library = read(Places(CONTENT.parents[1], Edition()), today)[0]
    found = Problems()
    check_openings(library, found)
    assert not found.sorted
    half = list(library.prompts.items())[: len(library.prompts) // 2]
    scenes = {i: p.model_copy(update={"text": "The kettle is warm."}) for i, p in half}
    check_openings(replace(library, prompts={**library.prompts, **scenes}), found)
    assert [p.rule for p in found.sorted] == ["text-opens-with-what-to-do"]
