"""Who may import whom, computed from the code: one way only, and each library at one door."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.structure.code import MODULES, ROOT, called_in, nodes_of
from tests.structure.code import name_of as _name

LAYERS = (
    ("__init__",),
    ("child_process", "gc_tuning", "problems", "text"),
    ("content", "drawings"),
    ("palette", "places", "report", "site", "system_errors"),
    ("progress",),
    ("parallel",),
    ("authoring", "checks", "worksheets"),
    ("reading", "reports"),
    ("pages",),
    ("exports",),
    ("printing", "render"),
    ("output",),
    ("engine",),
    ("menu",),
    ("planned_links",),
    ("finish",),
    ("edition", "fingerprint", "incremental", "rendered", "site_zip", "up_to_date", "watch"),
    ("archives",),
    ("build", "preview", "serve"),
    ("batch",),
    ("console", "process_exit"),
    ("commands",),
    ("cli",),
    ("__main__",),
)
"""The stages in order. A module imports from the rows above its own, and from its own stage."""

DOORS = {
    "click": ["cli.py", "commands/", "console.py"],
    "jinja2": ["render/"],
    "mkdocs": ["engine/in_process.py", "engine/frames.py", "engine/markdown_fast_path.py"],
    "icalendar": ["exports/calendars.py", "exports/timezones.py"],
    "license_expression": ["content/"],
    "nh3": ["text/"],
    "markdown": ["engine/", "text/"],
    "PIL": ["content/svg_rasterizer.py", "exports/picture.py", "worksheets/"],
    "pikepdf": ["worksheets/"],
    "fontTools": ["worksheets/"],
    "typst": ["worksheets/"],
    "pydantic": ["content/", "exports/"],
    "phonenumbers": ["content/"],
    "pycountry": ["content/models/", "site/words.py"],
    "rcssmin": ["render/"],
    "rjsmin": ["render/"],
    "resvg_py": ["content/svg_rasterizer.py"],
    "selectolax": ["finish/"],
    "watchdog": ["watch.py"],
    "yaml": ["content/reading/nodes.py"],
}
"""Where a library may be imported: a file, or a folder with a slash at its end."""


def test_stages_import_only_earlier_ones() -> None:
    """No stage knows of a later one, or of another in its own row of the table."""
    backward = []
    for module in MODULES:
        own = _stage(_name(module))
        for imported in _imports(module):
            parts = imported.split(".")
            if parts[0] != "generator":
                continue
            other = parts[1] if len(parts) > 1 and parts[1] in _STAGES else "__init__"
            if other != own and _row(other) >= _row(own):
                backward.append(f"{_name(module)} imports {imported}")
    assert backward == []


def test_libraries_have_one_door() -> None:
    """What is replaced one day, or is slow or dangerous, is imported in one place only."""
    strangers = [
        f"{_name(module)} imports {name}"
        for module in MODULES
        for name in _imports(module)
        if (doors := DOORS.get(name.split(".")[0]))
        and not any(_is_in(_name(module), door) for door in doors)
    ]
    assert strangers == []


def test_every_stage_has_its_row() -> None:
    """The table names every module and folder of the program, and nothing else."""
    there = {_stage(_name(module)) for module in MODULES}
    assert there == _STAGES


def test_planners_do_not_know_each_other() -> None:
    """A planner of pages imports only `page` and `parts` of its own stage."""
    for module in sorted((ROOT / "generator/pages").glob("*.py")):
        if module.stem == "planners":  # the list of all planners
            continue
        for imported in _imports(module):
            parts = imported.split(".")
            if parts[:2] == ["generator", "pages"] and len(parts) > 2:
                assert parts[2] in ("page", "parts"), f"{module.name} imports {imported}"


def test_parts_do_not_know_planners() -> None:
    """Pieces of pages import only `page` and other pieces."""
    for module in sorted((ROOT / "generator/pages/parts").glob("*.py")):
        for imported in _imports(module):
            parts = imported.split(".")
            if parts[:2] == ["generator", "pages"] and len(parts) > 2:
                assert parts[2] in ("page", "parts"), f"{module.name} imports {imported}"


def test_the_library_is_asked_once() -> None:
    """What comes after `Site` does not ask the library what is shown: it is given a site."""
    for module in MODULES:
        if _stage(_name(module)) not in {"exports", "pages", "printing", "render", "worksheets"}:
            continue
        asked = {
            f"generator.{name}" for name in ("content.library", "site.published", "site.freshness")
        }
        assert not asked & set(_imports(module)) - _EXCUSED.get(_name(module), set()), module
        users = [n for n in nodes_of(module) if isinstance(n, ast.Attribute)]
        whole = any(n.attr == "library" and ast.unparse(n) == "site.library" for n in users)
        assert not whole or _name(module) in _WHOLE_LIBRARY, module


def test_only_the_command_line_prints() -> None:
    """Nothing below `console.py` prints, logs or ends the program."""
    for module in MODULES:
        if _name(module) in _MAY_SAY:
            continue
        if _name(module) != "engine/in_process.py":  # listens to the engine's warnings
            assert "logging" not in _imports(module), module
        for called, node in called_in(module):
            assert called not in _SAYING, f"{module}:{node.lineno}"


def test_addresses_of_pages_are_made_in_one_place() -> None:
    """Only `urls.py` writes the path of a page; other modules ask it."""
    for module in sorted((ROOT / "generator/pages").rglob("*.py")):
        if module.name == "urls.py":
            continue
        for node in nodes_of(module):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not node.value.endswith((".html", ".md")), f"{module}:{node.lineno}"


def test_templates_write_no_addresses() -> None:
    """Templates ask `urls.py` as well: `addresses.privacy`, not the path of a page."""
    written = [
        f"{template.name}: {address}"
        for template in sorted((ROOT / "generator/templates").rglob("*.jinja"))
        for address in re.findall(r"""["']([\w/-]+\.(?:html|md))["'](?!\))""", _markup(template))
    ]
    assert written == []


