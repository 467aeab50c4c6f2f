"""View of the clinic: name, logo, and contact details for what is not urgent."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.page import Link
from generator.site.site import Site
from generator.site.urls import clinic_logo_url


@dataclass(frozen=True)
class LogoView:
    """A logo: path from the site root, and alternative text."""

    url: str
    alt: str


@dataclass(frozen=True)
class ClinicView:
    """Contact details of a clinic; empty strings, tuples or None where it gives none."""

    name: str
    tagline: str
    logo: LogoView | None
    address: str
    phones: tuple[Link, ...]
    hours: str
    contact: Link | None
    small_print: tuple[str, ...]
    """Disclaimer, and how to report a mistake."""

    @property
    def can_be_reached(self) -> bool:
        """Whether it gives an address, a phone number or a contact link."""
        return bool(self.address or self.phones or self.contact)


def clinic_view(site: Site) -> ClinicView:
    """The view of the edition's clinic; phone numbers are tel: links."""
    clinic = site.clinic
    logo = LogoView(clinic_logo_url(site.logo.name), clinic.logo.alt) if (
        site.logo and clinic.logo
    ) else None  # fmt: skip
    link = clinic.contact_link
    return ClinicView(
        name=clinic.name,
        tagline=clinic.tagline,
        logo=logo,
        address=clinic.address or "",
        phones=tuple(
            Link(site.words("clinic.phone", label=p.label, number=p.display), f"tel:{p.dial}")
            for p in clinic.phones
        ),
        hours=clinic.hours or "",
        contact=Link(clinic.contact_words or site.words("clinic.contact"), link) if link else None,
        small_print=(clinic.disclaimer, clinic.mistakes),
    )
