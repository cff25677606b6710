import pytest

from newsgen.record.dates import PartialDate
from newsgen.sources.dates.words_beside import words_beside_date
from newsgen.sources.pasted import read_pasted
from newsgen.sources.pasted.dated_title import is_dated_title
from newsgen.sources.pasted.line_features import features_of
from tests.support.pasted_tops import BODY

TITLES = [
    "Letters, 3 February 2014",
    "May 3, 1968: The day the sea came in",
    "Tide times for Tuesday, 4 February 2014",
    "On this day: 6 June 1944, a Sorrel man goes ashore",
    "Sea wall vote: 04/02/2014 at a glance",
    "The night of 5.12.2013",
    "Photos: the storm of 5 December 2013",
    "Today in Sorrel (3 February 2014)",
    "Obituary: Lowenna Hext, 3 March 1907 – 4 February 2014",
    "Leserbriefe vom 3. Februar 2014",
    "Le conseil du 3 février 2014",
    "2014年2月3日的会议纪要",
]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize(
    ("fields", "byline", "published"),
    [
        ("By Ada Quill\n6 May 2019\n", ("Ada Quill",), PartialDate(2019, 5, 6)),
        ("\n6 May 2019\n", None, PartialDate(2019, 5, 6)),
        ("\nBy Ada Quill\n", ("Ada Quill",), None),
        ("\n", None, None),
    ],
)
def test_a_headline_may_hold_a_date_that_is_not_the_article_s(
    title: str, fields: str, byline: tuple[str, ...] | None, published: PartialDate | None
) -> None:
    found = read_pasted(f"{title}\n{fields}\n{BODY}", 1, "a.txt").fields
    assert found["headline"].value == title
    assert (found["byline"].value if "byline" in found else None) == byline
    assert (found["published"].value if "published" in found else None) == published


@pytest.mark.parametrize(
    "line",
    [
        "12 March 2019",
        "Tuesday, 4 February 2014, 6:12 pm EST",
        "Dienstag, 4. Februar 2014 um 18:12 Uhr",
        "Published 3 March 2019",
        "By Ada Quill, 3 March 2019",
        "Ada Quill - Apr 16, 2015",
        "3 May 2015 by Ada Quill",
        "3 hours ago",
    ],
)
def test_lines_of_a_date_are_no_titles(line: str) -> None:
    assert not is_dated_title(line, features_of(line))


@pytest.mark.parametrize(
    ("line", "words"), [("Tuesday, 4th of February 2014, 6:12 pm", 0), ("Letters, 3 February 2014", 1), ("12", 0)]
)
def test_words_of_dates_and_times_are_not_counted(line: str, words: int) -> None:
    assert words_beside_date(line) == words


def test_a_dek_may_mention_a_date() -> None:
    dek = "A history of the wall from 3 March 1907 to today"
    found = read_pasted(f"Sea wall will be mended\n{dek}\nBy Ada Quill\n5 March 2019\n\n{BODY}", 1, "a.txt").fields
    assert found["dek"].value == dek
    assert found["published"].value == PartialDate(2019, 3, 5)


@pytest.mark.parametrize(
    "line", ["The Courant, 4 February 2014", "Tuesday, 4 February 2014", "Sorrel, Tuesday 4 February 2014"]
)
def test_a_line_with_a_date_above_the_headline_is_the_date(line: str) -> None:
    found = read_pasted(f"{line}\nHarbour\nFerry returns to the Salt Quay\nBy Ada Quill\n\n{BODY}", 1, "a.txt").fields
    assert found["headline"].value == "Ferry returns to the Salt Quay"
    assert found["published"].value == PartialDate(2014, 2, 4)
