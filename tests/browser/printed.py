"""What comes out of a printer: the words on each sheet of paper, as PDFium reads them."""

from __future__ import annotations

import unicodedata

import pypdfium2
from playwright.sync_api import Page


def printed_sides(page: Page, paper: str) -> list[str]:
    """The page as it is printed on A4 or Letter: the text of each side, on one line.

    A font may draw "fi" as one sign, which is taken apart.
    """
    printed = pypdfium2.PdfDocument(page.pdf(format=paper))
    try:
        texts = [sheet.get_textpage().get_text_range() for sheet in printed]
    finally:
        printed.close()
    return [" ".join(unicodedata.normalize("NFKC", text).split()) for text in texts]


def lay_over(page: Page, rule: str) -> None:
    """Add a rule of style to the page in place of the one that was added before."""
    page.evaluate(
        """rule => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(rule);
          document.adoptedStyleSheets = [sheet];
        }""",
        rule,
    )


def letters(text: str) -> str:
    """A printed text without its spaces: between letters set large PDFium sees none."""
    return "".join(text.split())
