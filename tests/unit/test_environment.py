"""What the machine refuses is told in one sentence, with exit code 2 and without a traceback."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.engine.configuration import expect_config
from generator.problems import EnvironmentProblem
from generator.system_errors import sentence_of

ROOT = Path(__file__).parents[2]
NOON = "1780315200"
"""Noon of 2026-06-01, at which the small content is fresh."""
ENVIRONMENT = os.environ | {"SOURCE_DATE_EPOCH": NOON, "PYTHONPATH": str(ROOT)}
# What Python keeps back is written when it ends, and may fail only then.
ENVIRONMENT.pop("PYTHONUNBUFFERED", None)
# An administrator may read and write everything, so that right is given up first.
MAY_NOT = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if not os.geteuid() else []


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the small content and one page written by hand."""
    root = tmp_path / "project"
    shutil.copytree(ROOT / "tests/content", root / "content")
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "docs").mkdir()
    (root / "content/pages").mkdir(exist_ok=True)
    (root / "content/pages/about.md").write_text("# About\n\nWritten by hand.\n")
    return root


@dataclass(frozen=True)
class Ran:
    """What came of a run of the program."""

    returncode: int
    stdout: bytes
    stderr: bytes


Run = Callable[..., Ran]


@pytest.fixture(scope="session")
def run() -> Iterator[Run]:
    """The program, as somebody who may not read or write everything.

    `run(folder, *arguments, limit=None, **changes)`: files may be at most `limit` long, `changes`
    are those of the environment.
    """
    forks = subprocess.Popen(
        [*MAY_NOT, sys.executable, Path(__file__).with_name("fork_server.py")],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env=ENVIRONMENT,
    )  # fmt: skip
    assert forks.stdin is not None
    assert forks.stdout is not None

    def run(folder: Path | bytes, *arguments: str, limit: int | None = None, **changes: str) -> Ran:
        asked = {"folder": os.fsencode(folder).hex(), "arguments": arguments, "limit": limit}
        print(json.dumps(asked | {"changes": changes}), file=forks.stdin, flush=True)
        code, *said = json.loads(forks.stdout.readline())
        return Ran(code, *map(bytes.fromhex, said))

    with forks:
        yield run
        forks.stdin.close()


def assert_one_sentence(ran: Ran, *named: str) -> None:
    said = ran.stderr.decode("utf-8")
    assert ran.returncode == 2, said
    # The label of a bar that shows progress may stand before it.
    assert len([line for line in said.splitlines() if not line.startswith("Printing")]) == 1, said
    assert said.rstrip().endswith((".", "?")), said
    assert ran.stdout == b""
    for part in named:
        assert part in said


def _forbid(path: str, mode: int = 0) -> Callable[[Path], None]:
    return lambda root: (root / path).chmod(mode)


def _file_for_folder(path: str) -> Callable[[Path], None]:
    return lambda root: (root / path).write_bytes(b"x") and None


def _folder_for_file(path: str) -> Callable[[Path], None]:
    def arrange(root: Path) -> None:
        (root / path).unlink(missing_ok=True)
        (root / path).mkdir()

    return arrange


CONDITIONS: dict[str, tuple[Callable[[Path], None], list[str], str]] = {
    "no mkdocs.yml": (lambda root: (root / "mkdocs.yml").unlink(), ["check"], "mkdocs.yml"),
    "no mkdocs.yml, built": (lambda root: (root / "mkdocs.yml").unlink(), ["build"], "mkdocs.yml"),
    "a folder as mkdocs.yml": (_folder_for_file("mkdocs.yml"), ["check"], "mkdocs.yml"),
    "mkdocs.yml kept from us": (_forbid("mkdocs.yml"), ["build"], "mkdocs.yml"),
    "a folder as the manifest": (_folder_for_file("docs/.writing-site.json"), ["generate"], "docs"),
    "a file as .build": (_file_for_folder(".build"), ["generate"], ".build"),
    "content kept from us": (_forbid("content/prompts"), ["check"], "content/prompts"),
    "clinics kept from us": (_forbid("content/clinics"), ["check"], "content/clinics"),
    "docs kept from us": (_forbid("docs"), ["generate"], "docs"),
    "docs to read only": (_forbid("docs", 0o555), ["generate"], "docs"),
    "a project to read only": (_forbid(".", 0o555), ["generate"], ".build"),
    "no schemas": (_forbid(".", 0o555), ["schema"], "schemas"),
    "a file as schemas": (_file_for_folder("schemas"), ["schema"], "schemas"),
    "no new entry": (_forbid("content/studies", 0o555), ["new", "study", "abc-def"], "abc-def"),
    "no printed sheets": (_file_for_folder("printed"), ["worksheets"], "printed"),
    "no package": (_forbid(".", 0o555), ["package"], "dist"),
}


