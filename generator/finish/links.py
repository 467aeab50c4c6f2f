"""Link checker: every link leads to a file of the site, every fragment to an id in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field

from generator.finish.errors import broken
from generator.finish.url_parsing import normalized, resolve, scheme
from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class _Target:
    """What a URL refers to: a file of the site and a fragment; None for a URL with scheme or host.

    `problem` says what is wrong with it, `is_rooted` whether it starts with a slash.
    """

    file: str | None = None
    anchor: str = ""
    problem: str = ""
    is_rooted: bool = False


@dataclass
class Links:
    """Links and ids of the pages added so far, of a site with these files (POSIX paths).

    `base_path` is the path of the site's URL, percent-decoded, such as `/our clinic/`. Only pages
    in `absolute_pages` may have links that start with it: any other must be relative, to work
    wherever the site is put, on a USB stick too.
    """

    files: Set[str]
    base_path: str = "/"
    absolute_pages: Set[str] = frozenset()
    _ids: dict[str, frozenset[str]] = field(default_factory=dict)
    """By page."""
    _fragments: dict[tuple[str, str], list[tuple[str, str]]] = field(default_factory=dict)
    """(file, id) → (page, URL) of each link to it."""
    _targets: dict[tuple[str, str], _Target] = field(default_factory=dict)
    """By folder of the page and URL."""
    _interned: dict[str, str] = field(default_factory=dict)

    def add(self, page: str, urls: Iterable[str], ids: Iterable[str]) -> Iterator[Problem]:
        """Add a page; yields its links that resolve to no file, or are not relative."""
        # Most ids are on every page: one copy of each keeps ten thousand pages small.
        self._ids[page] = frozenset(self._interned.setdefault(name, name) for name in ids)
        folder = page.rpartition("/")[0]
        for url in dict.fromkeys(urls):
            # A relative URL means the same in all pages of a folder, so resolve it once.
            target = self._targets.get((folder, url))
            if target is None:
                target = self._targets[folder, url] = self._find(folder, url)
            if target.problem:
                yield broken(page, "link-resolves", f"“{url}” {target.problem}")
            elif target.is_rooted and page not in self.absolute_pages:
                message = f"“{url}” works only while the site is at one place; make it relative"
                yield broken(page, "link-is-relative", message)
            elif target.anchor:
                fragment = (target.file or page, target.anchor)
                self._fragments.setdefault(fragment, []).append((page, url))

    def broken_anchors(self) -> Iterator[Problem]:
        """Links to a page that has no such id; to be called when all pages are added."""
        for (file, anchor), links in self._fragments.items():
            ids = self._ids.get(file)
            if ids is None or anchor in ids:
                continue
            for page, url in links:
                yield broken(page, "anchor-exists", f"“{url}”: {file} has no id “{anchor}”")

    def _find(self, folder: str, url: str) -> _Target:
        """The target of a URL in a page of this folder; `file` is '' for that page itself."""
        address = normalized(url)
        if scheme(address):
            return _Target()
        # Only a root-relative URL depends on the base path, and %2F is a slash as well.
        base_path = self.base_path if address.startswith(("/", "%")) else "/"
        resolved = resolve(folder, address, base_path)
        if resolved is None:
            return _Target(problem="leads out of the site")
        file, anchor = resolved
        # An anchor with a = is the state of a page's filters, and top is in every page.
        anchor = "" if "=" in anchor or anchor.lower() == "top" else anchor
        is_same_page = address == "" or address.startswith(("#", "?"))
        if not is_same_page and file not in self.files:
            is_folder = file == "" or file.endswith("/") or f"{file}/index.html" in self.files
            what = "a folder; name its index.html" if is_folder else "nothing"
            return _Target(problem=f"leads to {what}")
        return _Target("" if is_same_page else file, anchor, "", address.startswith("/"))
