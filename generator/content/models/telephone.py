"""Telephone numbers: which number somebody reaches who dials what is written.

libphonenumber knows the numbering plan of each country, and its list of short numbers. A number is
compared as it is dialled in its country, so `0113 496 0000`, `+44 113 496 0000` and
`+44 (0)113 496 0000` are one number, and `44 113 496 0000` without its plus is none.
"""

from __future__ import annotations

import re
from functools import lru_cache

import phonenumbers
from phonenumbers import PhoneMetadata, PhoneNumber, PhoneNumberFormat, shortnumberinfo

SHORTEST_FULL_NUMBER = 7
"""A number with fewer digits is a short code, and has no international form."""


def is_short(dialled: str) -> bool:
    """Whether these digits are a short code, such as 988."""
    return len(dialled) < SHORTEST_FULL_NUMBER


def international(written: str) -> str | None:
    """A number with its plus and country code as E.164, such as +442079460123.

    None if there is no such number, or if a digit is one too many: +44 020 7946 0123.
    """
    try:
        number = phonenumbers.parse(written)
    except phonenumbers.NumberParseException:
        return None
    as_it_is = _e164(number) == f"+{_digits(written)}"
    return _e164(number) if as_it_is and phonenumbers.is_valid_number(number) else None


def short_code_in(e164: str) -> str:
    """The short code of a country that somebody put its country code before; empty if none."""
    try:
        number = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return ""
    code = str(phonenumbers.national_significant_number(number))
    known = shortnumberinfo.is_valid_short_number(number) and is_short(code)
    return code if known else ""


@lru_cache(maxsize=2048)
def reached(dialled: str, country: str) -> str | None:
    """What these digits reach in `country`: a full number as E.164, or a short code as it is.

    None if they reach nothing: no such number, or not dialled so from there. Short codes are those
    that may exist; whether one is known to, `is_known_short` says.
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
    """Whether a short code is known to exist in `country`, as far as libphonenumber knows."""
    code = _parsed(dialled, country)
    known = code and shortnumberinfo.is_valid_short_number_for_region(code, country)
    return bool(known) or _full(dialled, country) is not None


def is_emergency(dialled: str, country: str) -> bool:
    """Whether it is a number of the emergency services of `country`."""
    return bool(shortnumberinfo.is_emergency_number(dialled, country))


def countries_of_number(e164: str) -> tuple[str, ...]:
    """The countries that share the country code of a number, such as US and CA."""
    code = phonenumbers.parse(e164).country_code
    return tuple(phonenumbers.region_codes_for_country_code(code or 0))


def as_dialled(e164: str, country: str) -> str:
    """The digits to dial in `country` for a number of that country."""
    number = phonenumbers.parse(e164)
    return _digits(phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL))


def shown(display: str, keyword: str | None = None) -> str:
    """The one number in what a page prints, without its extension: digits, perhaps after a plus.

    Letters are the digits of their keys (800-FLOWERS), `(0)` after a country code is not dialled,
    and `keyword` is the word to send. Empty if there is no number, or more than one.
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
    """The digits of the extension in what a page prints; empty if there is none."""
    found = _EXTENSION.search(display)
    return _digits(found.group()) if found else ""


def _spelled_twice(text: str) -> str:
    """The text with a number that is given in letters and in digits given in digits.

    Nothing is taken away if the two are not the same: both then count, and it is no number.
    """

    def digits_only(match: re.Match[str]) -> str:
        first, second = match[1], match[2]
        letters, digits = (first, second) if first.isalpha() else (second, first)
        spelled = phonenumbers.convert_alpha_characters_in_number(letters)
        same = spelled == digits
        return digits if same else match.group()

    return _TWICE.sub(digits_only, text)


def _dialled_so(dialled: str, number: PhoneNumber, country: str) -> bool:
    """Whether these very digits, dialled in `country`, reach the number."""
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
    """Whether the number is dialled without the 0 before it as well, as mobiles in India are."""
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


# Words for an extension in languages that such numbers are written in, and its digits.
_EXTENSION = re.compile(
    r"[\s,;(]*(?<![A-Za-z])(?:ext(?:n|ension)?|x|poste|durchwahl|dw|apparat|interno?|anexo|ramal)"
    r"\.?:? *#? *\d{1,6}\)?\s*$",
    re.IGNORECASE,
)
# What stands between numbers: words, and signs that no number has inside.
_WORDS = re.compile(r"[^\W\d_]+|[,;:|&*#]")
# A number with letters for some of its keys, which stand in capitals right behind digits.
_VANITY = re.compile(r"[+\d(][\d\s().-]*[\d)][\s-]?[A-Z]{2,}(?:[\s-]?[A-Z\d]+)*")
# The same digits once more, as letters or from letters: 1-800-662-HELP (4357).
_TWICE = re.compile(r"(?<=[\d\s-])([A-Z]{3,}|\d{3,}) *\(([A-Z]{3,}|\d{3,})\)")
