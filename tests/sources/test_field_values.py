from collections.abc import Callable
from functools import partial

import pytest
from pydantic_core import PydanticCustomError

from newsgen.record.article import Correction, Image, Link, Withdrawal
from newsgen.record.dates import PartialDate
from newsgen.sources.field_values import (
    read_date,
    read_flag,
    read_id,
    read_language,
    read_line,
    read_name_replacements,
    read_names,
    read_tags,
    read_url,
    read_withdrawal,
)
from newsgen.sources.listed_parts import read_corrections, read_images, read_related

NO_LINE = (
    "needs one line of text",
    "A list or a nested value has no place in this field.",
    "Write it as key: text.",
)
NOT_LINKED = ("It will be linked.", "Write it whole, beginning with https://.")


def refusal(read: Callable[[object], object], value: object) -> tuple[str, str, str]:
    with pytest.raises(PydanticCustomError) as refused:
        read(value)
    told = refused.value.context or {}
    return told["message"], told["reason"], told["fix"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("The mill turns", "The mill turns"),
        ("  The mill \n\t turns\u00a0again ", "The mill turns again"),
        ("Fish &amp; chips", "Fish & chips"),
        ("The tide&#8217;s turn &#x2014; late", "The tide’s turn — late"),
        ("Caf&eacute; on the quay", "Café on the quay"),
        ("no&nbsp;break", "no break"),
        ("R&D; AT&T and &unknown; stay", "R&D; AT&T and &unknown; stay"),
        ("&#0;", "\ufffd"),
        (True, "true"),
        (False, "false"),
        ("", ""),
    ],
)
def test_a_line_is_plain_text_with_single_spaces(written: object, read: str) -> None:
    assert read_line(written) == read


@pytest.mark.parametrize("text", ["&notices;", "&parade;"])
def test_a_name_that_only_begins_like_an_entity_stays(text: str) -> None:
    assert read_line(text) == text


def test_a_control_character_in_yaml_is_replaced_as_in_every_other_text() -> None:
    assert read_line("low\x08 water") == "low\ufffd water"


@pytest.mark.parametrize("value", [["a"], {"text": "a"}, None, []])
def test_a_line_is_never_a_list_or_a_mapping(value: object) -> None:
    assert refusal(read_line, value) == NO_LINE


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("1998", PartialDate(1998)),
        ("2014-02", PartialDate(2014, 2)),
        (" 2020-07-12 ", PartialDate(2020, 7, 12)),
        ("2020-07-12 07:15 +01:00", PartialDate(2020, 7, 12, "07:15:00+01:00")),
    ],
)
def test_a_date_keeps_its_own_precision(written: str, date: PartialDate) -> None:
    assert read_date(written) == date


@pytest.mark.parametrize("written", ["last summer", "2021-02-29", "2020-13", "0000", "12/07/20", "{why}"])
def test_a_date_in_another_form_is_refused(written: str) -> None:
    assert refusal(read_date, written) == (
        f'cannot read date "{written}"',
        "The date places the article in its month listing.",
        "Write it as YYYY-MM-DD, for example 2020-07-12; YYYY-MM or YYYY where no more is known.",
    )


def test_a_list_is_a_date_if_it_holds_nothing_else() -> None:
    assert read_date(["2020"]) == PartialDate(2020)
    assert refusal(read_date, ["2020", "2021"]) == NO_LINE


def test_a_date_that_may_be_two_is_refused() -> None:
    assert refusal(read_date, "12/07/2020") == (
        'cannot tell which day "12/07/2020" is',
        "The date places the article in its month listing.",
        "Write it as YYYY-MM-DD, or say how the paper wrote dates in site.yaml: date_order: day-first (or "
        "month-first), or the language of the months' names in the key language.",
    )


def test_the_number_of_a_spreadsheet_is_refused() -> None:
    assert refusal(read_date, "43832") == (
        '"43832" may be the number by which a spreadsheet stores a date',
        "Spreadsheets count days from 1900 or from 1904.",
        "Give the column the format YYYY-MM-DD, and save the table again.",
    )


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ada Quill", ("Ada Quill",)),
        ("Ada Quill; Ben Oar ;", ("Ada Quill", "Ben Oar")),
        ("Quill, Ada", ("Quill, Ada",)),
        (["Ada Quill", "Ben Oar", "Ada Quill"], ("Ada Quill", "Ben Oar")),
        (["Oar; Sons", None, ""], ("Oar; Sons",)),
        ([{"name": "Ada Quill", "email": "ada@quay.example"}, {"display_as": "Bo Fenn"}], ("Ada Quill", "Bo Fenn")),
        ({"name": "Ada Quill"}, ("Ada Quill",)),
        (";", ()),
        ([], ()),
    ],
)
def test_names_come_from_a_list_mappings_or_one_text(written: object, names: tuple[str, ...]) -> None:
    assert read_names(written) == names


