"""Publishing a finished tree as the site."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from generator.output.errors import NotOurSite, OutputError
from generator.output.swap import MARKER, publish, recover

OLD = {"index.html": b"old", "same.html": b"same", "gone/a.html": b"a"}
NEW = {"index.html": b"new", "same.html": b"same", "born/b.html": b"b"}


class Killed(BaseException):
    """Stands for the end of the process; no `except OSError` sees it."""


@contextmanager
def killed_at(moment: int) -> Iterator[None]:
    """Let the process end at the n-th change of a name on the disk."""
    left = moment

    def counted(change: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **options: Any) -> Any:
            nonlocal left
            left -= 1
            if left < 0:
                raise Killed
            return change(*arguments, **options)

        return run

    names = ("replace", "rename", "unlink", "mkdir", "rmdir", "link", "chmod", "utime")
    patches = [mock.patch.object(os, name, counted(getattr(os, name))) for name in names]
    for patch in patches:
        patch.start()
    try:
        yield
    finally:
        for patch in patches:
            patch.stop()


def built(folder: Path, files: Mapping[str, bytes]) -> Path:
    """A finished tree in a private folder."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    folder.chmod(0o700)
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below the folder but the marker."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MARKER
    }


def names(folder: Path) -> set[str]:
    """What is directly in the folder."""
    return {path.name for path in folder.iterdir()}


def test_first_site_is_the_tree(tmp_path: Path) -> None:
    """The tree becomes the site, readable by whoever may read this user's folders."""
    publish(built(tmp_path / "new", OLD), tmp_path / "public" / "site")
    assert tree(tmp_path / "public" / "site") == OLD
    assert names(tmp_path) == {"public"}
    assert names(tmp_path / "public") == {"site"}
    (tmp_path / "ordinary").mkdir()
    modes = [stat.S_IMODE(os.stat(tmp_path / name).st_mode) for name in ("ordinary", "public/site")]
    assert modes[0] == modes[1]


def test_next_site_replaces_the_last(tmp_path: Path) -> None:
    """Nothing of the last site is left, and the mode of its folder is kept."""
    site = tmp_path / "site"
    publish(built(tmp_path / "new", OLD), site)
    site.chmod(0o750)
    publish(built(tmp_path / "new", NEW), site)
    assert tree(site) == NEW
    assert stat.S_IMODE(os.stat(site).st_mode) == 0o750
    assert names(tmp_path) == {"site"}


def test_unchanged_file_is_the_same_file(tmp_path: Path) -> None:
    """It keeps its inode and its time; a changed one does not, even if its size is the same."""
    site = tmp_path / "site"
    publish(built(tmp_path / "new", OLD), site)
    before = {path: os.stat(site / path) for path in OLD}
    publish(built(tmp_path / "new", NEW), site)
    assert os.path.samestat(os.stat(site / "same.html"), before["same.html"])
    assert not os.path.samestat(os.stat(site / "index.html"), before["index.html"])
    assert os.stat(site / "same.html").st_nlink == 1


def test_time_is_kept_where_links_are_not_possible(tmp_path: Path) -> None:
    """Without hard links the unchanged file is a new one with the old time."""
    site = tmp_path / "site"
    publish(built(tmp_path / "new", OLD), site)
    os.utime(site / "same.html", ns=(1_000, 1_000))
    with mock.patch.object(os, "link", side_effect=OSError(errno.EPERM, "no links here")):
        publish(built(tmp_path / "new", NEW), site)
    assert os.stat(site / "same.html").st_mtime_ns == 1_000
    assert tree(site) == NEW


@pytest.mark.parametrize("name", ["site", "site.previous", "site.discarded"])
def test_folder_of_someone_else_is_refused(name: str, tmp_path: Path) -> None:
    """Nothing is changed if any of the folders that we would replace or remove is not ours."""
    (tmp_path / name).mkdir()
    (tmp_path / name / "thesis.txt").write_bytes(b"mine")
    new = built(tmp_path / "new", NEW)
    with pytest.raises(NotOurSite):
        publish(new, tmp_path / "site")
    assert tree(new) == NEW
    assert tree(tmp_path / name) == {"thesis.txt": b"mine"}


def test_file_in_place_of_the_site_is_refused(tmp_path: Path) -> None:
    """A file with the site's name is not replaced."""
    (tmp_path / "site").write_bytes(b"mine")
    with pytest.raises(NotOurSite):
        publish(built(tmp_path / "new", NEW), tmp_path / "site")
    assert (tmp_path / "site").read_bytes() == b"mine"


