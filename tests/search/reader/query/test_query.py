"""Queries are parsed as docs/format/search.md describes, and any text is one."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.search.format.dates import AskedDate
from newsgen.search.reader.query.query import Query, parse_query
from newsgen.search.reader.query.words import AuthorCondition, Condition, DateCondition, TextCondition, Word

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


BOTH = Word(("ferri", "harbour"), ("ferry", "harbour"))
BEGUN = Word((), (), beginnings=(("harb", "harb"),))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ferry OR harbour", (BOTH,)),
        ("ferry OR harbour the", (BOTH, THE)),
        ("OR ferry", (Word(("or",), ("or",)), FERRY)),
        ("ferry OR -harbour", (FERRY, Word(("or",), ("or",)))),
        ("harb* ferry", (BEGUN, FERRY)),
        ("ha* ferry", (Word(("ha",), ("ha",)), FERRY)),
        ("ferry 2019", (FERRY, Word(("2019",), ("2019",), years=(2019,)))),
        ('"2019"', (Word(("2019",), ("2019",), quoted=True),)),
        ("2019-13", (Word(("2019",), ("2019",)), Word(("13",), ("13",)))),
        ('ferry OR "harbour"', (BOTH,)),
        ("headline:ferry", (FERRY,)),
        ("ferry OR author:quill", ()),
    ],
)
def test_the_words_that_rank(text: str, words: tuple[Word, ...]) -> None:
    assert parse_query(text, ["en"]).words == words


@pytest.mark.parametrize(
    ("text", "required"),
    [
        ("ferry OR harbour", ()),
        ("headline:ferry", ((TextCondition((FERRY,), True),),)),
        ('Headline:"the ferry', ((TextCondition((quoted(THE), quoted(FERRY)), True),),)),
        ("headline:the-ferry", ((TextCondition((quoted(THE), quoted(FERRY)), True),),)),
        ('ferry OR "harbour"', ((TextCondition((FERRY,)), TextCondition((quoted(HARBOUR),))),)),
        ("author:O'Neill", ((AuthorCondition(("oneill",)),),)),
        ('author:"ada quill" ferry', ((AuthorCondition(("ada", "quill")),),)),
        ("author:qui*", ((AuthorCondition(("qui",), True),),)),
        ("author: ferry", ()),
        ("2019-03", ((DateCondition(AskedDate(2019, 3)),),)),
        ("٢٠١٩-٠٣", ((DateCondition(AskedDate(2019, 3)),),)),
        ("2020-02-29 2019-02-29", ((DateCondition(AskedDate(2020, 2, 29)),),)),
        ("date:2019", ((DateCondition(AskedDate(2019)),),)),
        ("2019-03 OR 2019-04", ((DateCondition(AskedDate(2019, 3)), DateCondition(AskedDate(2019, 4))),)),
        ("-author:quill -2019-03", ()),
    ],
)
def test_further_conditions(text: str, required: tuple[tuple[Condition, ...], ...]) -> None:
    assert parse_query(text, ["en"]).required == required


def test_conditions_exclude() -> None:
    barred = (TextCondition((FERRY,), True), AuthorCondition(("quill",)), DateCondition(AskedDate(2019, 3)))
    assert parse_query("-headline:ferry -author:quill -2019-03", ["en"]) == Query(barred=barred)


def test_an_author_who_is_being_typed_may_go_on() -> None:
    assert parse_query("author:qui", ["en"], typing=True).required == ((AuthorCondition(("qui",), True),),)


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


@given(st.text(st.sampled_from("abOR2019*: -\"“”„'אل東\u0301\n\x00")), st.booleans())
def test_any_text_is_a_query(text: str, typing: bool) -> None:
    query = parse_query(text, ["en", "fr", "ar"], typing)
    assert len({replace(word, quoted=False) for word in query.words}) == len(query.words)
    asked = {word.forms for word in query.words}
    assert all(word.forms in asked for phrase in query.phrases for word in phrase)
