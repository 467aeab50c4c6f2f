"""Print: worksheets as one JSON-able view, and that view as accessible, fillable PDF."""
