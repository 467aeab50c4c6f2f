"""Smart quotes: straight quotes, apostrophes, feet and inches as a language's typography has them.

Authors type what their keyboards have; readers see marks that open and close. Code, URLs, tags and
attribute lists are left as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

APOSTROPHE = "’"
_FEET, _INCHES = "′", "″"


@dataclass(frozen=True)
class Marks:
    """Quotation marks of a language: outer and nested, opening and closing."""

    opened: str
    closed: str
    inner_opened: str
    inner_closed: str


_ENGLISH = Marks("“", "”", "‘", "’")
_FRENCH = Marks("«\u202f", "\u202f»", "“", "”")
MARKS = {
    "de": Marks("„", "“", "‚", "‘"),
    "en": _ENGLISH,
    "es": Marks("«", "»", "“", "”"),
    "fr": _FRENCH,
    "fr-CH": Marks("«\u202f", "\u202f»", "‹\u202f", "\u202f›"),
    "it": Marks("«", "»", "“", "”"),
    "nl": _ENGLISH,
    "pl": Marks("„", "”", "«", "»"),
    "pt": Marks("«", "»", "“", "”"),
    "pt-BR": _ENGLISH,
    "ru": Marks("«", "»", "„", "“"),
    "sv": Marks("”", "”", "’", "’"),
    "uk": Marks("«", "»", "„", "“"),
}
"""By language, and by locale where that differs; any other language has the English ones."""


def typographic(text: str, language: str = "en") -> str:
    """Plain or rich text with typographic quotes, apostrophes, and prime marks for feet, inches."""
    if "'" not in text and '"' not in text:
        return text
    return "".join(_paragraph(paragraph, language) for paragraph in _PARAGRAPHS.split(text))


# Editions of a library share nearly all texts, and a page written by hand is converted twice.
@lru_cache(maxsize=20_000)
def _paragraph(text: str, language: str) -> str:
    if "'" not in text and '"' not in text:
        return text
    marks = MARKS.get(language) or MARKS.get(language.partition("-")[0], _ENGLISH)
    return _Reading(text, marks).result()


def typographic_page(text: str, language: str = "en") -> str:
    """`typographic` for a Markdown page: its body outside of fenced code, and in its front matter
    the values of title and description. The number of lines stays."""
    head, body = "", text
    if front := _FRONT.match(text):
        head, body = front[0], text[front.end() :]
        head = _SHOWN.sub(lambda line: f"{line[1]}{_scalar(line[2], language)}", head)
    pieces = _FENCED.split(body)
    return head + "".join(
        piece if number % 2 else typographic(piece, language) for number, piece in enumerate(pieces)
    )


def _scalar(value: str, language: str) -> str:
    """`typographic` for a YAML scalar, whose own quotes stay; one with escapes is left as it is."""
    if value[:1] in ("'", '"'):
        inside = value[1:-1]
        plain = "\\" not in inside and value[0] not in inside
        return f"{value[0]}{typographic(inside, language)}{value[0]}" if plain else value
    return typographic(value, language)


class _Reading:
    """Single-pass conversion of one paragraph, with a stack of open quotes."""

    def __init__(self, text: str, marks: Marks) -> None:
        self._text, self._marks = text, marks
        self._words = _LEFT_ALONE.sub(lambda found: "\0" * len(found[0]), text)
        """The text with NUL for what is left alone; offsets stay."""
        self._inside: list[str] = []
        """Stack of open straight quotes, the outermost first."""
        self._opened_at = -1

    def result(self) -> str:
        pieces: list[str] = []
        done = 0
        for found in _QUOTE.finditer(self._words):
            at = found.start()
            pieces += self._text[done:at], self._mark(found[0], at)
            done = at + 1
        return "".join((*pieces, self._text[done:]))

    def _mark(self, quote: str, at: int) -> str:
        before, after = self._before(at), self._after(at)
        if quote == '"':
            if '"' in self._inside and not (self._may_open(before, after) and _DASH in before):
                del self._inside[self._inside.index('"') :]
                return self._marks.closed
            if before.isdigit() and not self._inside:
                return _INCHES
            if self._may_open(before, after) or not before:
                return self._open(quote, at)
            return self._marks.closed
        if "'" in self._inside and not after.isalnum():
            return self._close_inner(before, at)
        if before.isdigit() and (after.isdigit() or (not after.isalpha() and not self._inside)):
            return _FEET
        if self._may_open(before, after) and self._is_closed_later(at):
            return self._open(quote, at)
        return APOSTROPHE

    def _close_inner(self, before: str, at: int) -> str:
        # An elision at the end of a word, while the quote ends later: 'rock an' roll'.
        if before.isalpha() and self._words[at + 1 :].startswith(" ") and self._is_closed_later(at):
            return APOSTROPHE
        self._inside.remove("'")
        return self._marks.inner_closed

    def _open(self, quote: str, at: int) -> str:
        self._opened_at = at
        self._inside.append(quote)
        return self._marks.opened if quote == '"' else self._marks.inner_opened

    def _may_open(self, before: str, after: str) -> bool:
        return bool(after) and not after.isspace() and (not before or before in _BEFORE_A_QUOTE)

    def _is_closed_later(self, at: int) -> bool:
        """Whether a straight single quote closes later, and this one is no known elision ('tis)."""
        rest = self._words[at + 1 :]
        if _ELIDED.match(rest):
            return False
        later = _CLOSING.search(rest)
        return later is not None

    def _before(self, at: int) -> str:
        """The character before an offset, emphasis marks skipped; for a quote, a space if it opened
        and a full stop if it closed."""
        while at and self._words[at - 1] in "*_":
            at -= 1
        if at and self._words[at - 1] in "'\"":
            return " " if self._opened_at == at - 1 else "."
        return self._words[at - 1] if at else ""

    def _after(self, at: int) -> str:
        """The character after an offset, emphasis marks skipped; empty at the end."""
        at += 1
        while at < len(self._words) and self._words[at] in "*_":
            at += 1
        return self._words[at] if at < len(self._words) else ""


_DASH = "\N{EM DASH}"
_BEFORE_A_QUOTE = " \t\n\u00a0\u202f([{<|/-\N{EN DASH}\N{EM DASH}“‘«„‚¿¡=>\0"
_QUOTE = re.compile("['\"]")
_PARAGRAPHS = re.compile(r"(\n[ \t]*\n)")
_ELIDED = re.compile(
    r"\d0s\b|(?:tis|twas|twere|til|cause|em|im|er|bout|round|cos|n)\b(?!'\w)", re.IGNORECASE
)
_CLOSING = re.compile(r"(?<=[\w.,!?…)*_\]])'(?![\w])")
_LEFT_ALONE = re.compile(
    r"`[^`\n]*`"  # code
    r"|(?<=\])\((?:[^()\n]|\([^()\n]*\))*\)"  # what a link leads to, and its title
    r"|(?m:^ {0,3}\[[^\[\]\n]+\]:[ ]*\S+[ ]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\))[ ]*$)"
    r"|</?[A-Za-z][^<>]*>"  # a tag
    r"|\{[:#.][^{}\n]*\}|\{ [^{}\n]*\}"  # attributes of what stands before
    r"|https?://\S+"
)
_FENCED = re.compile(r"(^ {0,3}(?:```|~~~).*?^ {0,3}(?:```|~~~)[ \t]*$)", re.MULTILINE | re.DOTALL)
_FRONT = re.compile(r"---[ \t]*\r?\n.*?^---[ \t]*\r?$", re.MULTILINE | re.DOTALL)
_SHOWN = re.compile(r"^((?:title|description):[ \t]+)(.*\S)", re.MULTILINE)
