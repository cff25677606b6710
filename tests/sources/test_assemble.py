from pathlib import Path
from typing import Any

import pytest

from newsgen.record.article import Article, Block, Correction, Origin
from newsgen.record.dates import PartialDate
from newsgen.record.plain_text import text_digest
from newsgen.settings.site import Site
from newsgen.sources.assemble import join_notes, make_article, merge_fields
from newsgen.sources.fields import FieldValue
from newsgen.sources.files import Source

ORIGIN = Origin("articles/ferry.txt", 2)


def make_source(path: str = "ferry.txt") -> Source:
    return Source(path, f"articles/{path}", Path("articles") / path)


def make(path: str = "ferry.txt", body: str = "", site: Site | None = None, **values: object) -> Article:
    """The record of a source whose fields, all on one line, have these values."""
    fields = {name: FieldValue(value, ORIGIN) for name, value in {"headline": "The ferry sails", **values}.items()}
    blocks = (Block("paragraph", body, 5),) if body else ()
    return make_article(make_source(path), fields, blocks, {}, site or Site())


def test_each_field_comes_from_the_first_layer_that_has_it() -> None:
    first, second, third = FieldValue("a", ORIGIN), FieldValue("b", ORIGIN), FieldValue("c", ORIGIN)
    assert merge_fields(({"dek": first}, {}, {"dek": second, "kicker": third})) == {"dek": first, "kicker": third}


def test_notes_in_the_text_are_joined_with_those_that_are_declared() -> None:
    first, second = Correction("It was wet."), Correction("It was Tuesday.")
    declared = {"corrections": FieldValue((first,), ORIGIN), "notice": FieldValue("Archive.", ORIGIN)}
    in_text = {
        "corrections": FieldValue((first, second), ORIGIN),
        "notice": FieldValue("First printed in 1998.", ORIGIN),
        "dek": FieldValue("At last", ORIGIN),
    }
    assert join_notes(declared, in_text) == {
        "corrections": FieldValue((first, second), ORIGIN),
        "notice": FieldValue("Archive. First printed in 1998.", ORIGIN),
    }
    assert join_notes({"notice": FieldValue("Archive.", ORIGIN)}, {}) == {"notice": FieldValue("Archive.", ORIGIN)}


def test_no_layers_give_no_fields() -> None:
    assert merge_fields(()) == {}


def test_an_article_holds_its_declared_fields_and_their_origins() -> None:
    body = (Block("paragraph", "Water.", 5),)
    fields = {
        "headline": FieldValue("The ferry sails", ORIGIN),
        "dek": FieldValue("At last", ORIGIN),
        "section": FieldValue(("Sea",), ORIGIN),
        "published": FieldValue(PartialDate(2024, 2), Origin("articles/metadata.csv", 7)),
        "permalink": FieldValue("/ferry.html", ORIGIN),
        "language": FieldValue("en-GB", ORIGIN),
    }
    assert make_article(make_source(), fields, body, {"layout": "post"}, Site()) == Article(
        path="ferry.txt",
        headline="The ferry sails",
        dek="At last",
        section="Sea",
        language="en-GB",
        published=PartialDate(2024, 2),
        body=body,
        permalink="/ferry.html",
        extra={"layout": "post"},
        origin={name: field.origin for name, field in fields.items()},
    )


def test_an_article_has_one_section_and_others_become_tags() -> None:
    article = make(section=("Sea", "Tides", "Boats"), tags=("Boats", "chain"))
    assert (article.section, article.tags) == ("Sea", ("Boats", "chain", "Tides"))


def test_an_article_without_a_section_gets_the_sites_default() -> None:
    assert make().section == ""
    assert make(site=Site(default_section="Notices")).section == "Notices"
    assert make(section=(), site=Site(default_section="Notices")).section == "Notices"
    assert make(section=("Sea",), site=Site(default_section="Notices")).section == "Sea"


def test_authors_are_named_as_the_site_names_them() -> None:
    site = Site(authors={"aq": "Ada Quill"})
    assert make(byline=("aq", "Ben Oar"), site=site).byline == ("Ada Quill", "Ben Oar")


def test_an_author_named_by_two_spellings_is_in_the_byline_once() -> None:
    site = Site(authors={"aq": "Ada Quill", "A. Quill": "Ada Quill"})
    assert make(byline=("aq", "A. Quill", "Ben Oar"), site=site).byline == ("Ada Quill", "Ben Oar")


def test_draft_is_not_part_of_an_article() -> None:
    assert make(draft=False).headline == "The ferry sails"


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("2024-02-29-ferry.txt", PartialDate(2024, 2, 29)),
        ("old/2024-02-29_ferry.md", PartialDate(2024, 2, 29)),
        ("2024-02-29.md", PartialDate(2024, 2, 29)),
        ("2024-02-29 ferry.txt", PartialDate(2024, 2, 29)),
        ("2023-02-29-ferry.txt", None),
        ("2024-02-290.txt", None),
        ("2024-02-ferry.txt", None),
        ("2024-02-29/ferry.txt", None),
        ("ferry-2024-02-29.txt", None),
    ],
)
def test_a_whole_date_at_the_start_of_a_file_name_is_the_publication_date(path: str, date: PartialDate | None) -> None:
    article = make(path)
    assert article.published == date
    assert article.origin.get("published") == (Origin(f"articles/{path}", 0) if date else None)


def test_a_declared_date_comes_before_one_in_the_file_name() -> None:
    assert make("2024-02-29-ferry.txt", published=PartialDate(1998)).published == PartialDate(1998)


def test_dates_in_file_names_can_be_ignored() -> None:
    assert make("2024-02-29-ferry.txt", site=Site(dates_from_names=False)).published is None


@pytest.mark.parametrize(
    ("values", "body", "language", "direction"),
    [
        ({}, "Water turns it.", "en-GB", "ltr"),
        ({"language": "fr"}, "L’eau la tourne.", "fr", "ltr"),
        ({"language": "ar"}, "Water turns it.", "ar", "rtl"),
        ({"headline": "المعدّية تعود"}, "عادت المعدّية إلى الميناء", "ar", "rtl"),
        ({"headline": "渡し船が戻る"}, "港に渡し船が戻った。", "ja", "ltr"),
        ({"headline": "Паром вернулся"}, "Паром вернулся в порт.", "en-GB", "ltr"),
    ],
)
def test_the_language_is_declared_detected_or_the_sites_own(
    values: dict[str, Any], body: str, language: str, direction: str
) -> None:
    article = make(body=body, site=Site(language="en-GB"), **values)
    assert (article.language, article.direction) == (language, direction)


@pytest.mark.parametrize(("declared", "language"), [("en", "en-GB"), ("en-US", "en-US"), ("fr", "fr"), ("", "en-GB")])
def test_a_language_is_written_as_the_site_writes_its_own(declared: str, language: str) -> None:
    fields = {"language": declared} if declared else {}
    assert make(site=Site(language="en-GB"), **fields).language == language


def test_an_article_holds_the_digest_of_its_text() -> None:
    article = make(body="The ferry is back.")
    assert article.text_digest == text_digest(article)
    assert make(body="The ferry is gone.").text_digest != article.text_digest
