"""Dates that people and other systems declare: what is read, at its own precision, and what is not guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.sources.dates.custom import DateCustom
from newsgen.sources.dates.declared_dates import UnreadableDate, read_declared_date


def read(text: str, day_first: bool | None = None, language: str = "") -> str:
    """The date as ISO 8601 writes it, or "!" with the reason why it is not read."""
    try:
        return str(read_declared_date(text, DateCustom(day_first, language)))
    except UnreadableDate as unreadable:
        return f"!{unreadable.args[0]}"


DATES = {
    # ISO 8601.
    "2018": "2018",
    "2018-3": "2018-03",
    "2018-03-05": "2018-03-05",
    "2018-03-05T14:30": "2018-03-05T14:30:00",
    "2018-03-05 14:30:43.25 -05:00": "2018-03-05T14:30:43-05:00",
    "2018-03-05 14:30:43 UTC+02:00": "2018-03-05T14:30:43+02:00",
    "2018-03-05 14:30:43 GMT-3": "2018-03-05T14:30:43-03:00",
    "2018-03-05 14:30:43 +0000 UTC": "2018-03-05T14:30:43Z",
    "2018-03-05 14:30 America/New_York": "2018-03-05T14:30:00-05:00",
    "2018-07-05 14:30 America/New_York": "2018-07-05T14:30:00-04:00",
    "2018-03-05, 2:30 PM": "2018-03-05T14:30:00",
    "2018-03-05 12:00 am": "2018-03-05T00:00:00",
    "2018-03-05T24:00:00": "2018-03-06T00:00:00",
    "2016-12-31T23:59:60Z": "2016-12-31T23:59:59Z",
    "20180305": "2018-03-05",
    "20180305T143043Z": "2018-03-05T14:30:43Z",
    "20180305143043": "2018-03-05T14:30:43",
    "2018-W10-1": "2018-03-05",
    "2018-064": "2018-03-05",
    # Other systems.
    "Mon, 05 Mar 2018 14:30:43 +0000": "2018-03-05T14:30:43Z",
    "Mon, 5 Mar 2018 14:30 EST": "2018-03-05T14:30:00-05:00",
    "Mon Mar 05 2018 14:30:43 GMT+0100 (Central European Time)": "2018-03-05T14:30:43+01:00",
    "Mon Mar  5 14:30:43 2018": "2018-03-05T14:30:43",
    "Mon Mar 05 14:30:43 +0000 2018": "2018-03-05T14:30:43Z",
    "2018/3/5": "2018-03-05",
    "2018/3/5 14:30:43": "2018-03-05T14:30:43",
    "2018.03.05": "2018-03-05",
    "1520260243": "2018-03-05T14:30:43Z",
    "1520260243.75": "2018-03-05T14:30:43Z",
    "1520260243000": "2018-03-05T14:30:43Z",
    # People.
    "5 March 2018": "2018-03-05",
    "March 5th, 2018 at 2:30 p.m.": "2018-03-05T14:30:00",
    "Monday, 5 March 2018": "2018-03-05",
    "Sept. 21, 2011": "2011-09-21",
    "5-Mar-2018": "2018-03-05",
    "5. März 2018 um 14.30 Uhr": "2018-03-05T14:30:00",
    "lundi 5 mars 2018, 14h30": "2018-03-05T14:30:00",
    "понедельник, 5 марта 2018 г.": "2018-03-05",
    "5 de marzo de 2018": "2018-03-05",
    "2018年3月5日 星期一": "2018-03-05",
    "平成30年3月5日(月)": "2018-03-05",
    "2018년 3월 5일 월요일": "2018-03-05",
    "ngày 5 tháng 3 năm 2018": "2018-03-05",
    "5 มีนาคม 2561": "2018-03-05",
    "۱۵ خرداد ۱۳۹۳": "2014-06-05",
    "6 يونيو/حزيران 2014": "2014-06-06",
    "٣١/١٢/٢٠١٩": "2019-12-31",
    "March 2018": "2018-03",
    "2018年3月": "2018-03",
    "13/4/2018": "2018-04-13",
    "4/13/2018": "2018-04-13",
    "4/4/2018": "2018-04-04",
    "3.4.2018": "2018-04-03",
}


@pytest.mark.parametrize(("text", "date"), DATES.items(), ids=DATES)
def test_dates_are_read_at_their_own_precision(text: str, date: str) -> None:
    assert read(text) == date


UNREADABLE = {
    "3/4/2018": "!ambiguous",
    "3/4/2018 7:15": "!ambiguous",
    "3-4-2018": "!ambiguous",
    "12 listopada 2014": "!ambiguous",
    "43164": "!serial",
    "43164.5": "!serial",
    # Ten digits that may be a year, month, day and hour, and nine that no system of this century writes.
    "2018030514": "!",
    "123456789": "!",
    "201803": "!",
    "2018/03": "!",
    "3/1976": "!",
    "3/4/18": "!",
    "31 February 2018": "!",
    "2018-02-29": "!",
    "2018-03-05 25:00": "!",
    "2018-03-05 14:30 pm": "!",
    "2018-03-05 14:30 +24:00": "!",
    "2018-03-05 14:30 Sorrel/Quay": "!",
    "2018 14:30": "!",
    "March 2018 14:30": "!",
    "2018-366": "!",
    "2018-W60-1": "!",
    "0000-00-00 00:00:00": "!",
    "-0044-03-15": "!",
    "12345-01-01": "!",
    "1399/05/12": "!",
    "about 5 March 2018": "!",
    "before 5 March 2018": "!",
    "5 March 2018?": "!",
    "~5 March 2018": "!",
    "3-5 March 2018": "!",
    "5 March 2018 and 6 March 2018": "!",
    "5 March 2018 6 April": "!",
    "Summer 1976": "!",
    "Monday": "!",
    "14:30": "!",
    "soon": "!",
    "": "!",
    "{{ now }}": "!",
    "5 March 2018" + " " * 80 + "x": "!",
}


@pytest.mark.parametrize(("text", "reason"), UNREADABLE.items(), ids=UNREADABLE)
def test_what_is_no_date_or_may_be_two_is_not_guessed(text: str, reason: str) -> None:
    assert read(text) == reason


def test_the_order_and_the_language_decide_between_two_dates() -> None:
    assert (read("3/4/2018", True), read("3/4/2018", False)) == ("2018-04-03", "2018-03-04")
    assert (read("3/4/2018 7:15", True), read("13/4/2018", False)) == ("2018-04-03T07:15:00", "2018-04-13")
    assert (read("12 listopada 2014", language="pl"), read("12 listopada 2014", language="hr")) == (
        "2014-11-12",
        "2014-10-12",
    )


@given(st.text(alphabet="0123456789-/.:, TZ+apmAPMJulyFeb年月日()", max_size=24) | st.text(max_size=30))
def test_any_text_is_a_date_or_unreadable(text: str) -> None:
    read(text)
    read(text, True, "en")


@given(st.datetimes().map(lambda moment: moment.replace(microsecond=0)))
def test_every_second_is_read_as_iso_8601_writes_it(moment: object) -> None:
    assert read(str(moment)) == str(moment).replace(" ", "T")
