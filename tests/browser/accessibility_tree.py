"""Chromium's accessibility tree (CDP) of a page: what a screen reader is given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Page

NAMED = {"complementary", "navigation", "radiogroup", "region", "image", "img"}


@dataclass(frozen=True)
class Node:
    """A node of the accessibility tree."""

    role: str
    name: str
    description: str
    required: bool


def heard(page: Page) -> list[Node]:
    """The nodes of a page's accessibility tree that are not ignored, in reading order."""
    # The domain is disabled with its session, so the tab can be reused; see `tabs.py`.
    session = BrowserContext.new_cdp_session(page.context, page)
    session.send("Accessibility.enable")
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()

    def text(node: dict, key: str) -> str:
        return " ".join(str(node.get(key, {}).get("value", "")).split())

    return [
        Node(
            text(node, "role"),
            text(node, "name"),
            text(node, "description"),
            any(p["name"] == "required" and p["value"]["value"] for p in node["properties"]),
        )
        for node in nodes
        if not node["ignored"]
    ]


def unclear(nodes: Sequence[Node], *, tables: bool = True) -> Iterator[str]:
    """Problems: landmarks, groups and images without an accessible name, duplicate landmarks.

    Also required fields, exposed dialogs, and a repeated title. `tables` says
    whether tables need a name too.
    """
    named = NAMED | ({"table"} if tables else set())
    yield from (f"{n.role} without a name" for n in nodes if n.role in named and not n.name)
    marks = Counter((n.role, n.name) for n in nodes if n.role in ("navigation", "region"))
    yield from (f"{times} {role}s {name}" for (role, name), times in marks.items() if times > 1)
    yield from (f"dialog {n.name}" for n in nodes if n.role == "dialog")
    yield from (f"required {n.name}" for n in nodes if n.required)
    if len([n for n in nodes if n.name == "Colors" and n.role in ("group", "radiogroup")]) != 1:
        yield "colors"
    begin = next(at for at, n in enumerate(nodes) if n.role == "main")
    title = [n for n in nodes[:begin] if n.name == "A Few Lines" and n.role != "RootWebArea"]
    if len(title) > 1:
        yield "the title again"
