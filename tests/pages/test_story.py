from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from newsgen.archive.images import put_image
from newsgen.archive.references import RelatedLink
from newsgen.images.metadata import ImageMetadata
from newsgen.images.renditions import ImageResult
from newsgen.pages.page import ListingLink, Page, View
from newsgen.pages.story import plan_story, reading_minutes
from newsgen.record.article import Article, Block, Correction, Image, Link
from newsgen.record.dates import PartialDate
from newsgen.record.responsive_image import ResponsiveImage
from newsgen.settings.site import Site
from tests.support.records import PHOTOGRAPH, Targets, an_article, daily_articles, make_archive, make_read, photograph
from tests.support.rendering import read_html, texts
from tests.support.topics import a_report, daily_reports

SITE = Site(title="The Quay", url="https://quay.example", language="en", rights="© The Quay")


def plan(path: str, articles: Sequence[Article], site: Site = SITE, targets: Targets | None = None) -> Page:
    """The page of an article."""
    (page,) = plan_story(path, make_archive(articles, site, targets), site, make_read(articles))
    return page


def view_of(path: str, articles: Sequence[Article], targets: Targets | None = None) -> View:
    return plan(path, articles, targets=targets).view()


def shown(path: str, articles: Sequence[Article], targets: Targets | None = None) -> Any:
    archive = make_archive(articles, SITE, targets)
    (page,) = plan_story(path, archive, SITE, make_read(articles))
    return read_html(page, archive, SITE)


def markdown(text: str) -> tuple[Block, ...]:
    return (Block("markdown", text, 1),)


def test_every_article_has_its_page() -> None:
    articles = [*daily_articles(1), an_article("undated.md")]
    pages = [plan(article.path, articles) for article in articles]
    assert [(page.file, page.template, page.owner) for page in pages] == [
        ("2024/01/note-01.html", "story.html", "article:note-01.md"),
        ("undated/undated.html", "story.html", "article:undated.md"),
    ]


def test_an_article_that_is_gone_has_no_page() -> None:
    assert list(plan_story("gone.md", make_archive(daily_articles(1), SITE), SITE, make_read(()))) == []


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


def test_names_are_shown_as_their_group_spells_them() -> None:
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
    html = shown("wind.md", articles)
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
    assert len({plan("b.md", found).data() for found in archives}) == 4


@pytest.mark.parametrize(
    ("published", "href"),
    [("2024-01-02 09:00", "2024/01/02/index.html"), ("2024-01", ""), ("2024", ""), (None, "")],
)
def test_a_story_leads_to_the_page_of_its_day_where_that_is_known(published: str | None, href: str) -> None:
    articles = [an_article("a.md", published=published, permalink="/a.html")]
    assert view_of("a.md", articles)["day_href"] == href
    assert texts(shown("a.md", articles), "//article//a[time]/@href") == ([href] if href else [])


def test_where_there_are_no_pages_of_days_a_story_leads_to_none() -> None:
    site = Site(day_pages=False, on_this_day=False)
    articles = [an_article("a.md", published="2024-01-02")]
    page = plan("a.md", articles, site)
    html = read_html(page, make_archive(articles, site), site)
    assert page.view()["day_href"] == ""
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
def test_reading_takes_minutes_by_words_or_by_letters_where_there_are_no_spaces(
    language: str, text: str, minutes: int
) -> None:
    assert reading_minutes(f"<p>{text}</p>", language) == minutes


def test_a_story_tells_how_long_it_takes_to_read() -> None:
    article = an_article("a.md", body=markdown("word " * 714))
    assert view_of("a.md", [article])["minutes"] == 3
    assert texts(shown("a.md", [article]), "//article/header//span") == ["3 minutes to read"]


def test_links_and_images_of_the_body_lead_where_the_archive_has_them() -> None:
    body = markdown("[the mill](mill.md), [far](https://far.example/), [lost](gone.html)\n\n![Wheel](wheel.jpg)")
    targets = {
        ("a.md", "mill.md"): "2023/mill.html",
        ("a.md", "wheel.jpg"): "media/wheel.jpg",
        ("a.md", "gone.html"): "https://old.example/gone.html",
    }
    view = view_of("a.md", [an_article("a.md", published="2024-01", body=body)], targets)
    assert view["body"] == (
        '<p><a href="../../2023/mill.html">the mill</a>, <a href="https://far.example/">far</a>, '
        '<a href="https://old.example/gone.html">lost</a></p>\n'
        '<p><picture><source type="image/avif" srcset="../../media/wheel-480.avif 480w, '
        '../../media/wheel-960.avif 960w, ../../media/wheel-1600.avif 1600w" sizes="(min-width: 40rem) 37rem, 94vw">'
        '<source type="image/webp" srcset="../../media/wheel-480.webp 480w, ../../media/wheel-960.webp 960w, '
        '../../media/wheel-1600.webp 1600w" sizes="(min-width: 40rem) 37rem, 94vw">'
        '<img src="../../media/wheel.jpg" width="1600" height="1000" alt="Wheel" loading="lazy" decoding="async">'
        "</picture></p>\n"
    )


