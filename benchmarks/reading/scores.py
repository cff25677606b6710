"""How near readings come to the truth: right, wrong and blank fields, and the words of the body."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from benchmarks.reading.readings import Reading

Verdict = Literal["right", "wrong", "blank"]
FIELDS = ("headline", "section", "dek", "published", "byline")
_WORD = re.compile(r"\w+")
# The letters of scripts without spaces count as a word each.
_UNSPACED = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_AND = re.compile(r"\s*(?:,|;|&|\||\band\b)\s*")
_DAY = 10


class Truth(NamedTuple):
    """The truth of a page: for each field that is asked the values that are right, and the text of the body."""

    fields: Mapping[str, frozenset[str]]
    body: str


class Score(NamedTuple):
    """The verdicts on the fields of one page, and the share of the body's words that were found and are right."""

    verdicts: Mapping[str, Verdict]
    recall: float
    precision: float

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0

    @property
    def is_lost(self) -> bool:
        """Whether more than half of the body is missing."""
        return self.recall < 0.5


def letters_of(text: str) -> str:
    """The letters and digits of a text, in which values are compared."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def people_of(names: str | Iterable[str]) -> str:
    """The people of a byline, of whom neither the order nor what stands between them counts."""
    parts = _AND.split(names) if isinstance(names, str) else names
    return " ".join(sorted(filter(None, map(letters_of, parts))))


def accept(values: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """The right values of fields in the form in which they are compared; a field without a value is not asked."""
    wanted = {name: frozenset(filter(None, (_form(name, value) for value in found))) for name, found in values.items()}
    return {name: found for name, found in wanted.items() if found}


def score(reading: Reading, truth: Truth) -> Score:
    """The score of one reading."""
    given = reading._asdict() | {"byline": people_of(reading.byline)}
    verdicts: dict[str, Verdict] = {}
    for name, right in truth.fields.items():
        value = given[name] if name == "byline" else _form(name, given[name])
        verdicts[name] = "blank" if not value else "right" if value in right else "wrong"
    wanted, found = _words_of(truth.body), _words_of("\n".join(reading.body))
    common = (wanted & found).total()
    return Score(verdicts, common / max(1, wanted.total()), common / max(1, found.total()))


def summarise(scores: Sequence[Score]) -> str:
    """A row of a table for each field, then the means of the body, in percent."""
    rows = [f"{len(scores)} pages", f"{'':10} {'asked':>6} {'right':>6} {'wrong':>6} {'blank':>6}"]
    for name in FIELDS:
        verdicts = Counter(found.verdicts[name] for found in scores if name in found.verdicts)
        asked = verdicts.total()
        if asked:
            shares = (f"{100 * verdicts[verdict] / asked:6.1f}" for verdict in ("right", "wrong", "blank"))
            rows.append(f"{name:10} {asked:6} {' '.join(shares)}")
    means: dict[str, Sequence[float]] = {
        "recall": [found.recall for found in scores],
        "precision": [found.precision for found in scores],
        "F1": [found.f1 for found in scores],
        "lost": [found.is_lost for found in scores],
    }
    shares = (f"{name} {100 * sum(values) / max(1, len(values)):.1f}" for name, values in means.items())
    return "\n".join([*rows, f"body: {', '.join(shares)}"])


def _form(name: str, value: str) -> str:
    if name == "byline":
        return people_of(value)
    return value[:_DAY] if name == "published" else letters_of(value)


def _words_of(text: str) -> Counter[str]:
    folded = _UNSPACED.sub(lambda letter: f" {letter[0]} ", text.casefold())
    return Counter(_WORD.findall(folded))
