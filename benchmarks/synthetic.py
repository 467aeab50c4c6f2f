"""A project of any size to measure with: the real content, and beside it as many prompts again.

Sentences are made by a chain over the words of the real prompts: each word follows the one before
it somewhere in them. So vocabulary, lengths and commonness of words are those of the real texts,
while hardly a sentence is there twice, which would flatter every compressed size. (It flatters
them a little all the same: new real prompts bring new words, made-up ones do not.)
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from generator.checks.tasks import MOST_WORDS
from generator.content.reading.source import read_source
from generator.problems import Problems

SET_SIZE = 20
GUIDES = 20
"""Techniques at most, the real ones counted."""
LONGEST = 24
"""Words in a sentence, as in a library that keeps its rules: each problem costs its report."""

REVIEW = {"written_by": "A. Writer", "written_on": "2026-11-23", "due_on": "2027-11-23"}


@dataclass(frozen=True)
class Chain:
    """Which words have followed which, as often as they did; '' starts and ends a sentence."""

    following: Mapping[str, tuple[str, ...]]

    def sentence(self, random: Random, longest: int = 160) -> str:
        """A sentence of three words to `LONGEST`, and of at most `longest` characters."""
        while True:
            words: list[str] = []
            word = random.choice(self.following[""])
            while word:
                words.append(word)
                word = random.choice(self.following[word])
            end = "?" if words and words[-1].endswith("?") else "."
            text = " ".join(words).rstrip(",.?") + end
            if 2 < len(words) <= LONGEST and len(text) <= longest:
                return text

    def text(self, random: Random, length: int) -> str:
        """Sentences of about `length` characters in all."""
        sentences = [self.sentence(random)]
        while sum(map(len, sentences)) < length - 40:
            sentences.append(self.sentence(random))
        return " ".join(sentences)


def learn(texts: Iterable[str]) -> Chain:
    """The chain of these texts; what is not a word or the end of a phrase is left out of them."""
    following: dict[str, list[str]] = {}
    for text in texts:
        before = ""
        for word in re.findall(r"[A-Za-z][a-z'-]*[,.?]?", text):
            following.setdefault(before, []).append(word)
            before = word
            if word[-1] in ".?":
                following.setdefault(word, []).append("")
                before = ""
        if before:
            following.setdefault(before, []).append("")
    return Chain({word: tuple(words) for word, words in following.items()})


COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve")  # fmt: skip
THINGS = (
    "rain", "bread", "a door", "a street", "tea", "a song", "a coat", "a window", "a game", "a bus",
    "snow", "a lamp", "a key", "a dog", "a tree", "a book", "a shoe", "a cup", "a stone", "a road",
    "a bird", "a wall", "a bed", "a hat", "a friend", "a day", "a week", "a walk", "a chair",
    "a table", "a shop", "a river", "a hill", "a boat", "a train", "a letter", "a phone", "a plate",
    "a spoon", "soup", "salt", "a cloud", "the moon", "the sun", "a fire", "a box", "a bag",
    "a map",
)  # fmt: skip
"""Subjects of made-up tasks: their order makes no task equal another's."""


