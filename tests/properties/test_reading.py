"""Whatever bytes a file holds, there are problems or values, and never a crash."""

from __future__ import annotations

import json
import shutil
import string
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.checks import check
from generator.checks.balance import LARGEST_SHARE
from generator.content.decode import decode
from generator.content.edition_id import Edition
from generator.content.layers.entry import entry_from, patch
from generator.content.load import load_library
from generator.content.models.kinds import KINDS
from generator.content.reading.source import Source, parse_source
from generator.problems import Location, Problem, Problems, Severity
from generator.report import Form, report
from generator.text.characters import visible

CONTENT = Path(__file__).parent.parent / "content"
QUICK = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
FEW = settings(QUICK, max_examples=15)

# Letters that matter to YAML, so that random text is often nearly right.
yaml_like = st.text(alphabet="ab: -#[]{},|>&*!?'\"%@`\n\n  \t\\0\u00e9\u2028\ufeff", max_size=120)
any_bytes = st.one_of(
    st.binary(max_size=200), yaml_like.map(str.encode), st.text(max_size=80).map(str.encode)
)
plain = st.text(alphabet=string.ascii_letters + " .é", min_size=1, max_size=12).map(
    lambda text: text.strip() or "x"
)
printable = st.text(min_size=1, max_size=30).filter(
    lambda text: all(c.isprintable() or c in "\r\n" for c in text)
)
values: st.SearchStrategy[Any] = st.recursive(
    plain,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(plain, inner, max_size=3),
    max_leaves=8,
)


def parsed(content: bytes) -> tuple[Source | None, Problems]:
    problems = Problems()
    return parse_source(content, shown_as="f.yaml", problems=problems), problems


@pytest.mark.site
@QUICK
@given(any_bytes)
def test_any_bytes_are_values_or_problems(content: bytes) -> None:
    """Reading ends with values, or with problems that have a place in the file and a sentence."""
    source, problems = parsed(content)
    assert source is not None or problems.has_errors
    lines = content.decode("utf-8", errors="replace").replace("\r", "\n").count("\n") + 2
    for problem in problems.found:
        assert 1 <= problem.location.line <= lines
        assert problem.location.column >= 1
        assert problem.message.endswith(".")
        assert report([problem]).isprintable()


@QUICK
@given(st.sampled_from(KINDS), st.dictionaries(plain, values, max_size=4), st.data())
def test_any_values_are_a_model_or_problems(
    kind: Any, given_values: dict[str, Any], data: st.DataObject
) -> None:
    """Decoding any values as any kind ends with a model or with problems, each in its file."""
    model = kind.model_for("moods")
    names = data.draw(st.lists(st.sampled_from(sorted(model.model_fields)), max_size=6))
    known = {name: data.draw(values) for name in names}
    text = json.dumps({**given_values, **known})
    source, problems = parsed(text.encode())
    if source is None:
        return
    record = decode(entry_from(kind.name, "moods", "book", source), problems)
    assert record is not None or problems.has_errors
    for problem in problems.found:
        assert problem.location.path == "f.yaml"
        assert problem.message.endswith(".")


@QUICK
@given(st.dictionaries(plain, values, min_size=1, max_size=4))
def test_everything_can_be_located(given_values: dict[str, Any]) -> None:
    """Every value of a file has a place, and the file's text at that place begins it."""
    text = json.dumps(given_values, ensure_ascii=False)
    source, problems = parsed(text.encode())
    assert source is not None
    assert problems.found == []
    assert source.values == given_values
    for path, value in _paths(given_values):
        place = source.locate(path)
        assert place.line == 1
        begins = {str: '"', list: "[", dict: "{"}[type(value)]
        assert text[place.column - 1] == begins
        assert source.locate((*path, "nothing", 3)).line == 1


