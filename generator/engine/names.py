"""Enumeration of the engines, apart from the rest, so that the command line loads no engine."""

from __future__ import annotations

from enum import StrEnum


class EngineName(StrEnum):
    """An engine, as `--engine` and the configuration name it."""

    MKDOCS = "mkdocs"
    PROPERDOCS = "properdocs"
    ZENSICAL = "zensical"
