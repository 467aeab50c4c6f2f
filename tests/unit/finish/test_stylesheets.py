"""The theme's palette is cut to the colours that pages have."""

from __future__ import annotations

from generator.finish.stylesheets import PALETTE, without_named_colours

USED = "[data-md-color-scheme=slate]{--md-hue:225}"
NAMED = "[data-md-color-scheme=slate][data-md-color-primary=indigo]{--md-typeset-a-color:#5488e8}"


def test_named_colours_go() -> None:
    """A rule for a colour by name goes; one for the scheme or our own colour stays."""
    own = "[data-md-color-primary=custom]{color:red}"
    assert without_named_colours(f"@media screen{{{USED}{NAMED}{own}}}") == (
        f"@media screen{{{USED}{own}}}"
    )


def test_a_rule_for_more_than_named_colours_stays() -> None:
    """Where one selector of several is in use, the rule stays as it is."""
    both = "@media print{.a,[data-md-color-accent=red] .b{color:red}}"
    assert without_named_colours(both) == both


def test_only_the_palette_is_cut() -> None:
    """The file is known by the name that the theme gives it."""
    assert PALETTE.search("assets/stylesheets/palette.7dc9a0ad.min.css")
    assert not PALETTE.search("assets/site.css")
