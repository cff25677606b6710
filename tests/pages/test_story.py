from dataclasses import replace

import pytest

from newsgen.archive.references import RelatedLink
from newsgen.pages.listing_links import ListingLink
from newsgen.pages.story import plan_story, reading_minutes
from newsgen.record.article import Link
from newsgen.settings.site import Site
from tests.support.records import an_article, daily_articles, make_archive, make_read
from tests.support.rendering import read_html, texts
from tests.support.stories import SITE, markdown, plan_page, read_story, view_of


def test_every_article_has_its_page() -> None:
    articles = [*daily_articles(1), an_article("undated.md")]
    pages = [plan_page(article.path, articles) for article in articles]
    assert [(page.file, page.template, str(page.target)) for page in pages] == [
        ("2024/01/note-01.html", "story.html", "article:note-01.md"),
        ("undated/undated.html", "story.html", "article:undated.md"),
    ]


def test_an_article_that_the_archive_does_not_have_has_no_page() -> None:
    assert list(plan_story("gone.md", make_archive(daily_articles(1), SITE), SITE)) == []


def test_a_story_sees_its_article_and_the_listings_that_it_is_in() -> None:
    article = an_article("a.md", section="Sea", tags=("tide",), byline=("Ada Quill",), language="fr")
    view = view_of("a.md", [article])
    assert view["article"] == article
    assert view["section"] == ListingLink("Sea", "sections/sea.html")
    assert view["tags"] == (ListingLink("tide", "tags/tide.html"),)
    assert view["authors"] == (ListingLink("Ada Quill", "authors/ada-quill.html"),)


def test_an_article_without_a_section_is_in_none() -> None:
    view = view_of("note-01.md", daily_articles(2))
    assert (view["section"], view["older"], view["newer"]) == (None, None, None)


def test_names_are_spelled_as_in_their_listing() -> None:
    articles = [*daily_articles(3, tags=("Tide mills",)), an_article("a.md", tags=("tide-mills",))]
    assert view_of("a.md", articles)["tags"] == (ListingLink("Tide mills", "tags/tide-mills.html"),)


def test_the_neighbours_of_a_story_are_of_its_section() -> None:
    articles = [*daily_articles(3, section="Sea"), an_article("wind.md", section="Wind", published="2024-01-02")]
    view = view_of("note-02.md", articles)
    assert (view["older"].path, view["newer"].path) == ("note-01.md", "note-03.md")
    assert (view_of("note-01.md", articles)["older"], view_of("note-03.md", articles)["newer"]) == (None, None)
    assert (view_of("wind.md", articles)["older"], view_of("wind.md", articles)["newer"]) == (None, None)


def test_a_story_has_neighbours_of_its_day_whatever_their_sections() -> None:
    articles = [
        *daily_articles(2, section="Sea"),
        an_article("wind.md", section="Wind", published="2024-01-02 09:00"),
        an_article("none.md", published="2024-01-02 21:00"),
        an_article("month.md", published="2024-01"),
    ]
    view = view_of("wind.md", articles)
    assert (view["older_of_day"].path, view["newer_of_day"].path) == ("note-02.md", "none.md")
    assert (view["older"], view["newer"]) == (None, None)
    alone = view_of("note-01.md", articles)
    assert (alone["older_of_day"], alone["newer_of_day"]) == (None, None)
    html = read_story("wind.md", articles)
    assert texts(html, "//nav[@class='neighbours']/@aria-label") == ["January 2, 2024"]
    assert texts(html, "//nav[@class='neighbours']//a/@href") == [
        "../../2024/01/note-02.html",
        "../../2024/01/none.html",
    ]
    assert texts(html, "//nav[@class='neighbours']//bdi") == ["Note 02", "None"]


def test_a_storys_digest_changes_with_its_neighbours_of_the_day() -> None:
    articles = [
        an_article("a.md", published="2024-01-02"),
        an_article("b.md", published="2024-01-02 09:00"),
        an_article("c.md", published="2024-01-02 21:00"),
    ]
    archives = [articles, articles[:2], articles[1:], [*articles[:2], replace(articles[2], dek="At last")]]
    assert len({plan_page("b.md", found).data() for found in archives}) == 4


