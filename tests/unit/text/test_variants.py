"""Other forms of words for the search."""

from __future__ import annotations

import pytest

from generator.text.variants import variants


@pytest.mark.parametrize(
    ("text", "language", "forms"),
    [
        ("Unsent letter", "en", ("unsents", "letters")),
        ("A diary", "en-US", ("diaries",)),
        ("worries", "en", ("worry",)),
        ("Papá", "es", ("papa",)),
        ("Café", "en", ("cafe", "cafés")),
        ("letter letters", "en", ()),
        ("writing slowly, tired", "en", ()),
        ("carta", "es", ()),
    ],
)
def test_forms(text, language, forms):
    """Words are also found in the plural and without accents, each form given once."""
    assert variants([text], language) == forms
