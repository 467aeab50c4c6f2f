"""The picture beside a shared link."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from generator.content.library import Library
from generator.exports.picture import mood_pictures, sharing_picture
from generator.site.site import Site


def test_picture_is_small_and_of_the_usual_size(library: Library) -> None:
    """It has the size that sites ask for, and is lighter than a page; the same each time."""
    clinic = Site.of(library).clinic
    content = sharing_picture(clinic)
    with Image.open(io.BytesIO(content)) as picture:
        assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert len(content) < 20_000
    assert sharing_picture(clinic) == content


def test_each_feeling_has_its_line(library: Library) -> None:
    """Pictures differ in their lines alone, one of a feeling that a clinic added among them."""
    clinic = Site.of(library).clinic
    pictures = mood_pictures(clinic, ("anxious", "calm", "homesick"))
    assert len(set(pictures.values())) == 3
    opened = [Image.open(io.BytesIO(content)).convert("RGB") for content in pictures.values()]
    assert len({picture.crop((0, 0, 1200, 380)).tobytes() for picture in opened}) == 1
    assert {picture.size for picture in opened} == {(1200, 630)}
    assert max(map(len, pictures.values())) < 20_000


def test_long_name_stays_inside(library: Library) -> None:
    """A long name takes two lines or smaller letters; nothing touches the edge."""
    long = {"name": "Eastside Community " * 4, "tagline": "a line that goes on and on " * 6}
    content = sharing_picture(Site.of(library).clinic.model_copy(update=long))
    with Image.open(io.BytesIO(content)) as picture:
        edges = picture.convert("RGB").crop((1120, 0, 1200, 630))
    assert edges.getcolors() is not None
    assert len(edges.getcolors() or ()) == 1


@pytest.mark.site
@pytest.mark.parametrize(
    ("name", "same_as"),
    [("🌧️ Rain", "Rain"), ("עזרה", ""), ("Rain → 希望", "Rain")],
)
def test_letters_without_a_shape_are_no_boxes(library: Library, name: str, same_as: str) -> None:
    """What cannot be drawn, or only in the wrong order, is left out of the picture."""
    clinic = Site.of(library).clinic
    drawn, plain = (clinic.model_copy(update={"name": text}) for text in (name, same_as))
    assert sharing_picture(drawn) == sharing_picture(plain)


@pytest.mark.site
def test_other_alphabets_are_drawn(library: Library) -> None:
    """Vietnamese, Cyrillic and Greek letters come from a font that has them."""
    clinic = Site.of(library).clinic
    pictures = {
        sharing_picture(clinic.model_copy(update={"name": name}))
        for name in ("Trường", "Trng", "Київ", "Αθήνα", "")
    }
    assert len(pictures) == 5
