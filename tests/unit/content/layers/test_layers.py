"""Layers: a clinic or a language adds, changes and hides what the base says."""

from __future__ import annotations

import gc
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.build import render_site
from generator.checks import check
from generator.content.edition_id import Edition
from generator.content.library import Library
from generator.content.load import load_library
from generator.content.models.review import Status
from generator.problems import EnvironmentProblem, Problem, Problems
from generator.site.site import Site

BASE = Path(__file__).parents[3] / "content"
PACKET = "packets/first-week.yaml"
CLINIC = (BASE / "clinics/default/clinic.yaml").read_text("utf-8")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the small valid content, to lay other layers over."""
    return Path(shutil.copytree(BASE, tmp_path / "content"))


def load(content: Path, clinic: str = "default", locale: str = "en") -> tuple[Library, list[str]]:
    problems = Problems()
    library = load_library(
        content, problems, edition=Edition(clinic, locale), today=date(2026, 6, 1)
    )
    check(library, problems)
    return library, [_said(problem) for problem in problems.sorted]


def put(content: Path, path: str, text: str) -> None:
    (content / path).parent.mkdir(parents=True, exist_ok=True)
    (content / path).write_text(text, encoding="utf-8")


def test_clinic_changes_one_field_and_keeps_the_rest(content: Path) -> None:
    """A patch holds only what differs; everything else is the base's."""
    put(content, "clinics/default/techniques/lists.yaml", "title: Our lists\n")
    library, problems = load(content)
    assert problems == []
    assert library.techniques["lists"].title == "Our lists"
    assert library.techniques["lists"].summary == "Short lines with an end in sight."


def test_language_changes_a_prompt_by_its_id(content: Path) -> None:
    """A translation names a prompt by its id, in any order, and leaves the others as they are."""
    put(
        content,
        "locales/es/prompts/first-lists.yaml",
        "title: Primeras listas\nprompts:\n  - id: what-weighs\n    title: Lo que pesa\n",
    )
    library, problems = load(content, locale="es")
    # What is not translated yet is told of, and nothing else.
    assert [said for said in problems if " translation-is-" not in said] == []
    assert library.prompt_sets["first-lists"].title == "Primeras listas"
    assert library.prompts["what-weighs"].title == "Lo que pesa"
    assert library.prompts["what-weighs"].intensity == 3
    assert [p.id for p in library.prompt_sets["first-lists"].prompts] == [
        "five-sounds",
        "what-weighs",
    ]
    assert load(content)[0].prompts["what-weighs"].title == "What weighs on you"


def test_clinic_has_the_last_word(content: Path) -> None:
    """Where language and clinic both speak, the clinic is heard, and pointed at."""
    put(content, "locales/es/techniques/lists.yaml", "title: Listas\nrhythm: Cada semana\n")
    put(content, "clinics/default/techniques/lists.yaml", "title: Our lists\n")
    library, _ = load(content, locale="es")
    technique = library.techniques["lists"]
    assert (technique.title, technique.rhythm) == ("Our lists", "Cada semana")
    assert library.locate("technique", "lists", "title").path.startswith("content/clinics/")
    assert library.locate("technique", "lists", "rhythm").path.startswith("content/locales/")
    assert library.locate("technique", "lists", "time").path == "content/techniques/lists.yaml"


def test_added_prompt_is_found_in_the_clinics_file(content: Path) -> None:
    """What only a clinic has is pointed at where the clinic wrote it."""
    put(
        content,
        "clinics/default/prompts/first-lists.yaml",
        "prompts:\n  - id: our-own\n    title: Our own\n    moods: [gray]\n" + WHOLE,
    )
    _, problems = load(content)
    assert any(
        said.startswith("content/clinics/default/prompts/first-lists.yaml:4:13 term-exists")
        for said in problems
    )


WHOLE = """\
    text: Write a few words.
    purpose: It aims at a first step.
    benefits: [rest]
    phases: [settling]
    settings: [alone]
    intensity: 1
    time: PT2M
    basis: practice-based
"""


def test_clinic_replaces_an_entry(content: Path) -> None:
    """With `replace: true` nothing is left of what stood there before, and mistakes are its own."""
    text = (content / "techniques/lists.yaml").read_text("utf-8")
    whole = re.sub(r"(?m)^title:.*$", "title: Our lists", text)
    shorter = re.sub(r"(?m)^rhythm:.*\n(?: .*\n)*", "", whole)
    assert shorter != whole
    put(content, "clinics/default/techniques/lists.yaml", f"replace: true\n{shorter}")
    library, problems = load(content)
    assert library.entries["technique", "lists"].values.get("rhythm") is None
    assert all(p.startswith("content/clinics/") for p in problems), problems