@QUICK
@given(
    st.dictionaries(plain, plain, min_size=1, max_size=4),
    st.dictionaries(plain, plain, min_size=1, max_size=4),
)
def test_patched_values_are_found_in_the_later_file(
    first: dict[str, str], later: dict[str, str]
) -> None:
    """After patching, each field has the later word and points at the file that said it."""
    sources = []
    for name, said in (("first.yaml", first), ("later.yaml", later)):
        source = parse_source(json.dumps(said).encode(), shown_as=name, problems=Problems())
        assert source is not None
        sources.append(entry_from("technique", "a", "", source))
    merged = patch(*sources)
    assert merged.values == {**first, **later}
    for key in merged.values:
        assert merged.locate((key,)).path == ("later.yaml" if key in later else "first.yaml")


@FEW
@given(st.sampled_from(sorted(p for p in CONTENT.rglob("*.yaml"))), any_bytes, st.data())
def test_any_damage_to_content_is_reported(
    problems_of: Callable[..., tuple[Problem, ...]],
    file: Path,
    noise: bytes,
    data: st.DataObject,
) -> None:
    """Random bytes anywhere in a good file: the whole of reading and checking ends in words."""
    good = file.read_bytes()
    start = data.draw(st.integers(0, len(good)))
    end = data.draw(st.integers(start, min(len(good), start + 40)))
    path = file.relative_to(CONTENT).as_posix()
    for problem in problems_of({path: good[:start] + noise + good[end:]}):
        assert problem.message.endswith(".")
        assert problem.location.path.startswith("content/")


@pytest.mark.parametrize("file", sorted(file.name for file in (CONTENT / "taxonomy").iterdir()))
def test_no_vocabulary_has_to_be_readable(
    problems_of: Callable[..., tuple[Problem, ...]], file: str
) -> None:
    """A mistake in a vocabulary is told; what asks it for a word goes on without it."""
    problems = problems_of({f"taxonomy/{file}": b"terms: ["})
    assert any(problem.location.path.endswith(file) for problem in problems)


@pytest.mark.site
def test_shares_are_counted_without_their_vocabularies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same in a library large enough to be asked whether its words tell prompts apart."""
    content = tmp_path / "content"
    shutil.copytree(CONTENT.parents[1] / "content", content)
    for name in LARGEST_SHARE:
        monkeypatch.setitem(LARGEST_SHARE, name, 0.0)
        (content / f"taxonomy/{name}.yaml").write_bytes(b"terms: [")
    problems = Problems()
    edition, today = Edition("default"), date(2026, 12, 1)
    check(load_library(content, problems, edition=edition, today=today), problems)
    assert problems.has_errors


@pytest.mark.site
@QUICK
@given(
    printable,
    printable,
    st.sampled_from(Severity),
    st.integers(1, 9999),
)
def test_reports_hold_what_they_were_given(
    path: str, message: str, severity: Severity, line: int
) -> None:
    """JSON comes back as it was; an annotation is one line whose properties cannot run together.

    In an annotation, which people read, a control is written as its number: a carriage return too.
    """
    problem = Problem(Location(path, line), "some-rule", message, "", severity)
    back = json.loads(report([problem], Form.JSON))[0]
    assert (back["path"], back["line"], back["message"]) == (path, line, message)
    annotation = report([problem], Form.GITHUB)
    assert "\n" not in annotation
    assert "\r" not in annotation
    command, said = annotation.removeprefix("::").split("::", 1)
    properties = dict(part.split("=", 1) for part in command.split(" ", 1)[1].split(","))
    assert _unescaped(properties["file"]) == visible(path)
    assert properties["line"] == str(line)
    assert _unescaped(said) == visible(message.strip())


def _paths(value: Any, above: tuple[Any, ...] = ()) -> list[tuple[tuple[Any, ...], Any]]:
    found = [(above, value)] if above else []
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in () if isinstance(value, str) else items:
        found += _paths(inner, (*above, key))
    return found


def _unescaped(text: str) -> str:
    for code, sign in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, sign)
    return text
