"""Lint rules for prompts: short and literal task line, length of text by effort, no duplicates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from generator.checks.balance import ENOUGH_TO_WEIGH
from generator.checks.phrases import phrase_matches, phrases, report_violation, same_advice
from generator.checks.rule import Example, Rule
from generator.checks.unpublished import is_cut
from generator.content.library import Library
from generator.content.models.prompt import Prompt
from generator.content.models.review import Status
from generator.content.passages import Passage, PassageGroup, Voice
from generator.problems import Problems, Severity
from generator.text.readability import ease, syllables, words, written_grade

LONGEST_TASK = 20
"""Maximum number of words in a task."""
FEWEST_WORDS = 4
"""Tasks with fewer words are not compared: they are alike by chance, or still placeholders."""
HARDEST_TASK = 5
"""Highest Flesch-Kincaid grade of the tasks of a set, scored together: one line is too short to
score (a score means nothing below 40 words)."""
LONGEST_WORD = 4
"""Syllables from which on a word of a task is too long for a tired reader."""
TWO_MINUTES = timedelta(minutes=2)
MOST_WORDS = {"two minutes": 45, "light": 60, "any": 90}
"""Maximum number of words in a prompt's text, by the category that `_length_category` gives."""
HEAVY_MOODS = frozenset({"numb", "tired", "overwhelmed"})

FIGURES = phrases(same_advice(
    "Say in plain words what to write.",
    "as if", "as though", "imagine", "pretend", "like a|an|the", "let your|the|it|them speak",
    "give your|the|it a voice", "from inside", "weather report", "map of your", "walk through",
    "sit with", "hold space", "lean into", "shine a light", "put down the|your",
    "close the door", "open the door", "in the driver's seat", "carry|carries with you",
    "weighs on you", "take stock", "get in touch with", "tune in", "check in with", "zoom out|in",
    "step back", "step into", "make room for", "unpack",
))  # fmt: skip
"""Figures of speech, which in a task obscure what to write."""

OPENERS = frozenset((
    "add", "answer", "ask", "begin", "bring", "call", "change", "check", "choose", "circle",
    "come", "complete", "copy", "count", "cover", "cut", "decide", "describe", "divide", "do",
    "draw", "end", "explain", "fill", "find", "finish", "fold", "give", "go", "greet", "guess",
    "invent", "keep", "leave", "let", "list", "listen", "look", "make", "mark", "move", "name",
    "note", "number", "open", "pick", "place", "plan", "put", "read", "recall", "remember",
    "reply", "say", "sort", "speak", "start", "stop", "take", "talk", "tell", "tick", "thank",
    "think", "touch", "try", "turn", "underline", "use", "wait", "write",
))  # fmt: skip
"""Imperative verbs in lower case with which a text may begin."""
_LEADS_IN = re.compile(
    r"(?:if|when|for|on|in|at|with|before|after|first|then|now|today|tonight|one|two|three|by)\b"
    r"[^.!?:]*?[,:]\s+(\w+)", re.IGNORECASE,
)  # fmt: skip
"""Introductory clause before the first verb: 'If you like, write ...'."""
MOST_SCENES = 0.25
"""Largest fraction (0 to 1) of prompts whose text does not open with an imperative."""


def check_tasks(library: Library, problems: Problems) -> None:
    """Report an error for each task that is too long or has a long word or a figure of speech."""
    for passage, count, long in library.found(_long_tasks):
        if passage.prompt not in library.prompts:
            continue
        if count > LONGEST_TASK:
            _object(passage, problems, "task-is-plain", "",
                    f"This task has {count} words; the most is {LONGEST_TASK}.",
                    "Say only what to write and how much.")  # fmt: skip
        if long:
            _object(passage, problems, "task-is-plain", long,
                    f'"{long}" in the task of "{passage.prompt}" is a long word.',
                    "Use a shorter one.")  # fmt: skip
    for passage, written, hint in phrase_matches(library, FIGURES, (Voice.READER,)):
        if passage.keys[-1] == "task":
            _object(passage, problems, "task-is-plain", written,
                    f'"{written}" is a figure of speech, and a first line says what to write.',
                    hint)  # fmt: skip


