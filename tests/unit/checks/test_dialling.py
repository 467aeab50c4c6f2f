"""What is shown is what is dialled, for whatever way people write numbers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.problems import Problem

ProblemsOf = Callable[..., tuple[Problem, ...]]

LISTING = """\
name: A line
summary: Somebody to talk to.
languages: [en]
cost: {{kind: free}}
modality: [phone]
area: {{scope: country, countries: {countries}}}
audience: [person]
contacts:
  - kind: {kind}
    display: {display}
{more}    hours: {{always: true}}
    languages: [en]
verification: {{status: official, on: 2026-05-01, method: web, by: The editors}}
"""
PATH = "resources/directory/a-line.yaml"


def listing(display: str, countries: str = "[US]", kind: str = "voice", **more: str) -> str:
    """A listing with one contact that has these fields."""
    fields = "".join(f"    {name}: {value}\n" for name, value in more.items())
    return LISTING.format(display=display, countries=countries, kind=kind, more=fields)


def found_in(problems_of: ProblemsOf, text: str) -> list[tuple[int, str]]:
    """Line and rule of each error in the listing."""
    return [(p.location.line, p.rule) for p in problems_of({PATH: text})]


@pytest.mark.parametrize(
    ("display", "countries", "fields"),
    [
        ("(213) 555-0142", "[US]", {"dial": '"2135550142"', "e164": '"+12135550142"'}),
        ("213.555.0142", "[US]", {"dial": '"12135550142"'}),
        ('"+1 213 555 0142"', "[US]", {"dial": '"2135550142"'}),
        ("(213) 555-0142 ext. 12", "[US]", {"dial": '"2135550142"', "menu": "Then 12"}),
        ("213-555-0142 x12", "[US]", {"dial": '"2135550142"'}),
        ('"+44 (0)20 7946 0123"', "[GB]", {"dial": '"02079460123"', "e164": '"+442079460123"'}),
        ("020 7946 0123", "[GB]", {"dial": '"02079460123"', "e164": '"+442079460123"'}),
        ("1-800-662-HELP", "[US]", {"dial": '"18006624357"', "e164": '"+18006624357"'}),
        ("1-800-662-HELP (4357)", "[US]", {"dial": '"18006624357"'}),
        ("1-800-662-4357 (HELP)", "[US]", {"dial": '"8006624357"'}),
        ("116 123", "[GB, IE]", {"dial": '"116123"'}),
        ("13 11 14", "[AU]", {"dial": '"131114"'}),
        ("0800 1111", "[GB]", {"dial": '"08001111"'}),
        ("9-8-8", "[US]", {"dial": '"988"'}),
        ("TTY 711", "[US]", {"dial": '"711"', "kind": "tty"}),
        ("HOME to 741741", "[US]", {"dial": '"741741"', "kind": "text", "keyword": "HOME"}),
        ("98765 43210", "[IN]", {"dial": '"9876543210"'}),
        ("(877) 330-6366", "[US, CA]", {"dial": '"8773306366"', "dial_from": "[US, CA]"}),
    ],
)  # fmt: skip
def test_one_number_in_all_its_forms(
    problems_of: ProblemsOf, display: str, countries: str, fields: dict[str, str]
) -> None:
    """However people write a number, nothing is said as long as it is the one that is dialled."""
    assert found_in(problems_of, listing(display, countries, **fields)) == []


@pytest.mark.parametrize(
    ("display", "countries", "fields", "line", "rule"),
    [
        pytest.param("(213) 555-0142", "[US]", {"dial": '"2135550142"', "e164": '"+13105550142"'},
                     12, "shown-is-dialled", id="another area"),
        pytest.param("0800 123 4567", "[GB]", {"dial": '"08001234567"', "e164": '"+443001234567"'},
                     12, "shown-is-dialled", id="another range"),
        pytest.param("(213) 555-0142", "[US]", {"dial": '"2135550142"', "e164": '"+442135550142"'},
                     12, "phone-is-international", id="another country"),
        pytest.param("(213) 555-0142 ext. 12", "[US]", {"dial": '"213555014212"'},
                     11, "number-exists", id="extension dialled"),
        pytest.param('"+44 (0)20 7946 0123"', "[GB]", {"dial": '"4402079460123"'},
                     11, "number-exists", id="the 0 dialled"),
        pytest.param('"+44 20 7946 0123"', "[GB]", {"dial": '"442079460123"'},
                     11, "number-exists", id="no plus"),
        pytest.param("(213) 555-0142 or 0143", "[US]", {"dial": '"21355501420143"'},
                     11, "number-exists", id="two in one"),
        pytest.param("(213) 555-0142 or 0143", "[US]", {"dial": '"2135550142"'},
                     10, "shown-is-dialled", id="two shown"),
        pytest.param("(213) 555-014", "[US]", {"dial": '"213555014"'},
                     11, "number-exists", id="a digit short"),
        pytest.param("(213) 555-0142", "[US]", {"dial": '"2135550143"'},
                     10, "shown-is-dialled", id="a digit off"),
        pytest.param("1-800-273-TALK", "[US]", {"dial": '"18002738256"'},
                     10, "shown-is-dialled", id="letters of another"),
        pytest.param("1-800-273-TALK (8256)", "[US]", {"dial": '"18002738255"'},
                     10, "shown-is-dialled", id="letters and digits differ"),
        pytest.param("116 123", "[GB]", {"dial": '"116123"', "e164": '"+44116123"'},
                     12, "phone-is-international", id="short code dressed up"),
        pytest.param("116 123", "[GB]", {"dial": '"44116123"'},
                     11, "number-exists", id="country code before a short code"),
        pytest.param("741741", "[GB]", {"dial": '"741741"'},
                     11, "short-number-is-known", id="short code of another country"),
        pytest.param("12", "[US]", {"dial": '"12"'}, 11, "number-exists", id="too short"),
        pytest.param("020 7946 0123", "[GB]", {"dial": '"02079460123"', "dial_from": "[GB, FR]"},
                     11, "number-exists", id="not from abroad"),
        pytest.param("988, then 1", "[US]", {"dial": '"988"'},
                     10, "shown-is-dialled", id="what to press"),
    ],
)  # fmt: skip
def test_every_other_number_is_refused(
    problems_of: ProblemsOf, display: str, countries: str, fields: dict[str, str], line: int,
    rule: str,
) -> None:  # fmt: skip
    """Each is told at its own line, once."""
    assert found_in(problems_of, listing(display, countries, **fields)) == [(line, rule)]


@pytest.mark.parametrize(
    ("display", "country", "dial", "right", "wrong"),
    [
        ("(213) 555-0142 ext. 12", "US", "213555014212", "2135550142", "213555014212 there"),
        ('"+44 (0)20 7946 0123"', "GB", "4402079460123", "02079460123", "4402079460123 there"),
        ('"+44 20 7946 0123"', "GB", "442079460123", "02079460123", "442079460123 there"),
    ],
)
def test_hints_lead_to_numbers_that_are_right(
    problems_of: ProblemsOf, display: str, country: str, dial: str, right: str, wrong: str
) -> None:
    """Who does what the hint says has the number that is shown; an extension goes elsewhere."""
    (problem,) = problems_of({PATH: listing(display, f"[{country}]", dial=f'"{dial}"')})
    assert f"is dialled as {right} there" in problem.hint
    assert wrong not in problem.hint
    assert ("menu:" in problem.hint) == ("ext" in display)
    mended = listing(display, f"[{country}]", dial=f'"{right}"')
    assert found_in(problems_of, mended) == []


def test_short_code_that_is_right_all_the_same(problems_of: ProblemsOf) -> None:
    """No list of short numbers is whole, so a reason is enough for one that is missing there."""
    text = listing("135", "[AR]", dial='"135"')
    assert found_in(problems_of, text) == [(11, "short-number-is-known")]
    reason = "allow:\n  - {rule: short-number-is-known, because: It is on the owner's own page.}\n"
    assert found_in(problems_of, text + reason) == []


@pytest.mark.parametrize(
    ("link", "line"),
    [("https://wa.me/442079460123", None), ("https://wa.me/442079460124", 10),
     ("https://wa.me/4402079460123", 11),
     ("https://api.whatsapp.com/send?phone=442079460124", 10),
     ("https://signal.me/#p/+442079460123", None)],
)  # fmt: skip
def test_links_of_messengers(problems_of: ProblemsOf, link: str, line: int | None) -> None:
    """The number in the address of a messenger's link exists, and is the one that is shown."""
    text = listing("020 7946 0123", "[GB]", "chat", link=link)
    assert [found for found, _ in found_in(problems_of, text)] == ([line] if line else [])


