"""Exports of one database, of several, and of the same documents again."""

import re
from pathlib import Path

import pytest

from newsgen.errors import Problem
from newsgen.sources.pasted import Hints
from tests.support.clippings import docx_of, html_of, read_files, read_text, rtf_of, shown, shown_all
from tests.support.exports import FACTIVA, FACTIVA_CODES, NEXIS, NEXIS_UNI, PROQUEST
from tests.support.importing import articles_in, count_entries, entries_in, markdown_of, messages_in, only_article

COVER = """\
Download Request: Selected Items: 1-3
Time Of Request: Tuesday, October 6, 2015

Send To:
ZANZIBAR, ADA <ada@example.org>
UNIVERSITY OF SORREL LIBRARY

Terms: (chain ferry)
Source: The Sorrel Courant


"""
SECOND = """\
                               3 of 7 DOCUMENTS


                               The Sorrel Courant

                            March 4, 2015 Wednesday

Goat misses the ferry

BYLINE: Ada Quill

SECTION: NEWS; Pg. 1

LENGTH: 30 words

A goat that watched the chain ferry cross on Tuesday could not be brought
aboard on Wednesday, and swam.

LOAD-DATE: March 5, 2015

LANGUAGE: ENGLISH

                     Copyright 2015 Sorrel Press Holdings
                              All Rights Reserved
"""
FACTIVA_SECOND = FACTIVA.replace("eb330004v", "eb330009x").replace("Chain ferry returns", "Chain ferry leaves")
SUMMARY = """
Search Summary

Text                    "ferry" and "Sorrel"
Results Found           2
Timestamp               6 October 2015 10:41
"""
_WORD = re.compile(r"\w+")


def test_every_document_of_a_nexis_file_becomes_an_article_that_is_withheld(tmp_path: Path) -> None:
    found = read_text(tmp_path, COVER + NEXIS + "\n" + SECOND)
    first, second = articles_in(found)
    assert first.article.headline.startswith("Chain ferry returns")
    assert shown(second) == {
        "headline": "Goat misses the ferry",
        "byline": ("Ada Quill",),
        "section": "NEWS",
        "publication": "The Sorrel Courant",
        "print_page": "1",
        "language": "en",
        "rights": "Copyright 2015 Sorrel Press Holdings All Rights Reserved",
        "published": "2015-03-04",
        "body": [
            "A goat that watched the chain ferry cross on Tuesday could not be brought aboard on Wednesday, and swam."
        ],
    }
    assert second.article.extra == {"LENGTH": "30 words", "LOAD-DATE": "March 5, 2015"}
    assert second.article.path == "2015/03/goat-misses-the-ferry.md"
    assert second.is_withheld
    assert second.status == ""
    assert count_entries(found, "document") == {("Nexis", "taken"): 2}
    # Who searched, and where, is nobody's business.
    assert "ZANZIBAR" not in repr(found)
    assert "example.org" not in repr(found)


def test_they_are_published_if_whoever_imports_them_says_so(tmp_path: Path) -> None:
    assert not only_article(read_text(tmp_path, SECOND, published=True)).is_withheld


def test_every_document_of_a_factiva_file_becomes_an_article_by_its_number(tmp_path: Path) -> None:
    found = read_text(tmp_path, FACTIVA + "\n" + FACTIVA_SECOND + SUMMARY)
    assert [article.article.id for article in articles_in(found)] == [
        "factiva:SORCOU0020150303eb330004v",
        "factiva:SORCOU0020150303eb330009x",
    ]
    # A line of a search that looks like text is in no article.
    assert "Results Found" not in "".join(map(markdown_of, articles_in(found)))


@pytest.mark.parametrize("text", [FACTIVA, FACTIVA_CODES], ids=["article", "codes"])
@pytest.mark.parametrize("write", [rtf_of, docx_of, html_of, str.encode])
def test_a_factiva_article_is_the_same_whatever_kind_of_file_it_is_in(tmp_path, text, write) -> None:  # type: ignore[no-untyped-def]
    tabbed = re.sub(r"^([A-Z]{2}) {6}", r"\1\t", text, flags=re.MULTILINE)
    article = only_article(read_files(tmp_path, {"export.x": write(tabbed)}))
    assert article.article.id == "factiva:SORCOU0020150303eb330004v"
    expected = shown(only_article(read_text(tmp_path, text)))
    assert shown(article) == expected


@pytest.mark.parametrize("text", [NEXIS_UNI, SECOND, PROQUEST], ids=["Nexis Uni", "Nexis", "ProQuest"])
@pytest.mark.parametrize("write", [rtf_of, docx_of, html_of])
def test_documents_are_the_same_whatever_kind_of_file_they_are_in(tmp_path, text, write) -> None:  # type: ignore[no-untyped-def]
    # A word processor's paragraphs are whole.
    whole = re.sub(r"(?<=\w)\n(?=[a-z])", " ", text)
    found = read_files(tmp_path, {"export.x": write(whole)})
    plain = read_text(tmp_path, text)
    assert shown_all(found) == shown_all(plain)
    assert [article.article.extra for article in articles_in(found)] == [
        article.article.extra for article in articles_in(plain)
    ]


