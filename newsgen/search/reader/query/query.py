"""Parse a query: words, "phrases", beginnings*, headline: and author:, dates, OR and what a minus sign excludes.

Any text is a query: an unclosed quotation mark ends with the text, and a character without a meaning is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsgen.search.article_words import find_name_words
from newsgen.search.reader.query.pieces import BEGINNING, Piece, find_words, read_date_piece, split_query
from newsgen.search.reader.query.words import AuthorCondition, Condition, DateCondition, Phrase, TextCondition, Word


@dataclass(frozen=True, slots=True)
class Query:
    """A query: its words in order, each once and including those of phrases; its phrases; and what is excluded.

    `required` are further conditions: of each group, an article must meet one. `excluded` are words and phrases,
    `barred` other conditions. `unfinished` is the word that is still being typed, if any.
    """

    words: tuple[Word, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    excluded: tuple[Phrase, ...] = ()
    required: tuple[tuple[Condition, ...], ...] = ()
    barred: tuple[Condition, ...] = ()
    unfinished: Word | None = None


@dataclass(frozen=True, slots=True)
class _Term:
    """A piece of a query and what it asks for: plain words, or one condition.

    `is_plain` says that its words may be missing in an article that is found.
    """

    piece: Piece
    condition: Condition
    is_plain: bool


def parse_query(text: str, languages: Sequence[str], typing: bool = False) -> Query:
    """Parse a query for an archive with articles in these languages.

    If `typing`, the last word may be the beginning of another one, unless a space follows.
    """
    terms = [term for piece in split_query(text) if (term := _read_term(piece, languages, typing))]
    words: dict[Word, Word] = {}
    phrases: list[Phrase] = []
    excluded: list[Phrase] = []
    required: list[tuple[Condition, ...]] = []
    barred: list[Condition] = []
    for group in _group_terms(terms):
        (term, *others) = group
        condition = term.condition
        if term.piece.is_excluded:
            if isinstance(condition, TextCondition) and not condition.in_headline:
                excluded.append(condition.words)
            else:
                barred.append(condition)
            continue
        for word in _words_of(group):
            words.setdefault(replace(word, quoted=False), word)
        if others or not isinstance(condition, TextCondition) or condition.in_headline:
            if not all(term.is_plain for term in group):
                required.append(tuple(term.condition for term in group))
        elif not term.is_plain:
            phrases.append(condition.words)
    unfinished = _find_unfinished(terms, text) if typing else None
    return Query(tuple(words.values()), tuple(phrases), tuple(excluded), tuple(required), tuple(barred), unfinished)


def _read_term(piece: Piece, languages: Sequence[str], typing: bool) -> _Term | None:
    """What a piece of a query asks for; None if nothing is left of it."""
    if not piece.quoted or piece.field == "date":
        asked = read_date_piece(piece.text)
        # A year alone may also be a word of the text.
        if asked and piece.field in ("", "date") and (piece.field or asked.month):
            return _Term(piece, DateCondition(asked), False)
    if piece.field == "author":
        names = find_name_words(piece.text)
        begins = piece.text.endswith(BEGINNING) or (typing and piece.is_last and not piece.quoted)
        return _Term(piece, AuthorCondition(names, begins), False) if names else None
    found = tuple(find_words(piece, languages))
    if not found:
        return None
    is_plain = not (piece.quoted or piece.field or piece.is_excluded)
    # A piece of several words that is no plain one, such as "-new-york", is a phrase.
    if not is_plain and len(found) > 1:
        found = tuple(replace(word, quoted=True, years=()) for word in found)
    return _Term(piece, TextCondition(found, piece.field == "headline"), is_plain)


def _group_terms(terms: Sequence[_Term]) -> Iterator[list[_Term]]:
    """The terms in groups: those between which OR stands are one group."""
    group: list[_Term] = []
    joins = False
    for index, term in enumerate(terms):
        if _joins(terms, index):
            joins = True
            continue
        if group and not joins:
            yield group
            group = []
        group.append(_as_alternative(term) if joins or _joins(terms, index + 1) else term)
        joins = False
    if group:
        yield group


def _joins(terms: Sequence[_Term], index: int) -> bool:
    """Whether the term is an OR between two terms that are neither excluded nor OR themselves."""
    if not 0 < index < len(terms) - 1 or not terms[index].piece.is_or:
        return False
    return all(not term.piece.is_excluded and not term.piece.is_or for term in (terms[index - 1], terms[index + 1]))


def _as_alternative(term: _Term) -> _Term:
    """A term beside OR: several words are a phrase."""
    condition = term.condition
    if not isinstance(condition, TextCondition) or len(condition.words) == 1:
        return term
    words = tuple(replace(word, quoted=True, years=()) for word in condition.words)
    return replace(term, condition=replace(condition, words=words), is_plain=False)


def _words_of(group: Sequence[_Term]) -> tuple[Word, ...]:
    """The words by which the articles of a group are found and ranked; alternatives are one word with all their forms.

    None if an author or a date is among them: these are found without words.
    """
    conditions = [term.condition for term in group]
    texts = [condition for condition in conditions if isinstance(condition, TextCondition)]
    if len(texts) < len(conditions):
        return ()
    words = tuple(word for condition in texts for word in condition.words)
    return words if len(group) == 1 else (_join(words),)


def _join(words: Sequence[Word]) -> Word:
    return Word(
        tuple(dict.fromkeys(stem for word in words for stem in word.stems)),
        tuple(dict.fromkeys(form for word in words for form in word.forms)),
        all(word.quoted for word in words),
        tuple(dict.fromkeys(beginning for word in words for beginning in word.beginnings)),
        tuple(dict.fromkeys(year for word in words for year in word.years)),
    )


def _find_unfinished(terms: Sequence[_Term], text: str) -> Word | None:
    """The last word, if nothing follows it."""
    groups = list(_group_terms(terms))
    if not groups or len(groups[-1]) > 1:
        return None
    (term,) = groups[-1]
    if not term.is_plain or not term.piece.is_last or not isinstance(term.condition, TextCondition):
        return None
    word = term.condition.words[-1]
    return None if word.beginnings else word
