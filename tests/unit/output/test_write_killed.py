"""A build that is killed while it writes."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from generator.output.errors import EditedByHand
from generator.output.manifest import MANIFEST
from generator.output.write import write_tree

OLD = {"same.md": b"same", "changed.md": b"old", "gone/a.md": b"gone", "turned": b"file"}
NEW = {"same.md": b"same", "changed.md": b"new", "born/b.md": b"born", "turned/x": b"inside"}
THIRD = {"same.md": b"third", "gone/a.md": b"third", "born/b.md": b"third"}
MINE = {"mine.md": b"mine", "gone/mine.md": b"mine"}


class Killed(BaseException):
    """Stands for the end of the process; no `except OSError` sees it."""


@contextmanager
def killed_at(moment: int) -> Iterator[None]:
    """Let the process end at the n-th change to the disk, some of them half done."""
    left = moment

    def counted(change: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **options: Any) -> Any:
            nonlocal left
            left -= 1
            if left < 0:
                if change is Path.write_bytes:
                    path, content = arguments
                    change(path, content[: len(content) // 2])
                raise Killed
            return change(*arguments, **options)

        return run

    names = ("replace", "rename", "unlink", "mkdir", "rmdir")
    patches = [mock.patch.object(os, name, counted(getattr(os, name))) for name in names]
    patches.append(mock.patch.object(Path, "write_bytes", counted(Path.write_bytes)))
    for patch in patches:
        patch.start()
    try:
        yield
    finally:
        for patch in patches:
            patch.stop()


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below the folder but our own dot files."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


def prepare(folder: Path) -> None:
    """The old tree, and hand-written files beside it."""
    write_tree(OLD, folder)
    for path, content in MINE.items():
        (folder / path).write_bytes(content)


@pytest.mark.parametrize("following", [OLD, NEW, THIRD, {}], ids=["old", "new", "third", "none"])
def test_next_build_finishes_the_work(following: dict[str, bytes], tmp_path: Path) -> None:
    """Killed at any moment: no half file, hand-written ones untouched, nothing is forgotten."""
    moment = 0
    while True:
        folder = tmp_path / str(moment)
        prepare(folder)
        try:
            with killed_at(moment):
                write_tree(NEW, folder)
        except Killed:
            for path, content in tree(folder).items():
                assert content in (OLD.get(path), NEW.get(path), MINE.get(path))
            write_tree(following, folder)
            assert tree(folder) == following | MINE
            assert {path.name for path in folder.rglob(".*")} <= {MANIFEST, f"{MANIFEST}.part"}
        else:
            break
        moment += 1
    assert moment > 10


def test_two_kills_in_a_row_are_survived(tmp_path: Path) -> None:
    """A build of a third tree, killed too, still leaves every file known."""
    for first in range(0, 14, 2):
        for second in range(0, 14, 3):
            folder = tmp_path / f"{first}-{second}"
            prepare(folder)
            for moment, files in ((first, NEW), (second, THIRD)):
                with suppress(Killed), killed_at(moment):
                    write_tree(files, folder)
            write_tree({}, folder)
            assert tree(folder) == MINE


def test_edit_after_a_kill_is_seen(tmp_path: Path) -> None:
    """Someone's edit of a file that the killed build was about to write is not lost."""
    prepare(tmp_path)
    with pytest.raises(Killed), killed_at(6):
        write_tree(NEW, tmp_path)
    (tmp_path / "changed.md").write_bytes(b"edited")
    with pytest.raises(EditedByHand) as error:
        write_tree(NEW, tmp_path)
    assert error.value.paths == ("changed.md",)


def test_real_kill(tmp_path: Path) -> None:
    """The same with a process that is really killed, at a few moments."""
    program = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from generator.output.write import write_tree
        print("ready", flush=True)
        for turn in range(10_000):
            files = {f"{turn % 2}/{n}.md": b"%d" % turn * 999 for n in range(40)}
            files |= {f"both/{n}.md": b"%d" % turn * 999 for n in range(40)}
            write_tree(files, Path(sys.argv[1]))
        """
    )
    root = Path(__file__).parents[3]
    chance = random.Random(7)
    for _ in range(4):
        command = [sys.executable, "-c", program, str(tmp_path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=root) as build:
            assert build.stdout is not None
            assert build.stdout.readline() == b"ready\n"
            time.sleep(chance.uniform(0.02, 0.1))
            build.kill()
        for content in tree(tmp_path).values():
            assert len(content) % 999 == 0
    write_tree({}, tmp_path)
    assert tree(tmp_path) == {}