def test_a_person_without_a_name_is_refused() -> None:
    assert refusal(read_names, [{"email": "ada@quay.example"}]) == (
        "has a person without a name",
        "The article would lose its author.",
        'Write "name: …".',
    )


def test_names_may_stand_in_lists_in_a_list_and_no_deeper() -> None:
    assert read_names([["Ada Quill", "Ben Oar"], "Cora"]) == ("Ada Quill", "Ben Oar", "Cora")
    assert refusal(read_names, [[["Ada Quill"]]]) == NO_LINE


@pytest.mark.parametrize(
    ("written", "tags"),
    [
        ("ferry, harbour;tide", ("ferry", "harbour", "tide")),
        (["ferry, chain", "tide"], ("ferry, chain", "tide")),
        ("ferry, ferry", ("ferry",)),
        ([True, "tide"], ("true", "tide")),
    ],
)
def test_tags_in_one_text_are_separated_by_commas_or_semicolons(written: object, tags: tuple[str, ...]) -> None:
    assert read_tags(written) == tags


@pytest.mark.parametrize(
    ("written", "code"), [("en", "en"), ("pt_BR", "pt-BR"), ("zh-Hant-TW", "zh-Hant-TW"), ("no", "no")]
)
def test_a_language_is_a_code_with_hyphens(written: str, code: str) -> None:
    assert read_language(written) == code


@pytest.mark.parametrize("written", ["English", "e", "en-", "fr FR", "", "12"])
def test_a_language_that_is_no_code_is_refused(written: str) -> None:
    assert refusal(read_language, written) == (
        f'"{written}" is not a language code',
        "Browsers and screen readers read the text in its language.",
        "Write the ISO code, for example en, ar or pt-BR.",
    )


@pytest.mark.parametrize(
    "address", ["https://quay.example/tide?a=1&copy=2", "http://quay.example", "HTTPS://Quay.example/"]
)
def test_a_web_address_is_unchanged(address: str) -> None:
    assert read_url(address) == address


@pytest.mark.parametrize(
    "address",
    ["quay.example/tide", "/2020/tide", "//quay.example", "ftp://quay.example", "javascript:alert(1)", "java script:x"],
)
def test_an_address_that_is_not_a_web_address_is_refused(address: str) -> None:
    assert refusal(read_url, address) == (f'"{address}" is not a web address', *NOT_LINKED)


@pytest.mark.parametrize("address", ["https://", "http:///tide", "http://[quay", "https://ex℀mple.example/"])
def test_an_address_without_a_valid_host_is_refused(address: str) -> None:
    assert refusal(read_url, address) == (f'"{address}" is not a web address', *NOT_LINKED)


@pytest.mark.parametrize(
    ("written", "links"),
    [
        ("The ferry returns", (Link("The ferry returns"),)),
        (["The ferry returns", "2019/ferry.txt"], (Link("The ferry returns"), Link("2019/ferry.txt"))),
        ({"title": "Old page", "url": "https://quay.example/1"}, (Link("Old page", "https://quay.example/1"),)),
        ([{"headline": "Wind", "title": "no"}, {"url": "/2020/x.html"}], (Link("Wind"), Link("", "/2020/x.html"))),
        ([], ()),
    ],
)
def test_related_articles_are_headlines_files_or_mappings(written: object, links: tuple[Link, ...]) -> None:
    assert read_related(written) == links


@pytest.mark.parametrize("written", ["", [""], {}, {"url": ""}])
def test_a_related_article_without_headline_and_address_is_refused(written: object) -> None:
    assert refusal(read_related, written) == (
        "a related article needs a headline or a url",
        "It could not be shown.",
        "Write its headline, its file or its url, or a mapping of title and url.",
    )


@pytest.mark.parametrize("address", ["javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x"])
def test_a_related_address_that_browsers_would_run_is_refused(address: str) -> None:
    assert refusal(read_related, {"title": "Tide", "url": address}) == (
        f'"{address}" is not a web address',
        *NOT_LINKED,
    )


def test_a_related_address_without_a_valid_host_is_refused() -> None:
    assert refusal(read_related, {"title": "Tide", "url": "http://[quay"}) == (
        '"http://[quay" is not a web address',
        *NOT_LINKED,
    )


def test_a_related_article_with_an_unknown_key_is_refused() -> None:
    with pytest.raises(PydanticCustomError):
        read_related({"title": "Tide", "href": "https://quay.example/"})


@pytest.mark.parametrize(
    ("written", "images"),
    [
        ("mill.jpg", (Image("mill.jpg"),)),
        (["mill.jpg", "/logo.png"], (Image("mill.jpg"), Image("/logo.png"))),
        (
            {"file": "mill.jpg", "alt": "The mill &amp; its wheel", "caption": "In spring", "credit": "Ada Quill"},
            (Image("mill.jpg", "The mill & its wheel", "In spring", "Ada Quill"),),
        ),
        ([{"file": "mill.jpg", "alt": None}], (Image("mill.jpg"),)),
        ([], ()),
    ],
)
def test_images_are_file_names_or_mappings(written: object, images: tuple[Image, ...]) -> None:
    assert read_images(written) == images


