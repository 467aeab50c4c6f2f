"""Names of the folders and files that make the layers of content/."""

from __future__ import annotations

CLINIC_FILE = "clinic.yaml"
CLINICS = "clinics"
LOCALES = "locales"
PAGES = "pages"
"""Pages written by hand; see `layers/pages.py`."""
KEPT = frozenset({"dist", "printed", "schemas"})
"""Folders of a clinic's own folder into which commands put what people asked for."""
MADE = KEPT | {"site", "site.previous", "site.discarded"}
"""Folders that commands make in a clinic's own folder; those with a dot are never looked at."""
