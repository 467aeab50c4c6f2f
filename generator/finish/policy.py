"""Content-Security-Policy of the pages: only files of the site, nothing inline."""

from __future__ import annotations

# In a fixed order, so that the text never varies. Other fetch directives fall back to default-src.
_DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "media-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "object-src": "'none'",
}


def page_policy(origin: str = "") -> str:
    """The CSP of every page, without `frame-ancestors`, which works in headers only.

    In a sandboxed frame a page has an opaque origin, against which WebKit matches 'self', so that
    it allows nothing there (https://bugs.webkit.org/show_bug.cgi?id=316847). A page for frames
    names the site's own `origin` beside it.
    """
    itself = f"'self' {origin}".rstrip()
    directives = (f"{name} {value}" for name, value in _DIRECTIVES.items())
    return "; ".join(directives).replace("'self'", itself)
