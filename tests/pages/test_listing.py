from collections.abc import Iterator, Sequence
from functools import partial

import pytest

from newsgen.archive.archive import Archive
from newsgen.archive.images import ImageTable
from newsgen.archive.targets import NAMED_GROUPS
from newsgen.images.metadata import ImageResult
from newsgen.pages.listing import plan_group, plan_index, plan_undated
from newsgen.pages.listing_links import ListingLink
from newsgen.pages.page import Page
from newsgen.pages.paper_calendar import plan_paper
from newsgen.record.article import Article, Image
from newsgen.settings.site import Site
from tests.support.records import PHOTOGRAPH, an_article, daily_articles, make_archive, make_linked_index, photograph
from tests.support.rendering import no_text, page_at, read_html, texts

SITE = Site(title="The Quay", language="en", sheet_size=5)
GROUPS = {"places": ("Sea",), "people": ("Sea",)}
MANY = {"publications": "Newspapers"}


def plan_all(archive: Archive, site: Site = SITE) -> Iterator[Page]:
    """All listings with their indexes."""
    for kind in NAMED_GROUPS:
        for group in archive.groups(kind):
            plan = plan_paper if kind == "publications" else partial(plan_group, kind)
            yield from plan(group.key, archive, site)
        yield from plan_index(kind, archive, site)
    yield from plan_undated(archive, site)


def files(articles: Sequence[Article]) -> list[tuple[str, str, str]]:
    return [(page.file, page.template, str(page.target)) for page in plan_all(make_archive(articles, SITE))]


@pytest.mark.parametrize("kind", NAMED_GROUPS)
def test_a_listing_links_to_the_index_of_its_kind(kind: str) -> None:
    archive = make_archive(
        [an_article(section="Sea", tags=("Sea",), byline=("Sea",), publication="Sea", groups=GROUPS)], SITE
    )
    pages = list(plan_all(archive))
    html = read_html(page_at(f"{kind}/sea.html", pages), archive, SITE)
    assert texts(html, "//main/header/p[@class='kicker']/a/@href") == [f"../{kind}/index.html"]
    assert texts(read_html(page_at(f"{kind}/index.html", pages), archive, SITE), "//h1") == [
        MANY.get(kind, kind.capitalize())
    ]


def test_cards_name_their_section_unless_it_is_the_listings() -> None:
    archive = make_archive([an_article(section="Sea", tags=("tide",), kicker="")], SITE)
    pages = list(plan_all(archive))
    kickers = [
        texts(read_html(page_at(file, pages), archive, SITE), "//article//p[@class='kicker']")
        for file in ("tags/tide.html", "sections/sea.html")
    ]
    assert kickers == [["Sea"], []]


def test_every_section_tag_and_author_has_its_listing_and_every_kind_its_index() -> None:
    articles = [
        an_article("a.md", section="Sea", tags=("tide", "mill"), byline=("Ada Quill",)),
        an_article("b.md", section="Wind", tags=("tide",)),
    ]
    assert files(articles) == [
        ("sections/sea.html", "listing.html", "sections:sea"),
        ("sections/wind.html", "listing.html", "sections:wind"),
        ("sections/index.html", "groups.html", "index:sections"),
        ("tags/mill.html", "listing.html", "tags:mill"),
        ("tags/tide.html", "listing.html", "tags:tide"),
        ("tags/index.html", "groups.html", "index:tags"),
        ("authors/ada-quill.html", "listing.html", "authors:ada quill"),
        ("authors/index.html", "groups.html", "index:authors"),
        ("undated/index.html", "listing.html", "undated:"),
    ]


def test_a_group_without_articles_has_no_listing() -> None:
    assert list(plan_group("tags", "tide", make_archive(daily_articles(1), SITE), SITE)) == []


def test_undated_articles_have_a_listing_in_sheets() -> None:
    articles = [an_article("dated.md", published="2024"), *(an_article(f"{number:02}.md") for number in range(11))]
    undated = [name for name, _, _ in files(articles) if name.startswith("undated")]
    assert undated == ["undated/index.html", "undated/sheet-1.html"]
    view = page_at("undated/index.html", plan_all(make_archive(articles, SITE))).view(no_text)
    assert [card.path for card in view["cards"]] == [f"{number:02}.md" for number in range(10, 4, -1)]


def test_without_undated_articles_their_listing_is_one_empty_sheet() -> None:
    archive = make_archive(daily_articles(1), SITE)
    (page,) = plan_undated(archive, SITE)
    assert (page.file, page.view(no_text)["cards"]) == ("undated/index.html", ())
    assert texts(read_html(page, archive, SITE), "//main//p[@class='count']") == ["0 articles"]


def test_an_index_lists_names_by_their_first_letter() -> None:
    tags = ("tide", "Éire", "election", "3 bridges", "ميناء", "#quay", "Tower")
    archive = make_archive([an_article("a.md", tags=tags), an_article("b.md", tags=("tide",))], SITE)
    view = page_at("tags/index.html", plan_all(archive)).view(no_text)
    names = {letter: [(link.name, link.articles) for link in links] for letter, links in view["letters"]}
    assert view["kind"] == "tags"
    assert list(names) == sorted(names)
    assert names == {
        "#": [("#quay", 1), ("3 bridges", 1)],
        "E": [("election", 1), ("Éire", 1)],
        "T": [("tide", 2), ("Tower", 1)],
        "م": [("ميناء", 1)],
    }