def test_hidden_and_changed_is_a_mistake(content: Path) -> None:
    """Who hides a thing and changes it wants two things at once, and is asked which."""
    put(content, "clinics/default/clinic.yaml", f"{CLINIC}hide: [prompt:what-weighs]\n")
    put(
        content,
        "clinics/default/prompts/first-lists.yaml",
        "prompts:\n  - id: what-weighs\n    title: Ours\n",
    )
    _, problems = load(content)
    assert [p.split()[1] for p in problems] == ["hidden-entry-is-not-changed"]


def test_hidden_by_a_term(content: Path) -> None:
    """A facet and a term hide every prompt and worksheet that has it, and nothing else."""
    put(content, "clinics/default/clinic.yaml", f"{CLINIC}hide: [intensity:deep]\n")
    library, problems = load(content)
    assert problems == []
    assert library.prompts["what-weighs"].status is Status.ARCHIVED
    assert library.prompts["five-sounds"].status is Status.PUBLISHED


def test_hidden_by_what_the_set_says(content: Path) -> None:
    """A term that a prompt has from its set, or by default, counts as its own."""
    put(
        content,
        "clinics/default/clinic.yaml",
        f"{CLINIC}hide: [age-band:adult, packet:first-week]\n",
    )
    library, _ = load(content)
    assert {p.status for p in library.prompts.values()} == {Status.ARCHIVED}
    assert {s.status for s in library.prompt_sets.values()} == {Status.ARCHIVED}


def test_what_hiding_breaks_is_told_at_the_line_that_hides(content: Path) -> None:
    """A clinic cannot mend the library's packet, so it is told what else to hide."""
    put(content, "clinics/default/clinic.yaml", f"{CLINIC}hide: [technique:lists]\n")
    _, problems = load(content)
    assert problems
    line = CLINIC.count("\n") + 1
    assert all(p.startswith(f"content/clinics/default/clinic.yaml:{line}:") for p in problems)


def test_links_to_what_is_hidden_become_words(content: Path) -> None:
    """A packet stays whose notes lead to a prompt that is hidden; not without a study or a line."""
    notes = (
        "for_therapists: Later, [what weighs](prompt:what-weighs) and [lists](technique:lists).\n"
    )
    put(content, "packets/first-week.yaml", (content / PACKET).read_text("utf-8") + notes)
    put(content, "clinics/default/clinic.yaml", f"{CLINIC}hide: [prompt:what-weighs]\n")
    library, problems = load(content)
    assert problems == []
    site = Site.of(library)
    assert site.href("prompt", "what-weighs") == ""
    page = render_site(site)["packets/first-week.md"].decode()
    assert "Later, what weighs and" in page
    assert "../techniques/lists.html" in page
    put(content, "clinics/default/clinic.yaml", f"{CLINIC}hide: [study:scullin-2018]\n")
    assert any("named-entry-is-shown" in problem for problem in load(content)[1])


def test_what_a_packet_misses_is_told_once(content: Path) -> None:
    """A way of writing may hide ten things of a packet: one sentence says to hide that as well."""
    put(content, "clinics/default/clinic.yaml", f"{CLINIC}hide: [technique:lists]\n")
    problems = Problems()
    check(load_library(content, problems, edition=Edition(), today=date(2026, 6, 1)), problems)
    messages = [problem.message for problem in problems.sorted]
    (message,) = (one for one in messages if 'packet "first-week"' in one)
    assert "five-sounds" in message
    assert "and 1 more that the packet" in message


@pytest.mark.parametrize("mistake", ["colour: red\n", "paper: a7\n", "base_url: here\n"])
def test_hiding_in_a_file_with_other_mistakes(content: Path, mistake: str) -> None:
    """What hiding breaks is told beside the clinic's other mistakes."""
    text = re.sub(f"^{mistake.partition(':')[0]}:.*\n", "", CLINIC, flags=re.MULTILINE)
    put(content, "clinics/default/clinic.yaml", f"{text}hide: [technique:lists]\n{mistake}")
    rules = {problem.split()[1] for problem in load(content)[1]}
    assert "named-entry-is-shown" in rules
    assert len(rules) > 1


