"""What README, CONTRIBUTING, ARCHITECTURE and DECISIONS name is there, and works as they say."""

from __future__ import annotations

import re
import shlex
import shutil
from datetime import date
from functools import cache
from pathlib import Path

import click

from generator.cli import main
from generator.content.edition_id import Edition
from generator.content.layers.names import LOCALES
from generator.content.models.kinds import KINDS
from generator.finish.host_headers import Table, host_files
from generator.places import Places
from generator.reading import read
from generator.render.assets import theme_assets
from generator.site.urls import EXPORTS

ROOT = Path(__file__).parents[2]
DOCS = ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "DECISIONS.md")
ENDINGS = (".css", ".html", ".jinja", ".json", ".md", ".py", ".toml", ".yaml", ".yml")
IN_EXAMPLES = (
    "morning-lists", "slow-letters", "three-good-lines", "first-week", "some-library",
    "somebody-2020", "our-group", "our-clinic",
)  # fmt: skip
"""Entries that the text makes up for a reader to start."""


def text_of(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def code_in(name: str) -> list[str]:
    """What stands between backward quotes, and each line of the blocks of commands."""
    text = text_of(name)
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    inline = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S))
    return [*inline, *(line.strip() for block in blocks for line in block.split("\n"))]


def commands(program: str) -> list[tuple[str, list[str]]]:
    """Every way in which the text calls a program: the file, and the words after its name."""
    return [
        (name, shlex.split(code)[1:])
        for name in DOCS
        for code in code_in(name)
        if re.match(rf"(\.venv/bin/)?{program}( |$)", code)
    ]


def paths() -> list[tuple[str, str]]:
    return [
        (name, code.rstrip("/"))
        for name in DOCS
        for code in code_in(name)
        if re.fullmatch(r"[\w.<>*/-]+", code)
        and not code.startswith("/")
        and ("/" in code or code.endswith(ENDINGS))
        and not any(made_up in code for made_up in IN_EXAMPLES)
    ]


def known_patterns() -> list[str]:
    """Where entries may stand, in the base and in every layer, whether or not one does yet."""
    return ["content/clinics/<id>", f"content/{LOCALES}/<language>", "generator/locales/<language>"]


@cache
def served() -> frozenset[str]:
    """Files of the built site that are named by themselves."""
    return frozenset({"index.html", EXPORTS, *host_files(Table("")), *theme_assets()})


def exists(path: str) -> bool:
    made = {line.strip("/\n") for line in text_of(".gitignore").split("\n") if line.startswith("/")}
    if path.split("/")[0] in made or path in made:
        return True
    if path in served():
        return True
    if any(path.startswith(pattern) for pattern in known_patterns()):
        return True
    pattern = re.sub(r"<[^>]+>", "*", path)
    inside = (found for top in ("generator", "content") for found in (ROOT / top).rglob(pattern))
    return any(ROOT.glob(pattern)) or any(inside)


def test_paths_exist() -> None:
    """A file or folder that the text names is there, or is made by a build."""
    named = paths()
    assert len(named) > 100
    there = {path: exists(path) for path in {path for _, path in named}}
    assert [f"{name} names {path}" for name, path in named if not there[path]] == []


def test_made_up_entries_go_where_they_say() -> None:
    """The folders of entries that the text has a reader start are those of their kinds."""
    folders = {f"content/{kind.folder}" for kind in KINDS}
    named = {
        code
        for name in DOCS
        for code in code_in(name)
        if code.startswith("content/") and any(made_up in code for made_up in IN_EXAMPLES)
    }
    assert named
    for code in named:
        assert any(code.startswith(f"{folder}/") for folder in folders), code


def test_commands_exist() -> None:
    """A command of ours is called with options and choices that it has, or named alone."""
    called = commands("writing-site")
    assert len(called) > 20
    refused = [(name, " ".join(words), why) for name, words in called if (why := refusal(words))]
    assert refused == []


def refusal(words: list[str]) -> str:
    """Why our command would not run with these words; empty if it would, or is named alone."""
    if words and words[0] not in main.commands:
        return "no such command"
    arguments = ["technique" if word == "<kind>" else word for word in words[1:]]
    if arguments:
        try:
            main.commands[words[0]].make_context("writing-site", arguments)
        except click.ClickException as error:
            return error.format_message()
    return ""


def test_make_targets_exist() -> None:
    """What the text has somebody make is a target."""
    targets = set(re.findall(r"^([\w-]+):", text_of("Makefile"), re.MULTILINE))
    asked = [(name, target) for name, words in commands("make") for target in words]
    assert asked
    assert [(name, target) for name, target in asked if target not in targets] == []


def test_every_command_is_described() -> None:
    """No command has to be found by chance."""
    called = {words[0] for name, words in commands("writing-site") if name != DOCS[2] and words}
    assert set(main.commands) - called == set()


def test_every_option_is_described() -> None:
    """Each option that changes what is made is in README or CONTRIBUTING."""
    called = {word for _, words in commands("writing-site") for word in words}
    options = {
        (name, option.opts[-1])
        for name, command in main.commands.items()
        for option in command.params
        if isinstance(option, click.Option)
    }
    comfort = {"--port", "--open", "--help"}
    assert {(n, o) for n, o in options if o not in comfort and o not in called} == set()


def test_links_arrive() -> None:
    """Links and pictures lead to files and headings that are there."""
    links = [
        (name, target)
        for name in DOCS
        for target in re.findall(r"\]\(([^)\s]+)\)|src=\"([^\"]+)\"", text_of(name))
        for target in filter(None, target)
        if not re.match(r"https?:|page:|technique:", target)
    ]
    assert links
    assert [(name, target) for name, target in links if not arrives(name, target)] == []


def arrives(name: str, target: str) -> bool:
    """Whether a link of a document leads to a file, and to a heading if it names one."""
    path, _, anchor = target.partition("#")
    if not (ROOT / path).exists():
        return False
    headings = re.findall(r"^#+ (.+)$", text_of(path or name), re.MULTILINE) if anchor else []
    slugs = {re.sub(r"[^\w -]", "", h.lower()).replace(" ", "-") for h in headings}
    return not anchor or anchor in slugs


def test_names_in_code_exist() -> None:
    """Tables of the program that the text names (such as PLANNERS) are in the program."""
    program = "\n".join(file.read_text("utf-8") for file in (ROOT / "generator").rglob("*.py"))
    known = set(re.findall(r"^[A-Z][A-Z_]{3,}\b", program, re.MULTILINE))
    named = {
        (name, code)
        for name in DOCS
        for code in code_in(name)
        if re.fullmatch(r"[A-Z][A-Z_]{3,}", code) and code != "LICENSE"
    }
    assert named
    assert {(name, code) for name, code in named if code not in known} == set()


def test_prompt_in_the_readme_works(tmp_path: Path, today: date) -> None:
    """The prompt to copy is right as it stands where the README says to put it."""
    block = re.search(r"^```yaml\n(.*?)^```", text_of("README.md"), re.MULTILINE | re.DOTALL)
    place = re.search(r"Open `(content/prompts/[\w-]+\.yaml)`", text_of("README.md"))
    assert block
    assert place
    shutil.copytree(ROOT / "content", tmp_path / "content")
    file = tmp_path / place.group(1)
    file.write_text(file.read_text("utf-8") + block.group(1), encoding="utf-8")
    library, problems = read(Places(tmp_path, Edition()), today)
    prompt = re.search(r"id: ([\w-]+)", block.group(1))
    assert prompt
    assert prompt.group(1) in library.prompts
    assert [p for p in problems.found if p.location.path == place.group(1)] == []
