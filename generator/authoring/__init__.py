"""Tools for authors: JSON Schema, field documentation, scaffolding of entries and clinics."""
