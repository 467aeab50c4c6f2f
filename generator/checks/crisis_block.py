"""Lint rules for a clinic's crisis block: local emergency number, verified and reachable lines."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.contacts import CRISIS_KIND
from generator.checks.rule import Example, Rule
from generator.content.layers.entry import Keys
from generator.content.library import Library
from generator.content.models.clinic import Clinic
from generator.content.models.resource import Resource, Scope
from generator.problems import Problems


def check_crisis_block(library: Library, problems: Problems) -> None:
    """Report an error unless `emergency` is an emergency number of the clinic's country and `lines`
    are crisis lines; a line of another area is an error in first place, else a warning."""
    clinic = library.clinic
    if clinic is None:
        return
    emergency = library.resources.get(clinic.crisis.emergency)
    if emergency and not emergency.emergency:
        problems.error(
            library.locate("clinic", clinic.id, "crisis", "emergency"),
            "emergency-comes-first",
            f'"{emergency.id}" is not an emergency number.',
            "Name a listing that has 'emergency: true'.",
        )
    if emergency and clinic.country not in emergency.area.countries:
        problems.error(
            library.locate("clinic", clinic.id, "crisis", "emergency"),
            "emergency-is-local",
            f'"{emergency.id}" is not an emergency number of {clinic.country}.',
            "Name the one of the clinic's own country.",
        )
    for index, line_id in enumerate(clinic.crisis.lines):
        line = library.resources.get(line_id)
        if line and (line.kind != CRISIS_KIND or line.emergency):
            problems.error(
                library.locate("clinic", clinic.id, "crisis", "lines", index),
                "crisis-block-has-crisis-lines",
                f'"{line_id}" is the emergency number, which stands there anyway.'
                if line.emergency
                else f'"{line_id}" is not a crisis line.',
                "Name a listing from content/resources/crisis-line/.",
            )
        elif line and (reason := _not_for_here(line, clinic)):
            # In a crisis people tap the first line. A clinic's region is optional.
            regional = line.area.scope is Scope.REGION
            unsaid = regional and clinic.region is None
            tell = problems.warn if index or unsaid else problems.error
            instead = "a line for people here" + (", or say 'region:'" if regional else "")
            tell(
                library.locate("clinic", clinic.id, "crisis", "lines", index),
                "crisis-line-is-local",
                reason,
                f"Name {instead}; those of other places stand on the page of people to call.",
            )


def check_verified(library: Library, problems: Problems) -> None:
    """Report an error for each listing of the block that is unverified, disputed or closed."""
    for clinic, keys, listing in _named(library):
        if not listing.verification.status.is_sure:
            problems.error(
                library.locate("clinic", clinic.id, *keys),
                "who-to-call-is-verified",
                f'"{listing.id}" is {listing.verification.status}, and somebody may have no other.',
                "Name a listing that has been verified; this one stays in the directory.",
            )


def check_reached(library: Library, problems: Problems) -> None:
    """Report an error for each listing of the crisis block without contact or URL, and unless
    `elsewhere` is a worldwide directory with a URL."""
    for clinic, keys, listing in _named(library):
        elsewhere = keys == ("crisis", "elsewhere")
        leads_on = listing.url and listing.area.scope is Scope.WORLDWIDE
        if elsewhere and not (leads_on and listing.book is None and listing.app is None):
            problems.error(
                library.locate("clinic", clinic.id, *keys),
                "who-to-call-can-be-reached",
                f'"{listing.id}" does not lead people of all countries to their numbers.',
                "Name a listing for the whole world that has a 'url:', such as find-a-helpline.",
            )
        elif not elsewhere and not (listing.contacts or (listing.url and listing.book is None)):
            problems.error(
                library.locate("clinic", clinic.id, *keys),
                "who-to-call-can-be-reached",
                f'"{listing.id}" has nothing to call or to go to.',
                "Name a listing that has 'contacts:' or a 'url:'.",
            )


def check_rows(library: Library, problems: Problems) -> None:
    """Warn of a row of `who_to_call` whose `call` is not for the clinic's country; report an error
    for listings in its `elsewhere` that are for no other country."""
    clinic = library.clinic
    for index, row in enumerate(clinic.crisis.who_to_call if clinic else ()):
        assert clinic is not None
        here = ("crisis", "who_to_call", index)
        called = library.resources.get(row.call)
        regional = called and called.area.scope is Scope.REGION  # its row says so
        if called and not regional and (reason := _not_for_here(called, clinic)):
            problems.warn(
                library.locate("clinic", clinic.id, *here, "call"),
                "crisis-line-is-local",
                reason,
                "Name a listing of the clinic's own country, or write this one below 'elsewhere:'.",
            )
        for number, line in enumerate(row.elsewhere):
            other = library.resources.get(line)
            if other and set(other.area.countries) <= {clinic.country}:
                problems.error(
                    library.locate("clinic", clinic.id, *here, "elsewhere", number),
                    "row-elsewhere-names-its-country",
                    f'"{line}" is for no other country that it names.',
                    "Name a listing of another country; what is for all of them is listed anyway.",
                )


def _named(library: Library) -> Iterator[tuple[Clinic, Keys, Resource]]:
    """The clinic, the keys of the reference and the listing, for each existing one in the block."""
    clinic = library.clinic
    if clinic is None:
        return
    crisis = clinic.crisis
    named: list[tuple[Keys, str]] = [
        (("emergency",), crisis.emergency),
        (("elsewhere",), crisis.elsewhere),
    ]
    named += [(("lines", n), line) for n, line in enumerate(crisis.lines)]
    for index, row in enumerate(crisis.who_to_call):
        named.append((("who_to_call", index, "call"), row.call))
        named += [
            (("who_to_call", index, "elsewhere", n), line) for n, line in enumerate(row.elsewhere)
        ]
    for keys, listing_id in named:
        if listing := library.resources.get(listing_id):
            yield clinic, ("crisis", *keys), listing


def _not_for_here(listing: Resource, clinic: Clinic) -> str:
    """Message if a listing does not serve the clinic's region or country; else empty."""
    area = listing.area
    if area.scope is Scope.REGION and area.regions:
        if clinic.region in area.regions:
            return ""
        regions = ", ".join(area.regions)
        own = "is not the clinic's region" if clinic.region else "the clinic does not say it is in"
        return f'"{listing.id}" is for {regions} alone, which {own}.'
    if listing.is_for(clinic.country):
        return ""
    return f'"{listing.id}" is not for people in {clinic.country}.'


