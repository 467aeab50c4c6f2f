"""Command `worksheets`: writes the PDF files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from generator.commands.reading import library_of
from generator.console import progress_callback, say, shown
from generator.content.models.paper import Paper
from generator.output.atomic import write_atomically
from generator.places import Places, expect_output_folder
from generator.printing import print_chosen
from generator.progress import counted
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
    """Write the PDFs of these worksheets (all if `ids` is empty) into a folder.

    `paper` and `size` select variants; `prune` deletes cached prints that these do not use.
    """
    expect_output_folder(folder, places)
    site = Site.of(library_of(places, today))
    files = print_chosen(
        site, ids, cache=places.prints, done=counted(progress_callback(), "Printing worksheets"),
        prune=prune, paper=paper, size=size,
    )  # fmt: skip
    for name, content in files.items():
        write_atomically(folder / name, content)
    say(f"{len(files)} files in {shown(folder)}.")
