"""All drawings: each thing has its own, none leaves its box, none needs a style or weighs much."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from fontTools.pens.boundsPen import BoundsPen
from fontTools.svgLib.path import parse_path

from generator.drawings.icons import ICONS, icon
from generator.drawings.marks import CHANGES, after_mark, days_mark, depth_mark
from generator.drawings.mood_lines import mood_landscape, mood_line, path, strength_line
from generator.drawings.mood_shapes import SHAPES
from generator.drawings.scene import LANDS, scene
from generator.drawings.sheets import SHEETS, sheet_drawing
from generator.drawings.svg import Drawing, svg
from generator.drawings.ways import STEPS, crisis_drawing, way_drawing
from generator.render.template_drawings import DRAWN

ROOT = Path(__file__).parents[3]
CSS = (ROOT / "generator/theme/css/drawings.css").read_text("utf-8")
MOODS = [
    term["id"]
    for term in yaml.safe_load((ROOT / "content/taxonomy/moods.yaml").read_text("utf-8"))["terms"]
]
TECHNIQUES = sorted(file.stem for file in (ROOT / "content/techniques").glob("*.yaml"))
NEW_MOODS = ("jealous", "homesick", "in-between", "left-out", "on-the-way", "very-proud")
TOLERANCE = 0.001
"""What a sum of decimals may be off, in units of a drawing."""


def everything() -> Iterator[tuple[str, Drawing]]:
    """Every drawing that there is, by a name for messages."""
    for mood in (*MOODS, *NEW_MOODS):
        yield f"line {mood}", mood_line(mood)
        yield f"varied line {mood}", mood_line(mood, "tomorrow-can-wait-here")
        yield f"landscape {mood}", mood_landscape(mood)
    for technique in (*TECHNIQUES, "new-way"):
        yield f"way {technique}", way_drawing(technique)
    yield from ((f"step {name}", crisis_drawing(name)) for name in STEPS)
    yield from ((f"depth {level}", depth_mark(level)) for level in range(1, 5))
    yield from ((f"after {change}", after_mark(change)) for change in CHANGES)
    yield from ((f"icon {name}", icon(name)) for name in ICONS)
    yield from ((f"scene {head}", scene(head)) for head in LANDS)
    yield from ((f"days {days}", days_mark(days)) for days in ((1,), (1, 2, 5), (1, 8, 36)))
    yield from ((f"sheet {name}", sheet_drawing(name)) for name in SHEETS)
    yield "strength", strength_line()
    yield "wide strength", strength_line(400, 60)


ALL = dict(everything())


def test_each_stays_in_its_box() -> None:
    """No curve leaves the box, with half of its stroke's width; land goes on to left and right."""
    outside = []
    for name, drawing in ALL.items():
        margin = -TOLERANCE if drawing.fit else 1 - TOLERANCE
        for shape in drawing.shapes:
            pen = BoundsPen(None)
            parse_path(shape.data, pen)
            left, top, right, bottom = pen.bounds
            beyond = [margin - top, bottom - (drawing.height - margin)]
            if drawing.kind != "scene":
                beyond += [margin - left, right - (drawing.width - margin)]
            if max(beyond) > 0:
                outside.append((name, pen.bounds))
    assert outside == []


def test_numbers_have_one_decimal() -> None:
    """Path data is commands and short numbers, and nothing else."""
    short = re.compile(r"M[-\d. MLHVCSAZlhvcsaz]+")
    other = {
        name
        for name, drawing in ALL.items()
        for shape in drawing.shapes
        if not short.fullmatch(shape.data) or re.search(r"\.\d\d", shape.data)
    }
    assert other == set()


def test_none_needs_a_style_or_is_read_aloud() -> None:
    """The markup has its own size and classes; styles, scripts, ids and colours it has not."""
    allowed = {"aria-hidden", "class", "focusable", "height", "viewBox", "width"}
    wrong = {}
    for name, drawing in ALL.items():
        markup = svg(drawing)
        root = ElementTree.fromstring(markup)
        width, height = str(drawing.width), str(drawing.height)
        holds = {
            "one line": "\n" not in markup,
            "a picture": root.tag == "svg",
            "silent": root.get("aria-hidden") == "true",
            "passed by Tab": root.get("focusable") == "false",
            "size": (root.get("width"), root.get("height")) == (width, height),
            "box": root.get("viewBox") == f"0 0 {width} {height}",
            "attributes": set(root.keys()) - {"preserveAspectRatio"} == allowed,
            "paths": all(e.tag == "path" and set(e.keys()) <= {"class", "d"} for e in root),
        }
        wrong |= {(name, what): markup[:200] for what, held in holds.items() if not held}
    assert wrong == {}


def test_the_style_sheet_knows_their_classes() -> None:
    """Every class of a shape, and of the whole, has a rule; without one a shape would be black."""
    with_rule = set(re.findall(r"\.([\w-]+)", CSS))
    without = {
        (name, c)
        for name, drawing in ALL.items()
        for classes in re.findall(r'class="([^"]+)"', svg(drawing))
        for c in classes.split()
        if "--" not in c and c not in with_rule
    }
    assert without == set()


