"""Random edits of content (seeded), and comparison of folder trees."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from generator.content.layers.names import MADE
from generator.problems import Refused
from tests.projects import Project

OVERLAID = ("techniques", "packets", "worksheets")
"""Folders whose entries have a title that a clinic may override."""


def tree(folder: Path) -> dict[str, bytes | None]:
    """POSIX path → bytes of every file; None for a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def differences(one: dict[str, bytes | None], other: dict[str, bytes | None]) -> list[str]:
    """Paths that differ between two trees, sorted."""
    return sorted(p for p in one.keys() | other.keys() if one.get(p, 0) != other.get(p, 0))


class Editor:
    """Generator of random edits (seeded): changes, adds, deletes, renames and restores files.

    It edits two content folders, the library and a clinic's own overlay.
    """

    def __init__(self, library: Path, own: Path, seed: int) -> None:
        self._library, self._own = library, own
        self._chance = random.Random(seed)
        self._away: dict[Path, bytes] = {}
        once = (self._remove, self._restore, self._rename, self._copy)
        self._changes = (self._reword, self._reword, self._lay_over, self._lay_over, *once)

    def files(self) -> list[Path]:
        """All YAML and Markdown files of both folders, sorted."""
        return sorted(
            file
            for folder in (self._library, self._own)
            for suffix in (".yaml", ".md")
            for file in folder.rglob(f"*{suffix}")
            if not any(p in MADE or p.startswith(".") for p in file.relative_to(folder).parts)
        )

    def step(self) -> str:
        """Make one random edit, which may be invalid; returns a description of it."""
        file = self._chance.choice(self.files())
        change = self._chance.choice(self._changes)
        change(file)
        return f"{change.__name__.strip('_')} {file}"

    def contents(self) -> dict[Path, bytes]:
        """Path → bytes of all files: a snapshot for `mend`."""
        return {file: file.read_bytes() for file in self.files()}

    def mend(self, good: dict[Path, bytes]) -> None:
        """Restore a snapshot."""
        for file in self.files():
            if file not in good:
                file.unlink()
        for file, content in good.items():
            if not file.exists() or file.read_bytes() != content:
                file.write_bytes(content)
        self._away.clear()

    def _reword(self, file: Path) -> None:
        words = file.read_text("utf-8").split(" ")
        places = [n for n, word in enumerate(words) if word.isalpha() and len(word) > 3]
        if places:
            place = self._chance.choice(places)
            words[place] = self._chance.choice(("harbour", "plain", words[place], words[place] * 2))
            file.write_text(" ".join(words), "utf-8")

    def _remove(self, file: Path) -> None:
        self._away[file] = file.read_bytes()
        file.unlink()

    def _restore(self, _: Path) -> None:
        for file in list(self._away):
            file.write_bytes(self._away.pop(file))

    def _lay_over(self, _: Path) -> None:
        there = sorted(f for part in OVERLAID for f in (self._library / part).glob("*.yaml"))
        if there:
            place = self._own / self._chance.choice(there).relative_to(self._library)
            place.parent.mkdir(exist_ok=True)
            place.write_text(f"title: A title of our own, {self._chance.randrange(5)}\n", "utf-8")

    def _rename(self, file: Path) -> None:
        file.rename(file.with_stem(f"{file.stem}-{self._chance.randrange(5)}"))

    def _copy(self, _: Path) -> None:
        listings = sorted((self._library / "resources").rglob("*.yaml"))
        if listings:
            file = self._chance.choice(listings)
            file.with_stem(f"{file.stem}-too").write_bytes(file.read_bytes())


def good_states(project: Project, editor: Editor, steps: int) -> Iterator[str]:
    """Make `steps` random edits; yields the description of each that passes the checks.

    Edits that do not are undone.
    """
    good = editor.contents()
    for _ in range(steps):
        edit = editor.step()
        try:
            project.library()
        except Refused:  # also if the clinic itself is missing
            editor.mend(good)
            continue
        good = editor.contents()
        yield edit