def check_grades(library: Library, problems: Problems) -> None:
    """Report an error, at the hardest task, for each set whose tasks exceed `HARDEST_TASK`.

    Where an overlay changes a set or hides a part of it, what is left is not as its writer left it:
    then only a task that the overlay wrote can be at fault.
    """
    of_set: dict[str, list[Passage]] = {}
    for prompt, passage in _tasks(library):
        of_set.setdefault(library.set_of_prompt[prompt.id], []).append(passage)
    cut = {library.set_of_prompt.get(i) for kind, i in library.hidden_by if kind == "prompt"}
    for set_id, passages in of_set.items():
        grade = ease("\n\n".join(p.plain for p in passages)).flesch_kincaid
        entry = library.entries["prompt-set", set_id]
        if entry.is_patched or set_id in cut:
            passages = [p for p in passages if entry.is_written_above(p.keys)]
        if grade > HARDEST_TASK and passages:
            hardest = max(passages, key=lambda p: ease(p.plain).flesch_kincaid)
            _object(hardest, problems, "tasks-are-easy", "",
                    f"The tasks of this set have a Flesch-Kincaid grade of {written_grade(grade)}; "
                    f"the most is {HARDEST_TASK}, and this one is the hardest.",
                    "Use shorter words, and two sentences in place of a long one.")  # fmt: skip


def check_texts_differ(library: Library, problems: Problems) -> None:
    """Report an error for each task that another prompt has too, or that the prompt's own text
    repeats; compared by their words without case, punctuation and numbers. Of two, the clinic's is
    reported."""
    first: dict[str, str] = {}
    for prompt, passage in sorted(_tasks(library), key=lambda task: _is_of_clinic(library, *task)):
        task = " ".join(passage.in_order)
        if len(passage.in_order) < FEWEST_WORDS:
            continue
        other = first.setdefault(task, prompt.id)
        if other != prompt.id:
            _object(passage, problems, "tasks-differ", "",
                    f'The prompt "{other}" has the same task.',
                    "Say what only this one asks.")  # fmt: skip
        if task in " ".join(words(prompt.text)):
            _object(passage, problems, "tasks-differ", "",
                    f'The text of "{prompt.id}" says its task again.',
                    "Leave it out of the text.")  # fmt: skip


def check_lengths(library: Library, problems: Problems) -> None:
    """Report an error for each prompt whose text exceeds `MOST_WORDS` of its category."""
    for prompt in _not_archived(library):
        count = len(words(prompt.text))
        category = _length_category(prompt)
        if count > MOST_WORDS[category]:
            whom = {
                "two minutes": "a prompt of two minutes",
                "light": "a light prompt for numb, tired or overwhelmed readers",
                "any": "a prompt",
            }[category]
            problems.error(
                library.locate_prompt(prompt, "text"),
                "prompt-is-short",
                f"The text has {count} words; {whom} has {MOST_WORDS[category]} at most.",
                "Cut what the task already says, and all but one example.",
            )


def check_openings(library: Library, problems: Problems) -> None:
    """Warn if more than `MOST_SCENES` of the texts do not open with an imperative; skipped where an
    overlay leaves entries out."""
    prompts = _not_archived(library)
    if is_cut(library) or len(prompts) < ENOUGH_TO_WEIGH:
        return
    scenes = [p for p in prompts if opens_with_scene(p.text)]
    if len(scenes) > MOST_SCENES * len(prompts):
        problems.warn(
            library.locate_prompt(scenes[0], "text"),
            "text-opens-with-what-to-do",
            f"{len(scenes)} of {len(prompts)} prompts open with a scene or a figure, such as this "
            f"one; at most {int(MOST_SCENES * len(prompts))} may.",
            "Begin with a verb, such as 'Write' or 'Choose', and let the scene follow.",
        )


