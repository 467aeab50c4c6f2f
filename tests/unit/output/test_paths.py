"""Which paths may be written."""

from __future__ import annotations

import pytest

from generator.output.errors import UnsafePath
from generator.output.paths import check_paths, folded, parents


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "../a",
        "a/../b",
        "a/./b",
        "./a",
        "a//b",
        "a/",
        "a\\b",
        "c:a",
        "a\nb",
        "a\0",
    ],
)
def test_path_that_is_not_plain_is_refused(path: str) -> None:
    """Only a relative path of plain names is written."""
    with pytest.raises(UnsafePath):
        check_paths(["fine.md", path])


@pytest.mark.parametrize(
    "pair",
    [
        ("About.md", "about.md"),
        ("Prompts/a.md", "prompts/b.md"),
        ("caf\u00e9.md", "cafe\u0301.md"),
        ("Stra\u00dfe.md", "strasse.md"),
        ("a", "a/b"),
        ("a/b", "A"),
    ],
)
def test_paths_that_collide_are_refused(pair: tuple[str, str]) -> None:
    """Two paths that some file system takes for one, or a file that is a folder, are refused."""
    for paths in (pair, pair[::-1]):
        with pytest.raises(UnsafePath):
            check_paths(paths)


def test_plain_paths_pass() -> None:
    """Ordinary trees are fine, other alphabets, spaces and dot files too."""
    check_paths(
        ["index.md", "prompts/index.md", "prompts/a b.md", "ayuda/\u0645.md", ".well-known/a"]
    )


def test_parents_are_all_outer_folders() -> None:
    """Every folder on the way is named, the root is not."""
    assert parents(["a/b/c.md", "d.md"]) == {"a", "a/b"}


def test_folded_ignores_case_and_form() -> None:
    """Composed and decomposed letters, upper and lower case, are one."""
    assert folded("CAFE\u0301") == folded("caf\u00e9")