def test_a_document_that_stands_in_two_exports_becomes_one_that_says_what_either_does(tmp_path: Path) -> None:
    uni = NEXIS_UNI.replace("Byline: Ada Quill\n", "Byline: Ada Quill\nDateline: SORREL\n")
    found = read_files(tmp_path, {"a.txt": NEXIS_UNI, "b.docx": docx_of(uni), "c.rtf": rtf_of(NEXIS_UNI + NEXIS_UNI)})
    assert only_article(found).article.dateline == "SORREL"
    assert count_entries(found, "document") == {("Nexis", "taken"): 1, ("Nexis", "left out"): 3}


def test_a_number_that_stands_twice_with_other_texts_keeps_both(tmp_path: Path) -> None:
    other = FACTIVA.replace("ten years", "eleven years")
    for order in ({"a.txt": FACTIVA, "b.txt": other}, {"a.txt": FACTIVA, "b.txt": other, "c.txt": FACTIVA + other}):
        first, second = articles_in(read_files(tmp_path, order))
        assert first.article.id == "factiva:SORCOU0020150303eb330004v"
        assert re.fullmatch(r"factiva:SORCOU0020150303eb330004v-[0-9a-f]{8}", second.article.id)
        assert "eleven years" in markdown_of(second)


def test_the_same_words_under_two_numbers_of_one_database_are_two_documents(tmp_path: Path) -> None:
    other = FACTIVA.replace("eb330004v", "eb330009x")
    assert len(articles_in(read_text(tmp_path, FACTIVA + "\n" + other + "\n" + FACTIVA))) == 2


def test_ids_do_not_depend_on_how_a_text_is_wrapped_or_which_file_it_is_in(tmp_path: Path) -> None:
    ids = {
        only_article(read_text(tmp_path, text)).article.id
        for text in (SECOND, SECOND.replace("not be brought\naboard", "not be brought aboard"), SECOND.upper())
    }
    assert len(ids) == 1


def test_editions_are_documents_of_their_own(tmp_path: Path) -> None:
    second = NEXIS.replace("First Edition", "Late Edition")
    assert len(articles_in(read_text(tmp_path, NEXIS + "\n" + second))) == 2


def test_files_of_no_database_are_divided_where_a_pattern_is_found(tmp_path: Path) -> None:
    text = "A list of cuttings\n\n" + "".join(
        f"### {number}\nHeadline number {word}\nBy Ada Quill\n3 March 2015\n\n"
        f"The {word} ferry returned to the quay on Tuesday morning after ten years in the yard of its makers.\n\n"
        "It will stay. # 1. *Not* a mark_up_.\n\n"
        for number, word in enumerate(("one", "two", "three"), 1)
    )
    found = read_text(tmp_path, text, split=re.compile(r"^### \d+$"))
    assert [article.article.headline for article in articles_in(found)] == [
        "A list of cuttings",
        "Headline number one",
        "Headline number two",
        "Headline number three",
    ]
    third = articles_in(found)[3]
    assert shown(third)["byline"] == ("Ada Quill",)
    assert shown(third)["published"] == "2015-03-03"
    assert re.match(r"clipping:[0-9a-f]{20}", third.article.id)
    assert "The three ferry" in markdown_of(third)
    assert count_entries(found, "line")["separator", "left out"] == 3


def test_a_line_that_begins_an_article_and_says_more_than_the_pattern_stays(tmp_path: Path) -> None:
    text = "Article 1: Ferry returns\n\nIt is back.\n\nArticle 2: Goat swims\n\nIt is wet.\n"
    found = read_text(tmp_path, text, split=re.compile(r"^Article \d+: "))
    assert [article.article.headline for article in articles_in(found)] == [
        "Article 1: Ferry returns",
        "Article 2: Goat swims",
    ]


def test_a_pattern_that_is_not_found_is_told(tmp_path: Path) -> None:
    (problem,) = read_text(tmp_path, SECOND, split=re.compile("^%%%"))
    assert problem == Problem(
        str(tmp_path / "export.txt"),
        0,
        "has no line in which '^%%%' is found",
        "Nothing of it was imported.",
        "Correct the pattern of --split; --dry-run shows what it finds.",
    )


