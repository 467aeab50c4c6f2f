"""Authors' reference: pages generated from the Pydantic models, taxonomies and check rules.

Texts of fields are the docstrings of the models, in English; the text around is localized.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.authoring.field_docs import (
    Bounds,
    Choice,
    FieldShape,
    RecordShape,
    ValueKind,
    record_shape,
)
from generator.checks import RULES
from generator.content.models.kinds import KINDS, Kind
from generator.content.models.taxonomy import TAXONOMIES, Taxonomy
from generator.pages.page import Link, Page
from generator.site.site import Site
from generator.site.urls import AUTHORS, author_url
from generator.site.words import Words

COMMANDS = (
    "writing-site new prompt-set morning-lists",
    "content/prompts/morning-lists.yaml",
    "writing-site check",
    "writing-site serve",
    "status: draft",
)
"""Code of each step from a new entry to a published one, in the order of `authors.steps`."""

LINKS = (
    "[free writing](technique:free-writing)",
    "[the crisis page](page:crisis)",
    "[a study](https://example.org/study)",
)


@dataclass(frozen=True)
class KindView:
    """Row of the table of kinds: name, path of its files, description, number of entries."""

    name: Link
    place: str
    about: str
    count: int


@dataclass(frozen=True)
class FieldView:
    """One field of a model; `takes` is its type and bounds, `usual` its default, both in words."""

    name: str
    anchor: str
    required: bool
    about: str
    sort: ValueKind
    takes: str
    choices: tuple[Choice, ...]
    links: tuple[Link, ...]
    example: str
    usual: str


@dataclass(frozen=True)
class RecordView:
    """The fields of one model (an object in a file), with the anchor of its section."""

    title: str
    anchor: str
    about: str
    fields: tuple[FieldView, ...]


def plan_authors(site: Site) -> Iterator[Page]:
    """The index, a page per kind of entry, one of all taxonomies and one of all checks."""
    yield _index(site)
    for kind in KINDS:
        yield _kind_page(site, kind)
    yield _page(
        author_url("vocabularies"), "author-vocabularies", site.words, "vocabularies",
        taxonomies=tuple(site.taxonomies[name] for name in TAXONOMIES),
    )  # fmt: skip
    yield _page(author_url("checks"), "author-checks", site.words, "checks", rules=RULES)


def _index(site: Site) -> Page:
    return _page(
        AUTHORS, "authors", site.words, "index",
        kinds=tuple(_kind_view(site, kind) for kind in KINDS),
        steps=tuple(zip(site.words.group("authors.steps"), COMMANDS, strict=True)),
        rules=site.words.group("authors.file_rules"),
        links=LINKS,
        vocabularies=author_url("vocabularies"),
        checks=author_url("checks"),
        coverage=author_url("coverage"),
        clarity=author_url("clarity"),
        drawings=author_url("drawings"),
    )  # fmt: skip


def _kind_view(site: Site, kind: Kind) -> KindView:
    count = sum(1 for name, _ in site.library.entries if name == kind.name)
    name = Link(site.words(f"authors.kind.{kind.name}"), author_url(kind.name))
    return KindView(name, _place(kind), site.words(f"authors.about.{kind.name}"), count)


def _place(kind: Kind) -> str:
    if kind.name == "clinic":
        return f"content/{kind.folder}/<id>/clinic.yaml"
    return f"content/{kind.folder}/{'<kind>/' if kind.grouped else ''}<id>.yaml"


def _kind_page(site: Site, kind: Kind) -> Page:
    shape = record_shape(kind.model, site.library)
    records = [("", shape), *_nested(shape, "")]
    if kind.model is Taxonomy:
        records += _special_terms(site, shape)
    url = author_url(kind.name)
    places = {record.name: f"{url}#{_anchor(path)}" for path, record in records}
    return _page(
        url, "author-kind", site.words, "kind",
        name=site.words(f"authors.kind.{kind.name}"),
        about=site.words(f"authors.about.{kind.name}"),
        place=_place(kind),
        records=tuple(_record_view(path, record, places, site.words) for path, record in records),
        sections=tuple(
            Link(path or site.words("authors.top"), places[r.name]) for path, r in records
        ),
    )  # fmt: skip


def _nested(record: RecordShape, above: str) -> list[tuple[str, RecordShape]]:
    """Nested models, depth-first, each once, with the path of the field that first holds it."""
    nested: dict[str, tuple[str, RecordShape]] = {}
    for field in record.fields:
        for inner in field.records:
            kind = next((f for f in inner.fields if f.name == "kind"), None)
            which = f": {kind.choices[0].value}" if kind and len(field.records) > 1 else ""
            path = f"{above}{field.name}{which}"
            for place, shape in [(path, inner), *_nested(inner, f"{path} › ")]:
                nested.setdefault(shape.name, (place, shape))
    return list(nested.values())


def _special_terms(site: Site, shape: RecordShape) -> list[tuple[str, RecordShape]]:
    """Fields that terms of particular taxonomies have beyond those of all terms."""
    common = {field.name for record in shape.nested for field in record.fields}
    special = []
    for name, model in TAXONOMIES.items():
        inside = (
            _nested(record_shape(model, site.library), f"{name} › ")
            if model is not Taxonomy
            else ()
        )
        for path, term in inside:
            own = tuple(field for field in term.fields if field.name not in common)
            special.append((path, RecordShape(term.name, term.description, own)))
    return special


def _record_view(
    path: str, record: RecordShape, places: dict[str, str], words: Words
) -> RecordView:
    anchor = _anchor(path)
    return RecordView(
        path or words("authors.top"),
        anchor,
        record.description,
        tuple(_field_view(field, anchor, places, words) for field in record.fields),
    )


def _field_view(field: FieldShape, above: str, places: dict[str, str], words: Words) -> FieldView:
    links = [Link(record.name, places[record.name]) for record in field.records]
    if field.sort is ValueKind.TERM:
        links = [Link(field.of, f"{author_url('vocabularies')}#{field.of}")]
    elif field.sort is ValueKind.ENTRY and field.of in {kind.name for kind in KINDS}:
        links = [Link(words(f"authors.kind.{field.of}"), author_url(field.of))]
    return FieldView(
        name=field.name,
        anchor=f"{above}--{field.name}",
        required=field.required,
        about=field.description,
        sort=field.sort,
        takes=_takes(field, words),
        choices=() if field.sort is ValueKind.ENTRY else field.choices,
        links=tuple(links),
        example=field.example,
        usual=field.usual,
    )


def _takes(field: FieldShape, words: Words) -> str:
    """Type and bounds of a field's value, in words."""
    text = words(f"authors.sort.{field.sort}")
    unit = "number" if field.sort is ValueKind.NUMBER else "characters"
    if field.sort in (ValueKind.NUMBER, ValueKind.TEXT, ValueKind.RICH_TEXT):
        text = ", ".join(part for part in (text, _bounds(field.bounds, unit, words)) if part)
    if field.many:
        text = words("authors.list", how_many=_bounds(field.items, "items", words), what=text)
    return text


def _bounds(bounds: Bounds, unit: str, words: Words) -> str:
    least = bounds.least if (bounds.least or 0) > 1 or unit == "number" else None
    if least is not None and bounds.most is not None:
        return words(f"authors.{unit}_between", least=least, most=bounds.most)
    if bounds.most is not None:
        return words(f"authors.{unit}_most", most=bounds.most)
    return words(f"authors.{unit}_least", least=least) if least is not None else ""


def _anchor(path: str) -> str:
    letters = "".join(c if c.isalnum() else " " for c in path)
    return "-".join(letters.split()) or "fields"


def _page(url: str, template: str, words: Words, key: str, **context: object) -> Page:
    filled = {"name": context["name"]} if "name" in context else {}
    return Page(
        url=url,
        template=template,
        title=words(f"authors.{key}_title", **filled),
        description=words(f"authors.{key}_description", **filled),
        context=context,
        toc=template != "authors",
        searchable=False,
    )
