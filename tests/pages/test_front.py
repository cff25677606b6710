from collections.abc import Sequence
from typing import Any

from newsgen.pages.front import plan_front
from newsgen.pages.listing_links import ListingLink
from newsgen.pages.page import View
from newsgen.record.article import Article, Image
from newsgen.settings.site import Site
from tests.support.records import Targets, an_article, daily_articles, make_archive, photograph
from tests.support.rendering import no_text, read_html, texts

SITE = Site(title="The Quay", description="News of the river", url="https://quay.example", language="en")


def view_of(articles: Sequence[Article], targets: Targets | None = None) -> View:
    (page,) = plan_front(make_archive(articles, SITE, targets), SITE)
    return page.view(no_text)


def read_front(articles: Sequence[Article], site: Site = SITE, targets: Targets | None = None) -> Any:
    archive = make_archive(articles, site, targets)
    (page,) = plan_front(archive, site)
    return read_html(page, archive, site)


def test_the_front_page_is_the_index_of_the_site() -> None:
    (page,) = plan_front(make_archive([an_article()], SITE), SITE)
    assert (page.file, page.template, str(page.target)) == ("index.html", "front.html", "front:")


def test_the_newest_article_leads_and_the_ten_before_it_follow() -> None:
    view = view_of(daily_articles(14))
    assert view["lead"].path == "note-14.md"
    assert view["lead"].picture is None
    assert [card.path for card in view["latest"]] == [f"note-{day:02}.md" for day in range(13, 3, -1)]
    assert view["count"] == 14


def test_the_newest_article_with_a_picture_leads_where_one_of_the_latest_eight_has_one() -> None:
    articles = daily_articles(14)
    for index in (6, 7, 10):
        articles[index] = an_article(f"seen-{index}.md", published=f"2024-01-{index + 1:02}", images=(Image("a.jpg"),))
    view = view_of(articles, {("seen-10.md", "a.jpg"): "media/a.jpg"})
    assert (view["lead"].path, view["lead"].picture) == ("seen-10.md", photograph("media/a.jpg"))
    assert [card.path for card in view["latest"]][:4] == ["note-14.md", "note-13.md", "note-12.md", "note-10.md"]
    assert len(view["latest"]) == 10
    older = daily_articles(12)
    older[3] = an_article("seen.md", published="2024-01-04", images=(Image("a.jpg"),))
    assert view_of(older)["lead"].path == "note-12.md"


def test_a_caption_without_a_picture_does_not_make_a_lead() -> None:
    articles = [
        an_article("captioned.md", published="2023", images=(Image("", caption="The mill"),)),
        *daily_articles(2),
    ]
    assert view_of(articles)["lead"].path == "note-02.md"


def test_a_picture_whose_file_is_missing_does_not_make_a_lead() -> None:
    articles = [an_article("lost.md", published="2023", images=(Image("lost.jpg"),)), *daily_articles(2)]
    assert view_of(articles, {("lost.md", "lost.jpg"): ""})["lead"].path == "note-02.md"


def test_a_rail_shows_the_newest_of_its_section_that_are_not_shown_above() -> None:
    articles = [*daily_articles(20, section="Sea"), an_article("wind.md", section="Wind", published="2024-01-20 09:00")]
    assert [(section.name, [card.path for card in cards]) for section, cards in view_of(articles)["rails"]] == [
        ("Sea", [f"note-{day:02}.md" for day in (10, 9, 8, 7)]),
        ("Wind", ["wind.md"]),
    ]


def test_a_section_whose_articles_are_all_shown_above_repeats_its_four_newest() -> None:
    articles = [*daily_articles(6, section="Sea"), an_article("wind.md", section="Wind"), an_article("none.md")]
    assert [(section, [card.path for card in cards]) for section, cards in view_of(articles)["rails"]] == [
        (ListingLink("Sea", "sections/sea.html"), [f"note-{day:02}.md" for day in (6, 5, 4, 3)]),
        (ListingLink("Wind", "sections/wind.html"), ["wind.md"]),
    ]


def test_every_year_is_linked_the_newest_first() -> None:
    articles = [an_article("a.md", published="1998"), *daily_articles(2), an_article("undated.md")]
    assert view_of(articles)["years"] == [
        ListingLink("2024", "2024/index.html", 2),
        ListingLink("1998", "1998/index.html", 1),
    ]


