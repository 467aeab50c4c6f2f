"""Printing of an edition's worksheets to PDF; problems for those that do not fit or compile."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.content.models.paper import Paper
from generator.pages.parts.sheets import sheet_views
from generator.pages.worksheets import zip_groups
from generator.problems import EnvironmentProblem, Problems
from generator.progress import Done, counted
from generator.report import Say
from generator.site.site import Site
from generator.text.suggestions import as_id, listed, suggestion
from generator.worksheets.prints import Prints, print_sheets, prune_prints
from generator.worksheets.variant import VARIANTS, Size
from generator.worksheets.view import unprintable


def print_library(site: Site, *, cache: Path, say: Say) -> Prints:
    """Print every sheet in every variant, from the `cache` folder where it can.

    Raises ContentError with all that do not fit or compile.
    """
    prints = print_sheets(
        sheet_views(site).values(),
        paper=site.clinic.paper,
        cache=cache,
        bundles=zip_groups(site),
        done=counted(say, "Printing worksheets"),
    )
    _refuse(site, prints)
    return prints


def print_chosen(
    site: Site,
    ids: Sequence[str],
    *,
    cache: Path,
    paper: Paper | None,
    size: Size | None,
    prune: bool,
    done: Done,
) -> dict[str, bytes]:
    """File name → PDF of the sheets with these ids; all sheets, papers or sizes if none is given.

    With `prune`, deletes from `cache` what these and the zip archives of a build do not use, so
    nothing may be chosen then. Raises EnvironmentProblem for an unknown id, for a named sheet with
    a character that no font has, and where the typesetter is not installed; ContentError as
    `print_library`.
    """
    views = sheet_views(site)
    for sheet_id in ids:
        if sheet_id not in views:
            hint = suggestion(as_id(sheet_id), views) or f"There are: {listed(views) or 'none'}."
            raise EnvironmentProblem(f'There is no worksheet "{sheet_id}". {hint}')
        if signs := unprintable(views[sheet_id]):
            raise EnvironmentProblem(
                f'The worksheet "{sheet_id}" cannot be printed here: no font has '
                f"{', '.join(signs)}. Its page can be printed from the browser."
            )
    variants = [v for v in VARIANTS if paper in (None, v.paper) and size in (None, v.size)]
    prints = print_sheets(
        [views[sheet_id] for sheet_id in ids or views],
        paper=site.clinic.paper,
        cache=cache,
        variants=variants,
        bundles=zip_groups(site) if prune else None,
        done=done,
    )
    if prints.missing:
        raise EnvironmentProblem(prints.missing)
    _refuse(site, prints)
    if prune:
        prune_prints(prints, cache=cache)
    return {
        one.variant.file_name(one.sheet): one.pdf.read_bytes()
        for every in prints.of.values()
        for one in every
    }


def _refuse(site: Site, prints: Prints) -> None:
    """Raise ContentError if any sheet could not be printed, with the place to mend each."""
    problems = Problems()
    for one in prints.refused:
        where = f"on {one.variant.paper}, {one.variant.size} print"
        if one.reason:
            problems.error(
                site.library.locate("worksheet", one.sheet),
                "sheet-can-be-printed",
                f"The sheet cannot be set {where}: {one.reason}",
                "Take out what was changed last on the sheet; its page shows it in any case.",
            )
        else:
            needs = f"needs {one.pages} pages" if one.pages else "has too little room"
            problems.error(
                site.library.locate("worksheet", one.sheet, "pages"),
                "sheet-fits-its-pages",
                f"The sheet {needs} {where}, and pages says {site.worksheet[one.sheet].pages}.",
                "Take out a few lines or rows, or allow one more page.",
            )
    problems.raise_if_errors()
