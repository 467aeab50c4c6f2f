"""A small content tree, and every page that it becomes, byte for byte.

When a page is meant to change, run `pytest tests/golden --update-golden` and read the difference.
The author's reference (authors/) and the schemas of exports describe the program rather than
content and have their own tests.
"""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Self

import pytest

from generator.build import render_site
from generator.content.edition_id import Edition
from generator.places import Places
from generator.reading import read
from generator.site.site import Site

HERE = Path(__file__).parent
GOLDEN = HERE / "pages"
SMALL = (HERE.parent / "content", HERE / "content")
TODAY = date(2026, 5, 15)
WITH_OTHER_SEED = """
import hashlib, sys
from datetime import date
from pathlib import Path
from generator.build import render_site
from generator.reading import read
from generator.content.edition_id import Edition
from generator.places import Places
from generator.site.site import Site
library, _ = read(Places(Path(sys.argv[1]), Edition("default")), date.fromisoformat(sys.argv[2]))
for path, content in sorted(render_site(Site.of(library)).items()):
    print(path, hashlib.sha256(content).hexdigest())
"""


@pytest.fixture(scope="module")
def root(make_project):
    """A project with the small content."""
    return make_project(*SMALL).root


@pytest.fixture(scope="module")
def once(root):
    """Everything that the content becomes, made once to compare with."""
    return rendered(root)


def rendered(root: Path) -> dict[str, bytes]:
    """Everything that the content becomes."""
    library, problems = read(Places(root, Edition("default")), TODAY)
    assert not problems.has_errors, problems.sorted
    return render_site(Site.of(library))


def test_pages_are_as_agreed(once, request):
    """Each page is byte for byte the one that somebody has read and found good."""
    pages = {
        path: content
        for path, content in once.items()
        if not path.startswith(("assets/", "authors/", "api/v1/schema/"))
    }
    if request.config.getoption("--update-golden"):
        for file in (f for f in GOLDEN.rglob("*") if f.is_file()):
            file.unlink()
        for path, content in pages.items():
            (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / path).write_bytes(content)
    agreed = {f.relative_to(GOLDEN).as_posix(): f for f in GOLDEN.rglob("*") if f.is_file()}
    assert set(pages) == set(agreed)
    for path, content in pages.items():
        assert content.decode() == agreed[path].read_bytes().decode(), path


def test_again_the_same(root, once):
    """Rendered twice, every file has the same bytes."""
    assert rendered(root) == once


def test_order_of_folders_does_not_matter(root, once, monkeypatch):
    """A disk that lists its files in another order makes no difference."""
    scandir, iterdir = os.scandir, Path.iterdir
    shuffle = random.Random(7).shuffle

    class Shuffled:
        def __init__(self, path: str = ".") -> None:
            with scandir(path) as entries:
                found = list(entries)
            shuffle(found)
            self._entries = iter(found)

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *ignored: object) -> None: ...

        def __iter__(self) -> Self:
            return self

        def __next__(self) -> os.DirEntry[str]:
            return next(self._entries)

        def close(self) -> None: ...

    def shuffled_iterdir(path: Path):
        entries = list(iterdir(path))
        shuffle(entries)
        return iter(entries)

    monkeypatch.setattr(os, "scandir", Shuffled)
    monkeypatch.setattr(Path, "iterdir", shuffled_iterdir)
    assert rendered(root) == once


@pytest.mark.site
def test_hash_seed_and_working_folder_do_not_matter(root, once, tmp_path):
    """Another process, elsewhere, with other hashes, time zone and language, gives the same."""
    strange = {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    command = [sys.executable, "-P", "-c", WITH_OTHER_SEED, str(root), TODAY.isoformat()]
    told = subprocess.run(
        command, cwd=tmp_path, env=os.environ | strange, capture_output=True, text=True, check=True
    ).stdout
    here = sorted(once.items())
    assert told.splitlines() == [f"{p} {hashlib.sha256(c).hexdigest()}" for p, c in here]
