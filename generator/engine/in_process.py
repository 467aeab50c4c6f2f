"""MkDocs in this process: renders one page at a time by MkDocs' own functions.

`mkdocs.build_pages` is the reference: a process of its own that builds everything. This builds the
same bytes of those pages that are requested, without what a whole build goes through: plugins (a
configuration with any, or with another engine, is left to the reference), Material's files (which
reach no site), and HTML inside of Markdown (`raw_html.py`). Whatever the engine warns of is left
to the reference as well, which reports it best.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from markdown import Markdown
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import InclusionLevel, get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import is_error_template

from generator.engine.frames import Frames
from generator.engine.front_matter import plain_front_matter
from generator.engine.markdown_fast_path import are_plain, outline
from generator.engine.names import EngineName
from generator.engine.raw_html import RawHtml
from generator.render.bytecode_cache import BytecodeInMemory

PLAIN_EXTENSIONS = frozenset({"attr_list", "def_list", "fenced_code", "tables", "toc"})
"""Markdown extensions that pass HTML blocks through; others may process their content."""


_COMPILED = BytecodeInMemory()
"""Bytecode of the theme's templates: every edition has the same."""


class NeedsReferenceBuild(Exception):
    """The engine warned of something, or its configuration needs the reference build."""


class Engine:
    """MkDocs with one configuration and the files that were in its folder at construction.

    The constructor and every method may raise Unsure. Not safe for concurrent use.
    """

    def __init__(self, config_file: Path) -> None:
        # Else Material prints an advertisement for another product.
        os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
        with _unsure_of_warnings():
            self._config = load_config(str(config_file), strict=True)
            if self._config.extra["engine"] != EngineName.MKDOCS:
                raise NeedsReferenceBuild
            if set(self._config.plugins) or self._config.hooks:
                raise NeedsReferenceBuild
            if not PLAIN_EXTENSIONS.issuperset(self._config.markdown_extensions):
                raise NeedsReferenceBuild
            self._config.markdown_extensions.append(f"{RawHtml.__module__}:{RawHtml.__name__}")
            self._files = get_files(self._config)
            self._navigation = get_navigation(self._files, self._config)
            self._templates = self._config.theme.get_env()
            self._templates.bytecode_cache = _COMPILED
            self._markdown = Markdown(
                extensions=self._config.markdown_extensions,
                extension_configs=self._config.mdx_configs,
            )
        self._has_plain_headings = are_plain(self._config.mdx_configs.get("toc", {}))
        self._frames = Frames(self._config, self._navigation, self._rendered)
        self._pages = {file.dest_uri: file for file in self._files.documentation_pages()}
        if len(self._pages) < len(self._files.documentation_pages()):
            raise NeedsReferenceBuild

    def sources(self) -> dict[str, Path]:
        """Path of the page in the site → its Markdown file."""
        return {path: Path(str(file.abs_src_path)) for path, file in self._pages.items()}

    def copies(self) -> dict[str, Path]:
        """Path in the site → source of each file that is copied as it is."""
        return {
            file.dest_uri: Path(str(file.abs_src_path))
            for file in self._files
            if not file.is_documentation_page()
            and file.inclusion.value > InclusionLevel.DRAFT.value
        }

    def error_pages(self) -> dict[str, bytes]:
        """Path in the site → HTML of the theme's error pages, such as 404.html."""
        with _unsure_of_warnings():
            base = urlsplit(self._config.site_url or "/").path
            context = get_context(self._navigation, self._files, self._config, base_url=base)
            return {
                name: self._templates.get_template(name).render(context).encode()
                for name in sorted(self._config.theme.static_templates)
                if is_error_template(name)
            }

    def page(self, path: str, markdown: str) -> str:
        """The HTML of the page at `path` in the site, from this Markdown with front matter."""
        file = self._pages[path]
        with _unsure_of_warnings():
            page = file.page or Page(None, file, self._config)
            if top := plain_front_matter(markdown):
                page.markdown, page.meta = top
            else:
                file.content_string = markdown
                page.read_source(self._config)
            plain = self._has_plain_headings and outline(self._markdown, page.markdown or "")
            if plain:
                page.content, page.toc = plain.html, plain.contents
            else:
                page.render(self._config, self._files)
            html = self._frames.page(page)
        page.content = page.markdown = None  # ten thousand of them would fill the memory
        return html

    def _rendered(self, page: Page) -> str:
        """The HTML of the page by running the theme's template."""
        page.active = True
        context = get_context(self._navigation, [], self._config, page)
        template = self._templates.get_template(page.meta.get("template", "main.html"))
        html = template.render(context)
        page.active = False
        return html


class _RaiseUnsure(logging.Handler):
    """Logging handler that raises Unsure for each record."""

    def emit(self, record: logging.LogRecord) -> None:
        raise NeedsReferenceBuild(record.getMessage())


@contextmanager
def _unsure_of_warnings() -> Iterator[None]:
    """Raise Unsure for warnings and errors of MkDocs in the block, and print none of them."""
    logger = logging.getLogger("mkdocs")
    handler = _RaiseUnsure(logging.WARNING)
    propagates, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield
    except (MkDocsException, OSError, UnicodeError) as error:
        raise NeedsReferenceBuild(str(error)) from error
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagates
