from dataclasses import replace

from newsgen.record.article import Correction, Image, Link
from newsgen.record.dates import PartialDate
from newsgen.settings.site import Site
from tests.support.records import an_article, daily_articles, make_archive, make_read
from tests.support.rendering import read_html, texts
from tests.support.stories import markdown, plan_page, read_story, view_of
from tests.support.topics import a_report, daily_reports


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
    html = read_story("a.md", [*daily_articles(1, section="Sea"), article], {("a.md", "wheel.jpg"): "media/wheel.jpg"})
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
    html = read_story("a.md", [an_article("a.md")])
    assert texts(html, "//h1") == ["A"]
    assert texts(html, "//article//time | //article//p[@class='byline'] | //figure | //aside") == []
    assert texts(html, "//section[@class='related'] | //nav[@class='neighbours']") == []
    assert texts(html, "//nav[@class='breadcrumb']//a") == ["Front page"]
    assert texts(html, "//details/p") == ["“A”. The Quay. https://quay.example/undated/a.html"]


def test_an_articles_own_rights_replace_the_sites() -> None:
    html = read_story("a.md", [an_article("a.md", rights="© Ada Quill")])
    assert texts(html, "//p[@class='rights']") == ["© Ada Quill"]


def test_a_story_is_in_its_own_language_and_direction_on_a_page_in_the_sites() -> None:
    article = an_article("a.md", headline="السد", language="ar", direction="rtl", published="2024-01-02")
    html = read_story("a.md", [article])
    assert texts(html, "/html/@lang") + texts(html, "/html/@dir") == ["en", "ltr"]
    assert texts(html, "//article/@lang") + texts(html, "//article/@dir") == ["ar", "rtl"]
    assert texts(html, "//article[@lang='ar']/header//time/@datetime") == ["2024-01-02"]
    assert "يناير" in texts(html, "//article/header//time")[0]


def test_a_story_in_the_sites_language_does_not_repeat_it() -> None:
    html = read_story("a.md", [an_article("a.md")])
    assert texts(html, "//article/@lang | //article/@dir") == []


def test_related_articles_are_linked_and_those_in_another_language_say_so() -> None:
    dam = an_article("dam.md", headline="السد", language="ar", direction="rtl", published="2024-02")
    related = (Link("السد"), Link("Elsewhere", "https://far.example/"), Link("Unknown"))
    html = read_story("a.md", [dam, an_article("a.md", related=related)])
    assert texts(html, "//section[@class='related']//li") == ["السد February 2024", "Elsewhere", "Unknown"]
    assert texts(html, "//section[@class='related']//a/@href") == ["../2024/02/alsd.html", "https://far.example/"]
    assert texts(html, "//section[@class='related']//a[@lang='ar']/@dir") == ["rtl"]


def test_a_story_links_to_its_other_publications_and_to_earlier_and_later_coverage() -> None:
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
    html = read_story("a.md", articles)
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


def test_suggestions_follow_the_texts_own_related_links_and_do_not_repeat_them() -> None:
    articles = daily_reports(3, "ferry")
    linking = replace(articles[2], related=(Link("Note 02"),))
    html = read_story("note-03.md", [*articles[:2], linking])
    assert texts(html, "//section/h2") == ["Related", "Earlier coverage"]
    assert texts(html, "//section//li/a") == ["Note 02", "Note 01"]
    assert texts(read_story("note-02.md", articles[:2]), "//section/h2") == ["Earlier coverage"]


def test_a_setting_limits_how_many_articles_a_story_suggests() -> None:
    articles = daily_reports(8, "ferry")
    found = [
        plan_page("note-08.md", articles, Site(suggestions=most)).view(make_read(articles))["earlier"]
        for most in (0, 2, 5)
    ]
    assert [len(cards) for cards in found] == [0, 2, 5]


def test_a_story_without_a_date_shows_when_it_was_updated() -> None:
    html = read_story("a.md", [an_article("a.md", updated="2024-02-03")])
    assert texts(html, "//header//time/@datetime") == ["2024-02-03"]


def test_the_canonical_address_is_escaped() -> None:
    html = read_story("a.md", [an_article("a.md", permalink="/2024/tide mill é.html")])
    assert texts(html, "//link[@rel='canonical']/@href") == ["https://quay.example/2024/tide%20mill%20%C3%A9.html"]


def test_a_site_without_a_title_is_named_in_its_language_wherever_a_story_names_it() -> None:
    site, articles = Site(language="de"), [an_article("a.md")]
    html = read_html(plan_page("a.md", articles, site), make_archive(articles, site), site, make_read(articles))
    named = "//meta[@property='og:site_name']/@content | //header//a[contains(@href, 'index.html')] | //dd/cite"
    assert set(texts(html, named)) == {"Nachrichtenarchiv"}
