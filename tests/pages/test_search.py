import json
from typing import Any

from newsgen.pages.not_found import plan_missing
from newsgen.pages.search import plan_search
from newsgen.settings.site import Site
from newsgen.text.language.stemmers import ALGORITHMS
from tests.support.records import an_article, make_archive
from tests.support.rendering import read_html

SITE = Site(title="The Quay", language="en", sections=("News", "Sport"))
ARTICLES = [an_article("a.md", section="Sport"), an_article("b.md", section="News")]


def document(site: Site = SITE) -> Any:
    page = {page.file: page for page in plan_search(make_archive(ARTICLES, site), site)}["search.html"]
    assert (page.file, page.template, str(page.target)) == ("search.html", "search.html", "search:")
    return read_html(page, make_archive(ARTICLES, site), site)


def policy_of(page: Any) -> str:
    (content,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    return str(content)


def test_a_site_without_search_has_no_page_for_it() -> None:
    assert list(plan_search(make_archive([], SITE), Site(search=False))) == []


def test_the_page_may_run_its_own_script_and_nothing_else() -> None:
    page = document()
    assert page.xpath("//script/@src") == ["search/scripts/search.js"]
    assert page.xpath("//script[not(@src)] | //*[@*[starts-with(name(), 'on')]] | //style") == []
    assert policy_of(page) == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'"
    )


def test_the_page_may_run_the_indexes_of_the_archives_that_it_searches_too() -> None:
    others = {"The Courant": "../courant/", "Gulls & Co": "https://gulls.example/news/"}
    page = document(SITE.model_copy(update={"search_with": others}))
    assert "; script-src 'self' https://gulls.example/news/search/; style-src" in policy_of(page)
    (place,) = page.xpath("//*[@id='results']/*[@id='elsewhere']")
    assert json.loads(place.get("data-archives")) == [list(one) for one in others.items()]
    assert place.get("data-failed") == "This archive cannot be searched from here."
    assert document().xpath("//*[@id='elsewhere']") == []


def test_without_scripts_the_page_links_to_other_ways_through_the_archive() -> None:
    page = document()
    assert page.xpath("//*[@id='ways']//a/@href") == [
        *("archive.html", "authors/index.html", "tags/index.html", "sections/news.html", "sections/sport.html")
    ]
    assert "hidden" not in page.xpath("//*[@id='ways']")[0].attrib


def test_the_page_holds_the_messages_of_its_script() -> None:
    (results,) = document(SITE.model_copy(update={"language": "ru"})).xpath("//*[@id='results']")
    said = json.loads(results.get("data-texts"))
    assert said["articles"] == {
        "few": "%(number)s материала",
        "many": "%(number)s материалов",
        "one": "%(number)s материал",
    }
    assert said["none"] == "Ничего не найдено."
    assert "ar" in said["rightToLeft"]
    assert "ru" not in said["rightToLeft"]
    assert said["digits"] == "latn"
    assert results.get("data-title") == "Поиск в архиве – The Quay"
    assert results.get("data-stemmers").split() == sorted(ALGORITHMS)


def test_every_page_but_the_search_page_has_the_field() -> None:
    (missing,) = plan_missing(SITE)
    page = read_html(missing, make_archive(ARTICLES, SITE), SITE)
    (form,) = page.xpath("//header//form[@role='search']")
    assert (form.get("action"), form.get("method"), form.xpath(".//input/@name")) == ("/search.html", None, ["q"])
    assert document().xpath("//header[@class='masthead']//form") == []
    without = SITE.model_copy(update={"search": False})
    assert read_html(missing, make_archive(ARTICLES, without), without).xpath("//form") == []


def test_words_over_time_have_a_page_with_a_script_of_its_own() -> None:
    archive = make_archive(ARTICLES, SITE)
    page = {page.file: page for page in plan_search(archive, SITE)}["words/index.html"]
    document = read_html(page, archive, SITE)
    assert document.xpath("//script/@src") == ["../search/scripts/words.js"]
    assert len(document.xpath("//input[@name='w']")) == 4
    texts = json.loads(document.xpath("//@data-texts")[0])
    assert texts["title"] == "Share of each year’s articles"
