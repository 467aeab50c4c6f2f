"""The promise to clinicians: every mistake of a file at once, at its place, in plain words."""

from __future__ import annotations

from collections.abc import Callable

from generator.problems import Problem
from generator.report import report

TEN_MISTAKES = """\
# A set that a clinician wrote in a hurry.
title: For the evening
technique: lits
sumary: A few prompts for the last hour of the day.
search_terms: evening
status: Draft
review:
  written_by: North Clinic
  written_on: 31.12.2025
  due_on: 2027-01-10
prompts:
  - id: Three Good Things
    title: Three good things
    task: Write down three good things of today.
    text: >-
      Write down three things that were good today,
      and beside each why it happened.
    purpose: It aims at noticing what is there.
    benefits: [relief, rest, relief]
    moods:
      - sad
      - anxius
    phases: [settling]
    settings: [alone]
    intensity: two
    time: 5 minutes
    basis: practice-based
    basis: practice-based
"""

TEN_SENTENCES = """\
content/prompts/evening.yaml:3:12: error: The technique "lits" does not exist. \
Did you mean "lists"? [entry-exists]
content/prompts/evening.yaml:4:1: error: There is no field "sumary" here. \
Did you mean "summary"? [key-is-known]
content/prompts/evening.yaml:5:15: error: "search_terms" takes a list, and "evening" is not one. \
Write [evening], or each item on a line of its own after '- '. [value-has-type]
content/prompts/evening.yaml:6:9: error: "status" cannot be "Draft". \
Did you mean "draft"? [choice-is-known]
content/prompts/evening.yaml:9:15: error: "31.12.2025" in "written_on" is not a date of the \
calendar. Write it as year-month-day: 2026-01-31. [date-is-valid]
content/prompts/evening.yaml:12:9: error: "Three Good Things" in "id" is not an id: lower-case \
letters, digits and single hyphens only. Write three-good-things. [id-is-slug]
content/prompts/evening.yaml:22:9: error: The mood "anxius" does not exist. \
Did you mean "anxious"? [term-exists]
content/prompts/evening.yaml:25:16: error: "intensity" takes a whole number, and "two" is not one. \
1 light, 2 medium, 3 deep. Level 4 is for clinicians and never a prompt. [value-has-type]
content/prompts/evening.yaml:26:11: error: "5 minutes" in "time" is not written as a length of \
time. Write PT5M. [duration-is-valid]
content/prompts/evening.yaml:28:5: error: "basis" is given twice; the first time on line 27. \
Keep one of the two. [key-is-unique]"""


def test_ten_mistakes_are_ten_sentences(problems_of: Callable[..., tuple[Problem, ...]]) -> None:
    """Ten mistakes in one file are ten problems, each where it was made and saying how to mend."""
    one_repeat_less = TEN_MISTAKES.replace("[relief, rest, relief]", "[relief, rest]")
    found = problems_of({"prompts/evening.yaml": one_repeat_less})
    assert report(found) == TEN_SENTENCES


LISTING = """\
name: Evening line
summary: Somebody who listens, from six to midnight.
url: http://evening.example.org/
contacts:
  - kind: telephone
    display: 800-555-0123
    dial: 800 555 0123
    hours: {words: Every evening, opens: 6pm, zone: US/Easten}
    languages: [english]
  - kind: text
    display: Text HELLO to 741741
    dial: "741741"
    keyword: hello
    hours: {words: Every evening}
    languages: [en]
languages:
  - en
  -
cost: free
modality: [phone]
area: {scope: country, countries: [USA]}
audience: [person]
verification:
  status: offical
  on: 2026-05-01
  method: web
  by: The editors
"""

LISTING_SENTENCES = [
    (3, 6, '"http://evening.example.org/" in "url" has to begin with https://.'),
    (5, 11, '"kind" cannot be "telephone".'),
    (7, 11, '"800 555 0123" in "dial" is not digits only, as they are dialled.'),
    (8, 42, '"6pm" in "opens" is not a time of day such as 09:30 or 19:00.'),
    (8, 53, '"US/Easten" in "zone" is not a time zone such as America/Los_Angeles.'),
    (9, 17, '"english" in "languages" is not a language code such as en, es or zh-Hant.'),
    (13, 14, '"hello" in "keyword" is not one word in capital letters.'),
    (18, 4, "This item of the list is empty."),
    (19, 7, '"cost" takes a group of fields, and "free" is not one.'),
    (21, 36, '"USA" in "countries" is not a country code such as US; write US.'),
    (24, 11, '"status" cannot be "offical".'),
]


def test_flow_and_block_style_are_located_alike(
    problems_of: Callable[..., tuple[Problem, ...]],
) -> None:
    """Values in braces, in brackets, in lists and below each other are pointed at exactly."""
    found = problems_of({"resources/crisis-line/evening-line.yaml": LISTING})
    assert [(p.location.line, p.location.column, p.message) for p in found] == LISTING_SENTENCES


def test_bad_characters_hide_nothing_else(
    problems_of: Callable[..., tuple[Problem, ...]],
) -> None:
    """A tab, an old encoding and an invisible character are told along with everything else."""
    text = TEN_MISTAKES.replace("[relief, rest, relief]", "[relief, rest]")
    odd = text.replace("For the", "For\tthe").replace("last hour", "last\u0007 hour").encode()
    found = problems_of({"prompts/evening.yaml": odd.replace(b"noticing", b"notic\xefng")})
    rules = [p.rule for p in found]
    assert len(rules) == 13
    assert {"spaces-not-tabs", "text-is-visible", "file-is-utf-8"} <= set(rules)


def test_broken_file_is_told_once(problems_of: Callable[..., tuple[Problem, ...]]) -> None:
    """What names an entry whose file cannot be read is not called wrong as well."""
    for path in (
        "taxonomy/moods.yaml",
        "techniques/lists.yaml",
        "prompts/first-lists.yaml",
        "studies/scullin-2018.yaml",
        "worksheets/three-lines.yaml",
        "resources/crisis-line/night-line.yaml",
        "clinics/default/clinic.yaml",
    ):
        found = problems_of({path: 'title: "Never closed'})
        assert [(p.location.path, p.rule) for p in found] == [
            (f"content/{path}", "yaml-is-well-formed")
        ]


def test_missing_vocabulary_is_told_once(problems_of: Callable[..., tuple[Problem, ...]]) -> None:
    """A vocabulary that is not there is one problem, not one for each of its terms."""
    found = problems_of({"taxonomy/moods.yaml": None})
    assert [p.rule for p in found] == ["taxonomy-is-present"]