def _markup(template: Path) -> str:
    """The template without what names other templates."""
    text = template.read_text("utf-8")
    return re.sub(r"\{%-?\s*(?:include|import|extends|from)[^%]*%\}", "", text)


def test_no_edition_is_special() -> None:
    """Nothing but the choice of folders asks which clinic or which language is built."""
    asking = {"content/load.py", "content/library.py", "places.py", "edition.py", "build.py"}
    for module in MODULES:
        # Checks of wording may: their lists of words are words of one language.
        if _name(module) in asking or _stage(_name(module)) == "checks":
            continue
        for node in nodes_of(module):
            if isinstance(node, ast.Compare):
                sides = {ast.unparse(side) for side in (node.left, *node.comparators)}
                special = {s for s in sides if s.endswith((".locale", "edition.clinic"))}
                assert not special, f"{module}:{node.lineno}"


_WHOLE_LIBRARY = {
    "exports/browser/packet_items.py",  # titles of what was shown once
    "exports/resources.py",  # the day on which a listing will be too old
    "pages/authors.py",  # how many entries of a kind there are, drafts included
    "pages/clarity.py",  # a report on all guides
    "pages/coverage.py",  # a report on all prompts
    "pages/prompts.py",  # titles of prompts that another has replaced
    "printing.py",  # where in its file a sheet is too long
}
"""Who may look behind the site at all that was written, and for what."""
_EXCUSED = {"exports/resources.py": {"generator.site.freshness"}}
_STAGES = {stage for row in LAYERS for stage in row}
_MAY_SAY = {"cli.py", "console.py", "process_exit.py", "content/svg_rasterizer.py"}
"""The command line, and a program of its own."""
_SAYING = {"print", "click.echo", "sys.stdout.write", "sys.stderr.write", "sys.exit", "os._exit"}


def _row(stage: str) -> int:
    return next(i for i, row in enumerate(LAYERS) if stage in row)


def _stage(name: str) -> str:
    return name.partition("/")[0].removesuffix(".py")


def _is_in(name: str, door: str) -> bool:
    return name.startswith(door) if door.endswith("/") else name == door


@cache
def _imports(module: Path) -> tuple[str, ...]:
    return tuple(_names_imported(module))


def _names_imported(module: Path) -> Iterator[str]:
    for node in nodes_of(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{module}: relative import"
            yield node.module
            # `from generator.pages import home` imports a module, not a name
            yield from (
                f"{node.module}.{a.name}" for a in node.names if node.module.endswith("pages")
            )
