"""Overlay merge of content layers: base, language, clinic; later ones patch earlier ones."""
