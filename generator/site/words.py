"""Localization (i18n): message catalogue with CLDR plurals; dates, lists and names by Babel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from gettext import translation
from pathlib import Path
from typing import Any

import pycountry
from babel import Locale
from babel.lists import format_list
from babel.units import format_unit

from generator.content.layers.entry import RawEntry, entry_from
from generator.content.reading.source import read_source
from generator.problems import EnvironmentProblem, Problems
from generator.site.quotes import words_with_typographic_quotes

FOLDER = Path(__file__).parents[1] / "locales"
# `babel.dates` is imported lazily, as importing it scans all time zones: `check` needs no dates.


@dataclass(frozen=True)
class Words:
    """Message catalogue of one locale, by dotted keys such as `prompt.aims`.

    A missing key, or a placeholder without a value, raises EnvironmentProblem that names the file.
    """

    language: str
    _words: dict[str, Any]

    def __call__(self, key: str, **values: object) -> str:
        """The message at `key`, with its {name} placeholders filled in."""
        words = self._at(key)
        if not isinstance(words, str):
            raise self._missing(key)
        return self._filled_in(key, words, values)

    def count(self, key: str, n: int, **values: object) -> str:
        """The message at `key` in the CLDR plural category of `n`; {n} is the number."""
        forms = self.forms(key)
        form = Locale.parse(self.language, sep="-").plural_form(n)
        return self._filled_in(key, forms.get(form, forms["other"]), {"n": n, **values})

    def forms(self, key: str) -> dict[str, str]:
        """Messages at `key` by CLDR plural category, "other" among them, for `Intl.PluralRules`."""
        forms = self._at(key)
        if not isinstance(forms, dict) or "other" not in forms:
            raise self._missing(f"{key}.other")
        return {form: str(words) for form, words in forms.items()}

    @property
    def direction(self) -> str:
        """Text direction of the language: "ltr" or "rtl"."""
        return str(Locale.parse(self.language, sep="-").text_direction)

    def group(self, key: str) -> tuple[str, ...]:
        """All messages directly below `key`, in the order of the file."""
        words = self._at(key)
        if not isinstance(words, dict):
            raise self._missing(key)
        return tuple(words.values())

    def duration(self, length: timedelta) -> str:
        """A duration in days, hours or minutes, the largest exact unit: 5 minutes, 1 hour."""
        return _duration(length, self.language)

    def day(self, day: date) -> str:
        """A date in the CLDR format "long": January 5, 2026."""
        return _day(day, self.language)

    def month(self, day: date) -> str:
        """Month and year of a date (CLDR skeleton yMMMM): January 2026."""
        return _month(day, self.language)

    def moment(self, when: datetime) -> str:
        """A zoned time in its own zone: date with weekday (CLDR "full"), time of day ("short")."""
        from babel.dates import format_date, format_time

        locale = self.language.replace("-", "_")
        day = format_date(when.date(), format="full", locale=locale)
        return f"{day}, {format_time(when.timetz(), format='short', locale=locale)}"

    def zone_name(self, when: datetime) -> str:
        """Name of a time's zone, standard or daylight as at that time: Pacific Standard Time."""
        from babel.dates import get_timezone_name

        return str(get_timezone_name(when, locale=self.language.replace("-", "_")))

    def listing(self, items: Sequence[str]) -> str:
        """Items joined by the locale's list pattern: a, b, and c. Empty for no items."""
        return _listing(tuple(items), self.language) if items else ""

    def weekdays(self, width: str = "wide") -> tuple[tuple[int, str], ...]:
        """(number, name) of each weekday from the locale's first; Monday is 0.

        `width` is "wide" for whole names or "abbreviated".
        """
        own = Locale.parse(self.language, sep="-")
        first = own.first_week_day
        return tuple((n % 7, own.days["format"][width][n % 7]) for n in range(first, first + 7))

    def file_size(self, size: int) -> str:
        """A size in bytes as decimal kB or MB, one decimal below 10: 42 kB, 3.1 MB."""
        unit, amount = ("megabyte", size / 1e6) if size >= 1e6 else ("kilobyte", size / 1e3)
        shown = round(amount, 1) if amount < 10 else round(amount)
        locale = self.language.replace("-", "_")
        return format_unit(shown, f"digital-{unit}", length="short", locale=locale)

    def language_name(self, code: str) -> str:
        """Display name of a language (BCP 47 code)."""
        return _language_name(code, self.language)

    @staticmethod
    def own_language_name(code: str) -> str:
        """What the people who speak a language (BCP 47 code) call it: "español"."""
        return _language_name(code, code)

    def country_name(self, code: str) -> str:
        """Display name of a country (ISO 3166-1 alpha-2 code); the code if there is none."""
        return _country_name(code, self.language)

    def region_name(self, code: str) -> str:
        """Display name of a state or province (ISO 3166-2 code); the code if it is unknown."""
        return _region_name(code, self.language)

    def _at(self, key: str) -> Any:
        node: Any = self._words
        for part in key.split("."):
            if not isinstance(node, dict) or node.get(part) is None:
                raise self._missing(key)
            node = node[part]
        return node

    def _filled_in(self, key: str, words: str, values: Mapping[str, object]) -> str:
        try:
            return words.format_map(values) if values else words
        except (KeyError, ValueError, IndexError, AttributeError):
            known = ", ".join(f"{{{name}}}" for name in values)
            raise EnvironmentProblem(
                f'The words "{key}" in {_shown(self.language)} have braces that cannot be filled '
                f"in; what there is for them: {known}."
            ) from None

    def _missing(self, key: str) -> EnvironmentProblem:
        return EnvironmentProblem(f'The words "{key}" are missing in {_shown(self.language)}.')


