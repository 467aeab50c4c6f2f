"""Render: planned pages to Markdown, cards to HTML. Only this room imports jinja2.

Everything is escaped unless a filter says for what it is: `md` for a line of Markdown, `rich` for
rich text. Both, and `href`, know the page that they are on.
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

Shown = TypeVar("Shown")
Text = TypeVar("Text")


@dataclass(frozen=True, slots=True)
class Rendered(Generic[Shown, Text]):
    """What was shown, where the links by id in it led, and the text that it gave."""

    shown: Shown
    links: Mapping[tuple[str, str], str]
    text: Text


Of = dict[str, Rendered[Shown, Text]]
"""What was rendered, by a name."""


@dataclass
class RenderCache:
    """Pages as they were rendered before, for a process that builds again and again.

    A page is a value: with an equal one, the same words and the same templates, and with links by
    id that lead to the same addresses, it is the same text, whichever clinic's it is. `about` is
    what a page does not hold itself; when that changes, everything is forgotten.
    """

    about: object = None
    pages: Of[Page, tuple[str, bytes]] = field(default_factory=dict)
    cards: Of[tuple[Embed, dict[str, object]], tuple[str, bytes]] = field(default_factory=dict)
    forms: Of[View, str] = field(default_factory=dict)

    def for_(self, about: object) -> RenderCache:
        """These, if they were rendered with an equal `about`; else none."""
        if about != self.about:
            self.about = about
            for kept in (self.pages, self.cards, self.forms):
                kept.clear()
        return self


@cache
def _compiler() -> str:
    """What decides, beside its text, how a template is compiled: the code of this environment."""
    return "".join(Path(file).read_text("utf-8") for file in (__file__, fragment_cache.__file__))


def template_stamps() -> tuple[tuple[str, int], ...]:
    """Every template with the time of its last change, in nanoseconds."""
    return tuple(
        (str(file), file.stat().st_mtime_ns) for file in sorted(TEMPLATES.rglob("*.jinja"))
    )


class Renderer:
    """Turns pages of one edition into text; `address` says where links by id lead.

    Pages that equal one in `kept` are taken from there, and those that do not are added.
    """

    def __init__(self, words: Words, address: Href, kept: RenderCache | None = None) -> None:
        self._kept = RenderCache() if kept is None else kept
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
    def of(site: Site, kept: RenderCache | None = None) -> Renderer:
        """The renderer of a site, which takes from `kept` what was rendered for an equal one."""
        if kept is not None:
            kept = kept.for_((site.words, template_stamps()))
        return Renderer(site.words, site.href, kept)

    def render_all(self, pages: Sequence[Page], done: Done = no_progress) -> dict[str, bytes]:
        """The bytes of each of these pages, by its path below docs/."""
        ready: dict[str, bytes] = {}
        for page in pages:
            path, content = self.render(page)
            ready[path] = content
            done(len(ready), len(pages))
        return ready

    def render(self, page: Page) -> tuple[str, bytes]:
        """The path below docs/ and the bytes of a page."""
        return self._once(self._kept.pages, page.url, _for_template(page), self._rendered)

    def _rendered(self, page: Page) -> tuple[str, bytes]:
        template = self._environment.get_template(f"pages/{page.template}.md.jinja")
        body = template.render(page=page, **page.context)
        return source_path(page.url), f"{front_matter(page)}\n{body}".encode()

    def render_card(self, card: Embed, **context: object) -> tuple[str, bytes]:
        """The path and the bytes of a card for other pages, which is HTML as it is served."""
        return self._once(self._kept.cards, card.url, (card, context), self._card)

    def _card(self, shown: tuple[Embed, dict[str, object]]) -> tuple[str, bytes]:
        card, context = shown
        template = self._environment.get_template(f"embeds/{card.template}.html.jinja")
        body = template.render(page=card, **card.context, **context)
        return card.url, body.encode()

    def render_form(self, view: View) -> str:
        """The HTML of a worksheet as it stands on its page, on one line."""
        return self._once(self._kept.forms, view["id"], view, self._form)

    def _form(self, view: View) -> str:
        template = self._environment.get_template("worksheets/form.html.jinja")
        return " ".join(template.render(view=view).split())

    def _once(
        self, kept: Of[Shown, Text], name: str, shown: Shown, render: Callable[[Shown], Text]
    ) -> Text:
        """The text of what is shown under a name: as it was, if nothing of it differs now."""
        before = kept.get(name)
        if before is None or before.shown != shown or not self._lead_there(before.links):
            self._links = {}
            text = render(shown)
            before = kept[name] = Rendered(shown, self._links, text)
        return before.text

    def _lead_there(self, links: Mapping[tuple[str, str], str]) -> bool:
        return all(self._address(*link) == url for link, url in links.items())


def _for_template(page: Page) -> Page:
    """The page without what is for its head or for programs, which may name the clinic.

    Templates are not given it, so that clinics whose pages say the same share their text.
    """
    return replace(page, searchable=True, found_by=(), facts=None, alternates=(), changed=None)


def front_matter(page: Page) -> str:
    """YAML for the top of a page that every reader takes as meant; HTML in it is escaped."""
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
    """Plain text with its line ends as numbers: in HTML the same, and no line of Markdown begins.

    Markdown looks for fences of code, and their attributes, inside blocks of HTML as well.
    """
    if isinstance(value, str) and not isinstance(value, Markup) and "\n" in value:
        return escape(value).replace("\n", Markup("&#10;"))
    return value


def _has_scheme(url: str) -> bool:
    return url.startswith(("tel:", "sms:", "mailto:"))
