"""The real content as exports say it, read once."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.build import read
from generator.content.library import Edition, Library
from generator.exports.files import export_files
from generator.places import Places
from generator.site.site import Site

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def library(today: date) -> Library:
    """The real content."""
    library, problems = read(Places(ROOT, Edition()), today)
    assert not problems.has_errors
    return library


@pytest.fixture(scope="session")
def files(library: Library) -> Mapping[str, bytes]:
    """Every exported file by its path."""
    return export_files(Site.of(library))


@pytest.fixture(scope="session")
def api(files: Mapping[str, bytes]) -> Callable[[str], Any]:
    """A JSON file of api/v1/, read: `api("prompts.json")`."""
    return lambda name: json.loads(files[f"api/v1/{name}"])
