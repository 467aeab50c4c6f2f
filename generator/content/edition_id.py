"""Which edition of the library: whose, and in which language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Edition:
    """Which clinic's site in which language; there is always exactly one of each."""

    clinic: str = "default"
    locale: str = "en"
