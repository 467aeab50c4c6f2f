"""Which of many texts say nearly the same: exact, and quick because few pairs are compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations
from math import ceil

SHARED = 2
"""Rare words that two texts must share to be compared: with two, hardly any pair is in vain."""


def near_pairs(
    texts: Mapping[str, frozenset[str]], alike: float
) -> Iterator[tuple[str, str, float]]:
    """Pairs of texts whose words overlap by `alike` or more: shared words by all words (Jaccard).

    Words are sorted from rare to common. Two texts that are so alike share `SHARED` of their first
    few, so only texts that do are compared (prefix filtering: Bayardo, Ma and Srikant 2007; Wang,
    Li and Feng 2012). Each pair once, the later text first. Texts with fewer words than `SHARED`
    are like no other.
    """
    common = Counter(word for words in texts.values() for word in words)
    rare_first = sorted(common, key=lambda word: (common[word], word))
    rank = {word: number for number, word in enumerate(rare_first)}
    alone = sum(1 for count in common.values() if count == 1)
    holders: dict[tuple[int, ...], list[str]] = {}
    for name, words in texts.items():
        if len(words) < SHARED:
            continue
        ordered = sorted([rank[word] for word in words])
        first = ordered[: len(words) - ceil(alike * len(words)) + SHARED]
        # A word that stands in this text only is shared with none.
        keys = list(combinations([number for number in first if number >= alone], SHARED))
        candidates: set[str] = set()
        for key in keys:
            if key in holders:
                candidates.update(holders[key])
                holders[key].append(name)
            else:
                holders[key] = [name]
        for other in sorted(candidates):
            likeness = _likeness(words, texts[other], alike)
            if likeness >= alike:
                yield name, other, likeness


def _likeness(one: frozenset[str], other: frozenset[str], alike: float) -> float:
    if min(len(one), len(other)) < alike * max(len(one), len(other)):
        return 0.0
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared)