def opens_with_scene(text: str) -> bool:
    """Whether a text opens with no verb of `OPENERS`, not even after an introductory clause."""
    start = text.lstrip("\"'“‘… ")
    if (first := re.match(r"\w+", start)) and first[0].lower() in OPENERS:
        return False
    led = _LEADS_IN.match(start)
    return not (led and led[1].lower() in OPENERS)


def _tasks(library: Library) -> Iterator[tuple[Prompt, Passage]]:
    for passage in library.found(_tasks_in):
        if passage.prompt in library.prompts:
            yield library.prompts[passage.prompt], passage


def _is_of_clinic(library: Library, prompt: Prompt, task: Passage) -> bool:
    entry = library.entries["prompt-set", library.set_of_prompt[prompt.id]]
    return library.is_of_clinic(entry.written_in(task.keys))


def _tasks_in(group: PassageGroup) -> Iterator[Passage]:
    return (p for p in group.passages if p.prompt and p.keys[-1] == "task")


def _long_tasks(group: PassageGroup) -> Iterator[tuple[Passage, int, str]]:
    """Tasks that are too long or have a long word: passage, word count, first long word or ''."""
    for passage in _tasks_in(group):
        count = len(passage.in_order)
        long = next((w for w in passage.in_order if syllables(w) >= LONGEST_WORD), "")
        if count > LONGEST_TASK or long:
            yield passage, count, long


def _not_archived(library: Library) -> tuple[Prompt, ...]:
    return tuple(p for p in library.prompts.values() if p.status is not Status.ARCHIVED)


def _length_category(prompt: Prompt) -> str:
    """Key of `MOST_WORDS`: the less effort a prompt's readers can make, the shorter its text."""
    if prompt.time <= TWO_MINUTES:
        return "two minutes"
    return "light" if prompt.intensity == 1 and HEAVY_MOODS & set(prompt.moods) else "any"


def _object(
    passage: Passage, problems: Problems, rule: str, snippet: str, message: str, hint: str
) -> None:
    report_violation(passage, problems, rule, (snippet, message, hint), Severity.ERROR)


RULES = (
    Rule("task-is-plain", "A prompt's first line has at most 20 words, none of them long, no "
         "figure of speech, and asks for five years of school.", check_tasks,
         example=Example(
             "prompt",
             "task: Write down three things that you can hear.",
             "task: Let your ears take a walk through the room and write as if it were new.")),
    Rule("tasks-are-easy", "The first lines of a set ask for five years of school at most.",
         check_grades,
         example=Example(
             "prompt",
             "task: Write down three things that you can hear.",
             "task: Document several contradictory considerations regarding tomorrow's "
             "appointment.")),
    Rule("tasks-differ", "No two prompts have the same first line, and no text says it again.",
         check_texts_differ,
         example=Example(
             "prompt",
             "task: Write down three things that you can hear.",
             "task: Note five sounds, from near to far.\n"
             "text: Note five sounds, from near to far. The nearest may be your own sleeve.")),
    Rule("prompt-is-short", "The text of a prompt has at most 90 words; 60 if it is light and for "
         "numb, tired or overwhelmed readers; 45 if it takes two minutes.", check_lengths,
         example=Example(
             "prompt",
             "time: PT2M\n"
             "text: Note five sounds, from near to far.",
             "time: PT2M\n"
             f"text: {'Note five sounds, from near to far. ' * 7}")),
    Rule("text-opens-with-what-to-do", "At most one in four texts opens with a scene or a figure.",
         check_openings,
         example=Example(
             "library",
             "Three texts begin with 'Write', one with 'The kettle is still warm'.",
             "Two texts begin with 'Write', two with 'The kettle is still warm'.")),
)  # fmt: skip
