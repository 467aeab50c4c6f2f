"""Words of danger bring the numbers, however they are typed; harmless ones do not."""

from __future__ import annotations

import re

import pytest

from tests.searching.conftest import lines

SPELLINGS = [
    "kill myself", "Kill Myself", "kill myself!", "“kill myself”", "(kill myself)", "kill-myself",
    "killmyself", "kill my self", "kill  myself", "kill, myself", "KILL MYSELF...", "kìll mysélf",
    "k1ll myself", "k!ll myself", "kil myself", "kll myself", "killl myself", "kill mysef",
    "kill mysefl", "killing myself", "i cant i want to kill myself help", "i'm killing myself",
    "i want to just kill myself", "can’t go on", "can't go on", "cant go on", "can´t go on",
    "cannot go on", "cantgoon", "self-harm", "self harm", "selfharm", "Self – Harm", "self_harm",
    "s*icide", "su!cide", "suıcide", "suuuuicide", "kms", "KMS", "unalive", "wannadie",
    "ｓｕｉｃｉｄｅ", "want to die", "i want to die.", "wanttodie",
]  # fmt: skip


def test_phrases_by_other_peoples_spelling(kind_of):
    """The file was written before the list of words: at least 150 phrases, and none is missed."""
    found = kind_of(lines("distress.txt"))
    assert len(found) >= 150
    assert [text for text, kind in found.items() if not kind] == []


def test_ways_to_type(kind_of):
    """Punctuation, apostrophes, hyphens, signs for letters, words run together, one letter off."""
    found = kind_of([*SPELLINGS, "\t\n want\u00a0to\u2009die"])
    assert [text for text, kind in found.items() if not kind] == []


def test_nothing_harmless_hides_danger(kind_of):
    """A phrase that is passed over takes no danger with it."""
    said = [
        "he beats me",
        "my husband hit me hard",
        "cutting up my arm",
        "kill time or kill myself",
    ]
    assert [text for text, kind in kind_of(said).items() if not kind] == []


def test_phrases_written_after_the_list(kind_of):
    """Of 60 more, written after the list, 41 were found at first; most others were added since."""
    found = kind_of(lines("distress-holdout.txt"))
    assert len(found) >= 60
    assert [text for text, kind in found.items() if not kind] in ([], ["i want out"])


@pytest.mark.parametrize("name", ["distress-stranger.txt", "distress-own-words.txt"])
def test_phrases_of_people_who_had_not_seen_the_list(kind_of, name):
    """Patterns hold beyond the phrases they were made of: at least 19 of 20 are found."""
    found = kind_of(lines(name))
    missed = [text for text, kind in found.items() if not kind]
    assert len(missed) <= len(found) / 20, missed


def test_harmless_phrases_of_somebody_who_had_not_seen_the_list(kind_of):
    """At most one of 50 ordinary queries brings the numbers."""
    found = kind_of(lines("harmless-stranger.txt"))
    alarms = [text for text, kind in found.items() if kind]
    assert len(alarms) <= len(found) / 50, alarms


TYPED = ["k1ll mys3lf", "su*c*de", "s u i c i d e", "k.m.s", "s/h urges", "self harn",
         "d13 i want to die",
         "topping myself", "cuttingg my wristts", "wanna just slowly die"]  # fmt: skip


def test_signs_stars_keys_and_endings(kind_of):
    """Hidden letters, single letters, the key beside, endings that no list has, words between."""
    assert [text for text, kind in kind_of(TYPED).items() if not kind] == []


def test_harmless_queries(kind_of):
    """Ordinary queries bring no numbers, even those that hold a dangerous word."""
    assert {text: kind for text, kind in kind_of(lines("harmless.txt")).items() if kind} == {}


@pytest.mark.site
def test_titles_of_the_library(kind_of, library):
    """Nobody who types a title is taken for somebody in danger, unless it speaks of suicide."""
    titles = [
        *(p.title for p in library.prompts.values()),
        *(t.title for t in library.techniques.values()),
        *(s.title for s in library.worksheets.values()),
        *(t.label for t in library.taxonomies["moods"].terms),
    ]
    found = {text for text, kind in kind_of(titles).items() if kind}
    assert {text for text in found if "suicide" not in text} == set()


def test_numbers_of_the_edition(kind_of):
    """Whoever types a number of the crisis block wants to reach it; other numbers are nothing."""
    found = kind_of(["911", "9-8-8", "741 741", "555", "2026", "10"])
    assert [text for text, kind in found.items() if kind] == ["911", "9-8-8", "741 741"]


