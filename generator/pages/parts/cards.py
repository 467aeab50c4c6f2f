"""Cards of prompts and techniques (title, text, time, intensity), and text truncation."""

from __future__ import annotations

from generator.content.models.prompt import Prompt
from generator.content.models.technique import Technique
from generator.pages.page import Card
from generator.pages.parts.duration_labels import time_needed
from generator.site.site import Site
from generator.site.urls import prompt_url, technique_url
from generator.site.words import Words

CARD_TEXT = 160
"""Most characters of a card's text: a task of 20 plain words is whole."""


def prompt_card(site: Site, prompt: Prompt) -> Card:
    """Card of a prompt: its task, time needed and intensity."""
    return Card(
        title=prompt.title,
        url=prompt_url(prompt.id),
        text=shortened(prompt.task, CARD_TEXT),
        meta=(time_needed(prompt, site.words), site.level(prompt.intensity).label),
    )


def technique_card(technique: Technique, words: Words) -> Card:
    """Card of a technique: its summary, structure and usual time."""
    shape = words(f"facts.structure_{technique.structure}")
    return Card(
        title=technique.title,
        url=technique_url(technique.id),
        text=technique.summary,
        meta=(shape, words.duration(technique.time)),
    )


def shortened(text: str, limit: int = 155) -> str:
    """The text on one line, truncated at a word boundary with an ellipsis to `limit` characters.

    The default is about what search engines show of a meta description.
    """
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    return f"{text[: limit - 1].rsplit(' ', 1)[0].rstrip('.,;:')}…"
