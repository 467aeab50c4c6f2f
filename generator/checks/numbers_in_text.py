"""Lint rules for telephone numbers in running text: valid, and listed in a listing or the clinic.

Candidates are found by regular expressions and normalized as in `numbers_dialled`. Readers dial
them by hand: on a printed sheet no link beside a number with a wrong digit has the right one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.checks.dialling import countries_of
from generator.checks.numbers_dialled import COMPARE
from generator.checks.phrases import report_violation
from generator.checks.rule import Example, Rule
from generator.content.layers.entry import RawEntry
from generator.content.library import Library
from generator.content.models.reflection import values_at
from generator.content.models.telephone import is_known_short, is_short, resolve_dialled, shown
from generator.content.passages import Passage, PassageGroup, Voice
from generator.problems import Problems, Severity

RULE = "number-in-text-exists"
LISTED = "number-in-text-is-listed"


def check_numbers(library: Library, problems: Problems) -> None:
    """Report an error for each number that is invalid in the countries of the listing and of the
    clinic, and each tel: or sms: link whose text is another number; warn of unlisted numbers."""
    listed = _listed(library)
    home = (library.clinic.country,) if library.clinic else ()
    names = (
        found for e in library.entries.values() for found in _printed_in(e).memoized(_numbers_of)
    )
    for passage, numbers in (*library.found(_numbers_of), *names):
        countries = _countries(library, passage) or home
        for written in _mismatched_links(passage.text, countries):
            message = f'The link says one number and leads to another: "{written}".'
            _object(passage, problems, RULE, written, message, "Make the two the same.")
        for written, digits in numbers:
            _check(passage, written, digits, (*countries, *home), listed, problems)


def _check(
    passage: Passage,
    written: str,
    digits: str,
    countries: Sequence[str],
    listed: frozenset[str],
    problems: Problems,
) -> None:
    if digits in listed:
        return
    found = {number for country in countries if (number := resolve_dialled(digits, country))}
    known = not is_short(digits) or any(is_known_short(digits, c) for c in countries)
    if not found or not known:
        message = f'"{written}" is no telephone number that somebody can reach from here.'
        _object(passage, problems, RULE, written, message, COMPARE)
    elif not is_short(digits) and not found & listed:
        message = f'The number "{written}" stands in no listing, and nobody looks after it here.'
        hint = "Put it into a listing, or under 'phones:' of the clinic, where it can be tapped."
        _object(passage, problems, LISTED, written, message, hint, Severity.WARNING)


def _object(
    passage: Passage,
    problems: Problems,
    rule: str,
    written: str,
    message: str,
    hint: str,
    level: Severity = Severity.ERROR,
) -> None:
    report_violation(passage, problems, rule, (written, message, hint), level)


def _numbers_of(group: PassageGroup) -> Iterator[tuple[Passage, tuple[tuple[str, str], ...]]]:
    """Each passage with numbers or tel: or sms: links, with its numbers as text and digits."""
    for passage in group.passages:
        if _DIGITS.search(passage.text):
            numbers = tuple(_numbers_in(passage.text))
            if numbers or _LINK.search(passage.text):
                yield passage, numbers


def _numbers_in(text: str) -> Iterator[tuple[str, str]]:
    """Probable telephone numbers in a text: as written, and their digits."""
    for match in _FULL.finditer(text):
        written = match.group().rstrip(" (.-")
        digits = shown(written)
        before = text[max(0, match.start() - 24) : match.start()]
        if len(digits) >= _FEWEST and (_LIKE_ONE.fullmatch(written) or _ASKED_FOR.search(before)):
            yield written, digits
    for match in _SHORT.finditer(text):
        yield match[1] or match[2], match[1] or match[2]


def _mismatched_links(text: str, countries: Sequence[str]) -> Iterator[str]:
    """Markdown of each tel: or sms: link whose number is invalid, or is not that of its text."""
    for match in _LINK.finditer(text):
        words, address = shown(match[1]), match[2].replace("-", "")
        there = {resolve_dialled(address, country) for country in countries} - {None}
        if not there or (
            words and not there & {resolve_dialled(words, country) for country in countries}
        ):
            yield match.group()


def _listed(library: Library) -> frozenset[str]:
    """All numbers of listings and of the clinic: short codes as digits, full ones as E.164."""
    found: set[str | None] = set()
    for resource in library.resources.values():
        for contact in resource.contacts:
            if contact.dial:
                countries = countries_of(library, resource, contact)
                found |= {
                    contact.e164,
                    *(resolve_dialled(contact.dial, country) for country in countries),
                }
    if library.clinic:
        found |= {
            resolve_dialled(phone.dial, library.clinic.country) for phone in library.clinic.phones
        }
    return frozenset(number for number in found if number)


def _countries(library: Library, passage: Passage) -> tuple[str, ...]:
    entry = passage.entry
    listing = library.resources.get(entry.id) if entry.kind == "resource" else None
    return countries_of(library, listing, None) if listing else ()


@lru_cache(maxsize=4_000)
def _printed_in(entry: RawEntry) -> PassageGroup:
    """Texts of an entry that are printed and are not passages: names, hours, addresses."""
    return PassageGroup(
        tuple(
            Passage(entry, keys, value, Voice.FACTS)
            for path in _PRINTED.get(entry.kind, ())
            for keys, value in values_at(entry.values, path)
            if isinstance(value, str)
        )
    )


_PRINTED = {
    "resource": (("name",), ("other_names", "*"), ("contacts", "*", "hours", "words"),
                 ("meeting", "words"), ("address",), ("area", "place")),
    "clinic": (("name",), ("short_name",), ("address",), ("hours",), ("phones", "*", "label"),
               ("logo", "alt")),
}  # fmt: skip
_FEWEST = 7
_DIGITS = re.compile(r"\d{2}")
# Digits with separators of telephone numbers between them; not within a URL or a larger figure.
_FULL = re.compile(
    r"(?<![\w./:=&?%,+-])(?:\+ ?|\()?\d[\d ().\u00a0\u2011\u2013-]{5,20}\d(?![\w%/:=])"
)
# Unambiguous forms: a leading plus, a leading 0 with enough digits, or 213-555-0142.
_LIKE_ONE = re.compile(
    r"\+.*|0\d{1,4}[ -]?(?:\d[ -]?){6,9}|(?:1[ .-]?)?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}"
)
_ASKED_FOR = re.compile(
    r"\b(?:call|calling|dial|ring|phone|text|texting|number is|line on|line at) *$", re.IGNORECASE
)
# A short code after "call", "text" and the like, or after "text WORD to".
_SHORT = re.compile(
    r"\b(?:(?:call|dial|ring|phone|text)|number [^.!?]{0,40}\bis) (\d{2,6})\b(?![-.,:]?\d)"
    r"(?! (?:times|people|minutes|words|of)\b)"
    r"|\btext [\"“']?\w{2,}[\"”']? to (\d{3,6})\b(?![-.,]?\d)",
    re.IGNORECASE,
)
_LINK = re.compile(r"\[([^\]]*)\]\((?:tel|sms):([^)?\s]+)[^)]*\)")

RULES = (
    Rule(RULE, "A telephone number in a text can be reached from where its readers are, and is one "
         "of a listing.", check_numbers, (LISTED,),
         example=Example(
             "resource",
             "good_to_know: If you are in danger, call 911.",
             "good_to_know: If you are in danger, call 91 or 213-555-014.")),
)  # fmt: skip