def test_images_have_their_place_from_the_page_or_none() -> None:
    images = (Image("wheel.jpg"), Image("", caption="The race"), Image("gone.jpg"))
    targets = {("a.md", "wheel.jpg"): "media/wheel.jpg", ("a.md", "gone.jpg"): ""}
    view = view_of("a.md", [an_article("a.md", images=images)], targets)
    assert view["images"] == [(images[0], photograph("media/wheel.jpg")), (images[1], None), (images[2], None)]


def test_a_storys_digest_changes_with_the_measures_of_its_pictures() -> None:
    articles = [an_article("a.md", images=(Image("wheel.jpg"),))]
    archive = make_archive(articles, SITE, {("a.md", "wheel.jpg"): "media/wheel.jpg"})
    (before,) = plan_story("a.md", archive, SITE, make_read(articles))
    seen = {before.data()}
    for measures in (
        PHOTOGRAPH._replace(width=1500),
        PHOTOGRAPH._replace(formats=()),
        ImageMetadata(fault="it is empty"),
    ):
        put_image(archive._state, "media/wheel.jpg", ImageResult(measures))
        (page,) = plan_story("a.md", archive, SITE, make_read(articles))
        seen.add(page.data())
    assert len(seen) == 4


def test_a_link_to_a_picture_that_is_shown_leads_to_what_is_published_of_it() -> None:
    body = markdown("[![Map](map.tiff)](map.tiff#cove) [map](map.tiff)")
    targets = {("a.md", "map.tiff"): "media/map.tiff", ("a.md", "map.tiff#cove"): "media/map.tiff#cove"}
    archive = make_archive([an_article("a.md", body=body)], SITE, targets)
    archive._state.execute("UPDATE links SET media = 'media/map.tiff'")
    assert archive.links("a.md") == {
        "map.tiff": "media/map.tiff.jpg",
        "map.tiff#cove": "media/map.tiff.jpg#cove",
    }
    put_image(archive._state, "media/map.tiff", ImageResult(ImageMetadata(fault="it is cut short")))
    assert set(archive.links("a.md").values()) == {""}
    assert archive.pictures("a.md") == {}


def test_a_place_in_a_drawing_is_kept() -> None:
    archive = make_archive(
        [an_article("a.md", body=markdown("![Cove](map.svg#cove)"))],
        SITE,
        {("a.md", "map.svg#cove"): "media/map.svg#cove"},
    )
    archive._state.execute("UPDATE links SET media = 'media/map.svg'")
    put_image(archive._state, "media/map.svg", ImageResult(ImageMetadata(300, 200)))
    assert archive.pictures("a.md") == {"map.svg#cove": ResponsiveImage("media/map.svg#cove", 300, 200)}


def test_the_first_picture_of_a_story_is_there_at_once_and_the_others_when_they_are_near() -> None:
    images = (Image("wheel.jpg", "A wheel"), Image("race.jpg", "The race"))
    targets = {("a.md", name): f"media/{name}" for name in ("wheel.jpg", "race.jpg", "pond.jpg")}
    html = shown("a.md", [an_article("a.md", images=images, body=markdown("![The pond](pond.jpg)"))], targets)
    assert [dict(image.attrib) for image in html.xpath("//article//img")] == [
        {"src": f"../media/{name}.jpg", "width": "1600", "height": "1000", "alt": alt, **loading}
        for name, alt, loading in (
            ("wheel", "A wheel", {"fetchpriority": "high"}),
            ("pond", "The pond", {"loading": "lazy", "decoding": "async"}),
            ("race", "The race", {"loading": "lazy", "decoding": "async"}),
        )
    ]


def test_related_articles_are_those_of_the_archive_where_it_has_them() -> None:
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
    pages = [plan("a.md", articles) for articles in archives]
    assert len({page.data() for page in pages}) == len({repr(page.view()["related"]) for page in pages}) == len(pages)


