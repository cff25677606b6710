import datetime

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from newsgen.record.dates import PartialDate
from newsgen.sources.dates.written_dates import find_date, read_date, read_month, shows_date
from newsgen.text.language.locales import load_locale
from tests.support.tiers import tiers


@pytest.mark.parametrize(
    "text",
    [
        "12 March 2019",
        "Published 12 March 2019 at 07:15 GMT",
        "March 12, 2019",
        "Tue, Mar 12th 2019",
        "12 mars 2019",
        "le 12 mars 2019 à 7h15",
        "12. März 2019",
        "12 de marzo de 2019",
        "12 марта 2019 г.",
        "12 marca 2019",
        "١٢ مارس ٢٠١٩",
        "12 آذار 2019",
        "2019年3月12日",
        "2019년 3월 12일",
        "2019-03-12",
        "2019/3/12",
        "12.3.2019",
        "12.03.2019 07:15",
    ],
)
def test_a_date_is_read_in_many_languages(text: str) -> None:
    assert find_date(text) == PartialDate(2019, 3, 12)


@pytest.mark.parametrize(
    "text",
    ["3/4/2019", "20 hours ago", "March 2019", "Yesterday", "12 March", "Chapter 11", "31 February 2019", "2019"],
)
def test_an_ambiguous_or_incomplete_date_is_not_read(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize(
    ("text", "date"), [("13/4/2019", PartialDate(2019, 4, 13)), ("4/13/2019", PartialDate(2019, 4, 13))]
)
def test_a_day_above_twelve_decides_the_order(text: str, date: PartialDate) -> None:
    assert find_date(text) == date


@pytest.mark.parametrize("text", ["12 listopad 2019", "12 listopada 2019", "12 lip 2019"])
def test_a_month_name_with_two_meanings_is_not_read_without_the_language(text: str) -> None:
    """ "Listopad" is October in Croatian and November in Czech and Polish."""
    assert find_date(text) is None
    assert shows_date(text)


@pytest.mark.parametrize(
    ("text", "language", "date"),
    [
        ("12 listopada 2019", "pl", PartialDate(2019, 11, 12)),
        ("12. listopada 2019.", "hr", PartialDate(2019, 10, 12)),
        ("12. listopad 2019", "cs", PartialDate(2019, 11, 12)),
        ("12 listopada 2019", "de", None),
    ],
)
def test_the_language_decides_between_two_meanings(text: str, language: str, date: PartialDate | None) -> None:
    assert find_date(text, None, language) == date


@pytest.mark.parametrize(
    "text",
    [
        "Tue., 3 May 1968",
        "3rd of May 1968",
        "the 3rd day of May, 1968",
        "MAY 3 1968",
        "03-May-1968",
        "1968 May 3",
        "3.V.1968",
        "3. V. 1968",
        "3/V/1968",
        "3 V 1968",
        "1968. V. 3.",
        "1968/05/03",
        "1968.05.03",
        "19680503",
        "Publication date: 19680503",
        "Fri May 3 07:15:00 GMT 1968",
        "mar. 3 mai 1968",
        "3 d’maig de 1968",
        "3 de mayo del año 1968",
        "Mayo 3, 1968",
        "ika-3 ng Mayo 1968",
        "1968. május 3-án",
        "1968 m. gegužės 3 d.",
        "1968. gada 3. maijā",
        "3. mai 1968",
        "3. maí 1968",
        "3 Mai 1968",
        "3 Bealtaine 1968",
        "3 ΜΑΪΟΥ 1968",
        "3 травня 1968 року",
        "3 мая 1968 г.",
        "3 мамыр 1968",
        "1968 жылғы 3 мамыр",
        "1968 оны 5 сарын 3",
        "ngày 3 tháng 5 năm 1968",
        "3 tháng năm 1968",
        "3 Mei 1968",
        "3 mai (mai) 1968",
        "3 MAYIS 1968",
        "den 3:e maj 1968",
        "3η Μαΐου 1968",
        "1968(e)ko maiatzaren 3(a)",
        "1968 оны тавдугаар сарын 3",
        "1968-ж., 3-май",
        "3mh dhen Chèitean 1968",
        "3 മേയ് 1968",
        "3 مايو/أيار 1968",
        "‎3‏/5‏/1968‎",
        "\u20663\u2069/\u20665\u2069/\u20661968\u2069",
        "۳ مه ۱۹۶۸",
        "3 مئی 1968",
        "3 מאי 1968",
        "3 במאי 1968",
        "3 मई 1968",
        "३ मई १९६८",
        "৩ মে ১৯৬৮",
        "৩রা মে, ১৯৬৮",
        "3 மே 1968",
        "3 พฤษภาคม 1968",
        "3 พ.ค. 1968",
        "3 მაისი 1968",
        "1968年5月3日",
        "１９６８年５月３日",
        "一九六八年五月三日",
        "1968년 5월 3일(금)",
        "3. Mai 19683. Mai 1968",
        "3 May 19687:15 AM",
        "08:30 - 3 May 1968",
    ],
)
def test_a_date_is_read_in_the_forms_of_the_press(text: str) -> None:
    assert find_date(text, day_first=True) == PartialDate(1968, 5, 3)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("วันที่ 6 มิถุนายน 2557 เวลา 08:28 น.", PartialDate(2014, 6, 6)),
        ("วันที่ 6 เดือนมิถุนายน พ.ศ. 2557", PartialDate(2014, 6, 6)),
        ("๖ มิ.ย. ๒๕๕๗", PartialDate(2014, 6, 6)),
        ("6/6/2557 08:28 น.", PartialDate(2014, 6, 6)),
        ("6/6/2557", None),
        ("6 June 2557", None),
        ("پنجشنبه ۱۵ خرداد ماه ۱۳۹۳", PartialDate(2014, 6, 5)),
        ("۱۳۹۳/۳/۱۵", PartialDate(2014, 6, 5)),
        ("1393/3/15", None),
        ("8 شعبان 1435 هـ", PartialDate(2014, 6)),
        ("1435/8/8 هـ", PartialDate(2014, 6)),
        ("26 رمضان 1440", None),
        ("令和六年六月六日", PartialDate(2024, 6, 6)),
        ("令和元年６月３日", PartialDate(2019, 6, 3)),
        ("㍻26年6月6日", PartialDate(2014, 6, 6)),
        ("平成26.6.6", PartialDate(2014, 6, 6)),
        ("H26.6.6(金) 10:00", PartialDate(2014, 6, 6)),
        ("Route H26.6.6 opens", None),
        ("民國103年6月6日", PartialDate(2014, 6, 6)),
        ("中華民國一百零三年六月六日", PartialDate(2014, 6, 6)),
        ("민국 103", None),
        ("단기 4292년 6월 6일", PartialDate(1959, 6, 6)),
    ],
)
def test_a_date_of_another_calendar_is_converted_where_that_is_exact(text: str, date: PartialDate | None) -> None:
    found = read_date(text)
    assert (found.date if found else None) == date
    assert not found or found.converted


