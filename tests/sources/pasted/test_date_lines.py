import pytest

from newsgen.sources.pasted.date_lines import BESIDE_AMONG, count_words_beside, tells_date


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Tuesday, May 14, 2019 6:02 PM EDT", 0),
        ("Selasa, 14 Mei 2019 18:02 WIB", 0),
        ("14 de maio de 2019 às 18h02 - Atualizado em 15/05/2019", 0),
        ("Thứ ba, ngày 14 tháng 5 năm 2019", 0),
        ("2019年5月14日(火) 10時30分", 0),
        ("2019년 5월 14일 화요일 오전 10:30", 0),
        ("14 May 2019 • 3 min read", 0),
        ("London, 14 May 2019", 1),
        ("2019年5月14日 记者 李晓明", 2),
        ("[14/05/2019, 18:02:40] Bo Fenn: Which baths?", 4),
    ],
)
def test_the_words_of_a_dated_line_are_counted_without_those_of_the_date(line: str, count: int) -> None:
    assert count_words_beside(line) == count


@pytest.mark.parametrize(
    ("line", "tells"),
    [
        ("14 May 2019, updated 15 May 2019", True),
        ("Courant, 14 May 2019", True),
        ("14 May 2019 | Source: Lenne Harbour Company | the tide tables and more", True),
        ("By Ada Quill in Arts and Entertainment on 14 May 2019", True),
        ("https://courant.example/2019/05/14/the-baths-are-closed.html", True),
        ("born 2 March 1931, died 9 May 2019", False),
        ("DUNN, Cy. 12.5.1987. Always missed.", False),
        ("Refunds of season tickets until 31 July 2019", False),
    ],
)
def test_a_line_that_mentions_dates_does_not_tell_the_articles(line: str, tells: bool) -> None:
    assert tells_date(line, BESIDE_AMONG) is tells
