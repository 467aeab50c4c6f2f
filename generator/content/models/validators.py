"""Pydantic validators for standard formats: E.164, ISBN, BCP 47, time zone, RRULE, ISO 3166.

Each returns the value, or raises PydanticCustomError with the rule id as type and a message that
follows the quoted value.
"""

from __future__ import annotations

import json
import re
from datetime import timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import phonenumbers
import pycountry
from babel import Locale, UnknownLocaleError
from dateutil.rrule import rrulestr
from pydantic_core import PydanticCustomError
from stdnum import isbn
from stdnum.exceptions import ValidationError as NumberError

from generator.content.models.patterns import refuse_hidden
from generator.content.models.telephone import international, short_code_in


def check_phone(value: str) -> str:
    """Valid telephone number in E.164 form."""
    refuse_hidden(value)
    if value == international(value):
        return value
    code = short_code_in(value)
    if code:
        raise PydanticCustomError(
            "phone-is-international",
            "is no number: {code} is a short code there, and a short code has no international "
            "form; write it in 'display' and 'dial'",
            {"code": code},
        )
    raise PydanticCustomError(
        "phone-is-international",
        "is not a full phone number with country code and digits only, such as +18005550100; "
        "a short code such as 988 has none",
    )


def check_isbn(value: str) -> str:
    """Valid ISBN-13, by its check digit; returned without hyphens."""
    try:
        number = str(isbn.validate(value))
    except NumberError:
        raise PydanticCustomError(
            "isbn-is-valid", "is not an ISBN: its last digit does not fit the others"
        ) from None
    if len(number) != 13:
        raise PydanticCustomError("isbn-is-valid", "is an old ISBN; use the one with 13 digits")
    return number


def check_language(value: str) -> str:
    """Language tag (BCP 47) that CLDR knows."""
    try:
        Locale.parse(value, sep="-")
    except (ValueError, UnknownLocaleError):
        raise PydanticCustomError(
            "language-is-known", "is not a language code such as en, es or zh-Hant"
        ) from None
    return value


def check_zone(value: str) -> str:
    """Name in the IANA time zone database."""
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise PydanticCustomError(
            "zone-is-known", "is not a time zone such as America/Los_Angeles"
        ) from None
    return value


def check_repeat_rule(value: str) -> str:
    """Recurrence rule (RRULE, RFC 5545) without DTSTART, in the subset that the scripts implement.

    FREQ is DAILY, WEEKLY, MONTHLY or YEARLY. BYHOUR, BYSETPOS and so on are refused: no meeting
    uses them, and the browser evaluates the same rules.
    """
    names = {part.partition("=")[0] for part in value.split(";")}
    both_ends = {"COUNT", "UNTIL"} <= names
    try:
        rrulestr(value.partition(";COUNT=")[0] if both_ends else value)
    except (ValueError, TypeError, KeyError, AttributeError):
        known = False
    else:
        known = "FREQ=" in value and "DTSTART" not in value and "\n" not in value
    if not known:
        raise PydanticCustomError(
            "repeat-rule-is-valid", "is not a repeat rule such as FREQ=WEEKLY;BYDAY=MO"
        )
    if both_ends or not all(_RULE_PART.fullmatch(part) for part in value.split(";")):
        raise PydanticCustomError(
            "repeat-rule-is-valid",
            "is a repeat rule that this site cannot count; use FREQ=DAILY, WEEKLY, MONTHLY or "
            "YEARLY with INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, COUNT or UNTIL, such as "
            "FREQ=MONTHLY;BYDAY=1TU",
        )
    if _NUMBERED_DAY.search(value) and not _BY_MONTH.search(value):
        raise PydanticCustomError(
            "repeat-rule-is-valid",
            "counts weekdays in a week or a year; a number before a weekday, such as 1TU, needs "
            "FREQ=MONTHLY, or FREQ=YEARLY with BYMONTH",
        )
    return value


_WEEKDAY = "(?:MO|TU|WE|TH|FR|SA|SU)"
_RULE_PART = re.compile(
    r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)|(INTERVAL|COUNT)=[1-9]\d{0,3}"
    rf"|BYDAY=([+-]?[1-5])?{_WEEKDAY}(,([+-]?[1-5])?{_WEEKDAY})*|WKST={_WEEKDAY}"
    r"|BYMONTHDAY=-?\d{1,2}(,-?\d{1,2})*|BYMONTH=\d{1,2}(,\d{1,2})*"
    r"|UNTIL=\d{8}(T\d{6}Z?)?"
)
_NUMBERED_DAY = re.compile(rf"\d{_WEEKDAY}")
_BY_MONTH = re.compile(r"FREQ=MONTHLY|BYMONTH=")


def check_country(value: str) -> str:
    """ISO 3166-1 alpha-2 code of a country with a numbering plan in libphonenumber."""
    if value not in phonenumbers.SUPPORTED_REGIONS:
        meant = _MISTAKEN.get(value.upper(), value.upper())
        if meant in phonenumbers.SUPPORTED_REGIONS:
            raise PydanticCustomError(
                "country-is-known",
                "is not a country code such as US; write {meant}",
                {"meant": meant},
            )
        raise PydanticCustomError(
            "country-is-known", "is not a two-letter country code such as US or GB"
        )
    return value


_MISTAKEN = {"UK": "GB", "EL": "GR", "ENG": "GB", "USA": "US"}
"""Codes that people write → ISO 3166-1 alpha-2."""


def country_name(code: str) -> str:
    """English name of a country for messages; the code itself if it is unknown."""
    found = pycountry.countries.get(alpha_2=code)
    return str(getattr(found, "common_name", None) or found.name) if found else code


def check_region(value: str) -> str:
    """ISO 3166-2 code of a subdivision (state, province)."""
    if value.lower() not in _regions():
        raise PydanticCustomError(
            "region-is-known", "is not the code of a state or province such as US-CA"
        )
    return value


# Read from pycountry's JSON, as its own look-up makes five thousand objects first.
@cache
def _regions() -> frozenset[str]:
    listed = json.loads((Path(pycountry.DATABASE_DIR) / "iso3166-2.json").read_bytes())
    return frozenset(region["code"].lower() for region in listed["3166-2"])


def check_length_of_time(value: timedelta) -> timedelta:
    """Duration above zero and of at most 366 days."""
    if not timedelta() < value <= timedelta(days=366):
        raise PydanticCustomError(
            "duration-is-valid", "is not a length of time between a minute and a year"
        )
    return value
