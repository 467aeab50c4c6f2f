"""File and folder names of the layers of content/, and of output in a clinic's folder."""

from __future__ import annotations

CLINIC_FILE = "clinic.yaml"
CLINICS = "clinics"
LOCALES = "locales"
PAGES = "pages"
"""Folder of handwritten pages; see `layers/pages.py`."""
KEPT = frozenset({"dist", "printed", "schemas"})
"""Folders of output that was requested, which is kept."""
MADE = KEPT | {"site", "site.previous", "site.discarded"}
"""All folders that commands make in a clinic's own folder, apart from dotted ones."""