def test_empty_folder_may_become_the_site(tmp_path: Path) -> None:
    """An empty folder holds nothing that could be lost."""
    (tmp_path / "site").mkdir()
    publish(built(tmp_path / "new", NEW), tmp_path / "site")
    assert tree(tmp_path / "site") == NEW


def test_site_may_be_a_link(tmp_path: Path) -> None:
    """The folder that the link leads to is replaced; the link stays."""
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "real")
    publish(built(tmp_path / "new", NEW), tmp_path / "site")
    assert (tmp_path / "site").is_symlink()
    assert tree(tmp_path / "real") == NEW


def test_failed_rename_puts_the_last_site_back(tmp_path: Path) -> None:
    """If the new tree cannot be renamed the last site is the site again."""
    site = tmp_path / "site"
    publish(built(tmp_path / "new", OLD), site)
    new = built(tmp_path / "new", NEW)
    rename = os.rename

    def refuse(source: Path, target: Path) -> None:
        if source == new:
            raise OSError(errno.EACCES, "not now")
        rename(source, target)

    with mock.patch.object(os, "rename", refuse), pytest.raises(OutputError):
        publish(new, site)
    assert tree(site) == OLD


def test_kill_at_any_moment_leaves_a_whole_site(tmp_path: Path) -> None:
    """After `recover` the site is the old one or the new one, and the next build succeeds."""
    moment = 0
    seen = set()
    while True:
        folder = tmp_path / str(moment)
        site = folder / "site"
        publish(built(folder / "new", OLD), site)
        new = built(folder / "new", NEW)
        try:
            with killed_at(moment):
                publish(new, site)
        except Killed:
            whole = [site] if site.exists() else [folder / "site.previous"]
            assert tree(whole[0]) in (OLD, NEW)
            recover(site)
            seen.add(tree(site) == NEW)
            assert tree(site) in (OLD, NEW)
            publish(built(folder / "again", OLD), site)
            assert tree(site) == OLD
            assert names(folder) <= {"site", "new"}
        else:
            break
        moment += 1
    assert seen == {True, False}


def test_kill_during_recovery_is_survived(tmp_path: Path) -> None:
    """Recovering can itself be killed and tried again."""
    for first in range(20):
        for second in range(6):
            folder = tmp_path / f"{first}-{second}"
            publish(built(folder / "new", OLD), folder / "site")
            new = built(folder / "new", NEW)
            with suppress(Killed), killed_at(first):
                publish(new, folder / "site")
            with suppress(Killed), killed_at(second):
                recover(folder / "site")
            recover(folder / "site")
            assert tree(folder / "site") in (OLD, NEW)
            assert names(folder) <= {"site", "new"}


def test_recover_says_what_it_did(tmp_path: Path) -> None:
    """True if a last site was put back; with nothing to do it does nothing."""
    site = tmp_path / "site"
    assert recover(site) is False
    publish(built(tmp_path / "new", OLD), site)
    assert recover(site) is False
    site.rename(tmp_path / "site.previous")
    assert recover(site) is True
    assert tree(site) == OLD


def test_site_of_another_user_is_refused_before_anything_is_done(tmp_path, monkeypatch) -> None:
    """What could not be removed afterwards is not taken away; the folder is named."""
    publish(built(tmp_path / "one", OLD), tmp_path / "site")
    theirs = tmp_path / "site/gone"
    monkeypatch.setattr(os, "access", lambda place, how: str(place) != str(theirs))
    with pytest.raises(OutputError, match=f"{theirs} may not be changed by this user"):
        publish(built(tmp_path / "two", NEW), tmp_path / "site")
    assert (tmp_path / "site/index.html").read_bytes() == b"old"
    assert (tmp_path / "two/born/b.html").exists()


def test_what_is_left_of_an_earlier_site_is_named(tmp_path, monkeypatch) -> None:
    """A build that cannot remove it says which folder it is."""
    publish(built(tmp_path / "one", OLD), tmp_path / "site")
    (tmp_path / "site").rename(tmp_path / "site.discarded")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "same.html")

    monkeypatch.setattr(os, "unlink", refused)
    with pytest.raises(OutputError, match=r"site\.discarded holds an earlier site"):
        recover(tmp_path / "site")
