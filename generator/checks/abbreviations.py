"""Lint rule: abbreviations and acronyms are expanded at first use, except well-known ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.phrases import found, report_violation
from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.content.passages import Passage, PassageGroup, Voice
from generator.problems import Problems, Severity

KNOWN = frozenset({
    "OK", "TV", "US", "UK", "EU", "PDF", "AM", "PM", "A4", "A5", "USB", "HTML", "ISBN", "SMS",
    "CD", "DVD", "PC", "ID", "DNA", "XS", "S", "M", "L", "XL", "ZIP", "URL", "QR", "DIY", "PE",
    "MIT", "HOME", "SHOUT", "STOP", "START", "HELLO", "PT5M", "PT1H", "P7D", "NHS", "VA", "LGBTQ",
    "LA", "TTY", "JSON", "YAML", "CSV", "XML", "API", "RSS", "HTTP", "HTTPS", "UTF",
})  # fmt: skip
"""Allow-list: acronyms that need no expansion, keywords for text lines, ISO 8601 durations. Among
them are public bodies that more people know by their letters than by their full name."""


def check_abbreviations(library: Library, problems: Problems) -> None:
    """Warn of each abbreviation that is not expanded, as "full words (ABBR)", in or before the
    passage of its first use."""
    for passage, short in found(library, _unknown):
        message = f'Not everybody knows what "{short}" stands for.'
        fault = (short, message, _SPELL.format(short=short))
        report_violation(passage, problems, "abbreviation-is-spelled-out", fault, Severity.WARNING)


def _unknown(group: PassageGroup) -> Iterator[tuple[Passage, str]]:
    """Unexpanded abbreviations of one entry or page, each once, with the passage of first use."""
    seen: set[str] | None = None
    for passage in group.passages:
        # A made-up writer writes as people do, and names of terms are looked up elsewhere.
        if passage.voice is Voice.WRITER or not _MAY_HAVE.search(passage.text):
            continue
        seen = _names_of(passage.entry.values) if seen is None else seen
        seen |= set(_SPELLED.findall(passage.plain))
        for short in _SHORT.findall(_QUOTED.sub("", passage.plain)):
            if short not in KNOWN and short.removesuffix("s") not in seen:
                seen.add(short)
                yield passage, short


def _names_of(values: dict[str, object]) -> set[str]:
    """Abbreviations in the entry's own name, title and other names, which need no expansion."""
    others = values.get("other_names")
    names = [values.get("name"), values.get("title"), *(others if isinstance(others, list) else ())]
    return {short for name in names if isinstance(name, str) for short in _SHORT.findall(name)}


_SHORT = re.compile(r"(?<![\w.&-])[A-Z][A-Z]{1,5}s?(?![\w&-])")
_MAY_HAVE = re.compile(r"[A-Z]{2}")
_SPELLED = re.compile(r"\w[\s-]\(([A-Z]{2,6})s?\)")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|`[^`]*`")
_SPELL = "Write the words first, and the short form behind them: the words ({short})."

RULES = (
    Rule("abbreviation-is-spelled-out", "A short form is spelled out where it first stands.",
         check_abbreviations,
         example=Example("technique",
                         "privacy: As in cognitive behavioral therapy (CBT). CBT is a treatment.",
                         "privacy: As in CBT."),
         may_be_allowed=True),
)  # fmt: skip