@pytest.mark.parametrize("written", ["", {"alt": "x"}, {"file": ""}, {"file": "a.jpg", "src": "b"}, True, [[]]])
def test_an_image_without_a_file_or_with_other_keys_is_refused(written: object) -> None:
    assert refusal(read_images, written) == (
        "cannot read an image",
        "Its file and texts must be known to show it.",
        "Write its file name, or a mapping of file, alt, caption and credit.",
    )


def test_an_image_has_one_line_for_each_text() -> None:
    assert refusal(read_images, {"file": "mill.jpg", "alt": ["a", "b"]}) == NO_LINE


@pytest.mark.parametrize(
    ("written", "corrections"),
    [
        ("It was Tuesday.", (Correction("It was Tuesday."),)),
        (
            [{"text": "It was Tuesday.", "date": "2020-07"}, "And wet."],
            (Correction("It was Tuesday.", PartialDate(2020, 7)), Correction("And wet.")),
        ),
        ({"text": "It was Tuesday.", "date": None}, (Correction("It was Tuesday."),)),
    ],
)
def test_corrections_are_texts_or_mappings(written: object, corrections: tuple[Correction, ...]) -> None:
    assert read_corrections(written) == corrections


@pytest.mark.parametrize("read", [read_images, read_corrections])
def test_white_space_alone_is_neither_an_image_nor_a_correction(read: Callable[[object], object]) -> None:
    with pytest.raises(PydanticCustomError):
        read("  ")


@pytest.mark.parametrize("written", ["", {"date": "2020"}, {"text": "x", "by": "y"}, True, None])
def test_a_correction_without_a_text_or_with_other_keys_is_refused(written: object) -> None:
    assert refusal(read_corrections, written) == (
        "cannot read a correction",
        "Readers must see what was put right.",
        "Write a mapping of date and text for each.",
    )


def test_the_date_of_a_correction_is_checked() -> None:
    assert refusal(read_corrections, {"text": "x", "date": "Tuesday"})[0] == 'cannot read date "Tuesday"'


@pytest.mark.parametrize(
    ("written", "flag"),
    [(True, True), (False, False), ("Yes", True), ("TRUE", True), ("1", True), ("no", False), ("0", False)],
)
def test_a_flag_is_true_or_false_in_several_spellings(written: object, flag: bool) -> None:
    assert read_flag(written) is flag


@pytest.mark.parametrize("written", ["perhaps", "", None, []])
def test_a_flag_that_is_neither_is_refused(written: object) -> None:
    assert refusal(read_flag, written) == (
        "is neither true nor false",
        "The key asks a question of yes or no.",
        "Write true or false.",
    )


@pytest.mark.parametrize(
    ("written", "withdrawal"),
    [
        (True, Withdrawal("withdrawn")),
        ("yes", Withdrawal("withdrawn")),
        (False, None),
        ("Its source was made up.", Withdrawal("withdrawn", "Its source was made up.")),
        ("2024-05", Withdrawal("withdrawn", date=PartialDate(2024, 5))),
        ({"reason": "Untrue", "date": "2024-05-06"}, Withdrawal("withdrawn", "Untrue", PartialDate(2024, 5, 6))),
        ({"reason": None, "date": None}, Withdrawal("withdrawn")),
    ],
)
def test_a_withdrawal_has_a_reason_and_a_date_as_far_as_known(written: object, withdrawal: Withdrawal | None) -> None:
    assert read_withdrawal("withdrawn", written) == withdrawal


def test_a_withdrawal_with_another_key_is_refused() -> None:
    assert refusal(partial(read_withdrawal, "removed"), {"reason": "Untrue", "by": "Ada"}) == (
        "cannot read what is removed",
        "Readers must see why a text is gone, and since when.",
        "Write its reason, or a mapping of reason and date.",
    )


@pytest.mark.parametrize(
    ("written", "replaced"),
    [
        ("Ada Quill; Bo Fenn", (("Ada Quill", "N. N."), ("Bo Fenn", "N. N."))),
        (["Ada Quill"], (("Ada Quill", "N. N."),)),
        ({"Ada Quill": "A. Q.", "Bo Fenn": None}, (("Ada Quill", "A. Q."), ("Bo Fenn", "N. N."))),
    ],
)
def test_names_to_replace_have_replacements_or_none(written: object, replaced: tuple[tuple[str, str], ...]) -> None:
    assert read_name_replacements(written) == replaced


def test_an_id_is_a_line() -> None:
    assert read_id(" mill  7 ") == "mill 7"
