"""Check of the pages that the menu (`nav` of the base configuration) names."""

from __future__ import annotations

from pathlib import Path
from posixpath import normpath

from generator.checks.link_targets import LinkTargets
from generator.content.library import Library
from generator.engine.configuration import nav_pages
from generator.problems import Problems
from generator.text.suggestions import suggestion


def check_menu(base_config: Path, library: Library, problems: Problems) -> None:
    """Report an error for each page of the menu that no site of this library would have."""
    targets = LinkTargets(library)
    for place, page in nav_pages(base_config):
        if targets.has(normpath(page)) is False:
            message = f'The menu names the page "{page}", which is not there.'
            hint = suggestion(page, targets.at_the_top) or "Take the line out, or write the page."
            problems.error(place, "menu-page-is-there", message, hint)
