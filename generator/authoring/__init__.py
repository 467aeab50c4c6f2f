"""Tools for authors: JSON Schema, field documentation, new entries and clinics."""
