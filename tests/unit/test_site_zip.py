"""One file with the whole site in it, to send to whoever puts it online."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.output.swap import MARKER
from generator.site.words import load_words
from generator.site_zip import SUMS, pack

FILES = {"index.html": b"<p>\xc3\xa9</p>", "assets/site.css": b"p {}", ".htaccess": b"#"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small finished site, with the mark that says whose it is."""
    for path, content in FILES.items() | {(MARKER, b"{}")}:
        file = tmp_path / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return tmp_path / "site"


def packed(site: Path, to: Path) -> Path:
    """The zip file of that site."""
    return pack(
        site, to, name="a-clinic", address="https://example.org/a/", day=date(2026, 5, 1),
        words=load_words("en"),
    ).file  # fmt: skip


def test_everything_is_in_one_folder(site, tmp_path):
    """Unpacked, it is one folder with the site, the text, the sums and the container's files."""
    with ZipFile(packed(site, tmp_path)) as file:
        names = set(file.namelist())
        text = file.read("a-clinic/HOW-TO-PUT-THIS-ONLINE.txt").decode()
    inside = {f"a-clinic/site/{path}" for path in FILES}
    others = {"HOW-TO-PUT-THIS-ONLINE.txt", SUMS, "Containerfile", "nginx.conf"}
    assert names == inside | {f"a-clinic/{name}" for name in others}
    assert "https://example.org/a/" in text
    assert "{" not in text


def test_sums_are_right(site, tmp_path):
    """Each line of the sums is that of the file that it names, and none is missing."""
    with ZipFile(packed(site, tmp_path)) as file:
        lines = file.read(f"a-clinic/{SUMS}").decode().splitlines()
        sums = {path: found for found, path in (line.split("  ") for line in lines)}
        rest = {name for name in file.namelist() if not name.endswith(SUMS)}
        assert {f"a-clinic/{path}" for path in sums} == rest
        for path, found in sums.items():
            assert hashlib.sha256(file.read(f"a-clinic/{path}")).hexdigest() == found


def test_same_site_same_bytes(site, tmp_path):
    """Packed twice on one day, the file is the same."""
    assert packed(site, tmp_path / "a").read_bytes() == packed(site, tmp_path / "b").read_bytes()
