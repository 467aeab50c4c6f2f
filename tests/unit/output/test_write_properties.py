"""What holds for any trees."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.output.manifest import MANIFEST
from generator.output.write import write_tree

NAMES = st.sampled_from(["a", "b", "c", "\u00e9", "x.md"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)


def is_a_tree(files: dict[str, bytes]) -> bool:
    """Whether no file is also a folder."""
    return not any(other.startswith(f"{path}/") for path in files for other in files)


TREES = st.dictionaries(PATHS, st.sampled_from([b"", b"1", b"2"]), max_size=8).filter(is_a_tree)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below the folder but the manifest."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


@settings(max_examples=60, deadline=None)
@given(TREES, TREES)
def test_any_tree_follows_any_other(first: dict[str, bytes], second: dict[str, bytes]) -> None:
    """After a write the folder holds that tree, whatever was there, and a second one is idle."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_tree(first, folder)
        written = write_tree(second, folder)
        assert tree(folder) == second
        assert set(written.removed) == first.keys() - second.keys()
        assert set(written.created) == second.keys() - first.keys()
        again = write_tree(second, folder)
        assert (again.created, again.updated, again.removed) == ((), (), ())
        write_tree({}, folder)
        assert [path.name for path in folder.iterdir()] in ([MANIFEST], [])
