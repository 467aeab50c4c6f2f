"""AcroForm fields from link annotations: a link to "field:<id>" becomes a widget annotation.

Typst cannot make form fields, but its links have what one needs: rectangle, page, structure
element and reading order. One file serves paper and screen: an empty field shows the ruled lines
below it, and a filled one has a white background that hides them. No JavaScript, no submit action.
"""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from generator.worksheets.field import FieldKind, View
from generator.worksheets.field_font import FieldFont, embed
from generator.worksheets.tag_tree import drop_wrappers, mark_row_headings, tag_of_annotation

PRINTED = 4
"""Annotation flag Print."""
MULTILINE = 1 << 12
RADIO = 1 << 15
DO_NOT_SCROLL = 1 << 23
"""Field flag: no more can be typed than fits, as hidden text would not be printed."""
USUAL_SIZE = 11
SIZES = {FieldKind.LINE: USUAL_SIZE, FieldKind.AREA: USUAL_SIZE, FieldKind.CELL: 9}
"""Font size of typed text in ordinary print, in points (1/72 inch)."""


class FieldsDiffer(Exception):
    """The PDF's fields are not those of the view: a mistake in the Typst template."""


def fillable(
    pdf: pikepdf.Pdf, fields: list[View], *, font: FieldFont, scale: float, rtl: bool
) -> bytes:
    """Bytes of the PDF with an AcroForm; deterministic. Changes `pdf`.

    `fields` are those of the view in reading order; `scale` multiplies font sizes (1 for ordinary
    print). Raises FieldsDiffer if a field of the view or of the page has no counterpart.
    """
    maker = _Maker(pdf, {f["field"]: f for f in fields}, scale, rtl)
    tags = tag_of_annotation(pdf)
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", ()):
            address = str(annotation.A.get("/URI", "")) if "/A" in annotation else ""
            if address.startswith("field:"):
                maker.make(address.removeprefix("field:"), annotation)
                tags[int(annotation.StructParent)].S = Name.Form
                page.obj.Tabs = Name.S
    drop_wrappers(pdf.Root.StructTreeRoot)
    if any(field["type"] == FieldKind.CELL for field in fields):
        mark_row_headings(pdf.Root.StructTreeRoot)
    pdf.Root.AcroForm = pdf.make_indirect(
        Dictionary(
            Fields=Array(maker.in_order()),
            DR=Dictionary(Font=Dictionary(Typed=embed(pdf, font))),
            DA=String(_appearance(USUAL_SIZE * scale)),
        )
    )
    out = io.BytesIO()
    pdf.save(
        out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True, recompress_flate=False, linearize=False,
    )  # fmt: skip
    return out.getvalue()