def test_an_archive_of_undated_articles_has_a_front_page() -> None:
    view = view_of([an_article("a.md"), an_article("b.md")])
    assert (view["lead"].path, [card.path for card in view["latest"]], view["years"]) == ("b.md", ["a.md"], [])


def test_an_empty_archive_has_a_front_page() -> None:
    view = view_of([])
    assert (view["lead"], view["latest"], view["rails"], view["count"]) == (None, [], [], 0)
    assert texts(read_front([]), "//section[@class='into-archive']/p") == ["0 articles"]


def test_the_front_page_is_shown_with_its_links_and_numbers() -> None:
    lead = an_article("lead.md", published="2024-02", section="Sea", images=(Image("a b.jpg"),), dek="At last")
    articles = [*daily_articles(8, section="Sea"), lead, an_article("undated.md")]
    html = read_front(articles, targets={("lead.md", "a%20b.jpg"): "media/a%20b.jpg"})
    assert texts(html, "//title") == ["The Quay"]
    assert texts(html, "//h1") == ["The Quay"]
    assert texts(html, "/html/@lang") + texts(html, "/html/@dir") == ["en", "ltr"]
    assert texts(html, "//link[@rel='canonical']/@href") == ["https://quay.example/"]
    assert texts(html, "//link[@rel='alternate']/@href") == ["feed.xml", "feed.json"]
    assert texts(html, "//link[@rel='alternate']/@type") == ["application/atom+xml", "application/feed+json"]
    assert texts(html, "//article[@class='card lead']//h2/a/@href") == ["2024/02/lead.html"]
    assert texts(html, "//article[@class='card lead']//img/@src") == ["media/a%20b.jpg"]
    assert texts(html, "//div[@class='latest']//h2") == [f"Note {day:02}" for day in range(8, 2, -1)]
    assert texts(html, "//div[@class='row']//h2") == ["Note 02", "Note 01", "Undated"]
    assert texts(html, "//section[@class='rail']//h2/a/@href") == ["sections/sea.html"]
    assert texts(html, "//section[@class='rail']//h3") == ["Lead", "Note 08", "Note 07", "Note 06"]
    assert texts(html, "//section[@class='into-archive']/p") == ["10 articles"]
    assert texts(html, "//section[@class='into-archive']/ul[1]/li") == ["2024 9"]
    assert texts(html, "//section[@class='into-archive']/ul[2]//a/@href") == [
        "archive.html",
        "on-this-day/index.html",
        "authors/index.html",
        "tags/index.html",
        "undated/index.html",
    ]


def test_a_site_without_dates_or_url_has_neither_feed_nor_canonical_url() -> None:
    assert texts(read_front([an_article()], Site()), "//link[@rel='alternate' or @rel='canonical']") == []


def test_a_foreign_article_among_the_latest_has_its_language_and_direction() -> None:
    articles = [*daily_articles(1), an_article("dam.md", headline="السد", language="ar", direction="rtl")]
    assert texts(read_front(articles), "//article//*[@lang='ar' and @dir='rtl']//h2") == ["السد"]


def test_the_pages_of_a_site_in_arabic_run_from_right_to_left() -> None:
    dam = an_article("dam.md", headline="السد", language="ar", direction="rtl")
    html = read_front([dam], Site(language="ar"))
    assert texts(html, "/html/@lang") + texts(html, "/html/@dir") == ["ar", "rtl"]


def test_the_lead_the_row_and_the_first_of_each_rail_show_their_pictures() -> None:
    articles = [
        an_article(
            f"note-{day:02}.md", published=f"2024-01-{day:02}", section="Sea", images=(Image("a.jpg", "A quay"),)
        )
        for day in range(1, 13)
    ]
    html = read_front(articles, targets={(article.path, "a.jpg"): "media/a.jpg" for article in articles})
    assert len(html.xpath("//div[@class='latest']//article")) == 6
    assert html.xpath("//div[@class='latest']//img") == []
    assert len(html.xpath("//div[@class='row']//img")) == len(html.xpath("//div[@class='row']/article")) == 4
    assert len(html.xpath("//section[@class='rail']//img")) == 1
    (lead,) = html.xpath("//article[contains(@class, 'lead')]//img")
    assert dict(lead.attrib) == {
        "src": "media/a.jpg",
        "width": "1600",
        "height": "1000",
        "alt": "",
        "fetchpriority": "high",
    }
    others = html.xpath("//div[@class='row']//img | //section[@class='rail']//img")
    assert {(image.get("loading"), image.get("fetchpriority")) for image in others} == {("lazy", None)}
