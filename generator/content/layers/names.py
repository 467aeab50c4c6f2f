"""Names of the folders and files that make the layers of content/."""

from __future__ import annotations

CLINIC_FILE = "clinic.yaml"
CLINICS = "clinics"
LOCALES = "locales"
PAGES = "pages"
"""Pages written by hand; see `layers/pages.py`."""
MADE = frozenset({"site", "site.previous", "site.discarded", "printed", "schemas"})
"""Folders that commands make in a clinic's own folder; those with a dot are never looked at."""
