"""Licence parser: whether a licence, as people write it, allows derivatives and redistribution.

Common names (`CC BY 4.0`, `Creative Commons Attribution 4.0 International`) are normalized to SPDX
ids; SPDX expressions (`MIT`, `CC-BY-4.0 OR GFDL-1.3-or-later`) are parsed by license-expression.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from license_expression import Licensing


def allows_change(written: str) -> bool:
    """Whether a licence certainly allows derivatives to be made and redistributed.

    False if it is unknown or cannot be parsed.
    """
    text = " ".join(written.replace("\u2010", "-").replace("\u2011", "-").split())
    if _NO.search(text):
        return False
    if _PERMISSION.search(text):
        return True
    from license_expression import ExpressionError  # few libraries have adapted texts

    try:
        parsed = _spdx().parse(_as_spdx(text), validate=True)
    except ExpressionError:
        return False
    return parsed is not None and _allows(parsed)


def _allows(expression: Any) -> bool:
    """Evaluate a parsed SPDX expression: any operand of OR, all operands of AND."""
    if expression.isliteral:
        key = getattr(expression, "license_symbol", expression).key
        return _FREE.fullmatch(key) is not None
    results = [_allows(part) for part in expression.args]
    return any(results) if expression.operator.strip() == "OR" else all(results)


def _as_spdx(text: str) -> str:
    """The text with what people call a licence in the place of which SPDX has an id."""
    for name, spdx in _NAMES:
        text = re.sub(rf"(?<![\w-])(?:{name})(?![\w-])", spdx, text, flags=re.IGNORECASE)
    return text


@cache
def _spdx() -> Licensing:
    """The SPDX list: read once, when somebody first asks."""
    from license_expression import get_spdx_licensing

    return get_spdx_licensing()


def _creative_commons(match: re.Match[str]) -> str:
    """The id of a Creative Commons licence; of one without a version, that of the newest."""
    terms = match["terms"].lower()
    parts = ["CC-BY"]
    parts += ["NC"] if re.search(r"nc|non-?commercial", terms) else []
    parts += ["ND"] if re.search(r"nd|no-?deriv", terms) else []
    parts += ["SA"] if re.search(r"sa|share-?alike", terms) else []
    return f"{'-'.join(parts)}-{match['version'] or '4.0'}"


_VERSION = r"(?:,? ?(?:version |v(?:\. ?)?)?(?P<version>[1-4]\.[05]))?"
_NAMES: tuple[tuple[str, Any], ...] = (
    (r"(?:CC[ -]?0|CC Zero|Creative Commons Zero)(?:[ -]?(?:v ?)?1\.0)?(?: Universal)?",
     "CC0-1.0"),
    (r"(?:the |in the |is |dedicated to the )*public[ -]domain(?: mark 1\.0)?", "CC-PDDC"),
    (r"(?:CC|Creative Commons)[ -](?:BY|Attribution)(?P<terms>(?:[ /-](?:NC|SA|ND|"
     rf"non-?commercial|share-?alike|no-?deriv\w*))*)[ -]?{_VERSION}"
     r"(?: (?:International|Unported|Generic|Licen[cs]e|Public))*", _creative_commons),
    (r"(?:the )?MIT Licen[cs]e|Expat", "MIT"),
    (r"(?:the )?ISC Licen[cs]e", "ISC"),
    (r"(?:the )?Unlicen[cs]e", "Unlicense"),
    (r"Apache(?: Licen[cs]e)?,?(?: version)?[ -]?(?:v ?)?2(?:\.0)?", "Apache-2.0"),
    (r"(?:GFDL|GNU Free Documentation Licen[cs]e)(?:,? ?(?:version |v ?)?(?:1\.[123]))?"
     r"(?: or later)?(?![\w.-])", "GFDL-1.3-or-later"),
    (r"(?:OGL|Open Government Licen[cs]e)(?:,? ?(?:version |v ?)?[123](?:\.0)?)?",
     "OGL-UK-3.0"),
    (r"(?:Free Art Licen[cs]e|Licence Art Libre)(?: 1\.3)?", "LAL-1.3"),
)  # fmt: skip
# Families of which each licence lets one change a work and hand on the change, some on terms.
_FREE = re.compile(
    r"CC0-1\.0|CC-PDDC|CC-BY(?:-NC)?(?:-SA)?-\d.*|PDDL-.*|ODC-By-.*|ODbL-.*|GFDL-.*|OGL-.*|LAL-.*|"
    r"Unlicense|0BSD|MIT(?:-.*)?|ISC|Apache-.*|BSD-.*|Zlib|WTFPL|BSL-1\.0|Artistic-.*|EUPL-.*|"
    r"MPL-.*|[AL]?GPL-.*|UPL-1\.0|NLOD-.*|DL-DE-BY-.*|Etalab-.*|etalab-.*"
)
_NO = re.compile(
    r"\b(?:all rights reserved|proprietary|unknown|none)\b"
    r"|\b(?:no|not|without|never|nobody)\b"
    r"|permission (?:was |is |has been )?(?:denied|refused|pending|needed|required|asked)",
    re.IGNORECASE,
)
_PERMISSION = re.compile(r"\bpermission (?:of|from|by) \w", re.IGNORECASE)
