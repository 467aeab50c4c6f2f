"""Headers for a part of the site."""

from __future__ import annotations

from generator.finish.hosts import Area, host_files

AREAS = (Area("", {"A": "1", "B": "2"}), Area("part", {"B": "3"}))


def test_part_has_its_own_headers() -> None:
    """Each host learns the part's headers in the form that it reads."""
    files = {path: text.decode() for path, text in host_files(AREAS).items()}
    assert files["_headers"] == "/*\n  A: 1\n  B: 2\n/part/*\n  B: 3\n"
    assert 'set B "3"' in files["part/.htaccess"]
    assert "set A" not in files["part/.htaccess"]
    assert (
        files["nginx-headers-part.conf"] == 'add_header A "1" always;\nadd_header B "3" always;\n'
    )
    assert files["nginx-headers.conf"] == 'add_header A "1" always;\nadd_header B "2" always;\n'
