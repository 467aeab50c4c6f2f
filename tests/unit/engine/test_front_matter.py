"""What a page says at its top is read as MkDocs reads it, or left to MkDocs."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from generator.engine.front_matter import plain_front_matter
from generator.text.plain import in_yaml

VALUES = st.one_of(
    st.text().map(in_yaml),
    st.lists(st.text(max_size=5), max_size=3).map(in_yaml),
    st.sampled_from(["true", "false", "yes", "null", "1", "[]", '[a, "b"]', "word", "'one'", "&a"]),
    st.text(alphabet='"\\\u2028\u0085:#[], a', max_size=12),
)
NAMES = st.sampled_from(["title", "leads_to", "hide", "look", "a-b", "a b", "no", "9", "", '"x"'])
AFTER = st.sampled_from(["---\n", "---\n\n\n", "--- \n", "...\n", "---", "----\n", "\n---\n"])


def test_generated_front_matter_is_plain() -> None:
    """Texts, lists of texts, and yes or no."""
    source = '---\ntitle: "A — b"\nhide: ["navigation", "toc"]\nstyles: true\n---\n\n# A\n'
    said = {"title": "A — b", "hide": ["navigation", "toc"], "styles": True}
    assert plain_front_matter(source) == ("# A\n", said)


@example([("title", '"one\u0085two"')], "---\n", "")
@example([("hide", '"one"'), ("hide", '"two"')], "---\n", "")
@given(st.lists(st.tuples(NAMES, VALUES), max_size=4), AFTER, st.text(max_size=10))
def test_read_as_the_engine_does(pairs: list[tuple[str, str]], after: str, rest: str) -> None:
    """Whatever stands there."""
    lines = "".join(f"{name}: {value}\n" for name, value in pairs)
    source = f"---\n{lines}{after}{rest}"
    found = plain_front_matter(source)
    assert found is None or found == get_data(source)