class _Maker:
    """Makes the fields of one PDF; equal appearance streams (XObjects) are shared."""

    def __init__(self, pdf: pikepdf.Pdf, wanted: dict[str, View], scale: float, rtl: bool) -> None:
        self._pdf = pdf
        self._wanted = wanted
        self._scale = scale
        self._rtl = rtl
        self._made: dict[str, pikepdf.Object] = {}
        self._groups: dict[str, pikepdf.Object] = {}
        self._drawn: dict[tuple[float, float, bytes], pikepdf.Object] = {}
        self._empty = self._drawing(1, 1, _NOTHING)
        self._ground = pdf.make_indirect(Dictionary(BG=Array([1])))

    def make(self, name: str, annotation: pikepdf.Object) -> None:
        """Turns a link annotation into the widget of a field; raises FieldsDiffer."""
        if name not in self._wanted or name in self._made:
            raise FieldsDiffer(f'the field "{name}" is unknown or there twice')
        field = self._wanted[name]
        left, bottom, right, top = (float(v) for v in annotation.Rect)
        width, height = round(right - left, 2), round(top - bottom, 2)
        for key in _OF_LINKS & annotation.keys():
            del annotation[key]
        annotation.Subtype = Name.Widget
        annotation.F = PRINTED
        annotation.TU = String(_tooltip(field))
        match field["type"]:
            case FieldKind.CHECK:
                annotation.T = String(name)
                annotation.FT = Name.Btn
                self._add_state(annotation, "On", width, height, _tick(width, height))
            case FieldKind.CHOICE | FieldKind.RING:
                draw = _tick if field["type"] == FieldKind.CHOICE else _ring
                state = name.rpartition("_")[2].lstrip("-") or "0"
                state = f"n{state}" if name.rpartition("_")[2].startswith("-") else state
                self._add_state(annotation, state, width, height, draw(width, height))
                self._add_to_group(annotation, field["group"])
            case kind:
                annotation.T = String(name)
                annotation.FT = Name.Tx
                size = SIZES[FieldKind(kind)]
                if size != USUAL_SIZE:
                    annotation.DA = String(_appearance(size * self._scale))
                annotation.MK = self._ground
                # Form fillers (qpdf) draw the text within the BBox of this appearance stream.
                annotation.AP = Dictionary(N=self._drawing(width, height, _NOTHING))
                several = kind != FieldKind.LINE
                annotation.Ff = DO_NOT_SCROLL | (MULTILINE if several else 0)
                if self._rtl:
                    annotation.Q = 2
        self._made[name] = annotation

    def in_order(self) -> list[pikepdf.Object]:
        """Root fields in reading order; radio groups once, where their first button is.

        Raises FieldsDiffer if a field has no annotation.
        """
        missing = self._wanted.keys() - self._made.keys()
        if missing:
            raise FieldsDiffer(f"no place on the page for {', '.join(sorted(missing))}")
        roots: dict[str, pikepdf.Object] = {}
        for name, field in self._wanted.items():
            group = field["group"]
            if group:
                roots.setdefault(group["id"], self._groups[group["id"]])
            else:
                roots[name] = self._made[name]
        return list(roots.values())

    def _add_state(
        self, annotation: pikepdf.Object, state: str, width: float, height: float, on: bytes
    ) -> None:
        """Appearance dictionary of a button: stream `on` for `state`, empty for Off (initial)."""
        annotation.AS = Name.Off
        drawn = self._drawing(width, height, on)
        annotation.AP = Dictionary(N=Dictionary({f"/{state}": drawn, "/Off": self._empty}))

    def _add_to_group(self, annotation: pikepdf.Object, group: View) -> None:
        parent = self._groups.get(group["id"])
        if parent is None:
            parent = self._groups[group["id"]] = self._pdf.make_indirect(
                Dictionary(
                    FT=Name.Btn, Ff=RADIO, T=String(group["id"]), TU=String(group["label"]),
                    V=Name.Off, Kids=Array(),
                )
            )  # fmt: skip
        annotation.Parent = parent
        parent.Kids.append(annotation)

    def _drawing(self, width: float, height: float, content: bytes) -> pikepdf.Object:
        key = (width, height, content)
        if key not in self._drawn:
            stream = pikepdf.Stream(
                self._pdf, content, Type=Name.XObject, Subtype=Name.Form,
                BBox=Array([0, 0, width, height]),
            )  # fmt: skip
            self._drawn[key] = self._pdf.make_indirect(stream)
        return self._drawn[key]


_NOTHING = b"q Q"
"""Empty appearance stream; not without operators, as some viewers complain of that."""


def _tooltip(field: View) -> str:
    """Accessible name (TU): the label, after that of the group."""
    group = field["group"]
    return f"{group['label']} {field['label']}" if group else str(field["label"])


def _appearance(size: float) -> str:
    return f"/Typed {size:g} Tf 0 g"


def _tick(width: float, height: float) -> bytes:
    k = min(width, height)
    return (
        f"q 1.5 w 1 J {k * 0.22:.2f} {k * 0.52:.2f} m {k * 0.42:.2f} {k * 0.26:.2f} l "
        f"{k * 0.8:.2f} {k * 0.78:.2f} l S Q"
    ).encode()


def _ring(width: float, height: float) -> bytes:
    """A circle of four cubic Béziers; handles of 0.5523 radii approximate an arc best."""
    x, y, r = width / 2, height / 2, min(width, height) / 2 - 1
    h = r * 0.5523
    return (
        f"q 1.3 w {x + r:.2f} {y:.2f} m "
        f"{x + r:.2f} {y + h:.2f} {x + h:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c "
        f"{x - h:.2f} {y + r:.2f} {x - r:.2f} {y + h:.2f} {x - r:.2f} {y:.2f} c "
        f"{x - r:.2f} {y - h:.2f} {x - h:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c "
        f"{x + h:.2f} {y - r:.2f} {x + r:.2f} {y - h:.2f} {x + r:.2f} {y:.2f} c S Q"
    ).encode()


_OF_LINKS = frozenset(
    {"/A", "/Border", "/Contents", "/C", "/H", "/BS", "/QuadPoints", "/Dest", "/F"}
)
"""Keys of a link annotation that a widget must not have."""