@pytest.mark.parametrize(
    "text",
    [
        "الجمعة 8 شعبان 1435 هـ - 6 يونيو 2014 م",
        "1435/8/8 هـ - 2014/6/6 م",
        "پنجشنبه ۱۶ خرداد ۱۳۹۳ - 6 June 2014",
        "2014（平成26）年6月6日",
        "平成26年(2014年)6月6日",
        "주체103(2014)년 6월 6일",
        "8 Syaaban 1435 H / 6 Jun 2014 M",
    ],
)
def test_a_gregorian_date_counts_before_one_of_another_calendar(text: str) -> None:
    found = read_date(text)
    assert found is not None
    assert (found.date, found.converted) == (PartialDate(2014, 6, 6), False)


@pytest.mark.parametrize(
    "text",
    [
        "3-5 May 2014",
        "May 3-4, 2014",
        "version 4.1.6 April 2014",
        "The bridge may carry 12 of 2014 people",
        "Order 20140206",
        "Charles 3 V 1968",
        "农历2014年五月六日",
        "14年6月6日",
        "२०७१/०२/२३",
        "0/0/2014",
        "(2012, January 11). Harbours.",
    ],
)
def test_numbers_that_may_be_something_else_are_no_date(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "February 2014",
        "Feb. 2014",
        "FEBRUARY, 2014",
        "2014 February",
        "February 2014 issue",
        "Ausgabe Februar 2014",
        "février 2014",
        "febrero de 2014",
        "2014. február",
        "2014 m. vasario",
        "فبراير ٢٠١٤",
        "फ़रवरी 2014",
        "กุมภาพันธ์ 2557",
        "2014年2月",
        "二〇一四年二月",
        "平成26年2月",
        "民國103年2月",
        "2014년 2월",
        "Tháng 2/2014",
        "tháng 2 năm 2014",
        "tháng hai 2014",
    ],
)
def test_a_month_is_read_where_the_text_says_nothing_else(text: str) -> None:
    found = read_month(text)
    assert found is not None
    assert found.date == PartialDate(2014, 2)
    assert find_date(text) is None


@pytest.mark.parametrize(
    "text",
    ["6 February 2014", "January–February 2014", "Letters, February 2014", "خرداد 1393", "شعبان 1435", "listopad 2014"],
)
def test_other_texts_name_no_month(text: str) -> None:
    assert read_month(text) is None


LANGUAGES = (
    "ar bg bn ca cs cy da de el en es et fa fi fil fr ga he hi hr hu id is it lt lv mk ms nl no pl pt ro ru sk sl sr sv"
    " sw ta th tr uk ur"
).split()


@pytest.mark.parametrize("language", tiers(LANGUAGES, always=9, long=99))
def test_every_month_is_read_as_the_cldr_writes_it(language: str) -> None:
    locale = load_locale(language)
    for month in range(1, 13):
        day = datetime.date(2014, month, 6)
        for pattern in ("d MMMM y", "d. MMMM y", "EEEE, d MMM y", "MMMM d, y", "dd-MMM-y", "y MMMM d"):
            text = format_date(day, pattern, locale=locale)
            texts = {text: find_date(text, None, language), text.upper(): find_date(text.upper(), None, language)}
            assert texts == dict.fromkeys(texts, PartialDate(2014, month, 6))
        named = read_month(format_date(day, "LLLL y", locale=locale), language)
        assert named is not None
        assert named.date == PartialDate(2014, month)


@given(st.text())
def test_no_text_raises(text: str) -> None:
    find_date(text)
    read_month(text)


@given(st.text(alphabet="0123456789./- MayHR年月日令和()（）民國百十六ที่วัน ,", max_size=24))
def test_no_text_of_the_signs_of_dates_raises(text: str) -> None:
    find_date(text)
    read_month(text)


@pytest.mark.parametrize("part", ["1 ", "2014 ", "may ", "6 May ", "三", "2014年", "d'", "of ", "(", "th2 "])
def test_reading_takes_time_in_proportion_to_the_length(part: str) -> None:
    assert find_date(part * 20_000) is None
