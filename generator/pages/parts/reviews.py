"""Authorship and review of a piece as sentences, also when nobody has reviewed it."""

from __future__ import annotations

from generator.content.models.review import Review
from generator.pages.page import ReviewView
from generator.site.words import Words


def review_view(review: Review, words: Words) -> ReviewView:
    """The sentences of a review record: author, reviewers or none, date of the next review."""
    sentences = [words("review.written", who=review.written_by, date=words.day(review.written_on))]
    if review.reviewed_by:
        people = [words("review.person", name=p.name, role=p.role) for p in review.reviewed_by]
        day = words.day(review.reviewed_on or review.written_on)
        sentences.append(words("review.reviewed", who=words.listing(people), date=day))
    else:
        sentences.append(words("review.not_reviewed"))
    sentences.append(words("review.due", date=words.day(review.due_on)))
    return ReviewView(
        tuple(sentences), bool(review.reviewed_by), review.reviewed_on or review.written_on
    )
