"""Manifest of the generated files in a folder: SHA-256 by path, in `.writing-site.json`."""

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
    """What was written (`files`) and was about to be (`pending`): path → hexadecimal SHA-256.

    `pending` is a write-ahead record: empty except while files are being written and after a build
    was killed meanwhile. Then each path on disk has its hash of `files` or that of `pending`.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    pending: Mapping[str, str] = field(default_factory=dict)

    @property
    def paths(self) -> frozenset[str]:
        """Every path that may hold a generated file."""
        return frozenset(self.files) | frozenset(self.pending)

    def wrote(self, path: str, sha256: str) -> bool:
        """Whether a file with this hash at this path is a generated one."""
        return sha256 in (self.files.get(path), self.pending.get(path))


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a folder, empty if there is none. Raises DamagedManifest."""
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
    """Replace the manifest of a folder atomically."""
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
