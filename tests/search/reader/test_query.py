"""Queries are parsed as docs/format/search.md describes, and any text is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.search.reader.query import Query, Word, parse_query

FERRY, FERRIES = Word(("ferri",), ("ferry",)), Word(("ferri",), ("ferries",))
HARBOUR, THE = Word(("harbour",), ("harbour",)), Word(("the",), ("the",))


def quoted(word: Word) -> Word:
    return Word(word.stems, word.forms, quoted=True)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", Query()),
        (' - " -" "" ?! ', Query()),
        ("ferry  Ferries", Query((FERRY, FERRIES))),
        ("ferry, FERRY!", Query((FERRY,))),
        ("the-ferry", Query((THE, FERRY))),
        ("ferry -harbour", Query((FERRY,), excluded=((HARBOUR,),))),
        ("ferry -the-harbour", Query((FERRY,), excluded=((quoted(THE), quoted(HARBOUR)),))),
        ('-"ferry"', Query(excluded=((quoted(FERRY),),))),
        ('"the ferry"', Query((quoted(THE), quoted(FERRY)), ((quoted(THE), quoted(FERRY)),))),
        ("“the ferry”", Query((quoted(THE), quoted(FERRY)), ((quoted(THE), quoted(FERRY)),))),
        ('"the ferry', Query((quoted(THE), quoted(FERRY)), ((quoted(THE), quoted(FERRY)),))),
        ('ferry "the ferry" harbour', Query((FERRY, quoted(THE), HARBOUR), ((quoted(THE), quoted(FERRY)),))),
        ('har"bour', Query((Word(("har",), ("har",)), Word(("bour",), ("bour",))))),
    ],
)
def test_words_phrases_and_exclusions(text: str, query: Query) -> None:
    assert parse_query(text, ["en-GB"]) == query


def test_a_quotation_mark_between_letters_does_not_end_a_phrase() -> None:
    army, attack = Word(("צהל",), ("צהל",), True), Word(("תקפ",), ("תקפ",), True)
    text = '"צה"ל תקפ" '
    assert parse_query(text, ["he"]) == Query((army, attack), ((army, attack),))


def test_a_word_has_a_stem_and_a_form_in_each_language() -> None:
    word = Word(("far", "får"), ("far", "får"))
    assert parse_query("får", ["en", "en-GB", "sv"]) == Query((word,))
    assert parse_query("école", ["de", "fr"]) == Query((Word(("ecol",), ("ecole",)),))


def test_only_the_languages_that_divide_a_piece_into_the_most_words_count() -> None:
    assert [word.forms for word in parse_query("quest'anno l'eau", ["en", "it"]).words] == [
        ("quest",),
        ("anno",),
        ("leau", "eau"),
    ]


def test_without_languages_words_are_their_own_stems() -> None:
    assert parse_query("Ferries", []) == Query((Word(("ferries",), ("ferries",)),))


@pytest.mark.parametrize(
    ("text", "word"),
    [("the ferry", FERRY), ("the-ferry", FERRY), ("the ferry ", None), ('the "ferry', None), ("the -ferry", None)],
)
def test_the_last_word_may_be_unfinished_while_typing(text: str, word: Word | None) -> None:
    assert parse_query(text, ["en"], typing=True).unfinished == word
    assert parse_query(text, ["en"]).unfinished is None


@given(st.text(st.sampled_from("ab -\"“”„'אل東\u0301\n\x00")), st.booleans())
def test_any_text_is_a_query(text: str, typing: bool) -> None:
    query = parse_query(text, ["en", "fr", "ar"], typing)
    assert len({(word.stems, word.forms) for word in query.words}) == len(query.words)
    asked = {word.forms for word in query.words}
    assert all(word.forms in asked for phrase in query.phrases for word in phrase)
