"""Input of engine and finishing pass for an edition: configuration, pages, assets, options."""

from __future__ import annotations

from collections.abc import Iterable

from generator.content.handwritten import Handwritten
from generator.content.handwritten_markdown import link_parts, markdown_of
from generator.content.models.clinic import Clinic
from generator.engine.configuration import derived_config
from generator.finish.finish import FinishOptions
from generator.finish.open_graph import Sharing
from generator.pages.page import Page
from generator.pages.parts.clinic import ClinicView, clinic_view
from generator.pages.parts.sheets import crisis_ways
from generator.palette.stylesheet import brand_css, card_css
from generator.places import Places
from generator.render.assets import THEME, theme_assets
from generator.render.backgrounds import land_assets
from generator.render.head import head_html
from generator.render.theme_samples import sample_assets
from generator.site.links import hidden_sources
from generator.site.site import Site
from generator.site.urls import (
    AUTHORS,
    EMBEDS,
    OEMBEDS,
    PROGRAMS,
    SHARED_PICTURE,
    clinic_logo_url,
    facet_url,
    handwritten_url,
    mood_picture_url,
    prompt_url,
    source_path,
)
from generator.text.plain import in_html, in_yaml


def page_files(site: Site) -> dict[str, bytes]:
    """Path below docs/ → bytes of hand-written pages and the files beside them.

    Links to entries that the clinic hides become plain text.
    """
    hidden = hidden_sources(site.library.hidden_by)
    pages = {source_path(handwritten_url(page.id)): page for page in site.pages}
    return {
        path: _for_engine(pages[path], hidden).encode()
        if path in pages
        else there.file.read_bytes()
        for path, there in site.library.page_files.items()
    }


def _for_engine(page: Handwritten, hidden: frozenset[str]) -> str:
    """The Markdown of a page with normalised front matter: title and description, both quoted; of
    links to the source paths in `hidden`, which do not exist, the words alone.

    Engines differ in how they parse an author's own: 2026 as a number, "no" as false, and the first
    line of a page without any as a key if it has a colon. So every page gets one.
    """
    meta = {"title": page.values.get("title"), "description": page.values.get("description") or ""}
    top = (f"{name}: {in_yaml(value)}" for name, value in meta.items() if value is not None)
    text = markdown_of(page).unlinked(lambda address: link_parts(address, page)[1] in hidden)
    return "\n".join(("---", *top, "---", *text.split("\n")[page.start :]))


def clinic_assets(site: Site) -> dict[str, bytes]:
    """Path below docs/ → bytes of the theme's files in the clinic's colours, and its logo."""
    clinic, logo = site.clinic, site.logo
    css = brand_css(clinic.primary_colour, clinic.accent_colour, logo=logo is not None)
    own = {clinic_logo_url(logo.name): logo.content} if logo else {}
    cards = card_css(clinic.primary_colour, clinic.accent_colour)
    return theme_assets(css, cards) | land_assets(clinic.primary_colour) | sample_assets() | own


def edition_config(places: Places, site: Site) -> bytes:
    """The engine's configuration for the edition: derived from the base, with the clinic's texts.

    The engine does not escape these texts, so they are escaped for HTML here.
    """
    clinic = site.clinic
    view = clinic_view(site)
    logo = {"logo": view.logo.url} if view.logo else {}
    return derived_config(
        places.base_config,
        docs=places.docs,
        theme=THEME / "material",
        engine=places.engine,
        changes={
            "site_name": in_html(clinic.short_name),
            "site_url": clinic.base_url,
            "site_description": in_html(clinic.tagline),
            "copyright": in_html(" ".join(view.small_print)),
            "theme": {"language": places.edition.locale, **logo},
            "extra": {
                "exit": _exit(clinic),
                "crisis_line": in_html(f"{crisis_ways(site)}."),
                "clinic": _clinic(view),
            },
        },
    )


def edition_options(site: Site, pages: Iterable[Page]) -> FinishOptions:
    """Options of the finishing pass for the edition and its planned pages."""
    pages = tuple(pages)
    clinic = site.clinic
    return FinishOptions(
        site_url=clinic.base_url,
        head={page.url: head for page in pages if (head := head_html(page))},
        framed=frozenset({EMBEDS}),
        shared=frozenset({PROGRAMS, OEMBEDS}),
        unlisted=frozenset({AUTHORS.split("/")[0]}),
        changed={page.url: page.changed for page in pages if page.changed},
        sharing=Sharing(
            clinic.name,
            in_html(clinic.short_name),
            f"{site.edition.locale.replace('-', '_')}_{clinic.country}",
            site.absolute(SHARED_PICTURE),
            site.words("exports.picture", site=clinic.name, tagline=clinic.tagline),
            _own_pictures(site),
        ),
    )


def _own_pictures(site: Site) -> dict[str, str]:
    """Path → absolute URL of the Open Graph picture of each mood page, and of prompts by mood."""
    moods = {facet_url("mood", term.id): term.id for term in site.taxonomies["moods"].terms}
    moods |= {prompt_url(prompt.id): prompt.moods[0] for prompt in site.prompts}
    return {page: site.absolute(mood_picture_url(mood)) for page, mood in moods.items()}


def _clinic(view: ClinicView) -> dict[str, object]:
    """Contact data for the footer; empty for a clinic without any, as its name is in the header."""
    if not view.can_be_reached:
        return {}
    ways = (*view.phones, view.contact) if view.contact else view.phones
    return {
        "name": in_html(view.name),
        "lines": [in_html(line) for line in (view.address, view.hours) if line],
        "ways": [{"text": in_html(way.text), "href": in_html(way.url)} for way in ways],
    }


def _exit(clinic: Clinic) -> dict[str, str]:
    """Position of the quick exit button, and its target if the clinic sets one."""
    target = {"target": str(clinic.exit_target)} if clinic.exit_target else {}
    return {"where": clinic.exit_page.value, **target}
