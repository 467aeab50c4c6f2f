"""Pool of browser tabs: a new one costs six times what a page in an open one does.

A tab is reused as empty as a new one: no storage, history or listener of a test, the media of the
next test. Its last page is left when the next one is opened, which costs half of leaving it for an
empty page first. A tab is discarded after a test that failed or did what cannot be undone, such as
setting the clock or adding an init script.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, CDPSession, Error, Page

BEFORE_EACH_PAGE = """
try { // before any script of a page, and after all that the page before it wrote when it was left
  if (sessionStorage.getItem("lent again")) { localStorage.clear(); sessionStorage.clear(); }
} catch {} // a frame without a storage
window.violations = [];
addEventListener("securitypolicyviolation", (event) =>
  violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""
END = """(start) => {
  sessionStorage.setItem("lent again", "yes");
  // The next page is another one, whatever it is: else to go to its fragment would open nothing.
  history.replaceState(null, "", `${start}robots.txt`);
  document.documentElement.style.display = "none"; // nothing to lay out for the next test's window
  return !String(Date).includes("[native code]");
}"""
"""Marks the storage for deletion; returns whether a test has replaced `Date`."""
FOR_GOOD = {
    "page": ("add_init_script", "expose_binding", "expose_function", "route", "close"),
    "context": ("add_init_script", "expose_binding", "expose_function", "route",
                "grant_permissions", "new_cdp_session", "set_offline"),
}  # fmt: skip
"""Methods of page and context with irreversible effects: a tab on which one was called is not
reused."""
MOST = 4
"""Size of the pool."""


Key = tuple[str, bool, str]
"""Base URL of the site, whether tests set the clock, and the other options of the context."""


class Tab:
    """A page in a browser context of its own, with console errors collected in `trouble`.

    `spent` is set when it cannot be reused.
    """

    def __init__(self, browser: Browser, key: Key, options: dict[str, Any]):
        self.key = key
        self.start, self.clock = key[:2]
        self.context = browser.new_context(**options)
        self.context.add_init_script(BEFORE_EACH_PAGE)
        self.page: Page = self.context.new_page()
        self.trouble: list[str] = []
        self.spent = False
        self._session: CDPSession = self.context.new_cdp_session(self.page)
        self._handlers: list[tuple[str, Callable[..., Any]]] = []
        self.page.on("console", self._logged)
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        for owner, names in FOR_GOOD.items():
            for name in names:
                self._mark(getattr(self, owner), name)
        self._on, self.page.on = self.page.on, self._listen  # type: ignore[method-assign]
        self._worn: dict[str, object] = {}
        for name in ("set_viewport_size", "emulate_media"):
            self._change(name)

    def _logged(self, message: Any) -> None:
        # The browser requests this beside a text file, on which some tests begin.
        place = message.location["url"]
        if place.endswith("/favicon.ico"):
            return
        if message.type in ("error", "warning"):
            self.trouble.append(f"{message.text} {place}")

    def _mark(self, owner: Any, name: str) -> None:
        """Wrap a method so that calling it sets `spent`."""
        do = getattr(owner, name)

        def marked(*given: Any, **options: Any) -> Any:
            self.spent = True
            return do(*given, **options)

        setattr(owner, name, marked)

    def _change(self, name: str) -> None:
        """Wrap a method of the page so that calling it drops its entry in the cached settings."""
        do = getattr(self.page, name)

        def changed(*given: Any, **options: Any) -> Any:
            self._worn.pop(name, None)
            return do(*given, **options)

        setattr(self.page, name, changed)

    def _listen(self, event: str, handler: Callable[..., Any]) -> None:
        self._handlers.append((event, handler))
        self._on(event, handler)  # type: ignore[call-overload]

    def dress(self, zone: str, clock: str, width: int, height: int, **media: str) -> None:
        """Emulate time zone, clock, viewport and media that a test requests."""
        self.travel(zone)
        # Settings that it has are not set again: emulating media costs a quarter of a page.
        if self._worn.get("set_viewport_size") != (width, height):
            self.page.set_viewport_size({"width": width, "height": height})
        if self._worn.get("emulate_media") != media:
            self.page.emulate_media(media="null", **media)  # type: ignore[arg-type]
        self._worn = {"set_viewport_size": (width, height), "emulate_media": media}
        if clock:
            self.page.clock.set_fixed_time(clock)

    def travel(self, zone: str) -> None:
        """Emulate a time zone (IANA name) also for the page that is open; empty for the default."""
        self._session.send("Emulation.setTimezoneOverride", {"timezoneId": zone})

    def violations(self) -> list[str]:
        """CSP violations of its open pages: directive, blocked URI, sample."""
        pages = (page for page in self.context.pages if page.url.startswith("http"))
        return [one for page in pages for one in page.evaluate("window.violations || []")]

    def emptied(self) -> bool:
        """Reset it for another test; False if that cannot be done."""
        if self.spent or self.page.is_closed() or not self.start.startswith("http"):
            return False
        try:
            other_clock = self.page.evaluate(END, self.start)
        except Error:  # its page is of another origin
            return False
        if other_clock and not self.clock:
            return False
        for event, handler in self._handlers:
            self.page.remove_listener(event, handler)  # type: ignore[call-overload]
        self._handlers.clear()
        for page in self.context.pages:
            if page is not self.page:
                page.close()
        self.context.clear_cookies()
        self._session.send("Page.resetNavigationHistory")
        self.trouble.clear()
        return True


class Tabs:
    """The pool of idle tabs of one browser (LRU)."""

    def __init__(self, browser: Browser):
        self._browser = browser
        self._waiting: OrderedDict[Key, Tab] = OrderedDict()

    def lend(self, start: str, *, fresh: bool, clock: bool, **options: Any) -> Tab:
        """A new or reused tab with these options; a `fresh` one is new, its HTTP cache empty."""
        key = (start, clock, str(sorted(options.items())))
        tab = None if fresh else self._waiting.pop(key, None)
        if tab is None:
            tab = Tab(self._browser, key, options)
            tab.spent = fresh
        return tab

    def give_back(self, tab: Tab) -> None:
        """Return a tab to the pool if it can be reset, or close it."""
        if tab.key in self._waiting or not tab.emptied():
            tab.context.close()
            return
        self._waiting[tab.key] = tab
        if len(self._waiting) > MOST:
            self._waiting.popitem(last=False)[1].context.close()
