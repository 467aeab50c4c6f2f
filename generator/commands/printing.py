"""Write the PDF files of worksheets."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from generator.commands.reading import library_of
from generator.console import say, shown
from generator.content.models.paper import Paper
from generator.output.atomic import write_atomically
from generator.places import Places
from generator.printing import print_chosen
from generator.site.site import Site
from generator.worksheets.variant import Size


def print_worksheets(
    places: Places,
    today: date,
    ids: Sequence[str],
    *,
    paper: Paper | None,
    size: Size | None,
    folder: Path,
    prune: bool,
) -> None:
    """Write the PDF files of worksheets."""
    site = Site.of(library_of(places, today))
    with click.progressbar(length=1, label="Printing", file=sys.stderr) as bar:

        def done(ready: int, of: int) -> None:
            bar.length = of
            bar.update(1)

        files = print_chosen(
            site, ids, cache=places.prints, done=done, prune=prune, paper=paper, size=size,
        )  # fmt: skip
        bar.update(bar.length or 1)
    for name, content in files.items():
        write_atomically(folder / name, content)
    say(f"{len(files)} files in {shown(folder)}.")
