"""Worksheets as JSON view models, and those as accessible (PDF/UA-1), fillable (AcroForm) PDF."""
