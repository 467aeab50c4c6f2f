"""Structure tree (tags) of a PDF, which screen readers use: pruning, and row header cells."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name


def tag_of_annotation(pdf: pikepdf.Pdf) -> dict[int, pikepdf.Object]:
    """Structure element by /StructParent number: the parent tree (a number tree), flattened."""
    return dict(_numbered(pdf.Root.StructTreeRoot.ParentTree))


def drop_wrappers(element: pikepdf.Object) -> None:
    """Replaces every redundant Div below `element` by its children, in place, in their order.

    Typst makes up to four for each cell of a grid, a tenth of a file with many fields.
    """
    kids: list[pikepdf.Object] = []
    for kid in _all_kids(element):
        if _is_element(kid) and kid.S not in _LEAVES:
            drop_wrappers(kid)
        if not _is_wrapper(kid):
            kids.append(kid)
            continue
        for inner in _all_kids(kid):
            inner.P = element
            kids.append(inner)
    element.K = Array(kids)


def mark_row_headings(element: pikepdf.Object) -> None:
    """Turns every TD without a form field into a TH with Scope Row, in place.

    In our tables only row headings have no field. Typst has no way yet to mark them.
    """
    for kid in _kids(element):
        if kid.get("/S") == Name.TD and not _holds_field(kid):
            others = [a for a in _attributes(kid) if a.get("/O") != Name.Table]
            heading = Dictionary(O=Name.Table, Scope=Name.Row)
            for table in _attributes(kid):
                if "/RowSpan" in table:
                    heading.RowSpan = table.RowSpan
            kid.S = Name.TH
            kid.A = Array([*others, heading])
        elif kid.get("/S") not in _LEAVES:
            mark_row_headings(kid)


def _holds_field(element: pikepdf.Object) -> bool:
    return any(kid.get("/S") == Name.Form or _holds_field(kid) for kid in _kids(element))


def _is_wrapper(element: pikepdf.Object) -> bool:
    """Whether it is a Div without attributes whose children are all structure elements."""
    return (
        _is_element(element)
        and element.get("/S") == Name.Div
        and element.keys() <= _OF_WRAPPERS
        and all(_is_element(kid) for kid in _all_kids(element))
    )


def _kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    return [kid for kid in _all_kids(element) if _is_element(kid)]


def _all_kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    """Children: structure elements, marked-content ids (MCID), object references (OBJR)."""
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def _is_element(kid: pikepdf.Object) -> bool:
    return isinstance(kid, Dictionary) and "/S" in kid


def _attributes(element: pikepdf.Object) -> list[pikepdf.Object]:
    attributes = element.get("/A")
    if attributes is None:
        return []
    return list(attributes) if isinstance(attributes, Array) else [attributes]


def _numbered(node: pikepdf.Object) -> Iterator[tuple[int, pikepdf.Object]]:
    """(number, value) of a number tree node and of all below it."""
    numbers = list(node.get("/Nums", []))
    yield from ((int(n), tag) for n, tag in zip(numbers[::2], numbers[1::2], strict=True))
    for kid in node.get("/Kids", []):
        yield from _numbered(kid)


_LEAVES = (Name.P, Name.H1, Name.H2, Name.H3, Name.Form, Name.Span, Name.Link)
_OF_WRAPPERS = frozenset({"/Type", "/S", "/P", "/Pg", "/K"})
