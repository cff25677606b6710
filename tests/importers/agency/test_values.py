"""Dates, bylines and datelines as agencies write them."""

import pytest

from newsgen.importers.agency.item.markup import html_of_plain, telex_paragraphs
from newsgen.importers.agency.item.values import (
    adds_to_names,
    dateline_of,
    is_login,
    read_byline,
    read_time,
    repeats,
    without_private,
)

TIMES = {
    "20240710T125902Z": "2024-07-10T12:59:02Z",
    "20131020T192751+1100": "2013-10-20T19:27:51+11:00",
    "20141126T152703": "2014-11-26T15:27:03",
    "20150101": "2015-01-01",
    "20150000": "2015",
    "20180404T175903.250+0300": "2018-04-04T17:59:03+03:00",
    "2016-10-21T16:25:32-05:00": "2016-10-21T16:25:32-05:00",
    "2016-01-12 12:35:40": "2016-01-12T12:35:40",
    "2018-01-30T17:32:18.397": "2018-01-30T17:32:18",
    "2017-08": "2017-08",
    "Tue, 11 Feb 2014 08:30:00 -0600": "2014-02-11T08:30:00-06:00",
    "20151301": "None",
    "4/4/2018": "None",
    "soon": "None",
    "": "None",
}


@pytest.mark.parametrize("text", TIMES)
def test_dates_are_read_in_every_form_of_iso_8601(text: str) -> None:
    assert str(read_time(text)) == TIMES[text]


BYLINES = {
    "By John Doe": ("John Doe",),
    "By ADA QUILL and TOM REED": ("ADA QUILL", "TOM REED"),
    "By Ian Jones, Press Association": ("Ian Jones",),
    "Von Anna Müller und Jan Roth": ("Anna Müller", "Jan Roth"),
    "gr/bp": ("gr/bp",),
    "By Lena Marsh lmarsh@courant.example": ("Lena Marsh",),
    "ada@courant.example": (),
    "": (),
}


@pytest.mark.parametrize("text", BYLINES)
def test_bylines_give_names(text: str) -> None:
    assert read_byline(text) == BYLINES[text]


DATELINES = {
    "SORREL, Merrow (AP) — The wheel": "SORREL, Merrow",
    "Sorrel, Jan 2 (MNU).- The wheel": "Sorrel",
    "PARIS (Agency) -- The wheel": "PARIS",
    "London (dpa) - 2019": "London",
    "Jan. 12 (Desk) - The wheel": "",
    "The wheel (a wonder) turned - at last": "",
    "(MNU) - Sorrel, October 11 - The wheel": "",
    "The wheel turned.": "",
}


@pytest.mark.parametrize("text", DATELINES)
def test_a_text_may_begin_with_its_dateline(text: str) -> None:
    assert dateline_of(text) == DATELINES[text]


PLAIN = {
    "One line.": ["One line."],
    "One.\nTwo.": ["One.", "Two."],
    "One\nparagraph.\n\nAnother\none.": ["One paragraph.", "Another one."],
    "One line of a telex\ngoes on.\n   Another begins\nhere.": ["One line of a telex goes on.", "Another begins here."],
    "\tOne\ngoes on.\n\tTwo.": ["One goes on.", "Two."],
    "": [],
}


@pytest.mark.parametrize("text", PLAIN)
def test_plain_text_has_paragraphs_by_empty_lines_or_indents(text: str) -> None:
    assert telex_paragraphs(text) == PLAIN[text]


HTML = {
    "a < b & c": "<p>a &lt; b &amp; c</p>",
    "<p>One\n   two</p>": "<p>One</p><p>two</p>",
    "<div>One</div>": "<div>One</div>",
}


@pytest.mark.parametrize("text", HTML)
def test_plain_text_becomes_html(text: str) -> None:
    assert html_of_plain(text) == HTML[text]


def test_names_of_accounts_are_told_from_names() -> None:
    assert [is_login(name) for name in ("quill.ada", "a@b.example", "aquill_2", "Ada Quill", "VRG", "dpa")] == [
        *(True, True, True),
        *(False, False, False),
    ]


def test_what_a_byline_says_besides_names_is_known() -> None:
    assert adds_to_names("By Ada Quill, Press Association", ("Ada Quill",))
    assert not adds_to_names("By Ada Quill and Tom Reed", ("Ada Quill", "Tom Reed"))


def test_a_text_that_says_only_how_another_begins_repeats_it() -> None:
    assert repeats("The wheel turns.", "The wheel turns: at last")
    assert not repeats("", "The wheel")
    assert not repeats("The wheel turns at last", "The wheel turns")


def test_addresses_and_accounts_are_left_out_at_any_depth() -> None:
    value = {"note": "Ask (ada@x.example) now", "byLineEmail": "x", "authors": [{"user": "ada", "name": "Ada"}], "n": 3}
    assert without_private(value) == ({"note": "Ask  now", "authors": [{"name": "Ada"}], "n": 3}, 3)
