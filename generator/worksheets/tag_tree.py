"""The tag tree of a PDF, by which somebody who cannot see the page finds their way in it."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name


def tag_of_annotation(pdf: pikepdf.Pdf) -> dict[int, pikepdf.Object]:
    """The element of the tag tree for each number that a /StructParent can have."""
    return dict(_numbered(pdf.Root.StructTreeRoot.ParentTree))


def drop_wrappers(element: pikepdf.Object) -> None:
    """Take every Div that says nothing out of the tree; what is in it stays, in its order.

    The compiler makes up to four for each cell of a grid, a tenth of a file with many fields.
    """
    found: list[pikepdf.Object] = []
    for kid in _all_kids(element):
        if _is_element(kid) and kid.S not in _LEAVES:
            drop_wrappers(kid)
        if not _is_wrapper(kid):
            found.append(kid)
            continue
        for inner in _all_kids(kid):
            inner.P = element
            found.append(inner)
    element.K = Array(found)


def mark_row_headings(element: pikepdf.Object) -> None:
    """Make header cells of the cells of tables that hold words: all others hold a field.

    The compiler has no way yet to say that a cell heads its row.
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
    return (
        _is_element(element)
        and element.get("/S") == Name.Div
        and element.keys() <= _OF_WRAPPERS
        and all(_is_element(kid) for kid in _all_kids(element))
    )


def _kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    return [kid for kid in _all_kids(element) if _is_element(kid)]


def _all_kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    """Elements, and what is marked on the page: numbers, and references to annotations."""
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def _is_element(kid: pikepdf.Object) -> bool:
    return isinstance(kid, Dictionary) and "/S" in kid


def _attributes(element: pikepdf.Object) -> list[pikepdf.Object]:
    found = element.get("/A")
    if found is None:
        return []
    return list(found) if isinstance(found, Array) else [found]


def _numbered(node: pikepdf.Object) -> Iterator[tuple[int, pikepdf.Object]]:
    numbers = list(node.get("/Nums", []))
    yield from ((int(n), tag) for n, tag in zip(numbers[::2], numbers[1::2], strict=True))
    for kid in node.get("/Kids", []):
        yield from _numbered(kid)


_LEAVES = (Name.P, Name.H1, Name.H2, Name.H3, Name.Form, Name.Span, Name.Link)
_OF_WRAPPERS = frozenset({"/Type", "/S", "/P", "/Pg", "/K"})