def test_a_storys_digest_does_not_change_with_articles_that_it_does_not_show() -> None:
    articles = [*daily_articles(3, section="Sea", tags=("tide",)), an_article("a.md", section="Wind", tags=("mill",))]
    more = [*articles, *(an_article(f"{name}.md", published="2025", tags=("tide",)) for name in ("x", "y"))]
    assert plan("note-03.md", more).data() == plan("note-03.md", articles).data()
    assert plan("a.md", more).data() == plan("a.md", articles).data()


def test_a_whole_story_is_shown() -> None:
    article = an_article(
        "a.md",
        headline="The <mill> turns",
        dek="After ten years",
        kicker="Power",
        byline=("Ada Quill", "Ben Oar"),
        dateline="PORT ELLERY",
        section="Sea",
        tags=("tide",),
        published="2024-01-02 07:15",
        updated="2024-02",
        body=markdown("Water *turns* it."),
        images=(Image("wheel.jpg", "A wheel", "In spring", "Ada Quill"), Image("", caption="The race")),
        corrections=(Correction("It was Tuesday.", PartialDate(2024, 2, 3)), Correction("And wet.")),
        original_url="https://old.example/?p=1&x=2",
    )
    html = shown("a.md", [*daily_articles(1, section="Sea"), article], {("a.md", "wheel.jpg"): "media/wheel.jpg"})
    assert texts(html, "//title") == ["The <mill> turns – The Quay"]
    assert texts(html, "//h1") == ["The <mill> turns"]
    assert texts(html, "//article//p[@class='dek']") == ["After ten years"]
    assert texts(html, "//article//p[@class='kicker']") == ["Power"]
    assert texts(html, "//nav[@class='breadcrumb']//a") == ["Front page", "Sea"]
    assert texts(html, "//nav[@class='breadcrumb']//a/@href") == ["../../index.html", "../../sections/sea.html"]
    assert texts(html, "//span[@class='dateline']") == ["PORT ELLERY"]
    assert texts(html, "//a[@rel='author']") == ["Ada Quill", "Ben Oar"]
    assert texts(html, "//a[@rel='author']/@href") == ["../../authors/ada-quill.html", "../../authors/ben-oar.html"]
    assert texts(html, "//meta[@name='author']/@content") == ["Ada Quill", "Ben Oar"]
    assert texts(html, "//header//time/@datetime") == ["2024-01-02T07:15:00", "2024-02"]
    assert texts(html, "//header//time") == ["January 2, 2024", "February 2024"]
    assert texts(html, "//header//a[time]/@href") == ["../../2024/01/02/index.html"]
    assert texts(html, "//div[@class='body']/p/em") == ["turns"]
    assert texts(html, "//figure//img/@src") + texts(html, "//figure//img/@alt") == ["../../media/wheel.jpg", "A wheel"]
    assert texts(html, "//figcaption") == ["In spring Ada Quill", "The race"]
    assert texts(html, "//figure[@class='absent']/figcaption") == ["The race"]
    first, second = texts(html, "//aside/p")
    assert first.endswith(": It was Tuesday.")
    assert second == "Correction: And wet."
    assert texts(html, "//aside//time") == ["February 3, 2024"]
    assert texts(html, "//a[@rel='tag']/@href") == ["../../tags/tide.html"]
    assert texts(html, "//p[@class='origin']/a/@href") == ["https://old.example/?p=1&x=2"]
    assert texts(html, "//p[@class='rights']") == ["© The Quay"]
    assert texts(html, "//link[@rel='canonical']/@href") == ["https://quay.example/2024/01/the-mill-turns.html"]
    assert texts(html, "//a[@rel='prev']/@href") == ["../../2024/01/note-01.html"]
    assert texts(html, "//a[@rel='next']") == []
    assert texts(html, "//details/p") == [
        "Ada Quill, Ben Oar. “The <mill> turns”. The Quay, January 2, 2024."
        " https://quay.example/2024/01/the-mill-turns.html"
    ]


def test_a_story_of_a_headline_alone_is_shown() -> None:
    html = shown("a.md", [an_article("a.md")])
    assert texts(html, "//h1") == ["A"]
    assert texts(html, "//article//time | //article//p[@class='byline'] | //figure | //aside") == []
    assert texts(html, "//section[@class='related'] | //nav[@class='neighbours']") == []
    assert texts(html, "//nav[@class='breadcrumb']//a") == ["Front page"]
    assert texts(html, "//details/p") == ["“A”. The Quay. https://quay.example/undated/a.html"]


def test_an_articles_own_rights_stand_in_the_place_of_the_sites() -> None:
    html = shown("a.md", [an_article("a.md", rights="© Ada Quill")])
    assert texts(html, "//p[@class='rights']") == ["© Ada Quill"]


