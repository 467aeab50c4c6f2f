"""Jinja environment with its filters, and a renderer that memoizes pages.

Autoescaping is on; filters say what an exception is: `md` for a line of Markdown, `rich` for rich
text. Both, and `href`, know the page that they are on. Only `render/` imports jinja2.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from generator.pages.page import Page
from generator.pages.parts.embeds import Embed
from generator.parallel import fork_map
from generator.progress import Done
from generator.render import fragment_cache
from generator.render.assets import PAGE_STYLES
from generator.render.bytecode_cache import BytecodeOnDisk
from generator.render.fragment_cache import FragmentCache
from generator.render.render_cache import (
    Entries,
    Links,
    Recall,
    RenderCache,
    Rendered,
    Text,
    Value,
    for_template,
    nothing_recalled,
)
from generator.render.template_drawings import DRAWN
from generator.site.site import Site
from generator.site.urls import ADDRESSES, relative, source_path
from generator.site.words import Words
from generator.text.plain import in_html, in_markdown, in_yaml
from generator.text.rich import Href, rich_to_html
from generator.worksheets.field import View

TEMPLATES = Path(__file__).parent.parent / "templates"


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
        self.render_cache = RenderCache() if render_cache is None else render_cache
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
        # Letters as they are, not as six characters each; what HTML could read stays escaped.
        self._environment.policies["json.dumps_kwargs"] = {
            "ensure_ascii": False,
            "separators": (",", ":"),
            "sort_keys": True,
        }

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

    def render_all(
        self, pages: Sequence[Page], recalled: Recall = nothing_recalled
    ) -> dict[str, bytes]:
        """Path below docs/ → Markdown of each page.

        What is neither cached nor recalled is divided among the processor's cores.
        """
        cached = self.render_cache.pages
        lacking: dict[str, Page] = {}
        for page in pages:
            if self._is_cached(cached, page.url, for_template(page)):
                continue
            if (entry := recalled(page)) and self._resolve_alike(entry.links):
                cached[page.url] = entry
            else:
                lacking[page.url] = page
        for share in fork_map(self._share, tuple(lacking.values())):
            for url, (links, text) in share.items():
                cached[url] = Rendered(for_template(lacking[url]), links, text)
        return dict(cached[page.url].text for page in pages)

    def _share(
        self, pages: Sequence[Page], done: Done
    ) -> dict[str, tuple[Links, tuple[str, bytes]]]:
        """URL → links and text of each page; `done` is told how many are ready."""
        for number, page in enumerate(pages, 1):
            self.render(page)
            done(number, len(pages))
        entries = {page.url: self.render_cache.pages[page.url] for page in pages}
        return {url: (entry.links, entry.text) for url, entry in entries.items()}

    def render(self, page: Page) -> tuple[str, bytes]:
        """The path below docs/ and the Markdown of a page; memoized."""
        return self._memoized(self.render_cache.pages, page.url, for_template(page), self._rendered)

    def _rendered(self, page: Page) -> tuple[str, bytes]:
        template = self._environment.get_template(f"pages/{page.template}.md.jinja")
        body = template.render(page=page, **page.context)
        return source_path(page.url), f"{front_matter(page)}\n{body}".encode()

    def render_card(self, card: Embed, **context: object) -> tuple[str, bytes]:
        """The path in the site and the HTML of a card that other sites embed; memoized."""
        return self._memoized(self.render_cache.cards, card.url, (card, context), self._card)

    def _card(self, value: tuple[Embed, dict[str, object]]) -> tuple[str, bytes]:
        card, context = value
        template = self._environment.get_template(f"embeds/{card.template}.html.jinja")
        body = template.render(page=card, **card.context, **context)
        return card.url, body.encode()

    def render_form(self, view: View) -> str:
        """The HTML of a worksheet as it is on its page, on one line; memoized."""
        return self._memoized(self.render_cache.forms, view["id"], view, self._form)

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
        if not self._is_cached(entries, name, value):
            self._links = {}
            text = render(value)
            entries[name] = Rendered(value, self._links, text)
        return entries[name].text

    def _is_cached(self, entries: Entries[Value, Text], name: str, value: Value) -> bool:
        entry = entries.get(name)
        return entry is not None and entry.value == value and self._resolve_alike(entry.links)

    def _resolve_alike(self, links: Links) -> bool:
        return all(self._address(*link) == url for link, url in links.items())


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
