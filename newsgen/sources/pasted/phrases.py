"""The words by which news sites label what surrounds an article, from one data file a language.

A line is tried against all languages at once: sites mix them, and nobody says which language a text is in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

# What a phrase may be wrapped in without becoming another phrase: "Comments (12)", "» Related articles:".
_EDGE = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_LEADING = " \t\u00a0»«•·▪‣◦●■►▶*-–—|>:.,;!?\"'“”‘’„+#=~_/\\"
_FIRST_LETTERS = re.compile("[\u3040-\u9fff\uac00-\ud7a3]{1,2}|[^\\W\\d_]{1,3}")
_LONGEST = 80
_SECTION = re.compile(r"\[(whole|start|anywhere) ([a-z ]+)\]")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Kinds of line by their words.

    `whole` holds lines that are nothing else, `starts` the first words of lines by their first letters, the
    longest first, and `anywhere` words that decide wherever they stand.
    """

    whole: dict[str, str]
    starts: dict[str, tuple[tuple[str, str], ...]]
    anywhere: tuple[tuple[str, str], ...]


@cache
def load_phrases() -> Phrases:
    """The phrases of all languages; where two languages give a phrase two kinds, the first file's counts."""
    found: dict[str, dict[str, str]] = {"whole": {}, "start": {}, "anywhere": {}}
    folder = files(__package__).joinpath("phrases")
    for file in sorted((file for file in folder.iterdir() if file.name.endswith(".txt")), key=lambda file: file.name):
        place, kind = "", ""
        for line in file.read_text(encoding="utf-8").splitlines():
            heading = _SECTION.fullmatch(line)
            if heading:
                place, kind = heading[1], heading[2]
            elif line and not line.startswith("#"):
                found[place].setdefault(line.replace("’", "'"), kind)
    starts: dict[str, list[tuple[str, str]]] = {}
    for phrase in sorted(found["start"], key=lambda phrase: (-len(phrase), phrase)):
        starts.setdefault(_opening(phrase), []).append((phrase, found["start"][phrase]))
    return Phrases(
        found["whole"], {key: tuple(group) for key, group in starts.items()}, tuple(sorted(found["anywhere"].items()))
    )


# The lines of all pages begin with few different letters.
@lru_cache(maxsize=20_000)
def _begin_alike(letters: str) -> tuple[tuple[str, str], ...]:
    """The phrases that a line with these four first letters may begin with."""
    glued = letters[2:3].isupper() and letters[1:2].islower()
    return load_phrases().starts.get(_opening(letters[: 2 if glued else 4].casefold()), ())


def _opening(text: str) -> str:
    """What the first words of lines are looked up by: their first three letters, or their first word if shorter."""
    first = _FIRST_LETTERS.match(text)
    return first[0] if first else text[:1]


def bare(text: str) -> str:
    """A text as it is compared: case folded, without signs and numbers at its ends."""
    folded = text.casefold().replace("’", "'")
    if folded and folded[0].isalpha() and folded[-1].isalpha():
        return folded
    return _EDGE.sub("", folded)


def kind_of(text: str) -> str:
    """The kind of a line whose words are all of a known phrase, or ""."""
    return load_phrases().whole.get(bare(text), "") if len(text) < _LONGEST else ""


def start_of(text: str) -> tuple[str, str]:
    """The kind that a line's first words name, and what follows them; ("", text) where they name none."""
    bare_text = text.lstrip(_LEADING) if text[:1] in _LEADING else text
    candidates = _begin_alike(bare_text[:4])
    if not candidates:
        return "", text
    folded = bare_text[:_LONGEST].casefold().replace("’", "'").replace("\u00a0", " ")
    for phrase, kind in candidates:
        if folded.startswith(phrase) and not _goes_on(phrase, bare_text[len(phrase) - 1 : len(phrase) + 1]):
            return kind, bare_text[len(phrase) :].strip(" :：\u00a0\t-–—|")
    return "", text


def kind_anywhere(text: str) -> str:
    """The kind that words anywhere in a line name, or ""."""
    folded = text.casefold()
    return next((kind for phrase, kind in load_phrases().anywhere if phrase in folded), "")


def _goes_on(phrase: str, edge: str) -> bool:
    """Whether the word at a phrase's end goes on behind it. `edge` is the phrase's last letter and what follows it.

    Scripts without spaces have no such words; a capital behind a small letter begins another: "byAda Quill".
    """
    following = edge[1:]
    if not following.isalpha() or not phrase[-1].isalpha() or ord(following) >= 0x3000:
        return False
    return not (edge[0].islower() and following.isupper())
