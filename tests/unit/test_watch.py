"""Whatever program saves, and however it does, the site is built again; our own files are none."""

from __future__ import annotations

import os
import shutil
import threading
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import watch
from generator.content.edition_id import Edition
from generator.places import Places
from generator.watch import is_silent, watching

SOON = 6.0
QUIET = 0.4
EACH = 0.1
"""Seconds: the system tells within a hundredth; here polling looks ten times as often."""


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """A project with one prompt file, a clinic's folder, and a generated page."""
    monkeypatch.setattr(watch, "POLL_SECONDS", EACH)
    own = tmp_path / "Our Clinic"
    for folder in ("content/prompts", "docs/prompts", "Our Clinic/resources", "Our Clinic/site"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "content/prompts/x.yaml").write_text("title: x\n")
    (own / "clinic.yaml").write_text("name: x\n")
    (tmp_path / "docs/prompts/ours.md").write_text("# Ours\n")
    (tmp_path / "elsewhere").mkdir()
    return Places(tmp_path, Edition("our-clinic"), own)


def _rename(temporary: str) -> Callable[[Path], None]:
    def save(file: Path) -> None:
        part = file.with_name(temporary)
        part.write_text("title: y\n")
        os.replace(part, file)

    return save


def _in_place(file: Path) -> None:
    file.write_text("title: other\n")


def _backup(file: Path) -> None:
    os.rename(file, f"{file}~")
    file.write_text("title: y\n")


def _from_elsewhere(file: Path) -> None:
    other = file.parents[2] / "elsewhere" / "z"
    other.write_text("title: y\n")
    os.replace(other, file)


def _folder_moved_in(file: Path) -> None:
    folder = file.parents[2] / "elsewhere" / "techniques"
    folder.mkdir()
    (folder / "y.yaml").write_text("title: y\n")
    os.rename(folder, file.parents[1] / "techniques")


def _folder_moved_away(file: Path) -> None:
    os.rename(file.parent, file.parents[2] / "elsewhere" / "prompts")


def _removed(file: Path) -> None:
    file.unlink()


WAYS: dict[str, Callable[[Path], None]] = {
    "in place": _in_place,
    "sed": _rename("sedAb12"),
    "vim": _backup,
    "moved in from elsewhere": _from_elsewhere,
    "GNOME Text Editor": _rename(".goutputstream-AB12CD"),
    "rsync, Nextcloud": _rename(".x.yaml.Xy12Ab"),
    "Syncthing": _rename(".syncthing.x.yaml.tmp"),
    "Sublime Text": _rename(".subl3f2.tmp"),
    "many others": _rename("x.yaml.tmp"),
    "a folder moved in": _folder_moved_in,
    "a folder moved away": _folder_moved_away,
    "removed": _removed,
}


@pytest.mark.parametrize("poll", [False, True], ids=["told", "polling"])
@pytest.mark.parametrize("way", WAYS)
def test_every_way_to_save_is_noticed(places: Places, way: str, poll: bool) -> None:
    """In place or by a rename from any name, and folders as a whole: each is a change."""
    changed = threading.Event()
    with watching(places, changed, poll=poll) as is_polling:
        assert is_polling is poll
        WAYS[way](places.content / "prompts/x.yaml")
        assert changed.wait(SOON)


UNREAD = (
    "content/prompts/.#x.yaml",
    "content/prompts/x.yaml~",
    "content/Thumbs.db",
    "content/.git/index",
    "Our Clinic/site/index.html",
    "Our Clinic/dist/our-clinic.zip",
    "Our Clinic/.build/our-clinic-en/docs/index.md",
    "docs/prompts/ours.md",
    "elsewhere/x.yaml",
)


@pytest.mark.parametrize("poll", [False, True], ids=["told", "polling"])
def test_what_nobody_reads_is_no_change(places: Places, poll: bool) -> None:
    """What the build writes, hidden files and those of editors and systems start no build."""
    assert places.own is not None
    root = places.content.parent
    changed = threading.Event()
    with watching(places, changed, poll=poll):
        for path in UNREAD:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text("other\n")
        assert not changed.wait(QUIET)
        (places.own / "resources/y.yaml").write_text("name: y\n")
        assert changed.wait(SOON)


def test_loops_of_links_are_not_followed(places: Places) -> None:
    """Polling ends where a link leads back to its own folder."""
    (places.content / "loop").symlink_to(places.content)
    changed = threading.Event()
    with watching(places, changed, poll=True):
        shutil.rmtree(places.content / "prompts")
        assert changed.wait(SOON)


def test_network_drives_are_polled(tmp_path: Path) -> None:
    """The file system on which a folder lies is that of the longest place above it."""
    inside = tmp_path / "share with space" / "content"
    inside.mkdir(parents=True)
    share = str(inside.parent).replace(" ", "\\040")
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda / ext4 rw 0 0\n//server/x {share} cifs rw 0 0\n", "utf-8")
    assert is_silent(inside, mounts)
    assert not is_silent(tmp_path, mounts)
    assert not is_silent(inside, tmp_path / "nothing")


def test_a_folder_of_which_it_hears_twice_does_not_end_the_watch(places: Places) -> None:
    """The library warns of that in the thread that listens, which a warning must not end."""
    with watching(places, threading.Event()):
        warnings.warn(
            "Callback with id '1' already exists for watch x.", RuntimeWarning, stacklevel=1
        )
