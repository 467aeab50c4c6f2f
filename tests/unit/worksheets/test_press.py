"""The press: the same bytes every time, the declared pages, and nothing made twice."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from generator.content.models.paper import Paper
from generator.worksheets.field import View
from generator.worksheets.press import print_all
from generator.worksheets.print_cache import key_of
from generator.worksheets.print_jobs import Order, Print, Refused
from generator.worksheets.prints import print_sheets, prune_prints
from generator.worksheets.variant import VARIANTS, Size, Variant

pytestmark = pytest.mark.site

A4 = VARIANTS[0]
LARGE = Variant(Paper.LETTER, Size.LARGE)
ELSEWHERE = """
import json, pathlib, sys
from generator.worksheets.print_jobs import Order
from generator.worksheets.press import print_all
from generator.worksheets.variant import VARIANTS

if __name__ == "__main__":
    views = json.loads(pathlib.Path(sys.argv[1]).read_text())
    orders = [Order(v, VARIANTS[0], pictures=True) for v in views]
    for one in print_all(orders, cache=pathlib.Path("here/prints"), jobs=int(sys.argv[2])):
        for file in (one.pdf, *one.pictures):
            print(one.sheet, __import__("hashlib").sha256(file.read_bytes()).hexdigest())
"""


def test_bytes_do_not_depend_on_place_time_or_jobs(
    views: Mapping[str, View], tmp_path: Path, cache: Path
) -> None:
    """Another folder, time zone, hash seed, order and number of processes: the same bytes."""
    import json

    orders = [Order(view, A4, pictures=True) for view in views.values()]
    expected = {
        f"{one.sheet} {_hash(file)}"
        for one in print_all(orders, cache=cache, jobs=1)
        if isinstance(one, Print)
        for file in (one.pdf, *one.pictures)
    }
    (tmp_path / "views.json").write_text(json.dumps([*views.values()][::-1]))
    (tmp_path / "elsewhere.py").write_text(ELSEWHERE)
    ran = subprocess.run(
        [sys.executable, "elsewhere.py", "views.json", "2"],
        cwd=tmp_path, capture_output=True, text=True, check=True,
        env=os.environ | {"TZ": "Asia/Kathmandu", "PYTHONHASHSEED": "2", "LC_ALL": "C"},
    )  # fmt: skip
    assert set(ran.stdout.splitlines()) == expected


def test_what_is_printed_is_not_made_again(views: Mapping[str, View], tmp_path: Path) -> None:
    """A second run touches no file, and a changed word makes one new print."""
    view = views["note"]
    first = print_all([Order(view, A4)], cache=tmp_path)
    stamps = {file: file.stat().st_mtime_ns for file in tmp_path.iterdir()}
    heard: list[tuple[int, int]] = []
    assert print_all([Order(view, A4)], cache=tmp_path, done=lambda *n: heard.append(n)) == first
    assert heard == []
    assert {file: file.stat().st_mtime_ns for file in tmp_path.iterdir()} == stamps
    changed = print_all([Order(view | {"title": "Other"}, A4)], cache=tmp_path)
    assert changed != first
    assert len(list(tmp_path.glob("*.pdf"))) == 2


def test_tighter_before_longer(views: Mapping[str, View], tmp_path: Path) -> None:
    """A sheet that is a little too long for its pages is set closer until it fits."""
    lines = views["lines"]["blocks"][0]
    full = {
        **lines, "rows": 7, "kind": "lines", "fill_page": False, "type": "area"
    }  # fmt: skip
    roomy = _one(_with_rows(views["lines"], full, 1), A4, tmp_path, pages=1)
    tight = _one(_with_rows(views["lines"], full, 3), A4, tmp_path, pages=1)
    assert tight.pages == 1
    assert _height_of_area(tight) < _height_of_area(roomy)


def test_too_long_is_refused_with_what_it_needs(views: Mapping[str, View], tmp_path: Path) -> None:
    """Where no spacing helps, nothing is printed, and the pages that it needs are told."""
    block = {**views["lines"]["blocks"][1], "rows": 20, "fill_page": False}
    (found,) = print_all([Order(_with_rows(views["lines"], block, 3), A4)], cache=tmp_path)
    assert found == Refused("lines", A4, pages=3)
    assert list(tmp_path.glob("*.pdf")) == []


def test_large_print_takes_its_pages(views: Mapping[str, View], tmp_path: Path) -> None:
    """Large print is never set closer: it has as many pages as it needs."""
    block = {**views["lines"]["blocks"][1], "rows": 20, "fill_page": False}
    assert _one(_with_rows(views["lines"], block, 3), LARGE, tmp_path, pages=1).pages > 2


def test_large_print_keeps_a_place_to_write_on_its_page(
    views: Mapping[str, View], tmp_path: Path
) -> None:
    """A place for more lines than a page of large print holds has as many as it holds."""
    block = {**views["lines"]["blocks"][1], "rows": 25, "fill_page": False}
    found = _one(views["lines"] | {"blocks": [block]}, LARGE, tmp_path, pages=1)
    with pikepdf.open(found.pdf) as pdf:
        rectangles = [
            a.Rect for page in pdf.pages for a in page.get("/Annots", ()) if a.get("/FT") == "/Tx"
        ]
    assert all(float(r[1]) > 0 and float(r[3]) < 792 for r in rectangles)


def test_sheet_with_a_letter_that_no_font_has_is_left_out(
    views: Mapping[str, View], tmp_path: Path
) -> None:
    """It has no print; the others have theirs, and a zip holds those that there are."""
    made = print_sheets(
        [views["note"] | {"title": "雨"}, views["lines"]], paper=Paper.A4, cache=tmp_path,
        variants=[A4], bundles={"both": ["note", "lines"], "none": ["note"]},
    )  # fmt: skip
    assert list(made.of) == ["lines"]
    assert list(made.zips) == ["both"]
    assert made.refused == ()


@pytest.mark.parametrize(
    "name", ["Trường viết ạ́", "Київ", "Αθήνα", "Հայերեն", "ქართული", "Clinic → Calm ✓ № 5"]
)
def test_name_in_another_script_is_printed(
    name: str, views: Mapping[str, View], tmp_path: Path
) -> None:
    """It stands on every page as it is written, and can be copied and found."""
    assert unicodedata.normalize("NFC", name) in _footer_text(name, views, tmp_path)


@pytest.mark.parametrize("name", ["עזרה", "مساعدة"])
def test_name_from_right_to_left_is_printed(
    name: str, views: Mapping[str, View], tmp_path: Path
) -> None:
    """Its letters are there, in whichever of the two orders a reader gives them."""
    text = _footer_text(name, views, tmp_path)
    assert name in text or name[::-1] in text


@pytest.mark.parametrize(("name", "printed"), [("🌧️ Rain", "Rain"), ("希望", "")])
def test_sign_of_the_footer_is_left_out(
    name: str, printed: str, views: Mapping[str, View], tmp_path: Path
) -> None:
    """One sign in a clinic's name costs the sign, not the sheets; no separator is left alone."""
    text = _footer_text(name, views, tmp_path)
    assert f"{printed} · Desk" in text if printed else "· · Desk" not in text
    assert "Desk: 555-0134" in text


