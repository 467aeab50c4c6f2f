"""The Content-Security-Policy: nothing but our own files and the frame's own inline scripts."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

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


def page_policy(scripts: Iterable[str], origin: str = "") -> str:
    """The policy of a page with these inline `scripts`; only headers say who may frame it.

    In a sandboxed frame a page has an opaque origin, against which WebKit matches 'self', so that
    it allows nothing there (https://bugs.webkit.org/show_bug.cgi?id=316847). A page for frames
    names the site's own `origin` beside it.
    """
    itself = f"'self' {origin}".rstrip()
    parts = {name: value.replace("'self'", itself) for name, value in _DIRECTIVES.items()}
    hashes = " ".join(sorted({source_hash(script) for script in scripts}))
    parts["script-src"] = f"{parts['script-src']} {hashes}".rstrip()
    return "; ".join(f"{name} {value}" for name, value in parts.items())


def source_hash(script: str) -> str:
    """The source expression that allows exactly this inline script."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
