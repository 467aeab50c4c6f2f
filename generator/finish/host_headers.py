"""HTTP response headers (CSP, CORS and others) as configuration of static hosts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
POLICY = "Content-Security-Policy"
NO_FRAMES = {POLICY: "frame-ancestors 'none'"}
ANY_READER = {"Access-Control-Allow-Origin": "*"}


@dataclass(frozen=True)
class Table:
    """Which headers which part of a site has; a part is a top-level folder, or what lies beside.

    Two policies on one response both apply, so that a rule for a part can only restrict what the
    rule for everything allows. That is why the ban on frames is on the parts that have it.
    """

    policy: str
    """The CSP of every file."""
    framed_policy: str = ""
    """The CSP of pages for frames, which allows at least as much; empty for the same."""
    pages: tuple[str, ...] = ()
    """Every page, as a path from the top of the site."""
    framed: frozenset[str] = frozenset()
    """Folders whose pages other sites may show in a frame."""
    shared: frozenset[str] = frozenset()
    """Folders whose files scripts of other origins may read (CORS)."""
    base: str = "/"
    """Path of the site on its host, with a slash at both ends."""
    everywhere: Mapping[str, str] = field(default_factory=lambda: HEADERS)

    @property
    def in_frames(self) -> str:
        """The CSP of pages that other sites may show in a frame."""
        return self.framed_policy or self.policy

    @property
    def unframed(self) -> tuple[str, ...]:
        """Top-level folders with pages that may not be shown in a frame, sorted."""
        return tuple(sorted({p.split("/")[0] for p in self.pages if "/" in p} - self.framed))


def host_files(table: Table) -> dict[str, bytes]:
    """The configuration files for hosts: path in the site → bytes.

    `_headers` is read by Netlify and Cloudflare Pages, `.htaccess` by Apache with mod_headers (one
    in a folder applies to that folder); `nginx-headers.conf` is to be included in a `location`;
    `cloudfront-headers.json` makes a response headers policy for a bucket behind CloudFront;
    `.nojekyll` keeps GitHub Pages from hiding files. No header value may hold a double quote.
    """
    texts = {
        "_headers": _netlify(table),
        ".htaccess": _apache(table),
        "nginx-headers.conf": _nginx(table),
        "cloudfront-headers.json": _cloudfront(
            "writing-site", table, f"{table.policy}; {NO_FRAMES[POLICY]}"
        ),
        ".nojekyll": "",
    }
    for folder in sorted(table.framed):
        if any(page.startswith(f"{folder}/") for page in table.pages):
            texts[f"{folder}/.htaccess"] = _in_folder({POLICY: table.in_frames})
            name = f"writing-site-{folder}"
            texts[f"{folder}/cloudfront-headers.json"] = _cloudfront(name, table, table.in_frames)
    for folder in sorted(table.shared):
        texts[f"{folder}/.htaccess"] = _in_folder(ANY_READER)
    return {path: text.encode() for path, text in texts.items()}


def _netlify(table: Table) -> str:
    """One CSP for all, that of framed pages, since a rule for a part cannot allow more.

    Every page has its own in a `<meta>`, which names no origin, and both apply. The placeholder
    `/:page` matches any file at the top, with or without its extension: a rule for each page would
    exceed the 100 that Cloudflare reads, in silence.
    """
    rules = [("/*", {POLICY: table.in_frames, **table.everywhere})]
    rules += [(path, NO_FRAMES) for path in ("/", "/:page")]
    rules += [(f"/{folder}/*", NO_FRAMES) for folder in table.unframed]
    rules += [(f"/{folder}/*", ANY_READER) for folder in sorted(table.shared)]
    lines: list[str] = []
    for path, headers in rules:
        lines += [path, *(f"  {name}: {value}" for name, value in headers.items())]
    return "".join(f"{line}\n" for line in lines)


def _apache(table: Table) -> str:
    headers = {POLICY: f"{table.policy}; {NO_FRAMES[POLICY]}", **table.everywhere}
    return f"ErrorDocument 404 {table.base}404.html\n{_in_folder(headers)}"


def _in_folder(headers: Mapping[str, str]) -> str:
    lines = "".join(f'  Header always set {name} "{value}"\n' for name, value in headers.items())
    return f"<IfModule mod_headers.c>\n{lines}</IfModule>\n"


def _nginx(table: Table) -> str:
    """Nginx sends no header whose value is empty, which is how a part goes without."""
    framed = "|".join(sorted(table.framed)) or "-"
    shared = "|".join(sorted(table.shared)) or "-"
    in_frames = f'if ($uri ~ "/({framed})/[^/]+$")'
    lines = [
        f'set $ws_policy "{table.policy}";',
        f'{in_frames} {{ set $ws_policy "{table.in_frames}"; }}',
        f'set $ws_frames "{NO_FRAMES[POLICY]}";',
        f'{in_frames} {{ set $ws_frames ""; }}',
        'set $ws_readers "";',
        f'if ($uri ~ "/({shared})/") {{ set $ws_readers "*"; }}',
        f"add_header {POLICY} $ws_policy always;",
        f"add_header {POLICY} $ws_frames always;",
        "add_header Access-Control-Allow-Origin $ws_readers always;",
        *(f'add_header {name} "{value}" always;' for name, value in table.everywhere.items()),
    ]
    return "".join(f"{line}\n" for line in lines)


def _cloudfront(name: str, table: Table, content: str) -> str:
    """Input of `aws cloudfront create-response-headers-policy`; `content` is the CSP."""
    others = {
        name: value
        for name, value in table.everywhere.items()
        if name not in ("Referrer-Policy", "X-Content-Type-Options")
    }
    policy = {
        "Name": name,
        "SecurityHeadersConfig": {
            "ContentSecurityPolicy": {
                "Override": True,
                "ContentSecurityPolicy": content,
            },
            "ContentTypeOptions": {"Override": True},
            "ReferrerPolicy": {"Override": True, "ReferrerPolicy": HEADERS["Referrer-Policy"]},
        },
        "CustomHeadersConfig": {
            "Quantity": len(others),
            "Items": [
                {"Header": name, "Value": value, "Override": True} for name, value in others.items()
            ],
        },
    }
    return f"{json.dumps(policy, indent=2)}\n"