def test_pages_are_drawn_on_order(views: Mapping[str, View], tmp_path: Path) -> None:
    """Each page has a picture, small enough to show many on one page."""
    (found,) = print_all([Order(views["page-break"], A4, pictures=True)], cache=tmp_path)
    assert isinstance(found, Print)
    assert [file.read_bytes()[:4] for file in found.pictures] == [b"\x89PNG"] * 2
    assert all(file.stat().st_size < 30_000 for file in found.pictures)


def test_bundle_is_the_same_on_any_day(views: Mapping[str, View], tmp_path: Path) -> None:
    """A zip of the same sheets is the same file, made once."""
    some = [views["note"], views["steps"]]
    bundles = {"all": ("note", "steps")}
    one = print_sheets(some, paper=Paper.A4, cache=tmp_path / "1", bundles=bundles).zips["all"]
    two = print_sheets(some, paper=Paper.A4, cache=tmp_path / "2", bundles=bundles).zips["all"]
    assert one.read_bytes() == two.read_bytes()


def test_forgetting_keeps_what_is_used(views: Mapping[str, View], tmp_path: Path) -> None:
    """Pruning takes old prints and leaves those in use and the font of the fields."""
    used = print_sheets([views["note"]], paper=Paper.A4, cache=tmp_path)
    kept = {file.name for file in tmp_path.iterdir()}
    print_sheets([views["steps"]], paper=Paper.A4, cache=tmp_path)
    assert prune_prints(used, cache=tmp_path) == 5, "four PDFs and a picture"
    assert {file.name for file in tmp_path.iterdir()} == kept


def test_without_a_press_a_sentence_says_so(
    views: Mapping[str, View], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the compiler is not installed, there are no prints and a plain reason."""
    monkeypatch.delitem(sys.modules, "generator.worksheets.print_worker", raising=False)
    monkeypatch.delitem(sys.modules, "generator.worksheets.typeset", raising=False)
    monkeypatch.setitem(sys.modules, "typst", None)
    prints = print_sheets([views["note"]], paper=Paper.A4, cache=tmp_path)
    assert prints.of == {}
    assert "typst is not installed" in prints.missing


LOADED = """
import pathlib, sys
from generator.content.models.paper import Paper
from generator.worksheets.prints import print_sheets

print_sheets([], paper=Paper.A4, cache=pathlib.Path("prints"))
print(*sorted({"typst", "pikepdf", "fontTools"} & sys.modules.keys()))
"""


def test_nothing_that_prints_is_loaded_to_look_up_prints(tmp_path: Path) -> None:
    """Whoever has all prints already does not wait for what makes them."""
    said = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert said.stdout.split() == []


def test_key_knows_where_a_part_ends() -> None:
    """Parts that read the same when joined are not the same print."""
    assert key_of("ab", "c") != key_of("a", "bc")


def _with_rows(view: View, block: View, times: int) -> View:
    blocks = [{**block, "field": f"{block['field']}-{n}"} for n in range(times)]
    return view | {"blocks": blocks, "pages": 1}


def _one(view: View, variant: Variant, cache: Path, *, pages: int) -> Print:
    (found,) = print_all([Order(view | {"pages": pages}, variant)], cache=cache)
    assert isinstance(found, Print), found
    return found


def _height_of_area(one: Print) -> float:
    """How high the first place for several lines is, in points."""
    with pikepdf.open(one.pdf) as pdf:
        rects = [a.Rect for a in pdf.pages[0].Annots if int(a.get("/Ff", 0)) & 1 << 12]
        return float(rects[0][3]) - float(rects[0][1])


def _hash(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


def _footer_text(name: str, views: Mapping[str, View], cache: Path) -> str:
    """The text of a page of a sheet by the clinic of this name, on single spaces."""
    view = views["note"]
    one = _one(
        view | {"footer": view["footer"] | {"clinic": name}}, A4, cache, pages=view["pages"]
    )  # fmt: skip
    document = pypdfium2.PdfDocument(one.pdf)
    text = document[0].get_textpage().get_text_range()
    document.close()
    return " ".join(text.split())
