"""The list of the files we wrote, kept beside them."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.output.errors import DamagedManifest

MANIFEST = ".writing-site.json"


@dataclass(frozen=True)
class Manifest:
    """What we wrote (`files`) and what we were about to write (`pending`): path → sha256 in hex.

    `pending` is empty but while files are being written, and after a build was killed. Then each
    path on disk has either its bytes of `files` or those of `pending`.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    pending: Mapping[str, str] = field(default_factory=dict)

    @property
    def paths(self) -> frozenset[str]:
        """Every path that may hold a file of ours."""
        return frozenset(self.files) | frozenset(self.pending)

    def wrote(self, path: str, sha256: str) -> bool:
        """Whether a file with this hash at this path is one that we wrote."""
        return sha256 in (self.files.get(path), self.pending.get(path))


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a folder, empty when there is none; raises DamagedManifest."""
    path = folder / MANIFEST
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Manifest()
    try:
        value = json.loads(text)
        return Manifest(_hashes(value["files"]), _hashes(value.get("pending", {})))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedManifest(
            f"{path} is damaged; restore it, or delete it together with the generated files"
        ) from error


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Replace the manifest of a folder in one step."""
    value = {"files": dict(manifest.files)}
    if manifest.pending:
        value["pending"] = dict(manifest.pending)
    text = json.dumps(value, indent=0, sort_keys=True, ensure_ascii=False)
    part = folder / (MANIFEST + ".part")
    part.write_text(text + "\n", encoding="utf-8", newline="\n")
    os.replace(part, folder / MANIFEST)


def _hashes(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise TypeError
    if not all(isinstance(text, str) for pair in value.items() for text in pair):
        raise TypeError
    return value
