"""Numbers from texts."""

from __future__ import annotations

from generator.text.stable_hash import hash32


def test_known_numbers():
    """The numbers are those of FNV-1a with the end of MurmurHash3, on every machine."""
    assert hash32("") == 2872998923
    assert hash32("2026-11-23 night-page") == 519749830


def test_spreads():
    """Of a thousand texts, each tenth of all numbers gets about a hundred."""
    tenths = [0] * 10
    for day in range(1000):
        tenths[hash32(f"day {day}") * 10 >> 32] += 1
    assert min(tenths) > 50
    assert max(tenths) < 200
