"""What a query asks for: words and phrases, in the whole article or its headline, authors, and dates."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsgen.search.format.dates import AskedDate


@dataclass(frozen=True, slots=True)
class Word:
    """A word in the languages of an archive: the stems it may have, and the forms that are the word itself.

    A `quoted` word matches these forms only. `beginnings` are what the forms begin with that are the word itself, each
    with its stem, and `years` those whose articles are found too. `text` is the word as typed, "" for alternatives.
    """

    stems: tuple[str, ...]
    forms: tuple[str, ...]
    quoted: bool = False
    beginnings: tuple[tuple[str, str], ...] = ()
    years: tuple[int, ...] = ()
    text: str = field(default="", compare=False)


Phrase = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class TextCondition:
    """A word in any of its forms, or a phrase; if `in_headline`, only there."""

    words: Phrase
    in_headline: bool = False


@dataclass(frozen=True, slots=True)
class AuthorCondition:
    """Words that follow each other in an author's name; if `begins`, the last one may go on."""

    words: tuple[str, ...]
    begins: bool = False


@dataclass(frozen=True, slots=True)
class DateCondition:
    """A year, month or day."""

    date: AskedDate


Condition = TextCondition | AuthorCondition | DateCondition
