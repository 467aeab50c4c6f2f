"""Pydantic validators by regular expression that also add the `pattern` to the JSON Schema."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from pydantic import AfterValidator, BeforeValidator, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError

from generator.text.characters import described, hidden_in


@dataclass(frozen=True)
class PatternValidator(AfterValidator):
    """After-validator of a string with a `pattern` for its JSON Schema.

    The pattern has to be valid in Python and in ECMA-262 with the u flag, which allows no needless
    escapes.
    """

    pattern: str

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return _with_pattern(self.pattern, core, handler)


@dataclass(frozen=True)
class TextPatternValidator(BeforeValidator):
    """Before-validator of the text of a date or duration, with a `pattern` for its JSON Schema."""

    pattern: str = field(kw_only=True)

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return _with_pattern(self.pattern, core, handler)


def _with_pattern(pattern: str, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
    return {**handler(core), "pattern": f"^(?:{pattern})$"}


def matching_pattern(pattern: str, rule: str, sentence: str) -> PatternValidator:
    """Validator that requires a full match and no invisible character.

    Its error has type `rule`, and as message `sentence`, which follows the quoted value.
    """
    form = re.compile(pattern)

    def check(value: str) -> str:
        refuse_hidden(value)
        if not form.fullmatch(value):
            raise PydanticCustomError(rule, sentence)
        return value

    return PatternValidator(check, pattern)


def refuse_hidden(value: str) -> None:
    """Raise a validation error (`address-is-visible`) if there is an invisible character."""
    sign = hidden_in(value)
    if sign:
        raise PydanticCustomError(
            "address-is-visible",
            "has {what} in it",
            {"what": described(sign), "sign": sign},
        )


def written_as(pattern: str, rule: str, sentence: str) -> TextPatternValidator:
    """Validator of the text before Pydantic parses it as a date or duration; other types pass.

    Pydantic alone is too lenient: it parses 12:30 as a duration and a number of seconds as a date.
    """
    form = re.compile(pattern)

    def check(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        written = value.strip()
        if not form.fullmatch(written):
            raise PydanticCustomError(rule, sentence)
        return written

    return TextPatternValidator(check, pattern=pattern)
