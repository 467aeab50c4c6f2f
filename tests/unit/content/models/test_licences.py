"""Which terms let a text be changed, in the words that people use for them."""

from __future__ import annotations

import pytest

from generator.content.models.licences import allows_change


@pytest.mark.parametrize(
    "licence",
    ["CC BY 4.0", "CC-BY-4.0", "CC BY", "cc by 4.0", "CC BY-SA 3.0", "CC BY-NC-SA 4.0",
     "CC BY-NC 4.0 International", "CC0", "CC0 1.0 Universal", "CC0-1.0",
     "Creative Commons Attribution 4.0 International",
     "Creative Commons Attribution-ShareAlike 4.0 International License",
     "Public Domain", "in the public domain", "MIT", "MIT License", "The MIT License", "ISC",
     "Apache-2.0", "Apache 2.0", "Apache License, Version 2.0", "0BSD", "Unlicense",
     "The Unlicense", "GFDL", "GFDL-1.3-or-later", "GNU Free Documentation License 1.2 or later",
     "OGL", "OGL v3.0", "Open Government Licence v3.0", "OGL-UK-3.0", "BSD-3-Clause",
     "GPL-3.0-or-later", "MIT OR CC-BY-ND-4.0", "CC BY-SA 4.0 OR GFDL", "MIT AND CC-BY-4.0",
     "permission of its owner, 2026-11-01", "with permission from A. Writer",
     "Permission by the clinic"],
)  # fmt: skip
def test_terms_that_allow_change(licence: str) -> None:
    """Free licences by their ids and by their names, and a permission that somebody gave."""
    assert allows_change(licence)


@pytest.mark.parametrize(
    "licence",
    ["Creative Commons Attribution-NoDerivatives 4.0", "CC BY-ND 4.0", "CC-BY-ND-4.0",
     "CC-BY-NC-ND-4.0", "CC BY-NC-ND 4.0 International", "Attribution - No Derivative Works",
     "no permission of the author", "without permission from anybody", "not in the public domain",
     "permission of the author is pending: permission required", "permission", "© A. Writer",
     "all rights reserved", "CC BY-ND 4.0 OR all rights reserved",
     "MIT AND CC-BY-ND-4.0", "BUSL-1.1", "proprietary", "unknown", "fair use", "free", "?",
     "MITRE", "CC BY 4.0 AND", "LicenseRef-our-own", "not CC BY 4.0"],
)  # fmt: skip
def test_terms_that_do_not(licence: str) -> None:
    """Terms that forbid it, permissions that were not given, and words that say nothing."""
    assert not allows_change(licence)
