"""Incremental write of generated files into a folder that may also hold hand-written ones."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.output.errors import EditedByHand, HandWrittenFile, UnsafePath
from generator.output.folder_scan import Listing, list_folder
from generator.output.manifest import MANIFEST, Manifest, read_manifest, write_manifest
from generator.output.paths import check_paths, check_plain, folded, parents


@dataclass(frozen=True)
class WriteResult:
    """What a write did: POSIX paths relative to the folder, sorted; and how many are unchanged."""

    created: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0


def write_tree(files: Mapping[str, bytes], folder: Path) -> WriteResult:
    """Make the generated files in `folder` exactly `files`, or raise before any is written.

    `files` maps POSIX relative paths to bytes. A file with the right bytes is not touched; one that
    the manifest lists and `files` does not is removed, with the folders that this empties.
    Raises UnsafePath, HandWrittenFile, EditedByHand or DamagedManifest. A kill at any moment leaves
    each file old or new, never torn, and the next call completes the write.
    """
    check_paths((*files, MANIFEST))
    if MANIFEST in files:
        raise UnsafePath(f"“{MANIFEST}” is the name of our own list of files")
    folder.mkdir(parents=True, exist_ok=True)
    before = read_manifest(folder)
    now = list_folder(folder)
    parts = {_part(path) for path in before.pending} & now.files
    _refuse_others(files, before, now, parts)
    plan = _plan(files, folder, before, now)
    if plan.after == before and not plan.changes:
        return plan.written
    if plan.changes or plan.written.removed:
        _apply(plan, files, folder, parts)
    else:
        _remove(folder, parts)
    write_manifest(folder, plan.after)
    return plan.written


@dataclass(frozen=True)
class _Plan:
    """What is to be done; `on_disk` maps generated files that exist to their SHA-256 now.

    `emptied` are folders that have to give way to files of the same path.
    """

    written: WriteResult
    on_disk: Mapping[str, str]
    after: Manifest
    emptied: frozenset[str]

    @property
    def changes(self) -> tuple[str, ...]:
        return self.written.created + self.written.updated


def _refuse_others(
    files: Mapping[str, bytes], before: Manifest, now: Listing, parts: set[str]
) -> None:
    """Raise if a foreign file or link is where one of `files`, or a folder of it, must go."""
    check_plain(before.paths)
    needed = parents(files)
    for path in sorted((needed | parents(before.paths)) & now.links):
        raise UnsafePath(f"the folder “{path}” is a symbolic link, which may lead elsewhere")
    places = {folded(path) for path in files} | {folded(path) for path in needed}
    others = (now.files | now.links) - before.paths - parts
    in_the_way = {path for path in others if folded(path) in places}
    in_the_way |= {path for path in others if not parents((path,)).isdisjoint(files)}
    if in_the_way:
        raise HandWrittenFile(in_the_way)


def _plan(files: Mapping[str, bytes], folder: Path, before: Manifest, now: Listing) -> _Plan:
    created: list[str] = []
    updated: list[str] = []
    removed: list[str] = []
    edited: list[str] = []
    on_disk: dict[str, str] = {}
    after = {path: sha256(files[path]).hexdigest() for path in sorted(files)}
    for path in sorted({*files, *before.paths}):
        if path in now.links:
            edited.append(path)
        elif path not in now.files:
            if path in files:
                created.append(path)
        else:
            content = (folder / path).read_bytes()
            if content == files.get(path):
                on_disk[path] = after[path]
                continue
            on_disk[path] = sha256(content).hexdigest()
            if not before.wrote(path, on_disk[path]):
                edited.append(path)
            (updated if path in files else removed).append(path)
    if edited:
        raise EditedByHand(edited)
    unchanged = len(files) - len(created) - len(updated)
    written = WriteResult(tuple(created), tuple(updated), tuple(removed), unchanged)
    return _Plan(written, on_disk, Manifest(after), now.folders & files.keys())


def _apply(plan: _Plan, files: Mapping[str, bytes], folder: Path, parts: Iterable[str]) -> None:
    # Write-ahead: from here on a kill must lose no file, so note its hash before and after first.
    pending = {path: plan.after.files[path] for path in plan.changes}
    write_manifest(folder, Manifest(plan.on_disk, pending))
    # Remove first, so that a folder can take the place of a file, or a name change only its case.
    _remove(folder, (*parts, *plan.written.removed))
    for path in plan.emptied:
        _remove_empty_tree(folder / path)
    for path in sorted(parents(plan.changes)):
        (folder / path).mkdir(exist_ok=True)
    for path in plan.changes:
        part = folder / _part(path)
        part.write_bytes(files[path])
        os.replace(part, folder / path)


def _part(path: str) -> str:
    """Path of the temporary file for `path`: in its folder, of fixed length, the same each time.

    So the longest name allowed has one, and what a kill left behind is recognised.
    """
    inside, _, name = path.rpartition("/")
    part = f".{sha256(name.encode()).hexdigest()[:16]}.writing-site-part"
    return f"{inside}/{part}" if inside else part


def _remove(folder: Path, paths: Iterable[str]) -> None:
    """Remove files, then the folders that this left empty, innermost first."""
    removed = sorted(paths)
    for path in removed:
        (folder / path).unlink(missing_ok=True)
    for inside in sorted(parents(removed), reverse=True):
        if not any((folder / inside).iterdir()):
            (folder / inside).rmdir()


def _remove_empty_tree(folder: Path) -> None:
    """Remove a folder that holds nothing but empty folders. Raises OSError if it holds a file."""
    for inside, _, _ in os.walk(folder, topdown=False):
        os.rmdir(inside)
