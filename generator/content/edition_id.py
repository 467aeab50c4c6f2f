"""`Edition`, the key of one variant of the site: clinic and locale."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Edition:
    """Clinic id and locale (BCP 47) of one site; there is always exactly one of each."""

    clinic: str = "default"
    locale: str = "en"
