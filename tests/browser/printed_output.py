"""Printed output of a page: text of each side of the PDF, extracted by PDFium."""

from __future__ import annotations

import unicodedata

import pypdfium2
from playwright.sync_api import Page


def printed_sides(page: Page, paper: str) -> list[str]:
    """The text of each side of the page printed on A4 or Letter, white space collapsed.

    NFKC takes ligatures such as "fi" apart.
    """
    printed = pypdfium2.PdfDocument(page.pdf(format=paper))
    try:
        texts = [sheet.get_textpage().get_text_range() for sheet in printed]
    finally:
        printed.close()
    return [" ".join(unicodedata.normalize("NFKC", text).split()) for text in texts]


def lay_over(page: Page, rule: str) -> None:
    """Set a CSS rule as the page's only adopted style sheet."""
    page.evaluate(
        """rule => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(rule);
          document.adoptedStyleSheets = [sheet];
        }""",
        rule,
    )


def letters(text: str) -> str:
    """A printed text without spaces, which PDFium does not find between widely spaced letters."""
    return "".join(text.split())
