"""Preview: the pages that somebody has open, made of what was just saved before all else is built.

Each is planned, rendered, built and finished by the same steps as in a whole build, and is the same
bytes; what a whole build looks at beside it (links of other pages to it, files for hosts) follows.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.edition import edition_options
from generator.engine.in_process import Engine, Unsure
from generator.fingerprint import frame_fingerprint
from generator.finish.errors import FinishError
from generator.finish.finish import finish_html
from generator.incremental import Stamp
from generator.pages.page import Page
from generator.pages.planners import PLANNERS
from generator.places import Places
from generator.render.environment import RenderCache, Renderer
from generator.site.site import Site
from generator.site.urls import source_path

Planner = Callable[[Site], Iterator[Page]]


@dataclass
class Preview:
    """What is kept between previews of one edition: what was rendered, which planners made a page
    that was wanted, and the engine, for as long as all that pages share is the same."""

    render_cache: RenderCache
    """Shared with the builds, which render no page again that was shown."""
    _asked: set[Planner] = field(default_factory=set)
    _engine: tuple[str, Engine] | None = None

    def pages(self, places: Places, site: Site, wanted: Collection[str]) -> dict[str, bytes]:
        """The HTML of pages by their paths in the site; of those alone that can be made alone.

        What is left out is a page that is in no site yet, one that the engine or the finishing
        pass would refuse, and those that need printed sheets.
        """
        generated = {url for url in wanted if (places.docs / source_path(url)).is_file()}
        if not generated:
            return {}
        try:
            engine = self._engine_of(places, generated)
            renderer = Renderer.of(site, self.render_cache)
            return {
                page.url: _made(engine, renderer, site, page)
                for page in self._planned(site, frozenset(generated))
            }
        except (Unsure, FinishError, OSError, UnicodeError):
            return {}

    def _engine_of(self, places: Places, urls: set[str]) -> Engine:
        """The engine, anew if it does not know one of the pages."""
        frame = frame_fingerprint(places)
        if (
            self._engine is None
            or self._engine[0] != frame
            or urls - self._engine[1].sources().keys()
        ):
            self._engine = frame, Engine(places.config)
        return self._engine[1]

    def _planned(self, site: Site, wanted: frozenset[str]) -> Iterator[Page]:
        """The pages that are wanted; planners are asked first that made one of them before."""
        missing = set(wanted)
        for planner in sorted(PLANNERS, key=lambda one: one not in self._asked):
            for page in planner(site):
                if page.url in missing:
                    self._asked.add(planner)
                    missing.remove(page.url)
                    yield page
                if not missing:
                    return


def _made(engine: Engine, renderer: Renderer, site: Site, page: Page) -> bytes:
    markdown = renderer.render(page)[1]
    html = engine.page(page.url, markdown.decode("utf-8"))
    finished, _, violations = finish_html(page.url, html, edition_options(site, (page,)))
    if violations:
        raise FinishError(violations)
    return finished.encode("utf-8")


def as_they_stand(site: Path, pages: Mapping[str, bytes]) -> tuple[str, ...]:
    """Those of the pages that are in the site with just these bytes."""
    return tuple(path for path, html in pages.items() if _content(site / path) == html)


def looks_of(site: Path) -> dict[str, Stamp | None]:
    """Every style sheet and drawing of the site with its stamp: what pages look like beside
    what they say."""
    files = (site / "assets").rglob("*")
    return {str(file): Stamp.of(file) for file in files if file.suffix in (".css", ".svg")}


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None
