"""Parser for messenger deep links with a telephone number (WhatsApp, Telegram, Signal)."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit


def linked_number(link: str) -> str:
    """Number in the URL with a leading plus, unvalidated; empty if there is none."""
    parts = urlsplit(link)
    host = (parts.hostname or "").removeprefix("www.")
    found = None
    if host in ("wa.me", "t.me"):
        found = re.fullmatch(r"/\+?(\d{6,})/?", parts.path)
    elif host in ("api.whatsapp.com", "web.whatsapp.com", "whatsapp.com"):
        phone = parse_qs(parts.query).get("phone", [""])[0]
        found = re.fullmatch(r"[+ ]?(\d+)", phone)
    elif host == "signal.me":
        found = re.fullmatch(r"p/\+(\d+)", parts.fragment)
    return f"+{found[1]}" if found else ""
