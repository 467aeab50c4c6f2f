"""Which of many texts say nearly the same: exact, and quick because few pairs are compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from math import ceil


def near_pairs(
    texts: Mapping[str, frozenset[str]], alike: float
) -> Iterator[tuple[str, str, float]]:
    """Pairs of texts whose words overlap by `alike` or more: shared words by all words (Jaccard).

    Words are sorted from rare to common; two texts that are so alike share one of their first
    few, so only texts that share such a word are compared (Bayardo, Ma and Srikant 2007).
    Later names first, each pair once. A text without words is like no other.
    """
    common = Counter(word for words in texts.values() for word in words)
    by_word: dict[str, list[str]] = {}
    for name, words in texts.items():
        ordered = sorted(words, key=lambda word: (common[word], word))
        first = ordered[: len(ordered) - ceil(alike * len(ordered)) + 1]
        candidates = {other for word in first for other in by_word.get(word, ())}
        for other in sorted(candidates):
            likeness = _likeness(words, texts[other], alike)
            if likeness >= alike:
                yield name, other, likeness
        for word in first:
            by_word.setdefault(word, []).append(name)


def _likeness(one: frozenset[str], other: frozenset[str], alike: float) -> float:
    if min(len(one), len(other)) < alike * max(len(one), len(other)):
        return 0.0
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared)
