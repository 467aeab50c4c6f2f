"""Icon set of the interface: path data on a grid of 24 by 24 units, strokes of one width."""

from __future__ import annotations

from generator.drawings.svg import Drawing, Shape

SIZE = 24

ICONS = {
    "add": "M12 5v14M5 12h14",
    "app": "M8 2h8a2 2 0 0 1 2 2v16a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2zM11 18.5h2",
    "back": "M15 5l-7 7 7 7",
    "book": "M4 5c3-1 6 0 8 2 2-2 5-3 8-2v14c-3-1-6 0-8 2-2-2-5-3-8-2zM12 7v14",
    "bookmark": "M6 4h12v17l-6-4-6 4z",
    "chat": "M3 4h12v9H8l-3 3v-3H3zM9 16v1h7l3 3v-3h2V8h-3",
    "check": "M5 12.5l4.5 4.5L19 7.5",
    "close": "M6 6l12 12M18 6L6 18",
    "clock": "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4l3 2",
    "copy": "M9 9h11v12H9zM6 15H4V3h11v3",
    "down": "M6 9l6 6 6-6",
    "download": "M12 4v11M7 10.5l5 5 5-5M5 20h14",
    "envelope": "M3 6h18v13H3zM3 6.5l9 7 9-7",
    "fullscreen": "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
    "globe": (
        "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c-6 6-6 12 0 18M12 3c6 6 6 12 0 18"
    ),
    "headset": "M4 12a8 8 0 0 1 16 0M4 12v5h3v-5zM20 12v5h-3v-5zM18.5 17c0 2-2 3-4.5 3",
    "house": "M4 11l8-7 8 7v9h-5v-6H9v6H4z",
    "lines": "M2 7.5c3.3-3.5 6.7 3.5 10 0s6.7-3.5 10 0M2 13h20M2 18.5h12",
    "menu": "M4 7h16M4 12h16M4 17h10",
    "message": "M4 5h16v11H11l-5 4v-4H4zM8 9h8M8 12.5h5",
    "moon": "M20 14A8.5 8.5 0 1 1 10 4a7 7 0 0 0 10 10z",
    "out": "M10 5H5v14h14v-5M13 4h7v7M20 4l-9 9",
    "pencil": "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
    "people": (
        "M9 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM3 20c0-4 3-6 6-6s6 2 6 6M16 6a2.5 2.5 0 0 1 0 5"
        "M17 14c2.5.3 4 2 4 5"
    ),
    "person": "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 21c0-4.5 3.3-6.5 7.5-6.5s7.5 2 7.5 6.5",
    "phone": (
        "M5 3h4l2 5-2.5 1.5a12 12 0 0 0 6 6L16 13l5 2v4a2 2 0 0 1-2 2"
        "A16 16 0 0 1 3 5a2 2 0 0 1 2-2z"
    ),
    "pin": (
        "M12 21c-5-6-7-8.5-7-12a7 7 0 0 1 14 0c0 3.5-2 6-7 12z"
        "M12 6.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4z"
    ),
    "printer": "M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z",
    "refresh": ("M4 11a8 8 0 0 1 14-4l2 2M20 4v5h-5M20 13a8 8 0 0 1-14 4l-2-2M4 20v-5h5"),
    "right": "M9 5l7 7-7 7",
    "search": "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L21 21",
    "sheet": "M6 3h8l4 4v14H6zM9 11h6M9 14h6M9 17h4",
    "sheets": "M8 6h8l4 4v12H8zM5 18H4V2h9v2M11 14h6M11 17h4",
    "sound": "M4 9h3l5-4v14l-5-4H4zM16 9c1.5 2 1.5 4 0 6",
    "sun": (
        "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2"
        "M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4"
    ),
    "timer": "M12 6a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM12 10v4l2.5 1.5M9.5 3h5",
    "trash": "M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14M10 11v6M14 11v6",
    "up": "M6 15l6-6 6 6",
}
"""Path data by name, which is what is seen and not what it is used for."""


def icon(name: str) -> Drawing:
    """The icon of a name in `ICONS`; raises KeyError for another.

    Icons that point along the line are a variant that the style sheet mirrors in RTL text.
    """
    turns = "turning" if name in ("back", "right") else ""
    return Drawing("icon", SIZE, SIZE, (Shape(ICONS[name]),), variant=turns)
