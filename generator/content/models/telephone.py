"""Telephone number parsing and normalization to E.164, by numbering plan (libphonenumber).

Numbers are compared by what dialling them reaches in a country: `0113 496 0000`,
`+44 113 496 0000` and `+44 (0)113 496 0000` are one number, and `44 113 496 0000` without its plus
is invalid. Short codes are from libphonenumber's list of each country.
"""

from __future__ import annotations

import re
from functools import lru_cache

import phonenumbers
from phonenumbers import PhoneMetadata, PhoneNumber, PhoneNumberFormat, shortnumberinfo

SHORTEST_FULL_NUMBER = 7
"""Minimum number of digits of a full number; fewer are a short code, which has no E.164 form."""


def is_short(dialled: str) -> bool:
    """Whether a number has few enough digits for a short code, such as 988."""
    return len(dialled) < SHORTEST_FULL_NUMBER


def international(written: str) -> str | None:
    """Normalize a number with plus and country code to E.164, such as +442079460123.

    None if it is invalid or has a digit too many: +44 020 7946 0123.
    """
    try:
        number = phonenumbers.parse(written)
    except phonenumbers.NumberParseException:
        return None
    as_it_is = _e164(number) == f"+{_digits(written)}"
    return _e164(number) if as_it_is and phonenumbers.is_valid_number(number) else None


def short_code_in(e164: str) -> str:
    """Short code in a number that wrongly has a country code before one; empty if none."""
    try:
        number = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return ""
    code = str(phonenumbers.national_significant_number(number))
    known = shortnumberinfo.is_valid_short_number(number) and is_short(code)
    return code if known else ""


@lru_cache(maxsize=2048)
def resolve_dialled(dialled: str, country: str) -> str | None:
    """Resolve digits dialled in `country` (ISO 3166-1): E.164 of a full number, or the short code.

    None if the number is invalid or not dialled that way from there. A short code only has to be
    possible; `is_known_short` tells whether it is known.
    """
    if dialled.startswith("+"):
        return international(dialled)
    if is_short(dialled):
        code = _parsed(dialled, country)
        possible = code and shortnumberinfo.is_possible_short_number_for_region(code, country)
        return dialled if possible or _full(dialled, country) else None
    number = _full(dialled, country)
    return _e164(number) if number and _dialled_so(dialled, number, country) else None


@lru_cache(maxsize=2048)
def is_known_short(dialled: str, country: str) -> bool:
    """Whether libphonenumber lists a short code for `country`, or it is a full number there."""
    code = _parsed(dialled, country)
    known = code and shortnumberinfo.is_valid_short_number_for_region(code, country)
    return bool(known) or _full(dialled, country) is not None


def is_emergency(dialled: str, country: str) -> bool:
    """Whether libphonenumber lists it as an emergency number of `country`."""
    return bool(shortnumberinfo.is_emergency_number(dialled, country))


def countries_of_number(e164: str) -> tuple[str, ...]:
    """ISO 3166-1 codes of the countries that share a number's country code, such as US and CA."""
    code = phonenumbers.parse(e164).country_code
    return tuple(phonenumbers.region_codes_for_country_code(code or 0))


def as_dialled(e164: str, country: str) -> str:
    """National format of a number, digits only, for dialling within its country."""
    number = phonenumbers.parse(e164)
    return _digits(phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL))


def shown(display: str, keyword: str | None = None) -> str:
    """Extract the one number in a display text, without extension: digits, with a plus if given.

    Vanity numbers become digits (800-FLOWERS), the `(0)` after a country code is dropped, and
    `keyword`, the word to text, is ignored. Empty if there is no number, or more than one.
    """
    text = _EXTENSION.sub("", display)
    if keyword:
        text = re.sub(rf"(?<!\w){re.escape(keyword)}(?!\w)", " ", text)
    text = _spelled_twice(text)
    pieces = [piece for piece in _WORDS.split(text) if re.search(r"\d", piece)]
    if len(pieces) != 1 or _VANITY.search(text):
        vanity = _VANITY.findall(text)
        rest = _VANITY.sub(" ", text)
        if len(vanity) != 1 or re.search(r"\d", rest):
            return ""
        pieces = [str(phonenumbers.convert_alpha_characters_in_number(vanity[0]))]
    number = pieces[0].strip()
    if number.startswith("+"):
        return "+" + _digits(number.replace("(0)", ""))
    return _digits(number)