def make_project(
    real: Path, root: Path, prompts: int, *, words: Path | None = None
) -> frozenset[str]:
    """Make `root` a project with the content of `real` and so many prompts more; their ids.

    The same arguments make the same files. `words` is a project whose prompts their words are of,
    if those of `real` are too few.
    """
    shutil.copytree(real / "content", root / "content")
    config = (real / "mkdocs.yml").read_text("utf-8")
    theme = (real / "generator" / "theme" / "material").as_posix()
    config = re.sub(r"(?m)^( *custom_dir:).*", rf"\1 {theme}", config)
    (root / "mkdocs.yml").write_text(config, "utf-8")
    content = root / "content"
    guides = _values(content / "techniques")
    terms = {
        name: [term["id"] for term in taxonomy["terms"] if term.get("status") != "retired"]
        for name, taxonomy in _values(content / "taxonomy").items()
    }
    sets = _values(content / "prompts")
    spoken = sets if words is None else _values(words / "content/prompts")
    chain = learn(
        _texts(
            _light(prompt)
            for prompt_set in spoken.values()
            for prompt in prompt_set["prompts"]
            if prompt["intensity"] == "1"
        )
    )
    random = Random(20)
    wanted = min(GUIDES, prompts // SET_SIZE) - len(guides)
    for number in range(1, wanted + 1):
        guides[f"way-{number}"] = guide = _guide(chain, random, guides)
        _write(content / "techniques" / f"way-{number}.yaml", guide)
    techniques = sorted(guides)
    taken = {prompt["id"] for prompt_set in sets.values() for prompt in prompt_set["prompts"]}
    ids = set(taken)
    titles = {str(p["title"]).casefold() for s in sets.values() for p in s["prompts"]}
    for number, start in enumerate(range(0, prompts, SET_SIZE)):
        technique = techniques[number % len(techniques)]
        deepest = min(3, int(guides[technique]["intensity_max"]))
        members = [
            _prompt(chain, random, terms, deepest, ids, titles)
            for _ in range(min(SET_SIZE, prompts - start))
        ]
        _write(content / "prompts" / f"made-up-{number:03}.yaml", {
            "title": chain.sentence(random, 60),
            "technique": technique,
            "summary": chain.sentence(random),
            "basis": "practice-based",
            "review": REVIEW,
            "prompts": members,
        })  # fmt: skip
    return frozenset(ids - taken)


TIMES = ("PT2M", "PT5M", "PT10M", "PT15M", "PT20M")


def _prompt(
    chain: Chain,
    random: Random,
    terms: Mapping[str, list[str]],
    deepest: int,
    ids: set[str],
    titles: set[str],
) -> dict[str, Any]:
    title = ""
    while not title or title.casefold() in titles:
        title = chain.sentence(random, 48).rstrip(".?,")
    titles.add(title.casefold())
    name = "-".join(re.findall("[a-z]+", title.lower())[: random.randint(2, 4)])
    prompt_id = next(i for n in range(1, 10_000) if (i := f"{name}-{n}" if n > 1 else name)
                     not in ids)  # fmt: skip
    ids.add(prompt_id)
    intensity = min(deepest, random.choice((1, 1, 1, 2, 2, 3)))

    def some(taxonomy: str, most: int) -> list[str]:
        known = terms[taxonomy]
        return random.sample(known, random.randint(1, min(most, len(known))))

    text = chain.text(random, random.randint(110, 170))
    prompt: dict[str, Any] = {
        "id": prompt_id,
        "title": title,
        "task": _task(len(ids)),
        "text": text,
        "purpose": chain.text(random, random.randint(60, 140)),
        "follow_ups": [chain.sentence(random, 120)],
        "benefits": some("benefits", 2),
        "moods": some("moods", 4),
        "phases": some("phases", 3),
        "settings": some("settings", 3),
        "intensity": intensity,
        "time": random.choice(TIMES[len(text.split()) > MOST_WORDS["two minutes"] :]),
        "search_terms": [_term(chain, random) for _ in range(random.randint(2, 5))],
    }
    if random.random() < 0.6:
        prompt["starter"] = chain.sentence(random, 40).rstrip(".?")
    if intensity > 1:
        prompt["closing"] = random.choice(terms["closings"])
    if intensity > 2:
        prompt["choose_another_if"] = some("stop-reasons", 3)
    return prompt


def _task(number: int) -> str:
    """A plain task, another for each number up to 13,824."""
    count, first, second = number % 12, number // 12 % 24, number // 288 % 48
    return f"Write {COUNTS[count]} lines about {THINGS[first]} and {THINGS[second]}."


def _term(chain: Chain, random: Random) -> str:
    """One or two longer words, as people type them into a search."""
    words = [w for w in re.findall("[a-z]+", chain.text(random, 120).lower()) if len(w) > 4]
    return " ".join(random.sample(words, min(len(words), random.choice((1, 1, 2))))) or "writing"


def _guide(chain: Chain, random: Random, guides: Mapping[str, Any]) -> dict[str, Any]:
    """A guide as long as a real one: its ids and numbers are kept, its sentences are others."""
    model = guides[random.choice(sorted(guides))]
    return {key: _reworded(key, value, chain, random) for key, value in model.items()}


def _reworded(key: str, value: Any, chain: Chain, random: Random) -> Any:
    if isinstance(value, dict):
        return {name: _reworded(name, inner, chain, random) for name, inner in value.items()}
    if isinstance(value, list):
        return [_reworded(key, inner, chain, random) for inner in value]
    if not isinstance(value, str) or " " not in value or key == "written_by":
        return value
    return chain.text(random, len(value)) if len(value) > 160 else chain.sentence(random, 80)


def _light(prompt: Mapping[str, Any]) -> dict[str, Any]:
    """What a prompt says to its reader. Of the deep ones nothing: checks would object to words of
    theirs in a light one."""
    return {key: prompt.get(key) for key in ("title", "text", "starter", "purpose", "follow_ups")}


def _texts(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, dict):
            yield from _texts(value.values())
        elif isinstance(value, list):
            yield from _texts(value)
        elif isinstance(value, str) and " " in value:
            yield re.sub(r"\]\([^)]*\)|[*>\[]|^- ", " ", value)


def _values(folder: Path) -> dict[str, Any]:
    problems = Problems()
    sources = {
        file.stem: read_source(file, shown_as=file.name, problems=problems)
        for file in sorted(folder.glob("*.yaml"))
    }
    problems.raise_if_errors()
    return {name: source.values for name, source in sources.items() if source}


def _write(file: Path, entry: Mapping[str, Any]) -> None:
    file.write_text("".join(_lines(entry, "")), "utf-8")


def _lines(entry: Mapping[str, Any], indent: str) -> Iterator[str]:
    """YAML as the authors write it: long text folded with a sentence a line, ids in brackets."""
    for key, value in entry.items():
        if isinstance(value, dict):
            yield f"{indent}{key}:\n"
            yield from _lines(value, f"{indent}  ")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{indent}{key}:\n"
            for item in value:
                first, *others = _lines(item, f"{indent}    ")
                yield f"{indent}  - {first.lstrip()}"
                yield from others
        elif isinstance(value, list):
            yield f"{indent}{key}: [{', '.join(map(_scalar, value))}]\n"
        elif isinstance(value, str) and len(value) > 80:
            yield f"{indent}{key}: >-\n"
            for sentence in re.split(r"(?<=[.?]) ", value):
                yield f"{indent}  {sentence}\n"
        else:
            yield f"{indent}{key}: {_scalar(value)}\n"


def _scalar(value: str | int) -> str:
    plain = isinstance(value, int) or re.fullmatch(r"[\w-]+( [\w-]+)*", value)
    return str(value) if plain else json.dumps(value)