def test_a_text_of_no_database_is_one_article_only_if_it_reads_like_one(tmp_path: Path) -> None:
    article = (
        "Ferry returns to the quay\n\nBy Ada Quill\n3 March 2015\n\n"
        + "The chain ferry returned to the quay on Tuesday morning after ten years in the yard of its makers.\n\n" * 4
    )
    assert only_article(read_text(tmp_path, article)).article.headline == "Ferry returns to the quay"
    assert messages_in(read_text(tmp_path, "\n \n")) == ["0: is empty"]
    assert messages_in(read_text(tmp_path, "abc\n" * 9)) == [
        "0: is laid out like the export of no database that newsgen knows, nor like one article"
    ]


def test_articles_that_rules_separate_become_articles(tmp_path: Path) -> None:
    paragraph = "The chain ferry returned to the quay on Tuesday morning after ten years in the yard of its makers.\n\n"
    text = "\n* * *\n\n".join(
        f"{headline}\nBy Ada Quill\n3 March 2015\n\n{paragraph * 4}" for headline in ("Ferry returns", "Goat swims")
    )
    assert [one.article.headline for one in articles_in(read_text(tmp_path, text))] == ["Ferry returns", "Goat swims"]


def test_addresses_of_e_mail_are_in_no_field(tmp_path: Path) -> None:
    text = NEXIS_UNI.replace("Byline: Ada Quill", "Byline: Ada Quill ada@example.org").replace(
        "Classification", "Contact: desk@example.org\n\nClassification"
    )
    article = only_article(read_text(tmp_path, text))
    assert article.article.byline == ("Ada Quill",)
    assert "example.org" not in repr(article)


def test_the_address_on_the_web_is_the_original_and_that_of_the_database_is_not(tmp_path: Path) -> None:
    text = NEXIS_UNI.replace("Language: ENGLISH", "Language: ENGLISH\n\nURL: https://courant.example/ferry")
    article = only_article(read_text(tmp_path, text)).article
    assert article.original_url == "https://courant.example/ferry"
    assert "URL" not in article.extra
    article = only_article(read_text(tmp_path, text.replace("courant.example", "www.lexisnexis.com"))).article
    assert article.original_url == ""
    assert article.extra["URL"] == "https://www.lexisnexis.com/ferry"


@pytest.mark.parametrize(
    "text",
    [COVER + NEXIS + "\n" + SECOND, FACTIVA + "\n" + FACTIVA_SECOND + SUMMARY, FACTIVA_CODES, PROQUEST, NEXIS_UNI],
    ids=["Nexis", "Factiva", "Factiva codes", "ProQuest", "Nexis Uni"],
)
def test_the_account_has_every_line_and_no_word_of_what_is_taken_is_lost(tmp_path: Path, text: str) -> None:
    found = read_text(tmp_path, text)
    lines = [line for line in text.split("\n") if line.strip()]
    assert count_entries(found, "line").total() == len(lines)
    has_cover = any(entry.name == "cover" for entry in entries_in(found))
    kept = set[str]()
    for article in articles_in(found):
        kept.update(_WORD.findall(repr((shown(article), article.article.extra)).casefold()))
    lost = set(_WORD.findall(text.casefold())) - kept
    assert lost <= {*_LABELS, *(_WORD.findall((COVER + SUMMARY).casefold()) if has_cover else ())}


# The words of labels and marks, and those that became dates, names in another order, or the code of a language.
_LABELS = frozenset(
    (
        "byline by section pg length highlight dateline load date language english subject graphic of documents "
        "tuesday wednesday march 3 03 4 body classification end document se hd bylines wc pd sn sc la cy lp td re an "
        "author full text publication info title proquest link 1 2 7 id copyright updated last abstract edition"
    ).split()
)


def test_dates_of_digits_are_read_as_the_site_writes_them(tmp_path: Path) -> None:
    text = FACTIVA.replace("3 March 2015", "04/03/2015")
    assert shown(only_article(read_text(tmp_path, text, hints=Hints(day_first=True))))["published"] == "2015-03-04"
    assert shown(only_article(read_text(tmp_path, text, hints=Hints(day_first=False))))["published"] == "2015-04-03"


def test_articles_of_pressreader_and_ebsco_have_their_numbers(tmp_path: Path) -> None:
    pressreader = (
        "Chain ferry returns\nThe Sorrel Courant · 3 Mar 2015\n\nThe chain ferry returned to the quay on Tuesday.\n\n"
        "https://www.pressreader.com/uk/the-sorrel-courant/20150303/281741267351234\n"
    )
    ebsco = (
        "Title: Goat misses the ferry\nSource: Courant, 3/5/2015\nAccession Number: 2W61234567890\n"
        "Database: Newspaper Source\n\nA goat swam to the quay.\n"
    )
    found = read_files(tmp_path, {"a.txt": pressreader, "b.txt": ebsco})
    assert [one.article.id for one in articles_in(found)] == ["pressreader:281741267351234", "ebsco:2W61234567890"]
