"""Preview: builds only the pages that are open in a browser, ahead of the whole build.

Each is planned, rendered, built and finished by the same steps as in a whole build, with the same
bytes; what concerns other pages (links to it, files for hosts) is left to the whole build.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.edition import edition_options
from generator.engine.in_process import Engine, NeedsReferenceBuild
from generator.fingerprint import frame_fingerprint
from generator.finish.errors import FinishError
from generator.finish.finish import finish_html
from generator.output.stamp import Stamp
from generator.pages.page import Page
from generator.pages.planners import PLANNERS
from generator.places import Places
from generator.render.environment import Renderer
from generator.render.render_cache import RenderCache
from generator.site.site import Site
from generator.site.urls import source_path

Planner = Callable[[Site], Iterator[Page]]


@dataclass
class Preview:
    """Caches between previews of one edition: rendered pages, planners of requested pages, and the
    engine, as long as the frame's hash is the same."""

    render_cache: RenderCache
    """Shared with the builds, which do not render previewed pages again."""
    _planners: set[Planner] = field(default_factory=set)
    """Planners that have made a requested page."""
    _engine: tuple[str, Engine] | None = None
    """Hash of the frame, and the engine with it."""

    def pages(self, places: Places, site: Site, requested: Collection[str]) -> dict[str, bytes]:
        """Path in the site → HTML of those requested pages that can be made by themselves.

        Left out are pages that are in no site yet and those that need printed sheets. Empty if the
        engine or the finishing pass would refuse one of them.
        """
        generated = {url for url in requested if (places.docs / source_path(url)).is_file()}
        if not generated:
            return {}
        try:
            engine = self._engine_of(places, generated)
            renderer = Renderer.of(site, self.render_cache)
            return {
                page.url: _made(engine, renderer, site, page)
                for page in self._planned(site, frozenset(generated))
            }
        except (NeedsReferenceBuild, FinishError, OSError, UnicodeError):
            return {}

    def _engine_of(self, places: Places, urls: set[str]) -> Engine:
        """The cached engine; a new one if the frame changed or it does not know all the pages."""
        frame = frame_fingerprint(places)
        if (
            self._engine is None
            or self._engine[0] != frame
            or urls - self._engine[1].sources().keys()
        ):
            self._engine = frame, Engine(places.config)
        return self._engine[1]

    def _planned(self, site: Site, requested: frozenset[str]) -> Iterator[Page]:
        """The requested pages; planners that made such pages before run first."""
        missing = set(requested)
        for planner in sorted(PLANNERS, key=lambda one: one not in self._planners):
            for page in planner(site):
                if page.url in missing:
                    self._planners.add(planner)
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


def unchanged_pages(site: Path, pages: Mapping[str, bytes]) -> tuple[str, ...]:
    """Paths of those pages (HTML by path) that are in the site with the same bytes."""
    return tuple(path for path, html in pages.items() if _content(site / path) == html)


def asset_stamps(site: Path) -> dict[str, Stamp | None]:
    """Stamps of style sheets and SVGs of the site, to tell whether unchanged pages look other."""
    files = (site / "assets").rglob("*")
    return {str(file): Stamp.of(file) for file in files if file.suffix in (".css", ".svg")}


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None
