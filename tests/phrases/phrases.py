"""Phrases from news sentences with what they say and what they do not, read from their files.

They were written by hand, without a look at the readers. Nothing here judges a claim.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

HERE = Path(__file__).parent
LANGUAGES = ("en", "ru", "kk", "it")

Part = str | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What somebody says that the cited words of a phrase say."""

    reader: str
    parts: Mapping[str, Part]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A sentence, the claim that its cited words bear out, and claims that they do not."""

    text: str
    language: str
    kind: str
    reference: str | None
    right: Claim
    forged: tuple[Claim, ...]


def halves() -> list[str]:
    """The halves of the list that are here: `development`, and `held_out` once it is shown."""
    return [name for name in ("development", "held_out") if (HERE / name).is_dir()]


def load(half: str) -> list[Phrase]:
    """All phrases of one half, in the order of their files."""
    return [phrase for language in LANGUAGES for phrase in _phrases(half, language)]


def _phrases(half: str, language: str) -> Iterator[Phrase]:
    entries = yaml.safe_load((HERE / half / f"{language}.yaml").read_text(encoding="utf-8"))
    for entry in entries:
        right = _claim(entry["right"], entry["reader"], entry["evidence"])
        yield Phrase(
            text=entry["text"],
            language=language,
            kind=entry["kind"],
            reference=entry.get("reference"),
            right=right,
            forged=tuple(_forged(entry, changes) for changes in entry["forged"]),
        )


def _forged(entry: Mapping[str, Any], changes: Mapping[str, Any]) -> Claim:
    parts = {**entry["right"], **changes}
    for flag in ("vague", "ambiguous"):
        parts.pop(flag, None)
    reader = parts.pop("reader", entry["reader"])
    return _claim(parts, reader, parts.pop("evidence", entry["evidence"]))


def _claim(parts: Mapping[str, Any], reader: str, evidence: list[str]) -> Claim:
    frozen = {key: tuple(part) if isinstance(part, list) else part for key, part in parts.items()}
    return Claim(reader=reader, parts=MappingProxyType(frozen), evidence=tuple(evidence))
