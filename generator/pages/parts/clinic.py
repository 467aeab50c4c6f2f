"""The clinic as pages show it: its name, and how to reach it when nothing is urgent."""

from __future__ import annotations

from dataclasses import dataclass

from generator.content.library import Library
from generator.pages.page import Link
from generator.site.shown import clinic_of
from generator.site.urls import clinic_logo_url
from generator.site.words import Words


@dataclass(frozen=True)
class LogoView:
    """A logo, by its path in the site."""

    url: str
    alt: str


@dataclass(frozen=True)
class ClinicView:
    """What a clinic says of itself; empty where it says nothing."""

    name: str
    tagline: str
    logo: LogoView | None
    address: str
    phones: tuple[Link, ...]
    hours: str
    contact: Link | None
    small_print: tuple[str, ...]
    """What the site is not, and how to report a mistake."""

    @property
    def can_be_reached(self) -> bool:
        """Whether there is any way to it."""
        return bool(self.address or self.phones or self.contact)


def clinic_view(library: Library, words: Words) -> ClinicView:
    """The edition's clinic."""
    clinic = clinic_of(library)
    logo = LogoView(clinic_logo_url(library.logo.name), clinic.logo.alt) if (
        library.logo and clinic.logo
    ) else None  # fmt: skip
    link = clinic.contact_link
    return ClinicView(
        name=clinic.name,
        tagline=clinic.tagline,
        logo=logo,
        address=clinic.address or "",
        phones=tuple(
            Link(words("clinic.phone", label=p.label, number=p.display), f"tel:{p.dial}")
            for p in clinic.phones
        ),
        hours=clinic.hours or "",
        contact=Link(clinic.contact_words or words("clinic.contact"), link) if link else None,
        small_print=(clinic.disclaimer, clinic.mistakes),
    )
