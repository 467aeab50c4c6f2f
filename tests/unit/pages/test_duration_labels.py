"""How long a prompt takes is said in one way on its page, on cards, in packets and in feeds."""

from __future__ import annotations

from datetime import timedelta

import pytest

from generator.content.models.prompt import Prompt
from generator.pages.parts.duration_labels import time_needed
from generator.site.words import load_words


@pytest.mark.parametrize(
    ("sessions", "said"), [(1, "5 minutes"), (3, "3 sittings, 5 minutes each")]
)
def test_time_needed(sessions: int, said: str) -> None:
    """One sitting is its time; several are counted."""
    prompt = Prompt.model_construct(time=timedelta(minutes=5), sessions=sessions)
    assert time_needed(prompt, load_words("en")) == said