CLINIC = "clinics/default/clinic.yaml"


@pytest.mark.parametrize(
    ("display", "dial", "rule"),
    [
        ("(213) 555-0142", "+12135550142", None),
        ("(213) 555-0142", "2135550142", None),
        ("(213) 555-0142 ext. 4", "2135550142", None),
        ("(213) 555-0142", "+13105550199", "shown-is-dialled"),
        ("555-0100", "5550100", "number-exists"),
        ("(213) 555-014", "+1213555014", "number-exists"),
        ("911", "911", None),
        ("123", "123", "short-number-is-known"),
    ],
)
def test_phones_of_the_clinic(
    problems_of: ProblemsOf, small_clinic: str, display: str, dial: str, rule: str | None
) -> None:
    """The clinic's own numbers, on every page and sheet, are under the same rule."""
    phone = f'phones: [{{label: Desk, display: "{display}", dial: "{dial}"}}]\n'
    found = problems_of({CLINIC: small_clinic + phone})
    assert [p.rule for p in found] == ([rule] if rule else [])


@pytest.mark.parametrize("empty", ['""', "''", '" "'])
def test_emergency_number_is_named(problems_of: ProblemsOf, small_clinic: str, empty: str) -> None:
    """A crisis block without an emergency number, or with a nameless line, is refused."""
    without = small_clinic.replace("emergency: here-911", f"emergency: {empty}")
    assert [p.rule for p in problems_of({CLINIC: without})] == ["entry-exists"]
    nameless = small_clinic.replace("[night-line]", f"[night-line, {empty}]")
    assert [p.rule for p in problems_of({CLINIC: nameless})] == ["entry-exists"]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('"911"', '"988"', "short-number-is-known"),
        ("kind: voice", "kind: text", "emergency-can-be-called"),
    ],
)
def test_emergency_number_is_one(
    problems_of: ProblemsOf, small_emergency: str, old: str, new: str, rule: str
) -> None:
    """The number that always stands first reaches the emergency services, by a call."""
    changed = small_emergency.replace(old, new)
    found = problems_of({"resources/crisis-line/here-911.yaml": changed})
    assert [p.rule for p in found] == [rule]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("If you are in danger, call 911.", None),
        ("Text HOME to 55501 at any hour.", None),
        ("Ask at 800-555-0100 for a place.", None),
        ("It began in 2019 and had 1 000 000 readers, 2015-2020.", None),
        ("Call 213-555-014 for a place.", "number-in-text-exists"),
        ("If you are in danger, call 91.", "number-in-text-exists"),
        ("Ask for a place: 213-555-01422.", None),
        ("Ask for a place: (213) 055-0142.", "number-in-text-exists"),
        ("From abroad it is +44 116 123.", "number-in-text-exists"),
        ("Ask at 213-555-0142 for a place.", "number-in-text-is-listed"),
    ],
)
def test_numbers_in_texts(problems_of: ProblemsOf, text: str, rule: str | None) -> None:
    """A number in a sentence exists, and somebody looks after it in a listing."""
    entry = listing("988", dial='"988"') + f'good_to_know: "{text}"\n'
    assert [p.rule for p in problems_of({PATH: entry})] == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("disclaimer", "This is not treatment. Call 91 if you are in danger."),
        ("mistakes", "Tell us at 213-555-014, or call 213-555-014."),
        ("contact_words", "Call (213) 055-0142."),
        ("hours", "Call (213) 055-0142 by day"),
    ],
)
def test_numbers_in_the_words_of_a_clinic(
    problems_of: ProblemsOf, small_clinic: str, field: str, text: str
) -> None:
    """Banners, sheets and the footer say what the clinic says, so its words are looked at."""
    lines = [line for line in small_clinic.splitlines() if not line.startswith(field)]
    changed = "\n".join([*lines, f'{field}: "{text}"', ""])
    assert {p.rule for p in problems_of({CLINIC: changed})} == {"number-in-text-exists"}


