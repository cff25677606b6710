"""The words by which news sites label what surrounds an article, from one data file a language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

# What a phrase may be wrapped in without becoming another phrase: "Comments (12)", "» Related articles:".
_EDGE = re.compile(r"^[\W\d_]+|[\W\d_]+$")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Kinds of line by their words: `whole` lines, and `starts` as a pattern that names its kind as last group."""

    whole: dict[str, str]
    starts: re.Pattern[str]
    start_kinds: dict[str, str]


@cache
def load_phrases() -> Phrases:
    """All languages' phrases in one table; a line is tried against all of them, for sites mix languages."""
    whole: dict[str, str] = {}
    starts: dict[str, str] = {}
    for file in sorted(files(__package__).joinpath("phrases").iterdir(), key=lambda file: file.name):
        kinds = yaml.safe_load(file.read_text(encoding="utf-8"))
        for kind, phrases in kinds["whole"].items():
            whole.update({bare(phrase): kind for phrase in phrases})
        for kind, phrases in kinds["starts"].items():
            starts.update({phrase.casefold(): kind for phrase in phrases})
    longest_first = sorted(starts, key=lambda phrase: (-len(phrase), phrase))
    pattern = re.compile(rf"\W{{0,3}}({'|'.join(map(re.escape, longest_first))})")
    return Phrases(whole, pattern, starts)


def bare(text: str) -> str:
    """A text as it is compared: case folded, without signs and numbers at its ends."""
    return _EDGE.sub("", text.casefold())


def kind_of(text: str) -> str:
    """The kind of a line whose words are all of a known phrase, or ""."""
    return load_phrases().whole.get(bare(text), "") if len(text) < 80 else ""


def start_of(text: str) -> tuple[str, str]:
    """The kind that a line's first words name, and what follows them; ("", text) where they name none."""
    phrases = load_phrases()
    found = phrases.starts.match(text[:60].casefold())
    if not found:
        return "", text
    return phrases.start_kinds[found[1]], text[found.end() :].strip(" :：\u00a0")
