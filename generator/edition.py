"""What an edition has of its own beside its content: configuration, hand-written pages, options."""

from __future__ import annotations

from generator.content.clinic import Clinic
from generator.content.library import Library
from generator.engine import derived_config
from generator.exports.heads import page_heads
from generator.finish.finish import FinishOptions
from generator.output.manifest import read_manifest
from generator.pages.parts.shown import clinic_of
from generator.pages.urls import EMBEDS, OEMBEDS, PROGRAMS
from generator.places import Places
from generator.render.assets import THEME
from generator.words import load_words


def edition_files(places: Places) -> dict[str, bytes]:
    """Files to add to the edition's docs/: its copy of the pages written by hand.

    The default edition has them there already.
    """
    if places.is_base:
        return {}
    generated = read_manifest(places.handwritten).files
    return {
        path: file.read_bytes()
        for file in sorted(places.handwritten.rglob("*"))
        if file.is_file()
        and not file.name.startswith(".")
        and (path := file.relative_to(places.handwritten).as_posix()) not in generated
    }


def edition_config(places: Places, library: Library) -> bytes:
    """The engine's configuration for the edition: the base, with what the clinic says of itself."""
    clinic = clinic_of(library)
    return derived_config(
        places.base_config,
        docs=places.docs,
        theme=THEME / "material",
        changes={
            "site_name": clinic.name,
            "site_url": clinic.base_url,
            "site_description": clinic.tagline,
            "theme": {"language": places.edition.locale},
            "extra": {"exit": _exit(clinic)},
        },
    )


def edition_options(places: Places, library: Library) -> FinishOptions:
    """What the finishing pass has to know of the edition."""
    return FinishOptions(
        site_url=clinic_of(library).base_url,
        language=library.edition.locale,
        head=page_heads(library, load_words(library.edition.locale)),
        framed=frozenset({EMBEDS}),
        shared=frozenset({PROGRAMS, OEMBEDS}),
    )


def _exit(clinic: Clinic) -> dict[str, str]:
    """Where the button to leave stands, and where it leads if the clinic says so."""
    target = {"target": str(clinic.exit_target)} if clinic.exit_target else {}
    return {"where": clinic.exit_page.value, **target}
