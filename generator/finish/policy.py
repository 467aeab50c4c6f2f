"""The Content-Security-Policy: nothing but our own files; no page has a script inside itself."""

from __future__ import annotations

# In this order, so that the text never varies. What is not named falls back to default-src.
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
    """The policy of every page; only headers say who may frame it.

    In a sandboxed frame a page has an opaque origin, against which WebKit matches 'self', so that
    it allows nothing there (https://bugs.webkit.org/show_bug.cgi?id=316847). A page for frames
    names the site's own `origin` beside it.
    """
    itself = f"'self' {origin}".rstrip()
    said = (f"{name} {value}" for name, value in _DIRECTIVES.items())
    return "; ".join(said).replace("'self'", itself)
