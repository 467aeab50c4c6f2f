"""Insertion into `<head>`: extra elements, referrer policy, Content-Security-Policy."""

from __future__ import annotations

import re

from generator.text.allowed import REFERRER_POLICY

_CHARSET = re.compile(r"<meta\s+charset=[\"']?utf-8[\"']?\s*/?>", re.IGNORECASE)
_REFERRER = re.compile(r"<meta\s[^<>]*?\bname=[\"']?referrer\b", re.IGNORECASE)
_NO_REFERRER = f'<meta name="referrer" content="{REFERRER_POLICY}">'


def with_head(html: str, extra: str) -> str:
    """The page with `extra` (HTML) at the end of its head, and a referrer policy if it has none.

    A page without a head comes back as it is; the rules refuse it later.
    """
    end = html.find("</head>")
    if end < 0:
        return html
    if _REFERRER.search(html, 0, end) is None:
        extra = _NO_REFERRER + extra
    return html[:end] + extra + html[end:] if extra else html


def with_policy(html: str, policy: str) -> str:
    """The page with a Content-Security-Policy `<meta>` right after its `<meta charset>`.

    There it covers everything that follows. A page without a charset comes back as it is; the
    rules refuse it later.
    """
    return _CHARSET.sub(
        lambda charset: (
            f'{charset[0]}<meta http-equiv="Content-Security-Policy" content="{policy}">'
        ),
        html,
        count=1,
    )
