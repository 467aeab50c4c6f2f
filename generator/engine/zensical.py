"""Build by Zensical, by the makers of Material, as a subprocess in a folder of its own.

It reads `mkdocs.yml` and Markdown as MkDocs does. Its templates are MiniJinja, which lacks the
methods of Python's strings and keeps no order in a mapping; `theme/material/` does without both.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from generator.engine.configuration import CONFIG, derived, is_list, used_keys
from generator.engine.process import engine_error, run_engine
from generator.text.plain import in_yaml

FENCES = ("pymdownx.superfences", "fenced_code")
"""The Markdown extension that Zensical adds by itself, and its replacement: no syntax highlighting.

Zensical extends a list of the base by one of the edition, where MkDocs replaces it.
"""


def build_pages(config: Path, out: Path) -> None:
    """Build every page of `config` into the folder `out`, which is replaced.

    Strict: a warning raises EngineError. Zensical reads and writes only below the folder of its
    configuration, so it gets one of its own, with the Markdown as hard links.
    """
    edition = derived(config)
    _expect_supported(Path(edition["INHERIT"]))
    room = config.parent / "zensical"
    shutil.rmtree(room, ignore_errors=True)
    shutil.copytree(edition["docs_dir"], room / "docs", copy_function=_link)
    own = edition | {"docs_dir": "docs", "site_dir": "site", "markdown_extensions": FENCES}
    (room / CONFIG).write_text(in_yaml(own, indent=2), "utf-8")
    arguments = ("zensical", "build", "--strict", "--config-file", room / CONFIG)
    run_engine(arguments, _reasons)
    site = room / "site"
    for index in site.glob("search*.json"):  # of its own search, which no page of ours loads
        index.unlink()
    for page in site.rglob("*.html"):
        page.write_bytes(_HERE.sub(rb"\1", page.read_bytes()))
    shutil.rmtree(out, ignore_errors=True)
    site.rename(out)
    shutil.rmtree(room)


def _expect_supported(base: Path) -> None:
    """Raise EngineError for configuration that Zensical would silently ignore."""
    instead = "or build with MkDocs: --engine mkdocs."
    if foreign := used_keys(base, ("plugins", "hooks", "INHERIT")):
        what = " and ".join(foreign)
        reason = f"Zensical does not do what {CONFIG} says under {what}. Take that out, {instead}"
        raise engine_error((reason,))
    if not is_list(base, "markdown_extensions"):
        reason = f'Zensical needs "markdown_extensions" of {CONFIG} to be a list. Make it one,'
        raise engine_error((f"{reason} {instead}",))


def _link(source: str, place: str) -> None:
    try:
        os.link(source, place)
    except OSError:  # a file system without links
        shutil.copyfile(source, place)


_HERE = re.compile(rb"""((?: href=| src=)["']|; url=)\./(?=[^"'])""")
"""`./` before a URL in the page's own folder, which MkDocs does not write."""
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_REFUSED_BY_SYSTEM = re.compile(r"\(os error (\d+)\)")
_WARNING = re.compile(r"^(?:Warning|Error): ([^\n]+)\n\W*\[ ([^\n]+?) \]", re.MULTILINE)
_LAST = re.compile(r"^(?:\w+\.)*\w*(?:Error|Exception): (.+)\Z", re.MULTILINE | re.DOTALL)


def _reasons(output: str) -> Iterator[str]:
    """The warnings in the output, or else its last error; raises OSError if the system refused."""
    text = _COLOUR.sub("", output)
    refused = _REFUSED_BY_SYSTEM.search(text)
    if refused:  # no fault of the pages: a full disk, a missing permission
        raise OSError(int(refused[1]), os.strerror(int(refused[1])))
    found = [f"{place}: {message}." for message, place in _WARNING.findall(text)]
    last = _LAST.search(text.strip())
    yield from found or ([last[1]] if last else [])
