"""A number from a text that looks like chance and is the same on every machine, for ever."""

from __future__ import annotations

_ALL = 0xFFFFFFFF


def mixed(text: str) -> int:
    """32 bits of FNV-1a over the UTF-16 units, stirred as MurmurHash3 ends.

    theme/js/catalogue.js has the same in the browser; a test holds the two together.
    """
    number = 0x811C9DC5
    for unit in _units(text):
        number = (number ^ unit) * 0x01000193 & _ALL
    number = (number ^ number >> 16) * 0x85EBCA6B & _ALL
    number = (number ^ number >> 13) * 0xC2B2AE35 & _ALL
    return number ^ number >> 16


def _units(text: str) -> tuple[int, ...]:
    raw = text.encode("utf-16-le")
    return tuple(raw[i] | raw[i + 1] << 8 for i in range(0, len(raw), 2))