def test_the_index_of_sections_keeps_the_sites_order_without_letters() -> None:
    site = Site(sections=("Wind", "Sea"))
    archive = make_archive([an_article("a.md", section="Sea"), an_article("b.md", section="Wind")], site)
    view = page_at("sections/index.html", plan_all(archive, site)).view(no_text)
    assert view["letters"] == (
        ("", [ListingLink("Wind", "sections/wind.html", 1), ListingLink("Sea", "sections/sea.html", 1)]),
    )


def test_a_section_is_shown_in_sheets_that_link_to_each_other() -> None:
    archive = make_archive(daily_articles(11, section="Sea"), SITE)
    pages = list(plan_all(archive))
    newest = read_html(page_at("sections/sea.html", pages), archive, SITE)
    assert texts(newest, "//main//h1") == ["Sea"]
    assert texts(newest, "//main//p[@class='count']") == ["11 articles"]
    assert texts(newest, "//article//h2/a/@href") == [f"../2024/01/note-{day:02}.html" for day in range(11, 5, -1)]
    assert texts(newest, "//a[@rel='next']/@href") == ["../sections/sea/sheet-1.html"]
    assert texts(newest, "//a[@rel='prev']/@href") == []
    oldest = read_html(page_at("sections/sea/sheet-1.html", pages), archive, SITE)
    assert texts(oldest, "//title") == ["Sea – Sheet 1 – The Quay"]
    assert texts(oldest, "//main//p[@class='count']") == ["Sheet 1"]
    assert texts(oldest, "//article//h2") == ["Note 05", "Note 04", "Note 03", "Note 02", "Note 01"]
    assert texts(oldest, "//a[@rel='prev']/@href") == ["../../sections/sea.html"]
    assert texts(oldest, "//a[@rel='next']/@href") == []
    assert texts(oldest, "//article//h2/a/@href")[0] == "../../2024/01/note-05.html"


def test_a_sheet_shows_the_pictures_of_its_cards_and_changes_with_their_metadata() -> None:
    articles = [
        an_article("a.md", section="Sea", images=(Image("a.jpg", "A quay"),)),
        an_article("b.md", section="Sea"),
    ]
    index = make_linked_index(articles, SITE, {("a.md", "a.jpg"): "media/a.jpg"})
    archive = Archive(index)
    page = page_at("sections/sea.html", plan_all(archive))
    assert [card.picture for card in page.view(no_text)["cards"]] == [None, photograph("media/a.jpg")]
    html = read_html(page, archive, SITE)
    (image,) = html.xpath("//main//img")
    assert (image.get("src"), image.get("alt"), image.get("loading")) == ("../media/a.jpg", "", "lazy")
    before = page.data()
    ImageTable(index).put("media/a.jpg", ImageResult(PHOTOGRAPH, "another content"))
    assert page_at("sections/sea.html", plan_all(archive)).data() == before
    ImageTable(index).put("media/a.jpg", ImageResult(PHOTOGRAPH._replace(height=900)))
    assert page_at("sections/sea.html", plan_all(archive)).data() != before


def test_a_listing_of_one_sheet_links_to_no_other() -> None:
    archive = make_archive(daily_articles(1, tags=("tide",)), SITE)
    html = read_html(page_at("tags/tide.html", plan_all(archive)), archive, SITE)
    assert texts(html, "//main//p[@class='count']") == ["1 article"]
    assert texts(html, "//a[@rel='prev' or @rel='next']") == []


def test_a_card_in_another_language_has_its_language_and_direction() -> None:
    articles = [
        an_article("a.md", headline="The dam", section="Sea", published="2024-01-01"),
        an_article(
            "b.md", headline="السد", section="Sea", language="ar", direction="rtl", published="2024-01-02", dek="ماء"
        ),
    ]
    archive = make_archive(articles, SITE)
    html = read_html(page_at("sections/sea.html", plan_all(archive)), archive, SITE)
    foreign = "//article//*[@lang='ar']"
    assert texts(html, f"{foreign}/@dir") == ["rtl"]
    assert texts(html, f"{foreign}//h2") == ["السد"]
    assert "يناير" in texts(html, f"{foreign}//time")[0]
    assert texts(html, "//article[not(.//@lang) and not(.//@dir)]//h2") == ["The dam"]
    assert texts(html, "//article[not(.//@lang)]//time") == ["January 1, 2024"]


def test_an_index_is_shown_with_links_and_numbers() -> None:
    archive = make_archive(daily_articles(3, byline=("Ada Quill",)), SITE)
    html = read_html(page_at("authors/index.html", plan_all(archive)), archive, SITE)
    assert texts(html, "//section//h2") == ["A"]
    assert texts(html, "//ul[@class='names']/li") == ["Ada Quill 3"]
    assert texts(html, "//ul[@class='names']/li/a/@href") == ["../authors/ada-quill.html"]


def test_an_empty_index_says_so() -> None:
    archive = make_archive([an_article()], SITE)
    html = read_html(page_at("tags/index.html", plan_all(archive)), archive, SITE)
    assert texts(html, "//main/p") == ["There are none in this archive."]


def test_the_navigation_marks_the_section_that_is_shown() -> None:
    archive = make_archive([an_article("a.md", section="Sea"), an_article("b.md", section="Wind")], SITE)
    html = read_html(page_at("sections/sea.html", plan_all(archive)), archive, SITE)
    assert texts(html, "//nav//a[@aria-current='page']") == ["Sea"]
