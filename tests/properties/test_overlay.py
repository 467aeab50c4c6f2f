"""The algebra of layers: what holds for any overlay."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.layers.entry import RawEntry, entry_from
from generator.content.layers.folders import Layer
from generator.content.layers.hide import hide
from generator.content.layers.merge import merge
from generator.content.reading.source import Source
from generator.problems import Problems

IDS = st.sampled_from(["one", "two", "three", "four"])
FIELDS = st.sampled_from(["title", "summary", "moods", "replace"])
ITEM = st.fixed_dictionaries(
    {"id": IDS},
    optional={
        "title": st.text("ab", max_size=2),
        "replace": st.just("true"),
        "moods": st.just("x"),
    },
)
ITEMS = st.lists(ITEM, max_size=4, unique_by=lambda item: item["id"])
SETS = st.fixed_dictionaries(
    {"prompts": ITEMS},
    optional={"title": st.text("ab", max_size=2), "summary": st.text("ab", max_size=2)},
)
LAYERS = st.dictionaries(IDS, SETS, max_size=3)
UNTIMED = settings(deadline=None, max_examples=40)
"""A machine that does other things meanwhile makes no test fail; other examples each time."""


def layer(sets: dict[str, dict[str, Any]]) -> Layer:
    """Sets of prompts as a layer."""
    return Layer({("prompt-set", name): _entry(name, values) for name, values in sets.items()})


def values(merged: Layer) -> dict[str, Any]:
    """What a layer says, without where."""
    return {entry.id: entry.values for entry in merged.entries.values()}


@UNTIMED
@given(LAYERS, LAYERS)
def test_twice_is_once(base: dict[str, Any], over: dict[str, Any]) -> None:
    """An overlay that is laid over twice does what it does once."""
    once = merge([layer(base), layer(over)], Problems())
    twice = merge([layer(base), layer(over), layer(over)], Problems())
    assert values(once) == values(twice)


@UNTIMED
@given(LAYERS)
def test_empty_overlay_changes_nothing(base: dict[str, Any]) -> None:
    """A clinic that says nothing has the library as it is."""
    problems = Problems()
    assert values(merge([layer(base), Layer()], problems)) == base
    assert not problems.found


@UNTIMED
@given(LAYERS, st.dictionaries(IDS, SETS, min_size=2, max_size=3))
def test_order_of_files_does_not_matter(base: dict[str, Any], over: dict[str, Any]) -> None:
    """Whichever file is read first, the library and the problems are the same."""
    names = [*over][::-1]
    first, second = Problems(), Problems()
    one = merge([layer(base), layer(over)], first)
    other = merge([layer(base), layer({name: over[name] for name in names})], second)
    assert values(one) == values(other)
    assert list(one.entries) == list(other.entries)
    assert first.sorted == second.sorted


@UNTIMED
@given(LAYERS, LAYERS, IDS)
def test_hiding_what_is_changed_is_a_mistake(
    base: dict[str, Any], over: dict[str, Any], name: str
) -> None:
    """Hiding a prompt is an error if, and only if, it is not there or the clinic writes of it."""
    clinic = _entry("ours", {"hide": [f"prompt:{name}"]}, kind="clinic")
    merged = merge([layer(base), layer(over)], Problems())
    problems = Problems()
    hide(merged, layer(over), clinic, problems)
    there = {item["id"] for entry in values(merged).values() for item in entry["prompts"]}
    own = {item["id"] for entry in over.values() for item in entry["prompts"]}
    assert problems.has_errors == (name not in there or name in own)


@UNTIMED
@given(LAYERS, IDS)
def test_hiding_twice_is_hiding_once(base: dict[str, Any], name: str) -> None:
    """What is hidden stays as hidden as it was."""
    clinic = _entry("ours", {"hide": [f"prompt:{name}"]}, kind="clinic")
    once = hide(layer(base), Layer(), clinic, Problems())
    twice = hide(once.layer, Layer(), clinic, Problems())
    assert values(once.layer) == values(twice.layer)
    assert once.by == twice.by


def _entry(name: str, said: dict[str, Any], kind: str = "prompt-set") -> RawEntry:
    return entry_from(kind, name, "prompts", Source(f"{name}.yaml", "x: 1\n", said))