@pytest.mark.parametrize(
    ("published", "href"),
    [("2024-01-02 09:00", "2024/01/02/index.html"), ("2024-01", ""), ("2024", ""), (None, "")],
)
def test_a_story_links_to_the_page_of_its_day_if_the_day_is_known(published: str | None, href: str) -> None:
    articles = [an_article("a.md", published=published, permalink="/a.html")]
    assert view_of("a.md", articles)["day_href"] == href
    assert texts(read_story("a.md", articles), "//article//a[time]/@href") == ([href] if href else [])


def test_a_story_of_a_site_without_pages_of_days_links_to_none() -> None:
    site = Site(day_pages=False, on_this_day=False)
    articles = [an_article("a.md", published="2024-01-02")]
    page = plan_page("a.md", articles, site)
    html = read_html(page, make_archive(articles, site), site, make_read(articles))
    assert page.view(make_read(articles))["day_href"] == ""
    assert texts(html, "//article//time") == ["January 2, 2024"]
    assert texts(html, "//article//a[time]") == []


@pytest.mark.parametrize(
    ("language", "text", "minutes"),
    [
        ("en", "", 1),
        ("en", "word " * 100, 1),
        ("en", "word " * 476, 2),
        ("de", "Wort " * 2380, 10),
        # Erzya and Kurmanji have spaces, though their codes begin as those of Burmese and Khmer do.
        ("myv", "вал " * 476, 2),
        ("kmr", "peyv " * 476, 2),
        ("ja", "潮" * 600, 2),
        ("zh-Hant-TW", "潮" * 3000, 10),
        ("th", "น้ำ" * 400, 4),
    ],
)
def test_reading_minutes_count_words_or_characters_in_languages_without_spaces(
    language: str, text: str, minutes: int
) -> None:
    assert reading_minutes(f"<p>{text}</p>", language) == minutes


def test_a_story_shows_how_long_it_takes_to_read() -> None:
    article = an_article("a.md", body=markdown("word " * 714))
    assert view_of("a.md", [article])["minutes"] == 3
    assert texts(read_story("a.md", [article]), "//article/header//span") == ["3 minutes to read"]


def test_related_articles_are_those_of_the_archive_if_it_has_them() -> None:
    related = (Link("Note 01"), Link("Elsewhere", "https://far.example/"), Link("Unknown"), Link("A"))
    articles = [*daily_articles(1), an_article("a.md", related=related)]
    assert view_of("a.md", articles)["related"] == (
        RelatedLink("Note 01", make_archive(articles, SITE).find_card("note-01.md")),
        RelatedLink("Elsewhere", None, "https://far.example/"),
        RelatedLink("Unknown"),
    )


def test_a_storys_digest_changes_with_what_its_related_links_mean() -> None:
    story = an_article("a.md", related=(Link("", "/old/1"), Link("", "/old/2"), Link("Note 01")))
    one, other = an_article("one.md", original_url="/old/1"), an_article("other.md", original_url="/old/2")
    archives = [
        [story, one, other],
        [story, replace(one, original_url="/old/2"), replace(other, original_url="/old/1")],
        [story, one],
        [story, one, replace(other, dek="At last")],
        [story, one, other, *daily_articles(1)],
        [story, one, other, *daily_articles(1), an_article("new.md", headline="Note 01", published="2025")],
    ]
    pages = [plan_page("a.md", articles) for articles in archives]
    assert (
        len({page.data() for page in pages})
        == len({repr(view_of("a.md", articles)["related"]) for articles in archives})
        == len(pages)
    )


def test_a_storys_digest_does_not_change_with_articles_that_it_does_not_show() -> None:
    articles = [*daily_articles(3, section="Sea", tags=("tide",)), an_article("a.md", section="Wind", tags=("mill",))]
    more = [*articles, *(an_article(f"{name}.md", published="2025", tags=("tide",)) for name in ("x", "y"))]
    assert plan_page("note-03.md", more).data() == plan_page("note-03.md", articles).data()
    assert plan_page("a.md", more).data() == plan_page("a.md", articles).data()
