"""Jinja environment with its filters, and a renderer that memoizes pages.

Autoescaping is on; filters say what an exception is: `md` for a line of Markdown, `rich` for rich
text. Both, and `href`, know the page that they are on. Only `render/` imports jinja2.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Generic, TypeVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from generator.pages.page import Page
from generator.pages.parts.embeds import Embed
from generator.progress import Done, no_progress
from generator.render import fragment_cache
from generator.render.assets import PAGE_STYLES
from generator.render.bytecode_cache import BytecodeOnDisk
from generator.render.fragment_cache import FragmentCache
from generator.render.template_drawings import DRAWN
from generator.site.site import Site
from generator.site.urls import ADDRESSES, relative, source_path
from generator.site.words import Words
from generator.text.plain import in_html, in_markdown, in_yaml
from generator.text.rich import Href, rich_to_html
from generator.worksheets.field import View

TEMPLATES = Path(__file__).parent.parent / "templates"

Value = TypeVar("Value")
Text = TypeVar("Text")


@dataclass(frozen=True, slots=True)
class Rendered(Generic[Value, Text]):
    """A cache entry: the value rendered, (kind, id) → URL of the links by id in it, the output."""

    value: Value
    links: Mapping[tuple[str, str], str]
    text: Text


Entries = dict[str, Rendered[Value, Text]]
"""Cache entries by URL or id."""


@dataclass
class RenderCache:
    """Memoized output of the renderer, for a process that builds again and again.

    Rendering is a pure function of the page (a value), the words, the templates and the URLs that
    its links by id resolve to, whichever clinic's it is. `key` stands for what a page does not hold
    itself; when that changes, everything is invalidated. Only the last output for each URL is kept.
    """

    key: object = None
    pages: Entries[Page, tuple[str, bytes]] = field(default_factory=dict)
    cards: Entries[tuple[Embed, dict[str, object]], tuple[str, bytes]] = field(default_factory=dict)
    forms: Entries[View, str] = field(default_factory=dict)

    def valid_for(self, key: object) -> RenderCache:
        """This cache, emptied if its entries were rendered with another key."""
        if key != self.key:
            self.key = key
            for entries in (self.pages, self.cards, self.forms):
                entries.clear()
        return self


@cache
def _compiler() -> str:
    """Source of the code that, beside its own text, decides how a template is compiled."""
    return "".join(Path(file).read_text("utf-8") for file in (__file__, fragment_cache.__file__))


def template_stamps() -> tuple[tuple[str, int], ...]:
    """Path and modification time (nanoseconds) of every template, sorted."""
    return tuple(
        (str(file), file.stat().st_mtime_ns) for file in sorted(TEMPLATES.rglob("*.jinja"))
    )


class Renderer:
    """Renders pages of one edition; `address` resolves links by id to URLs.

    Reads and fills `render_cache`. Not safe for concurrent use: links are recorded in the instance.
    """

    def __init__(
        self, words: Words, address: Href, render_cache: RenderCache | None = None
    ) -> None:
        self._cache = RenderCache() if render_cache is None else render_cache
        self._address = address
        self._links: dict[tuple[str, str], str] = {}
        self._environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            bytecode_cache=BytecodeOnDisk(TEMPLATES, _compiler()),
            extensions=[FragmentCache],
            auto_reload=False,
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_on_its_line,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )

        @pass_context
        def href(context: Context, url: str) -> str:
            return url if "://" in url or _has_scheme(url) else relative(url, context["page"].url)

        @pass_context
        def rich(context: Context, text: str) -> Markup:
            def to(kind: str, entry_id: str) -> str:
                url = self._links[kind, entry_id] = address(kind, entry_id)
                return relative(url, context["page"].url) if url else ""

            return Markup(rich_to_html(text, to))

        self._environment.filters.update(href=href, rich=rich, md=lambda t: Markup(in_markdown(t)))
        self._environment.globals.update(DRAWN, t=words, words=words, addresses=ADDRESSES)

    @staticmethod
    def of(site: Site, render_cache: RenderCache | None = None) -> Renderer:
        """The renderer of a site; empties the cache if words or templates differ from before."""
        if render_cache is not None:
            render_cache = render_cache.valid_for((site.words, template_stamps()))
        return Renderer(site.words, site.href, render_cache)

    def render_all(self, pages: Sequence[Page], done: Done = no_progress) -> dict[str, bytes]:
        """Path below docs/ → Markdown of each page; `done` is told how many are ready."""
        ready: dict[str, bytes] = {}
        for page in pages:
            path, content = self.render(page)
            ready[path] = content
            done(len(ready), len(pages))
        return ready

    def render(self, page: Page) -> tuple[str, bytes]:
        """The path below docs/ and the Markdown of a page; memoized."""
        return self._memoized(self._cache.pages, page.url, _for_template(page), self._rendered)

    def _rendered(self, page: Page) -> tuple[str, bytes]:
        template = self._environment.get_template(f"pages/{page.template}.md.jinja")
        body = template.render(page=page, **page.context)
        return source_path(page.url), f"{front_matter(page)}\n{body}".encode()

    def render_card(self, card: Embed, **context: object) -> tuple[str, bytes]:
        """The path in the site and the HTML of a card that other sites embed; memoized."""
        return self._memoized(self._cache.cards, card.url, (card, context), self._card)

    def _card(self, value: tuple[Embed, dict[str, object]]) -> tuple[str, bytes]:
        card, context = value
        template = self._environment.get_template(f"embeds/{card.template}.html.jinja")
        body = template.render(page=card, **card.context, **context)
        return card.url, body.encode()

    def render_form(self, view: View) -> str:
        """The HTML of a worksheet as it is on its page, on one line; memoized."""
        return self._memoized(self._cache.forms, view["id"], view, self._form)

    def _form(self, view: View) -> str:
        template = self._environment.get_template("worksheets/form.html.jinja")
        return " ".join(template.render(view=view).split())

    def _memoized(
        self,
        entries: Entries[Value, Text],
        name: str,
        value: Value,
        render: Callable[[Value], Text],
    ) -> Text:
        """The cached text of `name` if value and link targets are equal; else renders it anew."""
        entry = entries.get(name)
        if entry is None or entry.value != value or not self._resolve_alike(entry.links):
            self._links = {}
            text = render(value)
            entry = entries[name] = Rendered(value, self._links, text)
        return entry.text

    def _resolve_alike(self, links: Mapping[tuple[str, str], str]) -> bool:
        return all(self._address(*link) == url for link, url in links.items())


def _for_template(page: Page) -> Page:
    """The page with defaults for fields that only head and exports use, which may name the clinic.

    Templates do not get them, so that clinics with equal pages share their cached text.
    """
    return replace(page, searchable=True, found_by=(), facts=None, alternates=(), changed=None)


def front_matter(page: Page) -> str:
    """YAML front matter of a page, with its two lines of dashes; text in it is escaped for HTML."""
    hidden = ["navigation"] if page.toc else ["navigation", "toc"]
    lines = [
        f"title: {in_yaml(in_html(page.title))}",
        f"description: {in_yaml(in_html(page.description))}",
        f"hide: {in_yaml(hidden)}",
        f"look: {in_yaml(page.template)}",
        f"styles: {'true' if page.template in PAGE_STYLES else 'false'}",
    ]
    if page.leads_to:
        lines.append(f"leads_to: {in_yaml(page.leads_to)}")
    return "\n".join(["---", *lines, "---", ""])


def _on_its_line(value: object) -> object:
    """Jinja's `finalize`: plain text with line breaks as `&#10;`, so that no Markdown line begins.

    Markdown looks for fenced code, and its attributes, inside HTML blocks as well.
    """
    if isinstance(value, str) and not isinstance(value, Markup) and "\n" in value:
        return escape(value).replace("\n", Markup("&#10;"))
    return value


def _has_scheme(url: str) -> bool:
    return url.startswith(("tel:", "sms:", "mailto:"))