def test_the_style_sheet_has_no_class_too_many() -> None:
    """Every class in the style sheet is the class of some drawing."""
    drawn = " ".join(map(svg, ALL.values()))
    known = {c for classes in re.findall(r'class="([^"]+)"', drawn) for c in classes.split()}
    assert set(re.findall(r"\.(ws-[\w-]+)", CSS)) - known == set()


def test_every_mood_has_its_own_line() -> None:
    """No two moods of the content, or of a clinic, have the same line, or nearly."""
    lines = {mood: path(mood) for mood in (*MOODS, *NEW_MOODS)}
    for one, other in combinations(lines, 2):
        assert lines[one] != lines[other], (one, other)


def test_moods_of_the_content_are_drawn_for_themselves() -> None:
    """A mood of the library has a line that was made for it, and no line is left without one."""
    assert sorted(SHAPES) == sorted(MOODS)


def test_every_way_has_its_own_drawing() -> None:
    """Every technique of the content has a drawing, all differ, and a new one gets a page."""
    markup = [svg(way_drawing(technique)) for technique in (*TECHNIQUES, "new-way")]
    assert len(set(markup)) == len(TECHNIQUES) + 1
    assert svg(way_drawing("new-way")) == svg(way_drawing("another-new-way"))


def test_depth_is_counted_in_waves() -> None:
    """Light has one dark wave, medium two, deep three, and nothing has more."""
    dark = [depth_mark(level).shapes[0].data.count("M") for level in (1, 2, 3, 4)]
    assert dark == [1, 2, 3, 3]
    assert [len(depth_mark(level).shapes) for level in (1, 2, 3)] == [2, 2, 1]


def test_after_marks_rise_stay_and_sink() -> None:
    """Lighter ends higher than it began, heavier lower, the same where it was."""
    ends = {}
    for change in CHANGES:
        pen = _Ends(None)
        parse_path(after_mark(change).shapes[0].data, pen)
        ends[change] = pen.first[1] - pen.last[1]
    assert ends["lighter"] > 15
    assert ends["heavier"] < -15
    assert ends["same"] == pytest.approx(0, abs=0.2)


class _Ends(BoundsPen):
    """A pen that remembers where it began and where it is."""

    def _moveTo(self, pt):  # noqa: N802 - the library's name
        self.first = self.last = pt

    def _lineTo(self, pt):  # noqa: N802
        self.last = pt

    def _curveToOne(self, bcp1, bcp2, pt):  # noqa: N802
        self.last = pt


def test_line_fits_where_it_is_put() -> None:
    """A line can be drawn between any two places, about any height, and as high as is asked."""
    for mood in MOODS:
        pen = BoundsPen(None)
        parse_path(path(mood, 10, 1430, 200, 4), pen)
        left, top, right, bottom = pen.bounds
        assert left == pytest.approx(10, abs=0.1)
        assert right <= 1430 + TOLERANCE
        assert 200 - 80 <= top <= bottom <= 200 + 80


def test_prompts_of_a_mood_have_lines_of_their_own() -> None:
    """Each seed gives another form of the same line, as long as the line itself."""
    forms = {path("anxious", seed=f"prompt-{n}") for n in range(100)}
    assert len(forms) == 100
    assert path("anxious") not in forms


def test_weight() -> None:
    """A page with all moods, all ways or a landscape stays light, uncompressed and inline."""
    assert sum(len(svg(mood_line(mood))) for mood in MOODS) <= 8_000
    assert sum(len(svg(way_drawing(technique))) for technique in TECHNIQUES) <= 10_000
    for head in LANDS:
        assert len(svg(scene(head))) <= 10_000


def test_another_process_draws_the_same() -> None:
    """Drawings depend on nothing but their ids: no seed of the process, no order."""
    program = (
        "from generator.drawings.mood_lines import path;"
        "from generator.drawings.scene import scene;"
        "from generator.drawings.svg import svg;"
        "print(path('jealous') + path('stuck', seed='x') + svg(scene()))"
    )
    told = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT, capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": "7"},
    ).stdout  # fmt: skip
    assert told.strip() == path("jealous") + path("stuck", seed="x") + svg(scene())


def test_names_that_are_written_in_templates_have_to_be_there() -> None:
    """An icon, a step or a head that does not exist is a mistake, and is not passed over."""
    for draw in (icon, crisis_drawing, scene):
        with pytest.raises(KeyError):
            draw("nowhere")


def test_templates_get_markup() -> None:
    """What a template calls is not escaped again, and takes the arguments of the drawing."""
    assert DRAWN["mood_line"]("calm").__html__() == svg(mood_line("calm"))
    assert DRAWN["mood_line"]("calm", seed="a") == svg(mood_line("calm", "a"))
    assert DRAWN["scene"]() == svg(scene("wide"))


def test_icons_of_the_frame_are_the_same() -> None:
    """The engine renders the frame and cannot ask for a drawing; what it has is what pages have."""
    partial = ROOT / "generator/theme/material/partials/ws-icons.html"
    written = dict(re.findall(r'^  "(\w+)": "([^"]+)",$', partial.read_text("utf-8"), re.MULTILINE))
    assert len(written) >= 8
    assert written == {name: ICONS[name] for name in written}
