"""Text that must have a form: checked when it is read, and told to editors."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from pydantic import AfterValidator, BeforeValidator, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError

from generator.text.characters import described, hidden_in


@dataclass(frozen=True)
class Shaped(AfterValidator):
    """A check of a text's form that also tells editors the form.

    The pattern is one for Python and, for the schemas, for ECMA-262 with its u flag, which allows
    no escape that is not needed.
    """

    pattern: str

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return _with_pattern(self.pattern, core, handler)


@dataclass(frozen=True)
class Written(BeforeValidator):
    """A check of the text of a day or a length of time that also tells editors its form."""

    pattern: str = field(kw_only=True)

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return _with_pattern(self.pattern, core, handler)


def _with_pattern(pattern: str, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
    return {**handler(core), "pattern": f"^(?:{pattern})$"}


def shaped(pattern: str, rule: str, sentence: str) -> Shaped:
    """A check that the whole text has this form; `sentence` goes on from the quoted value."""
    form = re.compile(pattern)

    def check(value: str) -> str:
        refuse_hidden(value)
        if not form.fullmatch(value):
            raise PydanticCustomError(rule, sentence)
        return value

    return Shaped(check, pattern)


def refuse_hidden(value: str) -> None:
    """Raise where an address, a number or a code has a character in it that nobody sees."""
    sign = hidden_in(value)
    if sign:
        raise PydanticCustomError(
            "address-is-visible",
            "has {what} in it",
            {"what": described(sign), "sign": sign},
        )


def written_as(pattern: str, rule: str, sentence: str) -> Written:
    """A check of the text before it becomes a day or a length of time.

    Pydantic by itself is generous: it takes 12:30 as a length and a number of seconds as a date.
    """
    form = re.compile(pattern)

    def check(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        written = value.strip()
        if not form.fullmatch(written):
            raise PydanticCustomError(rule, sentence)
        return written

    return Written(check, pattern=pattern)