@pytest.mark.site
@pytest.mark.parametrize("name", CONDITIONS)
def test_what_may_not_be_read_or_written_is_named(run: Run, project: Path, name: str) -> None:
    """A missing file, a folder in its place, a file in the way, a right that is not there."""
    arrange, arguments, named = CONDITIONS[name]
    arrange(project)
    try:
        assert_one_sentence(run(project, *arguments), named)
    finally:
        for place in (project, *project.rglob("*")):
            if place.is_dir():
                place.chmod(0o755)


@pytest.mark.site
@pytest.mark.parametrize(
    ("arguments", "left"),
    [
        (["new", "study", "abc-def"], "content/studies/abc-def.yaml"),
        (["schema"], "schemas/study.schema.json"),
        (["generate"], "docs/index.md"),
    ],
)
def test_no_room_is_told_and_leaves_nothing_half(
    run: Run, project: Path, arguments: list[str], left: str
) -> None:
    """Where a file cannot grow any more, none is left that looks as if it were whole."""
    assert_one_sentence(run(project, *arguments, limit=300), "no room")
    assert not (project / left).exists()


@pytest.mark.site
def test_a_path_that_is_no_utf_8(run: Run, project: Path) -> None:
    """The engine cannot work in a folder whose name is of another encoding; it is told at once."""
    folder = os.fsencode(project.parent) + b"/b\xff\xfead"
    os.rename(project, folder)
    for command in ("check", "build"):
        assert_one_sentence(run(folder, command), "b<U+DCFF><U+DCFE>ad", "not UTF-8")
    assert run(folder, "schema").returncode == 0


@pytest.mark.site
def test_consoles_without_utf_8_get_the_message(project: Path) -> None:
    """What a console's encoding lacks is shown as a code, and the rest as it is."""
    encoding = "cp1252"
    file = project / "content/prompts/first-lists.yaml"
    text = file.read_text("utf-8").replace("moods: [", "moods: [anxi\u016bs\u2192, ", 1)
    file.write_text(text, "utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "generator", "check"], cwd=project, capture_output=True, check=False,
        env=ENVIRONMENT | {"PYTHONIOENCODING": encoding},
    )  # fmt: skip
    said = ran.stdout.decode(encoding)
    assert ran.returncode == 1
    assert 'The mood "anxi\\u016bs\\u2192" does not exist.' in said
    assert b"Traceback" not in ran.stderr


@pytest.mark.site
@pytest.mark.parametrize("closed", ["2>&-", ">&-", ">&- 2>&- <&-", "2>/dev/full", "| head -c 1"])
def test_closed_and_full_outputs(project: Path, closed: str) -> None:
    """Where nobody can be told, nothing is told, and nothing is written into other files."""
    command = f"{sys.executable} -m generator check --format json {closed}"
    ran = subprocess.run(
        ["bash", "-c", command], cwd=project, capture_output=True, check=False,
        env=ENVIRONMENT,
    )  # fmt: skip
    assert ran.returncode == 0
    assert b"Traceback" not in ran.stderr
    assert b"Exception ignored" not in ran.stderr


@pytest.mark.site
@pytest.mark.parametrize("command", ["check --format json", "coverage"])
def test_an_output_without_room(project: Path, command: str) -> None:
    """Who asked for a report, in whatever form, is told why there is none, in a sentence."""
    ran = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m generator {command} >/dev/full"],
        cwd=project, capture_output=True, check=False, env=ENVIRONMENT,
    )  # fmt: skip
    assert_one_sentence(Ran(ran.returncode, ran.stdout, ran.stderr), "no room")


@pytest.mark.parametrize(
    ("stamp", "said"),
    [("253402300799", "9999-12-31"), ("950000000", "2000-02-08"), ("soon", "not a number")],
)
def test_a_clock_that_is_wrong_is_told_once(run: Run, project: Path, stamp: str, said: str) -> None:
    """A day before the program was made, or beyond what archives can say, is the clock's fault."""
    assert_one_sentence(run(project, "check", SOURCE_DATE_EPOCH=stamp), said)


@pytest.mark.parametrize(
    "text",
    ["", "site_name: x\n", "theme: 3\n", "theme:\n  name: mkdocs\n", "theme: [\n", "a: \t- x\n"],
)
def test_configuration_of_the_engine_is_looked_at_first(tmp_path: Path, text: str) -> None:
    """What the engine would refuse in words of its own is refused before, in a sentence."""
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    with pytest.raises(EnvironmentProblem, match=r"mkdocs\.yml.*\."):
        expect_config(tmp_path / "mkdocs.yml")
    expect_config(ROOT / "mkdocs.yml")


def test_every_error_of_the_system_is_one_sentence() -> None:
    """With or without a name, text or bytes, of whatever kind: a sentence, nothing raw in it."""
    for number in sorted(errno.errorcode):
        for name in ("a\x1b[31m", b"b\xff", None):
            said = sentence_of(OSError(number, os.strerror(number), name))
            assert said.isprintable()
            assert said.endswith(".")
    assert sentence_of(OSError("odd")).endswith(" odd.")
