"""Cards: one thing to choose, with what a tired reader needs to choose it."""

from __future__ import annotations

from generator.content.models.prompt import Prompt
from generator.content.models.technique import Technique
from generator.pages.page import Card
from generator.pages.parts.duration_labels import time_needed
from generator.site.site import Site
from generator.site.urls import prompt_url, technique_url
from generator.site.words import Words

CARD_TEXT = 160
"""Characters on a card: any task of 20 plain words, whole."""


def prompt_card(site: Site, prompt: Prompt) -> Card:
    """A prompt to choose: its task, how long and how deep."""
    return Card(
        title=prompt.title,
        url=prompt_url(prompt.id),
        text=shortened(prompt.task, CARD_TEXT),
        meta=(time_needed(prompt, site.words), site.level(prompt.intensity).label),
    )


def technique_card(technique: Technique, words: Words) -> Card:
    """A technique to choose: what it is, its shape and its usual time."""
    shape = words(f"facts.structure_{technique.structure}")
    return Card(
        title=technique.title,
        url=technique_url(technique.id),
        text=technique.summary,
        meta=(shape, words.duration(technique.time)),
    )


def shortened(text: str, limit: int = 155) -> str:
    """The text, cut at the end of a word where a search engine would cut it anyway."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    return f"{text[: limit - 1].rsplit(' ', 1)[0].rstrip('.,;:')}…"
