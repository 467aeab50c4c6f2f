"""Making: one print, from its manuscript to the files in the cache."""

from __future__ import annotations

import io
from base64 import b64decode

import pikepdf

from generator.worksheets.fieldfont import field_font
from generator.worksheets.forms import fillable
from generator.worksheets.orders import Job, Refused
from generator.worksheets.pictures import small
from generator.worksheets.store import replace
from generator.worksheets.typeset import FITS, FONTS, CannotPrint, DoesNotFit, draw, typeset
from generator.worksheets.variant import Size
from generator.worksheets.view import fields_in

FIELD_FONT = FONTS / "AtkinsonHyperlegibleNext-Regular.ttf"
LARGE = 18 / 11
DRAWN_AT = 60.0
"""Dots per inch of the pictures: 496 by 702 for A4, sharp at a third of that on a good screen."""


def make(job: Job) -> tuple[str, Refused | None]:
    """Make a print, and its pictures if ordered, and keep them: its key, and why it is refused."""
    order = job.order
    try:
        pdf, fit = _fitted(job)
    except DoesNotFit as error:
        return job.key, Refused(order.view["id"], order.variant, pages=int(str(error) or 0))
    except CannotPrint as error:
        return job.key, Refused(order.view["id"], order.variant, reason=str(error))
    pages = len(pdf.pages)
    content = fillable(
        pdf,
        list(fields_in(order.view)),
        font=field_font(FIELD_FONT, cache=job.cache),
        scale=LARGE if order.variant.size is Size.LARGE else 1,
        rtl=order.view["direction"] == "rtl",
    )
    if order.pictures:
        colours = tuple(order.view["colours"].values())
        logo = b64decode(order.view["mark"])
        for number, png in enumerate(draw(job.text, fit=fit, dots_per_inch=DRAWN_AT), 1):
            replace(job.cache / f"{job.key}-{number}.png", small(png, colours, logo))
    # Last, so that a print whose PDF is there is whole.
    replace(job.cache / f"{job.key}-{pages}.pdf", content)
    return job.key, None


def _fitted(job: Job) -> tuple[pikepdf.Pdf, int]:
    """The PDF, and how close it was set.

    Ordinary print finds its own spacing; raises DoesNotFit with the pages that the tightest takes
    if they are more than the sheet declares. Large print takes the pages that it needs; it is set
    closer where that spares a last page which holds the question at the end of the sheet alone.
    """
    first = pikepdf.open(io.BytesIO(typeset(job.text, fit=0)))
    if job.order.variant.size is not Size.LARGE:
        if len(first.pages) > job.order.view["pages"]:
            raise DoesNotFit(str(len(first.pages)))
        return first, 0
    if not _holds_the_end_alone(first.pages[-1]):
        return first, 0
    for fit in range(1, FITS + 1):
        pdf = pikepdf.open(io.BytesIO(typeset(job.text, fit=fit)))
        if not _holds_the_end_alone(pdf.pages[-1]):
            return pdf, fit
    return first, 0


def _holds_the_end_alone(page: pikepdf.Page) -> bool:
    """Whether the only places to mark on the page are those of the question at the end."""
    addresses = {str(spot.A.get("/URI", "")) for spot in page.get("/Annots", []) if "/A" in spot}
    fields = {address for address in addresses if address.startswith("field:")}
    return all(address.startswith("field:after_") for address in fields)
