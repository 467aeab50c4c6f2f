"""A packed edition is whole, and stands for what it was made of and nothing else."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from generator.archives import Archives
from generator.content.edition_id import Edition
from generator.places import Places
from generator.up_to_date import Scan

MILL = Places(Path("library"), Edition("mill"))
NOW = Scan("inputs", is_settled=True)


@pytest.fixture
def packs(tmp_path: Path) -> Archives:
    """A folder with one edition in it."""
    packs = Archives(tmp_path / "packs")
    packs.put(MILL, b"zip", 3)
    packs.note(MILL, NOW, "one warning")
    return packs


def test_the_checksum_stands_beside_it(packs: Archives) -> None:
    """As `sha256sum -c` reads it, and nothing that is half written is left."""
    made = {file.name: file.read_bytes() for file in packs.folder.iterdir()}
    assert set(made) == {"mill-en.zip", "mill-en.zip.sha256", ".mill-en.json"}
    line = f"{sha256(b'zip').hexdigest()}  mill-en.zip\n"
    assert made["mill-en.zip.sha256"] == line.encode()


def test_the_same_inputs_make_no_other_file(packs: Archives) -> None:
    """What was said when it was made is said again."""
    assert packs.warnings_of(MILL, NOW) == "one warning"
    assert packs.warnings_of(MILL, Scan("others", is_settled=True)) is None


@pytest.mark.parametrize("lost", ["mill-en.zip", "mill-en.zip.sha256", ".mill-en.json"])
@pytest.mark.parametrize("content", [None, b"", b"{}"])
def test_what_is_not_whole_is_made_again(packs: Archives, lost: str, content: bytes | None) -> None:
    """Whichever of its files is gone, cut or of something else."""
    (packs.folder / lost).unlink()
    if content is not None:
        (packs.folder / lost).write_bytes(content)
    assert packs.warnings_of(MILL, NOW) is None


def test_a_kill_between_two_files_leaves_no_wrong_checksum(packs: Archives, monkeypatch) -> None:
    """The old sum goes before the new file comes."""

    def killed(file: Path, content: bytes) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.archives.write_atomically", killed)
    with pytest.raises(KeyboardInterrupt):
        packs.put(MILL, b"another", 3)
    assert not (packs.folder / "mill-en.zip.sha256").exists()
    assert (packs.folder / "mill-en.zip").read_bytes() == b"zip"
