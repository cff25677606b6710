from typing import Any

import pytest

from newsgen.record.article import Block, Image, Link, Origin
from newsgen.record.dates import PartialDate
from newsgen.sources.dates.custom import DateCustom
from newsgen.sources.fields import FieldValue
from newsgen.sources.pasted.collect_fields import collect_body, collect_fields
from newsgen.sources.pasted.line import ANOTHER_NAME, Label, Line, Role


def fields_of(*rows: tuple[Role, str]) -> dict[str, Any]:
    lines = [Line(number, text, 0) for number, (_, text) in enumerate(rows, 1)]
    fields = collect_fields(lines, [Label(role, "given") for role, _ in rows], "a.txt")
    return {name: field.value for name, field in fields.items()}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Nadia Sorrenby", ("Nadia Sorrenby",)),
        ("By Nadia Sorrenby and Maren Tolliver", ("Nadia Sorrenby", "Maren Tolliver")),
        (
            "By Nadia Sorrenby, Maren Tolliver & Idris Fenwright",
            ("Nadia Sorrenby", "Maren Tolliver", "Idris Fenwright"),
        ),
        ("Par Odile Marchaubert et Jean Vautrelle", ("Odile Marchaubert", "Jean Vautrelle")),
        ("Von Greta Ahlbeck und Uwe Tannert", ("Greta Ahlbeck", "Uwe Tannert")),
        ("By Nadia Sorrenby nadia@courant.example", ("Nadia Sorrenby",)),
        ("By Nadia Sorrenby | 12 March 2019", ("Nadia Sorrenby",)),
        ("By Nadia Sorrenby (@nsorrenby)", ("Nadia Sorrenby",)),
    ],
)
def test_a_byline_gives_only_the_names(line: str, names: tuple[str, ...]) -> None:
    assert fields_of(("byline", line))["byline"] == names


def test_words_distinguish_published_and_updated_dates() -> None:
    fields = fields_of(("date", "Published 12 March 2019 at 07:15"), ("date", "Updated 13 March 2019"))
    assert fields["published"] == PartialDate(2019, 3, 12)
    assert fields["updated"] == PartialDate(2019, 3, 13)


def test_a_byline_may_hold_the_date() -> None:
    assert fields_of(("byline", "Posted by Gwen Harrowby on March 3, 2014 in Sport")) == {
        "byline": ("Gwen Harrowby",),
        "published": PartialDate(2014, 3, 3),
    }


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("Harbour", "Harbour"),
        ("Home > News > Harbour", "Harbour"),
        ("Accueil / Culture", "Culture"),
        ("Filed under: Sport, Cup", "Sport"),
    ],
)
def test_the_section_is_the_last_step_of_a_breadcrumb(line: str, section: str) -> None:
    assert fields_of(("section", line))["section"] == (section,)


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        ("SORREL (Courant) — The school reopened on Monday.", "SORREL"),
        ("PORT ELLERY, 21 November (Courant) — The inquiry opened.", "PORT ELLERY"),
        ("SORREL – Les brebis sont rentrées.", "SORREL"),
        ("The ferry – the old one – is back.", None),
        ("The ferry is back.", None),
    ],
)
def test_a_dateline_is_recorded_and_stays_in_the_body(paragraph: str, dateline: str | None) -> None:
    assert fields_of(("body", paragraph)).get("dateline") == dateline


def test_tags_come_from_a_list_or_a_line() -> None:
    assert fields_of(("tags", "ferry"), ("tags", "Tagged: Sorrel, #quay, ferry"))["tags"] == ("ferry", "Sorrel", "quay")


def test_related_links_lose_promo_words_and_keep_addresses() -> None:
    fields = fields_of(("related", "Read more: The vote"), ("related", "Old wall (https://example.org/wall)"))
    assert fields["related"] == (Link("The vote"), Link("Old wall", "https://example.org/wall"))


def test_captions_and_credits_are_kept_without_their_images() -> None:
    fields = fields_of(
        ("caption", "The quay at dawn"), ("credit", "Photograph: Pru Dunmore"), ("credit", "Photo: Courant")
    )
    assert fields["images"] == (
        Image("", caption="The quay at dawn", credit="Photograph: Pru Dunmore"),
        Image("", credit="Photo: Courant"),
    )


def test_a_step_of_the_breadcrumb_that_repeats_the_headline_is_not_the_section() -> None:
    fields = fields_of(("section", "Home > Harbour > Ferry returns to"), ("headline", "Ferry returns to the Salt Quay"))
    assert fields["section"] == ("Harbour",)


@pytest.mark.parametrize("role", ["headline", "section", "dek", "kicker", "byline", "date"])
def test_a_field_with_an_uncertain_label_stays_blank(role: Role) -> None:
    lines = [Line(3, "12 March 2019" if role == "date" else "Nadia Sorrenby", 0)]
    assert collect_fields(lines, [Label(role, "given", 0.1)], "a.txt") == {}
    assert collect_fields(lines, [Label(role, "given", 0.9)], "a.txt") != {}


def test_the_date_beside_an_uncertain_name_is_read() -> None:
    fields = collect_fields([Line(3, "Nadia Sorrenby, 12 March 2019", 0)], [Label("byline", "given", 0.1)], "a.txt")
    assert {name: str(field.value) for name, field in fields.items()} == {"published": "2019-03-12"}