def test_nothing_is_left(content: Path) -> None:
    """A site without a prompt is told at the line that took the last of them away."""
    hide = "hide:\n  - packet:first-week\n  - mood:sad\n"
    put(content, "clinics/default/clinic.yaml", CLINIC + hide)
    line = CLINIC.count("\n") + 3
    assert load(content)[1] == [f"content/clinics/default/clinic.yaml:{line}:5 prompt-is-left"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("terms:\n  - {id: calm, status: retired}\n", []),
        ("terms:\n  - {id: sad, status: retired}\n", ["2:23 term-exists"]),
        ("terms:\n  - id: sad\n    status: retired\n    replaced_by: calm\n", ["3:13 term-exists"]),
        ("replace: true\n{title}terms:\n{sad}", ["{at}:1 term-exists"]),
    ],
)
def test_term_that_a_clinic_takes_away(content: Path, text: str, told: list[str]) -> None:
    """The clinic cannot mend the library's prompts, so its own line is pointed at, once a term."""
    whole = (content / "taxonomy/moods.yaml").read_text("utf-8")
    title, _, terms = whole.partition("terms:\n")
    sad = terms.partition("  - id: anxious")[0]
    assert "id: sad" in sad
    path = "clinics/default/taxonomy/moods.yaml"
    put(content, path, text.format(title=title, sad=sad) if "replace:" in text else text)
    at = title.count("\n") + 2
    expected = [f"content/{path}:{place.replace('{at}', str(at))}" for place in told]
    assert load(content)[1] == expected


def test_term_that_a_clinics_own_prompt_names(content: Path) -> None:
    """What a clinic wrote itself is told where it is written."""
    put(content, "clinics/default/taxonomy/moods.yaml", "terms:\n  - {id: calm, status: retired}\n")
    own = "prompts:\n  - id: five-sounds\n    moods: [calm]\n"
    put(content, "clinics/default/prompts/first-lists.yaml", own)
    assert load(content)[1] == ["content/clinics/default/prompts/first-lists.yaml:3:13 term-exists"]


def test_vanished_prompt_is_told_with_its_successor(content: Path) -> None:
    """Changing or hiding a prompt that an upgrade replaced names the one that took its place."""
    file = content / "prompts/first-lists.yaml"
    text = file.read_text("utf-8").replace(
        "id: five-sounds", "id: five-sounds\n    replaces: [six-sounds]"
    )
    file.write_text(text, "utf-8")
    put(content, "clinics/default/clinic.yaml", f"{CLINIC}hide: [prompt:six-sounds]\n")
    put(
        content,
        "clinics/default/prompts/first-lists.yaml",
        "prompts:\n  - id: six-sounds\n    title: Ours\n",
    )
    problems = Problems()
    load_library(content, problems, edition=Edition(), today=date(2026, 6, 1))
    assert [p.hint for p in problems.sorted] == ['It was replaced by "five-sounds".'] * 2


@pytest.mark.parametrize(
    "text",
    [
        "prompts:\n  - id: five-sounds\n    title: Ours\n",
        "title: Letters\nprompts:\n  - id: five-sounds\n    title: Ours\n",
        "prompts:\n  - {id: five-sounds, replace: true, title: Ours}\n",
    ],
    ids=["a field", "with a title", "replaced"],
)
@pytest.mark.parametrize("name", ["letters-to-keep", "other"])
def test_prompt_of_another_set_is_told_with_its_file(content: Path, name: str, text: str) -> None:
    """Who changes a prompt in a file of another name is told where that prompt stands."""
    base = (content / "prompts/first-lists.yaml").read_text("utf-8")
    for prompt in ("five-sounds", "what-weighs"):
        base = base.replace(f"id: {prompt}", f"id: {prompt}-kept")
    base = base.replace("pairs_with: [what-weighs]", "pairs_with: [what-weighs-kept]")
    put(content, "prompts/letters-to-keep.yaml", base)
    put(content, f"clinics/default/prompts/{name}.yaml", text)
    problems = Problems()
    load_library(content, problems, edition=Edition(), today=date(2026, 6, 1))
    (found,) = problems.sorted
    at = text[: text.index("five-sounds")].count("\n") + 1
    assert (found.rule, found.location.line) == ("changed-entry-exists", at)
    assert found.message == 'The prompt "five-sounds" stands in the set "first-lists", not here.'
    assert found.hint == (
        "Write what you change of it in content/clinics/default/prompts/first-lists.yaml."
    )


