"""Writing a generated tree beside hand-written files."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from generator.output.errors import DamagedManifest, EditedByHand, HandWrittenFile, UnsafePath
from generator.output.manifest import MANIFEST
from generator.output.write import WriteResult, write_tree

TREE = {"index.md": b"home", "prompts/a.md": b"a", "prompts/b.md": b"b"}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below the folder but the manifest."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def test_writes_what_is_missing(tmp_path: Path) -> None:
    """A first write creates every file, and the folder."""
    written = write_tree(TREE, tmp_path / "docs")
    assert written == WriteResult(created=tuple(sorted(TREE)))
    assert tree(tmp_path / "docs") == TREE


def test_second_write_touches_nothing(tmp_path: Path) -> None:
    """With the same bytes neither a file nor the manifest is written again."""
    write_tree(TREE, tmp_path)
    before = {path: os.stat(path).st_mtime_ns for path in tmp_path.rglob("*")}
    assert write_tree(TREE, tmp_path) == WriteResult(unchanged=3)
    assert {path: os.stat(path).st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_only_the_changed_file_is_written(tmp_path: Path) -> None:
    """The neighbours of a changed file keep their times."""
    write_tree(TREE, tmp_path)
    os.utime(tmp_path / "index.md", ns=(1, 1))
    written = write_tree(TREE | {"prompts/a.md": b"other"}, tmp_path)
    assert written == WriteResult(updated=("prompts/a.md",), unchanged=2)
    assert os.stat(tmp_path / "index.md").st_mtime_ns == 1


def test_file_no_longer_produced_is_removed(tmp_path: Path) -> None:
    """It goes, with the folder that this empties; a folder with something else in it stays."""
    write_tree(TREE | {"old/deep/c.md": b"c", "kept/d.md": b"d"}, tmp_path)
    (tmp_path / "kept" / "mine.md").write_bytes(b"mine")
    assert write_tree(TREE, tmp_path).removed == ("kept/d.md", "old/deep/c.md")
    assert tree(tmp_path) == TREE | {"kept/mine.md": b"mine"}
    assert not (tmp_path / "old").exists()


def test_deleted_file_is_written_again(tmp_path: Path) -> None:
    """A generated file that someone deleted comes back."""
    write_tree(TREE, tmp_path)
    (tmp_path / "index.md").unlink()
    assert write_tree(TREE, tmp_path).created == ("index.md",)
    assert tree(tmp_path) == TREE


def test_file_may_become_a_folder_and_back(tmp_path: Path) -> None:
    """A path changes from file to folder and from folder to file without ado."""
    write_tree({"a": b"file"}, tmp_path)
    write_tree({"a/b": b"inside"}, tmp_path)
    (tmp_path / "a" / "empty").mkdir()
    write_tree({"a": b"file"}, tmp_path)
    assert tree(tmp_path) == {"a": b"file"}


def test_case_of_a_name_may_change(tmp_path: Path) -> None:
    """The old spelling gives way to the new one."""
    write_tree({"About.md": b"a"}, tmp_path)
    write_tree({"about.md": b"a"}, tmp_path)
    assert tree(tmp_path) == {"about.md": b"a"}


def test_hand_written_files_are_refused_all_at_once(tmp_path: Path) -> None:
    """Every hand-written file in the way is named, and nothing is written."""
    (tmp_path / "prompts").mkdir()
    for path in ("index.md", "prompts/b.md", "mine.md"):
        (tmp_path / path).write_bytes(b"by hand")
    with pytest.raises(HandWrittenFile) as error:
        write_tree(TREE, tmp_path)
    assert error.value.paths == ("index.md", "prompts/b.md")
    assert set(tree(tmp_path)) == {"index.md", "prompts/b.md", "mine.md"}
    assert set(tree(tmp_path).values()) == {b"by hand"}
    assert not (tmp_path / MANIFEST).exists()


def test_many_files_are_counted() -> None:
    """However many are in the way, a sentence says it, and what to do."""
    said = str(HandWrittenFile(f"prompts/{n:03}.md" for n in range(300)))
    assert "prompts/007.md and 292 more. Move what is yours" in said
    assert len(said) < 400


@pytest.mark.parametrize("path", ["Index.md", "prompts", "PROMPTS", "index.md/x"])
def test_hand_written_file_is_in_the_way_by_its_name(path: str, tmp_path: Path) -> None:
    """Also one that differs in case only, is where a folder must go, or is in such a folder."""
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).write_bytes(b"by hand")
    with pytest.raises(HandWrittenFile) as error:
        write_tree(TREE, tmp_path)
    assert error.value.paths == (path,)


def test_edited_files_are_refused_all_at_once(tmp_path: Path) -> None:
    """An edited file is neither written over nor removed, and nothing else is written."""
    write_tree(TREE, tmp_path)
    (tmp_path / "prompts/a.md").write_bytes(b"edited")
    (tmp_path / "prompts/b.md").write_bytes(b"edited")
    before = tree(tmp_path)
    with pytest.raises(EditedByHand) as error:
        write_tree({"index.md": b"new", "prompts/a.md": b"new", "more.md": b"more"}, tmp_path)
    assert error.value.paths == ("prompts/a.md", "prompts/b.md")
    assert tree(tmp_path) == before


def test_edit_that_we_would_make_ourselves_is_fine(tmp_path: Path) -> None:
    """If the new bytes equal the edit, the file is left alone and is ours as before."""
    write_tree(TREE, tmp_path)
    (tmp_path / "index.md").write_bytes(b"edited")
    assert write_tree(TREE | {"index.md": b"edited"}, tmp_path).unchanged == 3
    assert write_tree(TREE, tmp_path).updated == ("index.md",)


def test_file_replaced_by_a_link_counts_as_edited(tmp_path: Path) -> None:
    """A link where our file was is not followed."""
    write_tree(TREE, tmp_path / "docs")
    (tmp_path / "secret").write_bytes(b"home")
    (tmp_path / "docs/index.md").unlink()
    (tmp_path / "docs/index.md").symlink_to(tmp_path / "secret")
    with pytest.raises(EditedByHand):
        write_tree(TREE | {"index.md": b"new"}, tmp_path / "docs")
    assert (tmp_path / "secret").read_bytes() == b"home"


@pytest.mark.parametrize("known", [True, False])
def test_folder_that_is_a_link_is_refused(known: bool, tmp_path: Path) -> None:
    """Nothing is written or removed through a link, also where our own folder once was."""
    docs, outside = tmp_path / "docs", tmp_path / "outside"
    outside.mkdir()
    docs.mkdir()
    if known:
        write_tree(TREE, docs)
        (docs / "prompts").rename(outside / "prompts")
    (docs / "prompts").symlink_to(outside / "prompts" if known else outside)
    before = tree(outside)
    with pytest.raises(UnsafePath):
        write_tree(TREE, docs)
    with pytest.raises(UnsafePath):
        write_tree(TREE | {"prompts/a.md": b"other"}, docs)
    assert tree(outside) == before


@pytest.mark.parametrize("path", ["../out.md", "/tmp/out.md", MANIFEST])
def test_unsafe_path_is_refused(path: str, tmp_path: Path) -> None:
    """A path out of the folder, or our own list's, stops the write before it starts."""
    with pytest.raises(UnsafePath):
        write_tree({"index.md": b"", path: b""}, tmp_path / "docs")
    assert tree(tmp_path) == {}