def load_words(language: str) -> Words:
    """The message catalogue of one locale, with its typographic quotes.

    Raises EnvironmentProblem if `locales/` has no file for it.
    """
    entry = words_entry(language)
    if entry is None:
        file = _file(language)
        raise EnvironmentProblem(f'The program does not speak "{language}" yet: {file} is missing.')
    return Words(language, words_with_typographic_quotes(entry.values, language))


def words_entry(language: str) -> RawEntry | None:
    """A locale file as typed, with source locations; None if there is no file.

    Raises ContentError if it cannot be parsed.
    """
    file = _file(language)
    if not file.is_file():
        return None
    now = file.stat()
    return _words_entry(language, file, now.st_mtime_ns, now.st_size)


# Cached by mtime and size: every load of the content asks, and `serve` loads after each change.
@lru_cache(maxsize=8)
def _words_entry(language: str, file: Path, changed: int, size: int) -> RawEntry | None:
    problems = Problems()
    source = read_source(file, shown_as=_shown(language), problems=problems)
    problems.raise_if_errors()
    return entry_from("words", language, "", source) if source else None


def _shown(language: str) -> str:
    return f"generator/locales/{language}.yaml"


def _file(language: str) -> Path:
    return FOLDER / f"{language}.yaml"


# Formatting is memoized: a site has few distinct durations and dates, and Babel is slow.
@lru_cache(maxsize=512)
def _duration(length: timedelta, language: str) -> str:
    locale = language.replace("-", "_")
    minutes = round(length.total_seconds() / 60)
    if minutes >= 24 * 60 and minutes % (24 * 60) == 0:
        return format_unit(minutes // (24 * 60), "duration-day", locale=locale)
    if minutes >= 60 and minutes % 60 == 0:
        return format_unit(minutes // 60, "duration-hour", locale=locale)
    return format_unit(minutes, "duration-minute", locale=locale)


@lru_cache(maxsize=2048)
def _day(day: date, language: str) -> str:
    from babel.dates import format_date

    return format_date(day, format="long", locale=language.replace("-", "_"))


@lru_cache(maxsize=2048)
def _month(day: date, language: str) -> str:
    from babel.dates import format_skeleton

    return format_skeleton("yMMMM", day, locale=language.replace("-", "_"))


@lru_cache(maxsize=2048)
def _listing(items: tuple[str, ...], language: str) -> str:
    return format_list(items, locale=language.replace("-", "_"))


@lru_cache(maxsize=2048)
def _language_name(code: str, language: str) -> str:
    own = Locale.parse(language, sep="-")
    return Locale.parse(code, sep="-").get_display_name(own) or code


@lru_cache(maxsize=2048)
def _country_name(code: str, language: str) -> str:
    return str(Locale.parse(language, sep="-").territories.get(code, code))


@lru_cache(maxsize=2048)
def _region_name(code: str, language: str) -> str:
    region = pycountry.subdivisions.get(code=code)  # type: ignore[no-untyped-call]
    if region is None:
        return code
    languages = [language.replace("-", "_")]
    names = translation("iso3166-2", pycountry.LOCALES_DIR, languages, fallback=True)
    return names.gettext(region.name)
