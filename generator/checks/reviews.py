"""Opt-in lint rule: every published text has been reviewed by a named person.

It is off by default, since every new text would break it: `writing-site check` only counts what is
unreviewed, in one line. With `--reviewed` each is an error, for a host that publishes only what a
colleague has read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.content.models.review import Review, Status
from generator.problems import Location, Problems


def check_reviewed(library: Library, problems: Problems) -> None:
    """Report an error for each published technique, worksheet, packet and prompt not reviewed."""
    for kind, entry_id in _unreviewed(library):
        problems.error(
            _place(library, kind, entry_id),
            "text-is-reviewed",
            f'Nobody has reviewed the {kind.replace("-", " ")} "{entry_id}" yet.',
            "Name under 'reviewed_by:' who has read it, or set 'status: draft'.",
        )


def unreviewed(library: Library) -> dict[str, int]:
    """Number of unreviewed published texts by kind; kinds without any are left out."""
    return dict(Counter(kind for kind, _ in _unreviewed(library)))


def _unreviewed(library: Library) -> Iterator[tuple[str, str]]:
    """Kind and id of each unreviewed published text; a prompt inherits its set's review."""
    for kind, entries in (
        ("technique", library.techniques),
        ("worksheet", library.worksheets),
        ("packet", library.packets),
    ):
        for entry_id, entry in entries.items():
            if entry.status is Status.PUBLISHED and not entry.review.reviewed_by:
                yield kind, entry_id
    for prompt in library.prompts.values():
        review: Review = (
            prompt.review or library.prompt_sets[library.set_of_prompt[prompt.id]].review
        )
        if prompt.status is Status.PUBLISHED and not review.reviewed_by:
            yield "prompt", prompt.id


def _place(library: Library, kind: str, entry_id: str) -> Location:
    if kind != "prompt":
        return library.locate(kind, entry_id, "review")
    prompt = library.prompts[entry_id]
    return library.locate_prompt(prompt, "review" if prompt.review else "id")


RULES = (
    Rule("text-is-reviewed", "Everything that is shown was read by somebody else than its writer.",
         check_reviewed,
         example=Example(
             "technique",
             "review:\n  written_by: A. Writer\n  written_on: 2026-05-01\n  due_on: 2027-05-01\n"
             "  reviewed_by: [{name: B. Reader, role: clinical psychologist}]\n"
             "  reviewed_on: 2026-05-10",
             "review:\n  written_by: A. Writer\n  written_on: 2026-05-01\n  due_on: 2027-05-01"),
         on_request="--reviewed"),
)  # fmt: skip