def extension(display: str) -> str:
    """Digits of the extension in a display text; empty if there is none."""
    found = _EXTENSION.search(display)
    return _digits(found.group()) if found else ""


def _spelled_twice(text: str) -> str:
    """Collapse a number part that is given as letters and as digits, HELP (4357), to digits.

    Unchanged if the two differ, so that the text counts as having no single number.
    """

    def digits_only(match: re.Match[str]) -> str:
        first, second = match[1], match[2]
        letters, digits = (first, second) if first.isalpha() else (second, first)
        spelled = phonenumbers.convert_alpha_characters_in_number(letters)
        same = spelled == digits
        return digits if same else match.group()

    return _TWICE.sub(digits_only, text)


def _dialled_so(dialled: str, number: PhoneNumber, country: str) -> bool:
    """Whether the digits are a valid way to dial the number in `country`: national format, trunk
    prefix, mobile format, or international prefix from abroad."""
    own = phonenumbers.national_significant_number(number)
    if number.country_code != phonenumbers.country_code_for_region(country):
        prefix = _plan(country).international_prefix or ""
        whole = f"{number.country_code}{own}"
        before = dialled.removesuffix(whole)
        return dialled.endswith(whole) and re.fullmatch(prefix, before) is not None
    trunk = phonenumbers.ndd_prefix_for_region(country, True) or ""
    national = _digits(phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL))
    ways = {national, trunk + own}
    if number.country_code == 1 or not trunk or _trunk_is_optional(own, country):
        ways.add(own)
    mobile = phonenumbers.format_number_for_mobile_dialing(number, country, False)
    if not mobile.startswith("+"):
        ways.add(_digits(mobile))
    return dialled in ways


def _trunk_is_optional(own: str, country: str) -> bool:
    """Whether the trunk prefix may be left out for this number, as for mobiles in India."""
    for form in _plan(country).number_format:
        leading = form.leading_digits_pattern
        if re.fullmatch(form.pattern or "", own) and (not leading or re.match(leading[-1], own)):
            return bool(form.national_prefix_optional_when_formatting)
    return False


def _plan(country: str) -> PhoneMetadata:
    found = PhoneMetadata.metadata_for_region(country)
    assert found is not None, "a country is one of those that have a numbering plan"
    return found


def _full(written: str, country: str) -> PhoneNumber | None:
    number = _parsed(written, country)
    return number if number and phonenumbers.is_valid_number(number) else None


def _parsed(written: str, country: str) -> PhoneNumber | None:
    try:
        return phonenumbers.parse(written, country)
    except phonenumbers.NumberParseException:
        return None


def _e164(number: PhoneNumber) -> str:
    return str(phonenumbers.format_number(number, PhoneNumberFormat.E164))


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdecimal())


# An extension: its word in several languages, and its digits.
_EXTENSION = re.compile(
    r"[\s,;(]*(?<![A-Za-z])(?:ext(?:n|ension)?|x|poste|durchwahl|dw|apparat|interno?|anexo|ramal)"
    r"\.?:? *#? *\d{1,6}\)?\s*$",
    re.IGNORECASE,
)
# Separators between numbers: words, and signs that occur within none.
_WORDS = re.compile(r"[^\W\d_]+|[,;:|&*#]")
# A vanity number: upper-case letters right after digits.
_VANITY = re.compile(r"[+\d(][\d\s().-]*[\d)][\s-]?[A-Z]{2,}(?:[\s-]?[A-Z\d]+)*")
# The same digits twice, once as letters: 1-800-662-HELP (4357).
_TWICE = re.compile(r"(?<=[\d\s-])([A-Z]{3,}|\d{3,}) *\(([A-Z]{3,}|\d{3,})\)")