RULES = (
    Rule("emergency-comes-first", "The crisis block begins with the local emergency number and "
         "goes on with crisis lines of the clinic's own country.", check_crisis_block,
         ("emergency-is-local", "crisis-block-has-crisis-lines", "crisis-line-is-local"),
         example=Example(
             "clinic",
             "crisis:\n"
             "  emergency: here-911",
             "crisis:\n"
             "  emergency: night-line  # Not an emergency number.")),
    Rule("who-to-call-is-verified", "Whoever the crisis block names has been verified and is open.",
         check_verified,
         example=Example(
             "resource",
             "verification:\n"
             "  status: official",
             "verification:\n"
             "  status: closed")),
    Rule("who-to-call-can-be-reached", "Whoever the crisis block names can be reached.",
         check_reached,
         example=Example(
             "clinic",
             "crisis:\n"
             "  elsewhere: lines-elsewhere",
             "crisis:\n"
             "  elsewhere: night-line  # For one country alone.")),
    Rule("row-elsewhere-names-its-country", "A row of who to call names first whom people reach "
         "here, then those of other countries.", check_rows,
         example=Example(
             "clinic",
             "crisis:\n"
             "  who_to_call: [{situation: Now., call: night-line}]",
             "crisis:\n"
             "  who_to_call: [{situation: Now., call: night-line, elsewhere: [night-line]}]")),
)  # fmt: skip