def test_link_out_of_a_clinics_folder(content: Path, tmp_path: Path) -> None:
    """A link could bring any file of the machine onto the site or into a message; none is read."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/lists.yaml").write_text("secret: words\n", "utf-8")
    own = content / "clinics/default"
    (own / "techniques").symlink_to(tmp_path / "elsewhere")
    (own / "studies").mkdir()
    (own / "studies/some.yaml").symlink_to(tmp_path / "elsewhere/lists.yaml")
    problems = Problems()
    library = load_library(content, problems, edition=Edition(), today=date(2026, 6, 1))
    assert [p.rule for p in problems.sorted] == ["file-is-no-link"] * 2
    assert "secret" not in str(problems.sorted)
    assert library.techniques["lists"].title


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("worksheets/three-lines.yaml", "status: archived\n", 1),
        ("prompts/first-lists.yaml", "prompts:\n  - id: five-sounds\n    status: archived\n", 3),
        ("prompts/first-lists.yaml", "status: draft\n", 1),
    ],
)
def test_what_archiving_breaks_is_told_where_it_is_archived(
    content: Path, path: str, text: str, line: int
) -> None:
    """A clinic's own file takes away what the library's packet needs: told there, not there."""
    put(content, f"clinics/default/{path}", text)
    problems = Problems()
    library = load_library(content, problems, edition=Edition(), today=date(2026, 6, 1))
    check(library, problems)
    told = [p for p in problems.sorted if p.rule == "named-entry-is-shown"]
    assert told
    assert {str(p.location.path) for p in told} == {f"content/clinics/default/{path}"}
    assert {p.location.line for p in told} == {line}
    assert all("(content/packets/first-week.yaml)" in p.message for p in told)
    assert "Hide packet:first-week as well" in told[0].hint


def test_other_clinics_are_not_looked_at(content: Path) -> None:
    """A mistake in one clinic's folder does not trouble another's site."""
    put(content, "clinics/north/clinic.yaml", CLINIC)
    put(content, "clinics/north/techniques/lists.yaml", "structure: nine\n")
    assert load(content)[1] == []
    assert [p.split()[1] for p in load(content, "north")[1]] == ["value-has-type"]


def test_hidden_entries_stay_and_are_not_shown(content: Path) -> None:
    """What a clinic hides is archived: it has no page, and what names it elsewhere still holds."""
    put(content, "clinics/default/clinic.yaml", f"{CLINIC}hide: [prompt:what-weighs]\n")
    library, problems = load(content)
    assert problems == []
    assert library.prompts["what-weighs"].status is Status.ARCHIVED
    assert library.prompts["five-sounds"].status is Status.PUBLISHED
    assert library.prompts["five-sounds"].pairs_with == ("what-weighs",)


def test_hidden_technique_takes_its_prompts_along(content: Path) -> None:
    """Hiding a technique hides its sets, their prompts and its worksheets."""
    hide = "hide: [technique:lists, packet:first-week]\n"
    put(content, "clinics/default/clinic.yaml", CLINIC + hide)
    library, problems = load(content)
    assert [p.split()[1] for p in problems] == ["prompt-is-left"]
    assert library.techniques["lists"].status is Status.ARCHIVED
    assert {p.status for p in library.prompts.values()} == {Status.ARCHIVED}
    assert library.worksheets["three-lines"].status is Status.ARCHIVED


def test_prompt_inherits_from_set_and_technique(content: Path) -> None:
    """What a prompt leaves out its set says for it, then its technique; its own word wins."""
    put(
        content,
        "clinics/default/prompts/first-lists.yaml",
        "age_bands: [teen-13-17]\nprompts:\n  - id: what-weighs\n    age_bands: [adult]\n",
    )
    library, problems = load(content)
    assert problems == []
    assert library.prompts["five-sounds"].age_bands == ("teen-13-17",)
    assert library.prompts["what-weighs"].age_bands == ("adult",)
    assert library.prompts["five-sounds"].formats == ("paper", "phone")
    assert library.prompts["five-sounds"].structure == 1


def test_own_evidence_is_not_mixed_with_the_sets(content: Path) -> None:
    """A prompt with studies of its own is not also called practice-based by its set."""
    put(content, "clinics/default/prompts/first-lists.yaml", "basis: practice-based\n")
    library, problems = load(content)
    assert problems == []
    assert library.prompts["what-weighs"].basis is None


def test_unknown_clinic_is_trouble_with_the_command(content: Path) -> None:
    """A clinic or a folder that is not there is one sentence, not a problem in the content."""
    with pytest.raises(EnvironmentProblem, match="no clinic"):
        load(content, "south")
    with pytest.raises(EnvironmentProblem, match="no folder"):
        load(content / "nowhere")


def test_garbage_collection_is_as_it_was(content: Path) -> None:
    """Loading leaves the collector on or off, whichever it was, even if it fails."""
    assert gc.isenabled()
    load(content)
    assert gc.isenabled()
    with pytest.raises(EnvironmentProblem):
        load(content, "south")
    assert gc.isenabled()


def _said(problem: Problem) -> str:
    place = problem.location
    return f"{place.path}:{place.line}:{place.column} {problem.rule}"


def test_new_entry_is_told_all_its_missing_fields(content: Path) -> None:
    """What a clinic began to add and left incomplete is one sentence with every field in it."""
    own = content / "clinics/default/prompts"
    own.mkdir(parents=True)
    (own / "liists.yaml").write_text("title: New\nprompts: []\n", "utf-8")
    problems = Problems()
    load_library(content, problems, edition=Edition(), today=date(2026, 6, 1))
    (found,) = [p for p in problems.sorted if p.rule == "changed-entry-exists"]
    assert "add all of these fields: technique, summary, review." in found.hint