@pytest.mark.parametrize("text", ["", "[]", "{", '{"files": 3}', '{"files": {"a": 3}}', "null"])
def test_damaged_manifest_is_an_error(text: str, tmp_path: Path) -> None:
    """Without the list we cannot tell whose the files are, so nothing is written."""
    (tmp_path / MANIFEST).write_text(text)
    with pytest.raises(DamagedManifest):
        write_tree(TREE, tmp_path)


def test_manifest_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    """A tampered list does not make us remove a file elsewhere."""
    (tmp_path / "victim").write_bytes(b"")
    (tmp_path / "docs").mkdir()
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    (tmp_path / "docs" / MANIFEST).write_text(json.dumps({"files": {"../victim": empty}}))
    with pytest.raises(UnsafePath):
        write_tree({}, tmp_path / "docs")
    assert (tmp_path / "victim").exists()


def test_manifest_is_the_same_for_the_same_files(tmp_path: Path) -> None:
    """It does not depend on the order of the files nor on what was there before."""
    write_tree(TREE, tmp_path / "one")
    write_tree({"old.md": b""}, tmp_path / "two")
    write_tree(dict(reversed(TREE.items())), tmp_path / "two")
    assert (tmp_path / "one" / MANIFEST).read_bytes() == (tmp_path / "two" / MANIFEST).read_bytes()
