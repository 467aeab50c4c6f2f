"""Pictures of first pages, for the page that speaks to clinics."""

from __future__ import annotations

from pathlib import Path

from generator.render.theme_samples import SAMPLES, sample_assets

ROOT = Path(__file__).parents[3]


def test_each_picture_has_its_own_colour_and_is_shown() -> None:
    """A picture has the colour of its clinic and no other one's, and the page names it."""
    found = sample_assets()
    page = (ROOT / "content/pages/for-clinics.md").read_text("utf-8")
    for name, colour in SAMPLES.items():
        drawn = found[f"assets/first-page-{name}.svg"].decode()
        others = set(SAMPLES.values()) - {colour}
        assert colour in drawn
        assert not any(other in drawn for other in others)
        assert f"assets/first-page-{name}.svg" in page
