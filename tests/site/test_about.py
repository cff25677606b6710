"""The page "About this archive" says what site.yaml says, and logs what was taken down without naming anybody."""

from pathlib import Path

import pytest
from lxml import html

from tests.support.edits import differences
from tests.support.site_builder import SiteBuilder

PAGE = "about-this-archive.html"
ABOUT = """about:
  holder: The <Quay> Society
  contact: desk@quay.example
  since: 2019
  copies: [The library, "https://copies.example/quay"]
  renew_domain: 2031-06-30
  policy: On request of a court
"""


@pytest.fixture
def site(tmp_path: Path) -> SiteBuilder:
    site = SiteBuilder(tmp_path / "site")
    site.settings(ABOUT)
    site.article("mill.md", "Jan Novák was fined.", date="2020-03-01")
    site.article("quay.md", date="2020-03-02")
    return site


def rebuild(site: SiteBuilder) -> list[str]:
    """Build; the lines of the page, whose site equals one that is built from nothing."""
    site.build()
    assert not list(differences(site.files(), site.files_from_nothing()))
    return lines_of(site)


def lines_of(site: SiteBuilder) -> list[str]:
    body = html.document_fromstring(site.read(PAGE)).xpath(
        "//article[@class='about']//*[self::h2 or self::p or self::li]"
    )
    return [" ".join(line.text_content().split()) for line in body]


SAID = [
    *("Held by", "The <Quay> Society", "Contact", "desk@quay.example", "Online since", "2019"),
    *("Copies are kept at", "The library", "https://copies.example/quay"),
    *("The domain must be renewed by", "30 June 2031", "When texts are taken down", "On request of a court"),
    "What was taken down",
]


def test_the_page_says_what_the_settings_say(site: SiteBuilder) -> None:
    said = rebuild(site)
    assert [line.replace("June 30, 2031", "30 June 2031") for line in said] == [
        *SAID,
        "There are none in this archive.",
    ]
    links = [link.get("href") for link in html.document_fromstring(site.read(PAGE)).xpath("//article//a")]
    assert links == ["mailto:desk@quay.example", "https://copies.example/quay"]
    assert f'href="../../{PAGE}"' in site.read("2020/03/mill.html")


@pytest.mark.long
def test_take_downs_are_logged_by_date_and_kind_without_a_name(site: SiteBuilder) -> None:
    rebuild(site)
    site.article("old.md", date="2001", withdrawn="{reason: Untrue of Ada Quill, date: 2021-05-03}")
    site.article("older.md", date="2000", withdrawn="{date: 2021-05-03}")
    site.article("gone.md", date="2002", removed="2023-01")
    site.article("mill.md", "Jan Novák was fined.", date="2020-03-01", anonymised="[Jan Novák]")
    said = rebuild(site)[len(SAID) :]
    assert [line.replace("May 3, 2021", "3 May 2021") for line in said] == [
        *("January 2023 Removed 1", "3 May 2021 Withdrawn 2", "Date not recorded Names replaced 1")
    ]
    assert not [word for word in ("Ada Quill", "Nov", "Untrue", "old.html") if word in site.read(PAGE)]
    site.article("older.md", date="2000")
    assert rebuild(site)[len(SAID) :][1].endswith("Withdrawn 1")
    site.article("gone.md", date="2002", removed="2024-01")
    assert rebuild(site)[len(SAID) :][0] == "January 2024 Removed 1"


@pytest.mark.long
def test_a_take_down_writes_no_page_of_a_site_that_has_none(site: SiteBuilder) -> None:
    site.settings("")
    site.build()
    assert PAGE not in site.files()
    site.settings(ABOUT)
    assert rebuild(site)[: len(SAID) - 1]
    site.settings("language: de\nabout: {}\n")
    assert rebuild(site)[0] == "Was zurückgezogen wurde"
