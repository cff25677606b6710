"""The phrases with which news sites label what surrounds an article, from one data file a language.

A line is compared with all languages at once, for sites mix them, and the language of a text is not known yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

# Signs and numbers around a phrase that do not change it: "Comments (12)", "» Related articles:".
_EDGE = re.compile(r"^[\W\d_]+|[\W\d_]+$")
# The most frequent of them, which are stripped in less time than the expression takes.
_FREQUENT = " \t\u00a0.,:;!?()[]{}<>|/\\-–—_#*+=~@&%$\"'“”‘’«»›‹„…·•0123456789"
_LEADING = " \t\u00a0»«•·▪‣◦●■►▶*-–—|>:.,;!?\"'“”‘’„+#=~_/\\"
_FIRST_LETTERS = re.compile("[\u3040-\u9fff\uac00-\ud7a3]{1,2}|[^\\W\\d_]{1,3}")
_LONGEST = 80
# No phrase that is looked for at any position is shorter.
_OPENING = 4
# The signs after a label, which tell "Correction: …" from "Correction officers …".
_LABEL_ENDS = (":", "：", " :", " -", " –", " —", " (", ",", " |", ". ")
_SECTION = re.compile(r"^\[(whole|start|label|anywhere) ([a-z ]+)\]$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Kinds of line by their words.

    `whole` maps whole lines to kinds. `starts` maps the openings of lines (see `_opening`) to the phrases with which
    they begin, and these to their kinds. `anywhere` lists phrases that decide a line's kind at any position.
    """

    whole: dict[str, str]
    starts: dict[str, dict[str, str]]
    anywhere: tuple[tuple[str, str], ...]


@cache
def load_phrases() -> Phrases:
    """The phrases of all languages; if two languages give a phrase two kinds, the one in the first file counts."""
    whole: dict[str, str] = {}
    starts: dict[str, dict[str, str]] = {}
    anywhere: dict[str, str] = {}
    folder = files(__package__).joinpath("phrases")
    for file in sorted((file for file in folder.iterdir() if file.name.endswith(".txt")), key=lambda file: file.name):
        _, *parts = _SECTION.split(file.read_text(encoding="utf-8").replace("’", "'"))
        for position, kind, rows in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
            phrases = [row for row in rows.split("\n") if row and row[0] != "#"]
            if position == "anywhere":
                anywhere = dict.fromkeys(phrases, kind) | anywhere
                continue
            if position in ("whole", "label"):
                _enter(phrases if position == "whole" else map(bare, phrases), kind, whole)
            if position in ("start", "label"):
                for phrase in phrases:
                    # A label is a whole line, or the beginning of one with a sign after it.
                    forms = [phrase] if position == "start" else [phrase + sign for sign in _LABEL_ENDS]
                    _enter(forms, kind, starts.setdefault(_opening(phrase), {}))
    return Phrases(whole, starts, tuple(sorted(anywhere.items())))


def _enter(phrases: Iterable[str], kind: str, kinds: dict[str, str]) -> None:
    """Enter phrases that have no kind yet."""
    for phrase in phrases:
        kinds.setdefault(phrase, kind)


# There are few different openings among the lines of all pages, and most are those of no phrase.
@lru_cache(maxsize=20_000)
def _phrases_for_opening(letters: str) -> tuple[str, tuple[str, ...]]:
    """The opening of a line with these first three letters, and the phrases that have it too, the longest first."""
    glued = letters[2:3].isupper() and letters[1:2].islower()
    opening = _opening(letters[: 2 if glued else 3].casefold())
    return opening, tuple(sorted(load_phrases().starts.get(opening, ()), key=lambda phrase: (-len(phrase), phrase)))


def _opening(text: str) -> str:
    """The key of a line's first words: their first three letters, or the first word if it is shorter."""
    first = _FIRST_LETTERS.match(text)
    return first[0] if first else text[:1]


# The same short lines are compared several times.
@lru_cache(maxsize=10_000)
def bare(text: str) -> str:
    """A text in the form in which phrases are compared: case-folded, without signs and numbers at its ends."""
    folded = text.casefold()
    if not folded.isascii():
        folded = folded.replace("’", "'")
    if folded and folded[0].isalpha() and folded[-1].isalpha():
        return folded
    folded = folded.strip(_FREQUENT)
    return folded if not folded or (folded[0].isalpha() and folded[-1].isalpha()) else _EDGE.sub("", folded)


def kind_of(text: str) -> str:
    """The kind of a line that is a known phrase as a whole, or ""."""
    return load_phrases().whole.get(bare(text), "") if len(text) < _LONGEST else ""


def start_of(text: str) -> tuple[str, str]:
    """The kind named by a line's first words, and the text after them; ("", text) if they name none."""
    bare_text = text.lstrip(_LEADING) if text[:1] in _LEADING else text
    opening, phrases = _phrases_for_opening(bare_text[:3])
    if not phrases:
        return "", text
    folded = _plain(bare_text[:_LONGEST].casefold())
    # Nearly all lines begin with none of them, which this sees in one step.
    if not folded.startswith(phrases):
        return "", text
    for phrase in phrases:
        if folded.startswith(phrase) and not _word_continues(phrase, bare_text[len(phrase) - 1 : len(phrase) + 1]):
            kind = load_phrases().starts[opening][phrase]
            return kind, bare_text[len(phrase) :].strip(" :：\u00a0\t-–—|")
    return "", text


def _plain(folded: str) -> str:
    """Case-folded words with the apostrophe and the space of a typewriter, as phrases have them."""
    return folded if folded.isascii() else folded.replace("’", "'").replace("\u00a0", " ")


def kind_anywhere(text: str) -> str:
    """The kind named by words anywhere in a line, or ""."""
    folded = text.casefold()
    by_opening = _anywhere_by_opening()
    # There are too many phrases to look for each.
    openings = by_opening.keys() & {folded[start : start + _OPENING] for start in range(len(folded) - _OPENING + 1)}
    found = [row for opening in openings for row in by_opening[opening] if row[0] in folded]
    return min(found)[1] if found else ""


@cache
def _anywhere_by_opening() -> dict[str, list[tuple[str, str]]]:
    """The phrases that decide a line's kind at any position, and their kinds, by their first letters."""
    found: dict[str, list[tuple[str, str]]] = {}
    for phrase, kind in load_phrases().anywhere:
        found.setdefault(phrase[:_OPENING], []).append((phrase, kind))
    return found


def _word_continues(phrase: str, edge: str) -> bool:
    """Whether the last word of a phrase continues after it. `edge` is the phrase's last letter and the one after it.

    In scripts without spaces it never does; a capital after a small letter begins another word: "byAda Quill".
    """
    following = edge[1:]
    if not following.isalpha() or not phrase[-1].isalpha() or ord(following) >= 0x3000:
        return False
    return not (edge[0].islower() and following.isupper())
