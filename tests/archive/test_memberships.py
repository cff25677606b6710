import pytest

from newsgen.archive.memberships import memberships, periods_of, split_period
from newsgen.archive.targets import KINDS
from newsgen.record.article import Article
from newsgen.settings.groups import RESERVED
from newsgen.settings.site import Site
from tests.support.records import an_article, place

SITE = Site(day_pages=False, on_this_day=False)


@pytest.mark.parametrize(
    ("article", "groups"),
    [
        (an_article(), ["undated:"]),
        (
            an_article(publication="The Lenne-Herald", published="1998-03-14"),
            [
                *("publications:the lenne herald", "publication-years:the lenne herald_1998"),
                *("publication-months:the lenne herald_1998-03", "years:1998", "months:1998-03"),
            ],
        ),
        (
            an_article(publication="Courier", published="1998"),
            ["publications:courier", "publication-years:courier_1998", "years:1998"],
        ),
        (an_article(publication="Courier"), ["publications:courier", "undated:"]),
        (
            an_article(groups={"people": ("Ada Quill", "Bo Fenn"), "events": ("Flood",)}),
            ["people:ada quill", "people:bo fenn", "events:flood", "undated:"],
        ),
    ],
)
def test_an_article_is_in_the_groups_of_its_newspaper_and_its_names(article: Article, groups: list[str]) -> None:
    assert [str(member.group) for member in memberships(place(article, SITE).card(), SITE)] == groups


@pytest.mark.parametrize("paper", ["the lenne herald", "le monde d'hier", "_", "新聞"])
def test_a_period_of_a_newspaper_names_both(paper: str) -> None:
    assert split_period(f"{periods_of(paper)}1998-03") == (paper, "1998-03")


def test_no_group_of_a_sites_own_has_the_name_of_another_kind_of_target() -> None:
    named = {"tags", "authors", "places", "people"}
    assert {kind for kind in KINDS if not kind.startswith("publication-")} - named <= RESERVED
