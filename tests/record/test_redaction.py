"""Anonymised names, and what stays of a withdrawn or removed article."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.errors import NewsgenError, Problem
from newsgen.record.article import Article, Block, Correction, Image, Link, Withdrawal
from newsgen.record.dates import PartialDate
from newsgen.record.redaction import anonymise, redact
from tests.support.records import an_article

FULL = an_article(
    "2024/heron.md",
    headline="Heron fined",
    dek="Jan Novák caught",
    kicker="Court",
    byline=("Ada Quill",),
    section="Harbour",
    tags=("Jan Novák", "court"),
    published="2024-02-03",
    body=(Block("paragraph", "JAN\nNOVÁK was fined. Novákova was not, said Jan  Novák's aunt.", 9),),
    related=(Link("Jan Novák speaks", "https://x.example/jan-novák"),),
    images=(Image("novák.jpg", alt="Jan Novák", caption="Jan Novák leaves", credit="Jan Novák"),),
    corrections=(Correction("Jan Novák is 41", PartialDate(2024, 3)),),
    extra={"people": ["Jan Novák", {"name": "Jan Novák"}], "pages": 4},
    slug="jan-novák",
)


def test_a_name_is_replaced_in_every_text_of_the_article() -> None:
    article = anonymise(FULL, [("Jan Novák", "J. N.")], "articles/2024/heron.md", 4)
    assert article == an_article(
        "2024/heron.md",
        headline="Heron fined",
        dek="J. N. caught",
        kicker="Court",
        byline=("Ada Quill",),
        section="Harbour",
        tags=("J. N.", "court"),
        published="2024-02-03",
        body=(Block("paragraph", "J. N. was fined. Novákova was not, said J. N.'s aunt.", 9),),
        related=(Link("J. N. speaks", "https://x.example/jan-novák"),),
        images=(Image("novák.jpg", alt="J. N.", caption="J. N. leaves", credit="J. N."),),
        corrections=(Correction("J. N. is 41", PartialDate(2024, 3)),),
        extra={"people": ["J. N.", {"name": "J. N."}], "pages": 4},
        slug="jan-novák",
        is_anonymised=True,
    )


def test_the_longest_name_is_replaced_first() -> None:
    article = anonymise(FULL, [("Novák", "N."), ("Jan Novák", "the man")], "a.md", 4)
    assert article.body[0].text == "the man was fined. Novákova was not, said the man's aunt."


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [("وقال محمد علي إن", "محمد علي", "وقال س. إن"), ("山田太郎は言った", "山田太郎", "س.は言った")],
)
def test_names_in_scripts_without_capitals_are_found_inside_words(text: str, name: str, expected: str) -> None:
    article = an_article(body=(Block("paragraph", text, 1),))
    assert anonymise(article, [(name, "س.")], "a.md", 2).body[0].text == expected


def test_a_name_that_the_article_lacks_is_an_error() -> None:
    with pytest.raises(NewsgenError) as failed:
        anonymise(FULL, [("Jan Novak", "J. N.")], "articles/2024/heron.md", 4)
    assert failed.value.problems == (
        Problem(
            "articles/2024/heron.md",
            4,
            'cannot find "Jan Novak", which shall be anonymised',
            "A name that is written in another way stays in the text for all to read.",
            "Write it as the text has it, each form of it by itself; or take it out if the text no longer has it.",
        ),
    )


def fields_of(article: Article) -> set[str]:
    """The names of the fields that are not empty."""
    return {name for name in Article.__slots__ if getattr(article, name)} - {"direction", "origin"}


def test_a_withdrawn_article_keeps_what_is_cited() -> None:
    withdrawn = redact(an_article(**{**values(FULL), "withdrawal": Withdrawal("withdrawn", "Untrue")}))
    assert fields_of(withdrawn) == {
        *("path", "headline", "byline", "section", "language", "published", "slug", "withdrawal"),
    }


def test_a_removed_article_keeps_what_its_address_is_made_of() -> None:
    removed = redact(an_article(**{**values(FULL), "withdrawal": Withdrawal("removed")}))
    assert fields_of(removed) == {"path", "section", "language", "published", "slug", "withdrawal"}


def test_any_other_article_stays_whole() -> None:
    assert redact(FULL) is FULL


def values(article: Article) -> dict[str, Any]:
    return {name: getattr(article, name) for name in Article.__slots__}


@given(
    st.text("aAiIıİ ß\nsſS.-Kk\u212a漢", max_size=14),
    st.text("aAiIı ſsk漢", min_size=1, max_size=4).map(str.strip).filter(bool),
)
def test_a_name_is_found_where_a_search_without_case_finds_it(text: str, name: str) -> None:
    words = r"\s+".join(map(re.escape, name.split()))
    before = r"(?<!\w)" if name[0].lower() != name[0].upper() else ""
    after = r"(?!\w)" if name[-1].lower() != name[-1].upper() else ""
    expected, number = re.subn(f"{before}{words}{after}", "X", text, flags=re.IGNORECASE)
    article = an_article("a.md", headline="A headline", body=(Block("markdown", text, 1),))
    if number:
        assert anonymise(article, [(name, "X")], "a.md", 1).body[0].text == expected
    elif not re.search(f"{before}{words}{after}", "A headline", re.IGNORECASE):
        with pytest.raises(NewsgenError):
            anonymise(article, [(name, "X")], "a.md", 1)


def test_signs_for_private_use_stay_in_the_text() -> None:
    signs = "".join(map(chr, range(9))) + "\ue000\ue001"
    article = an_article("a.md", headline="Ada", body=(Block("markdown", f"{signs} Ada {signs}", 1),))
    assert anonymise(article, [("Ada", "A.")], "a.md", 1).body[0].text == f"{signs} A. {signs}"