def test_a_field_has_its_origin_and_confidence() -> None:
    fields = collect_fields([Line(3, "Ferry returns", 0)], [Label("headline", "given", 0.75)], "a.txt")
    assert fields == {"headline": FieldValue("Ferry returns", Origin("a.txt", 3), 0.75)}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Nadia Sorrenby - Apr 16, 2015", ("Nadia Sorrenby",)),
        ("Nadia Sorrenby und Greta Ahlbeck", ("Nadia Sorrenby", "Greta Ahlbeck")),
        ("Reporting by Nadia Sorrenby", ("Nadia Sorrenby",)),
        ("بورت إلري - نادية سورنبي", ("بورت إلري - نادية سورنبي",)),
    ],
)
def test_a_byline_may_lack_an_introducing_word(line: str, names: tuple[str, ...]) -> None:
    assert fields_of(("byline", line))["byline"] == names


def test_a_byline_with_an_introducing_word_counts_before_one_without() -> None:
    assert fields_of(("byline", "Reuters"), ("byline", "By Nadia Sorrenby"))["byline"] == ("Nadia Sorrenby",)


def test_a_byline_may_continue_on_other_lines() -> None:
    lines = [Line(number, text, 0) for number, text in enumerate(("Nadia Sorrenby", "Maren Tolliver", "Bo Fenn"), 1)]
    labels = [Label("byline", "given"), Label("byline", ANOTHER_NAME), Label("byline", "given")]
    assert collect_fields(lines, labels, "a.txt")["byline"].value == ("Nadia Sorrenby", "Maren Tolliver")


def test_the_most_certain_of_several_bylines_counts() -> None:
    lines = [Line(1, "Port Ellery", 0), Line(2, "Nadia Sorrenby", 0)]
    labels = [Label("byline", "given", 0.6), Label("byline", "given", 0.7)]
    assert collect_fields(lines, labels, "a.txt")["byline"].value == ("Nadia Sorrenby",)


@pytest.mark.parametrize("line", ["Nadia Sorrenby - Apr 16, 2015", "Apr 16, 2015 | by Nadia Sorrenby"])
def test_names_and_date_of_one_line_are_separated(line: str) -> None:
    fields = fields_of(("byline", line))
    assert (fields["byline"], fields["published"]) == (("Nadia Sorrenby",), PartialDate(2015, 4, 16))


def test_a_page_with_only_an_update_date_was_published_on_it() -> None:
    fields = fields_of(("date", "Updated 13 March 2019"))
    assert fields["published"] == fields["updated"] == PartialDate(2019, 3, 13)


@pytest.mark.parametrize(("day_first", "date"), [(True, PartialDate(2019, 4, 3)), (False, PartialDate(2019, 3, 4))])
def test_the_order_of_day_and_month_may_be_given(day_first: bool, date: PartialDate) -> None:
    fields = collect_fields([Line(1, "3/4/2019", 0)], [Label("date", "given")], "a.txt", DateCustom(day_first))
    assert fields["published"].value == date


def test_the_body_is_its_lines_in_order_without_bullets() -> None:
    rows: list[tuple[Role, str]] = [
        ("headline", "H"),
        ("body", "One."),
        ("chrome", "Share"),
        ("subhead", "Two"),
        ("item", "• three"),
    ]
    lines = [Line(number, text, 0) for number, (_, text) in enumerate(rows, 1)]
    assert collect_body(lines, [Label(role, "given") for role, _ in rows]) == (
        Block("paragraph", "One.", 2),
        Block("subhead", "Two", 4),
        Block("item", "three", 5),
    )


@pytest.mark.parametrize(
    ("rows", "published", "updated"),
    [
        ([("date", "February 2014"), ("date", "3 March 2014")], "2014-03-03", None),
        ([("date", "Published: February 2014"), ("date", "Updated: 3 March 2014")], "2014-02", "2014-03-03"),
        ([("byline", "By Ada Quill | February 2014")], "2014-02", None),
        ([("byline", "By Ada Quill, May 2014"), ("date", "6 mai 2014")], "2014-05-06", None),
        ([("headline", "Letters, February 2014"), ("section", "May 2014")], None, None),
        ([("date", "What we learned in February 2014")], None, None),
    ],
)
def test_a_month_is_the_date_of_a_text_whose_lines_show_no_day(
    rows: list[tuple[Role, str]], published: str | None, updated: str | None
) -> None:
    lines = [Line(number, text, 0) for number, (_, text) in enumerate(rows, 1)]
    fields = collect_fields(lines, [Label(role, "given") for role, _ in rows], "a.txt")
    found = [str(fields[name].value) if name in fields else None for name in ("published", "updated")]
    assert found == [published, updated]


def test_a_converted_date_keeps_its_wording() -> None:
    fields = collect_fields([Line(4, "15 خرداد 1393", 0)], [Label("date", "given")], "a.txt")
    assert fields["published"] == FieldValue(PartialDate(2014, 6, 5), Origin("a.txt", 4), 1.0, "15 خرداد 1393")


@pytest.mark.parametrize(("language", "month"), [("pl", 11), ("hr", 10)])
def test_the_language_decides_what_a_months_name_means(language: str, month: int) -> None:
    custom = DateCustom(language=language)
    fields = collect_fields([Line(1, "12 listopada 2019", 0)], [Label("date", "given")], "a.txt", custom)
    assert fields["published"].value == PartialDate(2019, month, 12)


@pytest.mark.parametrize(
    ("paragraphs", "dateline"),
    [
        (["SORREL – The mill turns.", "It is old."], "SORREL"),
        (["SORREL – The mill turns.", "LENNE – The ferry waits."], "SORREL"),
        (["FENN – A daughter, Iris.", "QUILL – Doris, aged 87.", "VALE – Una, aged 90."], None),
        (["SIR – The council is wrong."], None),
    ],
)
def test_a_place_in_capitals_is_the_dateline_unless_many_paragraphs_begin_so(
    paragraphs: list[str], dateline: str | None
) -> None:
    assert fields_of(*(("body", paragraph) for paragraph in paragraphs)).get("dateline") == dateline
