"""Pydantic models of all content: frozen records that reject unknown fields."""