def test_who_to_call_names_numbers_that_exist(problems_of: ProblemsOf, small_clinic: str) -> None:
    """The table of who to call is read in a hurry."""
    row = "crisis:\n  who_to_call: [{situation: 'Danger: call 91', call: here-911}]"
    found = problems_of({CLINIC: small_clinic.replace("crisis:", row)})
    assert [p.rule for p in found] == ["number-in-text-exists"]


@pytest.mark.parametrize(
    ("link", "good"),
    [
        ("[Call 988](tel:988)", True),
        ("[Call us](tel:+12135550142)", True),
        ("[213-555-0142](tel:+12135550142)", True),
        ("[213-555-0142](tel:+12135550143)", False),
        ("[Call 988](tel:911)", False),
        ("[Call us](tel:+1213555014)", False),
        ("[Text 988](sms:988?&body=HI)", True),
    ],
)
def test_links_in_rich_text(
    problems_of: ProblemsOf, small_technique: str, link: str, good: bool
) -> None:
    """A link to call or to text leads to the number that its words say."""
    line = "privacy: Tear it up if you like."
    assert line in small_technique
    changed = small_technique.replace(line, f'privacy: "Tear it up. {link}"')
    found = {p.rule for p in problems_of({"techniques/lists.yaml": changed})}
    assert found - {"number-in-text-is-listed"} == (set() if good else {"number-in-text-exists"})


@pytest.fixture(scope="session")
def small_clinic() -> str:
    return _small("clinics/default/clinic.yaml")


@pytest.fixture(scope="session")
def small_emergency() -> str:
    return _small("resources/crisis-line/here-911.yaml")


@pytest.fixture(scope="session")
def small_technique() -> str:
    return _small("techniques/lists.yaml")


def _small(path: str) -> str:
    return (Path(__file__).parents[2] / "content" / path).read_text("utf-8")
