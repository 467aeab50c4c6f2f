"""Every link of every page leads to a file of the site, and to an anchor that is in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field

from generator.finish.errors import broken
from generator.finish.url_parsing import place, scheme, tidy
from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class _Target:
    """Where an address leads: to a file of the site, or out of it (`file` is None)."""

    file: str | None = None
    anchor: str = ""
    problem: str = ""
    is_rooted: bool = False


@dataclass
class Links:
    """The links and ids of the pages seen so far, of a site that has these files.

    `base_path` is the path of the site's address, such as `/writing/`. Only pages in
    `absolute_pages` may have links that start with it: any other link must work wherever the site
    is put, on a USB stick too.
    """

    files: Set[str]
    base_path: str = "/"
    absolute_pages: Set[str] = frozenset()
    _ids: dict[str, frozenset[str]] = field(default_factory=dict)
    _wanted: dict[tuple[str, str], list[tuple[str, str]]] = field(default_factory=dict)
    _targets: dict[tuple[str, str], _Target] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)

    def add(self, page: str, urls: Iterable[str], ids: Iterable[str]) -> Iterator[Problem]:
        """Note a page; yields its links that lead to no file."""
        # Most ids are on every page: one copy of each keeps ten thousand pages small.
        self._ids[page] = frozenset(self._names.setdefault(name, name) for name in ids)
        folder = page.rpartition("/")[0]
        for url in dict.fromkeys(urls):
            # What a page asks of its folder is the same for all its neighbours, so ask once.
            target = self._targets.get((folder, url))
            if target is None:
                target = self._targets[folder, url] = self._find(folder, url)
            if target.problem:
                yield broken(page, "link-resolves", f"“{url}” {target.problem}")
            elif target.is_rooted and page not in self.absolute_pages:
                message = f"“{url}” works only while the site is at one place; make it relative"
                yield broken(page, "link-is-relative", message)
            elif target.anchor:
                wanted = (target.file or page, target.anchor)
                self._wanted.setdefault(wanted, []).append((page, url))

    def broken_anchors(self) -> Iterator[Problem]:
        """The links whose page exists and whose anchor does not; to be asked after all pages."""
        for (file, anchor), links in self._wanted.items():
            ids = self._ids.get(file)
            if ids is None or anchor in ids:
                continue
            for page, url in links:
                yield broken(page, "anchor-exists", f"“{url}”: {file} has no id “{anchor}”")

    def _find(self, folder: str, url: str) -> _Target:
        """Where an address in a page of this folder leads; to the page itself if `file` is ''."""
        address = tidy(url)
        if scheme(address):
            return _Target()
        # Only an address from the top asks where the site lives, and %2F is a slash as well.
        base_path = self.base_path if address.startswith(("/", "%")) else "/"
        found = place(folder, address, base_path)
        if found is None:
            return _Target(problem="leads out of the site")
        file, anchor = found
        # An anchor with a = is the state of a page's filters, and top is in every page.
        anchor = "" if "=" in anchor or anchor.lower() == "top" else anchor
        is_same_page = address == "" or address.startswith(("#", "?"))
        if not is_same_page and file not in self.files:
            is_folder = file == "" or file.endswith("/") or f"{file}/index.html" in self.files
            what = "a folder; name its index.html" if is_folder else "nothing"
            return _Target(problem=f"leads to {what}")
        return _Target("" if is_same_page else file, anchor, "", address.startswith("/"))
