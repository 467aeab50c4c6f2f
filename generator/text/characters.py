"""Forbidden Unicode characters (control, bidirectional, invisible), and how to show one.

The classes are those of the Unicode Standard: controls (C0, DEL, C1), line and paragraph
separators, bidirectional embeddings, overrides and isolates, deprecated format characters,
interlinear annotation, the byte order mark, surrogates, noncharacters, tag characters outside
of the flags of England, Scotland and Wales, and characters that are drawn as nothing (soft hyphen,
zero width space, word joiner, invisible operators, fillers), which come along with copied text and
hide its words from every search. Joiners and directional marks, which ordinary words of some
languages need, are not among them; addresses and numbers may have none of these either.
"""

from __future__ import annotations

import re
import unicodedata

LINE_BREAKS = "\u0085\u2028\u2029"
"""Line breaks of which most editors show nothing."""
BIDI_CONTROLS = "\u202a-\u202e\u2066-\u2069"
"""Bidirectional embeddings, overrides and isolates, as the inside of a character class."""
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_DRAWN_AS_NOTHING = "\u00ad\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2064\u3164\uffa0"
FORBIDDEN = (
    "\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u206a-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    f"\U000e0000-\U000e007f{BIDI_CONTROLS}{_NONCHARACTERS}"
    f"{_DRAWN_AS_NOTHING}"
)
"""Every forbidden character, as the inside of a character class of a regular expression; of the
controls only the newline is allowed."""

# Invisible in a URL or a number; and look-alikes of space and hyphen, with what they stand for.
_HIDDEN = re.compile(rf"[{FORBIDDEN}\u061c\u200c-\u200f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_LIKE_ORDINARY = {
    **dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000", " "),
    **{chr(space): " " for space in range(0x2000, 0x200B)},
    "\u2010": "-",
    "\u2011": "-",
}
_ORDINARY = str.maketrans(_LIKE_ORDINARY)
_FORBIDDEN = re.compile(f"[{FORBIDDEN}]")
# Emoji tag sequence: a black flag, tags that spell a region, the cancel tag (UTS 51, ED-14a).
_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f")
_TAGS = re.compile("[\U000e0000-\U000e007f]")


def has_forbidden(text: str) -> bool:
    """Whether any character of the text is forbidden; tags within flag emoji are not."""
    return bool(_FORBIDDEN.search(without_flags(text)))


def hidden_in(address: str) -> str:
    """The first invisible character of a URL, a number or a code; empty if there is none."""
    found = _HIDDEN.search(address)
    return found[0] if found else ""


def with_ordinary(text: str) -> str:
    """The text with U+0020 and U+002D for other spaces and hyphens; as long as it was."""
    return text.translate(_ORDINARY)


def special_in(number: str) -> str:
    """The first space or hyphen other than U+0020 and U+002D; empty if there is none."""
    return next((sign for sign in number if sign in _LIKE_ORDINARY), "")


def ordinary(number: str) -> str:
    """The number with U+0020 and U+002D for other spaces and hyphens, without invisible ones."""
    return _HIDDEN.sub("", "".join(_LIKE_ORDINARY.get(sign, sign) for sign in number))


def without_flags(text: str) -> str:
    """The text with `x` for each character of a flag tag sequence, so that offsets stay."""
    return _FLAG.sub(lambda flag: "x" * len(flag[0]), text) if _TAGS.search(text) else text


def described(character: str) -> str:
    """Kind and code point of a character: "an invisible control character (U+007F)"."""
    if character in LINE_BREAKS:
        kind = "an invisible line break"
    elif re.match(f"[{BIDI_CONTROLS}]", character):
        kind = "an invisible character that turns the direction of the text"
    elif unicodedata.category(character) == "Cc":
        kind = "an invisible control character"
    else:
        kind = "an invisible character that no text needs"
    return f"{kind} (U+{ord(character):04X})"


def visible(text: str) -> str:
    """The text for a terminal: unprintable characters but newline as code points, `<U+001B>`.

    So no escape sequence or bidirectional control in a name or a value acts on the terminal, and a
    byte of a path that is not UTF-8 (a lone surrogate) does not stop the message from printing.
    """
    if text.isprintable():
        return text
    return "\n".join(visible_on_one_line(line) for line in text.split("\n"))


def visible_on_one_line(text: str) -> str:
    """As `visible`, with newlines as code points too, so that none in a file's name begins a line
    of its own."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in text)