def test_a_story_is_in_its_own_language_and_direction_on_a_page_in_the_sites() -> None:
    html = shown("a.md", [an_article("a.md", headline="السد", language="ar", direction="rtl", published="2024-01-02")])
    assert texts(html, "/html/@lang") + texts(html, "/html/@dir") == ["en", "ltr"]
    assert texts(html, "//article/@lang") + texts(html, "//article/@dir") == ["ar", "rtl"]
    assert texts(html, "//article[@lang='ar']/header//time/@datetime") == ["2024-01-02"]
    assert "يناير" in texts(html, "//article/header//time")[0]


def test_a_story_in_the_sites_language_does_not_say_so_again() -> None:
    html = shown("a.md", [an_article("a.md")])
    assert texts(html, "//article/@lang | //article/@dir") == []


def test_related_articles_are_linked_and_those_in_another_language_say_so() -> None:
    dam = an_article("dam.md", headline="السد", language="ar", direction="rtl", published="2024-02")
    related = (Link("السد"), Link("Elsewhere", "https://far.example/"), Link("Unknown"))
    html = shown("a.md", [dam, an_article("a.md", related=related)])
    assert texts(html, "//section[@class='related']//li") == ["السد February 2024", "Elsewhere", "Unknown"]
    assert texts(html, "//section[@class='related']//a/@href") == ["../2024/02/alsd.html", "https://far.example/"]
    assert texts(html, "//section[@class='related']//a[@lang='ar']/@dir") == ["rtl"]


def test_a_story_leads_to_its_other_publications_and_to_earlier_and_later_coverage() -> None:
    articles = [
        a_report("before.md", "ferry", 1, published="2023-01"),
        a_report("other.md", "frost", 2, published="2023-04"),
        a_report("a.md", "ferry", 3, published="2024"),
        a_report("again.md", "ferry", 3, published="2024-02"),
        a_report("after.md", "ferry", 4, published="2024-03", language="en-GB"),
    ]
    view = view_of("a.md", articles)
    kinds = ("copies", "earlier", "later")
    assert {kind: [card.path for card in view[kind]] for kind in kinds} == {
        "copies": ["again.md"],
        "earlier": ["before.md"],
        "later": ["after.md"],
    }
    html = shown("a.md", articles)
    lists = "//section[@class='related']"
    assert texts(html, f"{lists}/h2") == ["Also published as", "Earlier coverage", "Later coverage"]
    assert texts(html, f"{lists}/@aria-labelledby") == texts(html, f"{lists}/h2/@id") == ["copies", "earlier", "later"]
    assert texts(html, f"{lists}//li") == ["Again February 2024", "Before January 2023", "After March 2024"]
    assert texts(html, f"{lists}//a/@href") == [
        "../2024/02/again.html",
        "../2023/01/before.html",
        "../2024/03/after.html",
    ]
    assert texts(html, f"{lists}//a/@lang") == ["en-GB"]


def test_suggestions_stand_below_the_texts_own_links_and_do_not_repeat_them() -> None:
    articles = daily_reports(3, "ferry")
    linking = replace(articles[2], related=(Link("Note 02"),))
    html = shown("note-03.md", [*articles[:2], linking])
    assert texts(html, "//section/h2") == ["Related", "Earlier coverage"]
    assert texts(html, "//section//li/a") == ["Note 02", "Note 01"]
    assert texts(shown("note-02.md", articles[:2]), "//section/h2") == ["Earlier coverage"]


def test_a_site_says_how_many_articles_a_story_suggests() -> None:
    articles = daily_reports(8, "ferry")
    found = [plan("note-08.md", articles, Site(suggestions=most)).view()["earlier"] for most in (0, 2, 5)]
    assert [len(cards) for cards in found] == [0, 2, 5]


def test_a_story_without_a_date_still_tells_when_it_was_updated() -> None:
    html = shown("a.md", [an_article("a.md", updated="2024-02-03")])
    assert texts(html, "//header//time/@datetime") == ["2024-02-03"]


def test_a_picture_that_is_missing_is_told_by_its_alternative_text() -> None:
    html = shown(
        "a.md", [an_article("a.md", images=(Image("wheel.jpg", alt="A wheel in ice"),))], {("a.md", "wheel.jpg"): ""}
    )
    assert texts(html, "//figure[@class='absent']") == ["A wheel in ice"]


def test_the_canonical_address_is_escaped() -> None:
    html = shown("a.md", [an_article("a.md", permalink="/2024/tide mill é.html")])
    assert texts(html, "//link[@rel='canonical']/@href") == ["https://quay.example/2024/tide%20mill%20%C3%A9.html"]
