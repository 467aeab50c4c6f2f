"""The real content as exports say it, read once."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.content.library import Library
from generator.exports.files import export_files
from generator.site.site import Site

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def files(library: Library) -> Mapping[str, bytes]:
    """Every exported file by its path."""
    return export_files(Site.of(library))


@pytest.fixture(scope="session")
def api(files: Mapping[str, bytes]) -> Callable[[str], Any]:
    """A JSON file of api/v1/, read: `api("prompts.json")`."""
    return lambda name: json.loads(files[f"api/v1/{name}"])
