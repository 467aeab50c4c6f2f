"""Publishing a finished tree as the site by two renames; unchanged files become hard links."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

from generator.output.errors import NotOurSite, OutputError
from generator.output.folder_scan import list_folder

MARKER = ".writing-site-site.json"
_MARK = b'{"made_by": "writing-site"}\n'


def publish(new: Path, site: Path) -> None:
    """Rename the tree `new` to `site`, and the old site out of its way first.

    Both must be on one file system. A file with the bytes of the old site's becomes a hard link to
    it, or failing that gets its modification time, so that rsync and caches see no change. A kill
    between the two renames leaves the last site in `<site>.previous`; see `recover`. Raises
    NotOurSite for a folder that holds files and no marker, OutputError if it cannot be replaced.
    """
    site = site.resolve()
    recover(site)
    _check_ours(site)
    _expect_replaceable(site)
    site.parent.mkdir(parents=True, exist_ok=True)
    if os.stat(new).st_dev != os.stat(site.parent).st_dev:
        raise OutputError(f"{new} and {site} must be on the same file system")
    # An empty folder is made where there is none, for the mode that this user's folders have.
    site.mkdir(exist_ok=True)
    (new / MARKER).write_bytes(_MARK)
    os.chmod(new, stat.S_IMODE(os.stat(site).st_mode))
    _keep_unchanged(new, site)
    _exchange(new, site)


def recover(site: Path) -> bool:
    """Restore `<site>.previous` if a build was killed between its renames; True if it did.

    To be called before anything reads or writes the site. Also removes `<site>.discarded`, an old
    site that a killed build had not finished removing. Raises NotOurSite or OutputError.
    """
    site = site.resolve()
    previous, discarded = _previous(site), _discarded(site)
    for folder in (previous, discarded):
        _check_ours(folder)
    _remove(discarded)
    if not previous.exists():
        return False
    if site.exists() and any(site.iterdir()):
        _discard(site)
        return False
    if site.exists():
        site.rmdir()
    os.rename(previous, site)
    return True


def _expect_replaceable(site: Path) -> None:
    """Raise OutputError if a folder of the old site may not be changed, before anything is done."""
    for folder, _, _ in os.walk(site):
        if not os.access(folder, os.W_OK | os.X_OK):
            raise OutputError(
                f"{folder} may not be changed by this user, so the site cannot be replaced. Check "
                "its owner and its permissions; a build as another user may have made it."
            )


def _exchange(new: Path, site: Path) -> None:
    previous = _previous(site)
    try:
        os.rename(site, previous)
    except OSError as error:
        raise OutputError(f"{site} cannot be replaced: {error.strerror}") from error
    try:
        os.rename(new, site)
    except OSError as error:
        os.rename(previous, site)
        raise OutputError(f"{new} cannot become {site}: {error.strerror}") from error
    _discard(site)


def _keep_unchanged(new: Path, old: Path) -> None:
    """Hard-link each file of `new` to its equal in `old`, or else copy that file's times."""
    for path in sorted(list_folder(new).files & list_folder(old).files):
        mine, theirs = new / path, old / path
        here, there = os.stat(mine), os.stat(theirs)
        if os.path.samestat(here, there) or here.st_size != there.st_size:
            continue
        if mine.read_bytes() != theirs.read_bytes():
            continue
        part = mine.with_name(mine.name + ".part")
        try:
            os.link(theirs, part)
        except OSError:
            # No links here: this file system, or its limit of links to one file.
            os.utime(mine, ns=(there.st_atime_ns, there.st_mtime_ns))
        else:
            os.replace(part, mine)


def _discard(site: Path) -> None:
    """Remove the previous site; renamed first, so that `<site>.previous` is always complete."""
    os.rename(_previous(site), _discarded(site))
    _remove(_discarded(site))


def _remove(folder: Path) -> None:
    """Remove a published site, its marker last, so that what a kill leaves is recognised as one.

    Raises OutputError.
    """
    if not folder.exists():
        return
    try:
        for entry in sorted(folder.iterdir()):
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            elif entry.name != MARKER:
                entry.unlink()
        (folder / MARKER).unlink(missing_ok=True)
        folder.rmdir()
    except OSError as error:
        raise OutputError(
            f"{folder} holds an earlier site that cannot be removed: {error.strerror}. "
            "Remove it by hand."
        ) from error


def _check_ours(folder: Path) -> None:
    if not folder.exists() or (folder / MARKER).is_file():
        return
    if not folder.is_dir():
        raise NotOurSite(f"{folder} is not a folder")
    if any(folder.iterdir()):
        raise NotOurSite(
            f"{folder} holds files that this program did not put there; "
            "name another folder, or empty it first"
        )


def _previous(site: Path) -> Path:
    return site.with_name(site.name + ".previous")


def _discarded(site: Path) -> Path:
    return site.with_name(site.name + ".discarded")
