"""The engines that there are. Nothing else is here, so that naming one costs no time."""

from __future__ import annotations

from enum import StrEnum


class EngineName(StrEnum):
    """An engine, as `--engine` and the configuration name it."""

    MKDOCS = "mkdocs"
    PROPERDOCS = "properdocs"
    ZENSICAL = "zensical"