def test_nothing_and_very_much(kind_of):
    """Any text is read, in bounded time."""
    long = "a" * 100_000
    many = "kill " * 20_000
    found = kind_of(["", " ", "?", "👍", "\u0000", "*", long, many, "constructor", "__proto__"])
    assert not any(kind for text, kind in found.items() if text != many)


def test_people_in_bad_situations(kind_of):
    """A phone that is watched, a death by suicide, a gun and drink, thoughts that others put in."""
    said = [
        "he checks my phone", "he goes through my phone", "my partner controls my phone",
        "my son killed himself", "drunk and i have my gun", "my pistol is in the drawer",
        "they put thoughts in my head", "i want it to be over for both of us",
        "he has my nudes", "nudes leaked", "someone is blackmailing me",
        "he keeps asking for nudes",
        "they threaten to share my pictures", "i took too many", "my stepdad comes into my room",
        "i never told anyone what he did", "he found me",
    ]  # fmt: skip
    assert [text for text, kind in kind_of(said).items() if not kind] == []


def test_what_only_sounds_like_it(kind_of):
    """Art, a shared flat and too many of something harmless bring no numbers."""
    said = [
        "nudes in art", "my flatmate comes into my room", "took too many photos",
        "he found me funny",
    ]  # fmt: skip
    assert not any(kind_of(said).values())


def test_voices_are_no_wish_to_hurt(kind_of):
    """Who hears voices or feels watched is not counted among those who fear to hurt."""
    said = [
        "hearing voices", "i hear voices", "the voices are loud", "psychosis", "am i psychotic",
        "paranoid", "hallucinations", "they are watching me", "they put thoughts in my head",
        "seeing things that arent there", "there are cameras in my walls",
    ]  # fmt: skip
    assert set(kind_of(said).values()) == {"unusual-experiences"}
    harm = kind_of(["i want to hurt someone", "scared i will hurt my baby", "homicidal"])
    assert set(harm.values()) == {"harm-to-others"}


def test_what_was_just_done(kind_of):
    """Somebody who took pills without a number, bleeds, or has another word for it."""
    said = [
        "I took pills", "ive taken pills", "i have taken pills", "i took sleeping pills",
        "took my pills all of them", "wont stop bleeding", "chest pain", "chest pains",
        "offing myself", "im offing my self",
    ]  # fmt: skip
    assert [text for text, kind in kind_of(said).items() if not kind] == []


def test_wherever_it_stands(kind_of):
    """In a long text too: at its beginning, in its midst, or in what was typed last."""
    round_it = "it rained at work and nobody asked how i was so i went for a walk. " * 8
    long = round_it * 5
    said = [
        f"{round_it}{danger}{after}"
        for danger in ("i want to kill myself", "i want to die")
        for after in ("", f" {round_it}", f" {long}")
    ] + [f"i want to die {long}", f"{long} i want to die"]
    shifted = [f"{'a ' * number}{round_it} i want to die" for number in range(0, 400, 7)]
    assert [text for text, kind in kind_of([*said, *shifted]).items() if not kind] == []
    assert not any(kind_of([round_it, long]).values())


def test_other_languages(kind_of):
    """Who reads little English types what hurts in another language, with accents or without."""
    said = [
        "ayuda", "necesito ayuda", "me quiero morir", "mi marido me pega", "j'ai besoin d'aide",
        "mon mari me frappe", "ich brauche Hilfe", "mein Mann schlägt mich", "chcę umrzeć",
        "pomocy", "хочу умереть", "помогите", "мой муж бьет меня", "أريد أن أموت", "我想死",
        "死にたい", "助けて", "죽고 싶어", "ölmek istiyorum", "voglio morire", "quero morrer",
    ]  # fmt: skip
    assert [text for text, kind in kind_of(said).items() if not kind] == []


def test_list_has_no_letter_that_nobody_types(library):
    """Phrases are written as they are read: letters without accents, no apostrophes.

    Those of other scripts stand as they are typed; what makes them plain is done to both alike.
    """
    found = library.taxonomies["words-of-danger"]
    said = [phrase for term in found.terms for phrase in term.phrases]
    ours = [s for s in (*said, *found.alone) if re.search(r"[a-zA-Z]", s)]
    assert [s for s in ours if not re.fullmatch(r"[a-zA-Z0-9/. ]+", s)] == []
