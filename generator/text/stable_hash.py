"""Stable 32-bit hash of a text, FNV-1a with MurmurHash3's finalizer, the same in JavaScript."""

from __future__ import annotations

_ALL = 0xFFFFFFFF


def hash32(text: str) -> int:
    """Unsigned 32-bit FNV-1a over the UTF-16 code units, then MurmurHash3's finalizer (fmix32).

    The same on every machine, for ever. theme/js/catalogue.js has it too; a test compares them.
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
