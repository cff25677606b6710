"""What tells articles from pages that are none, where a page alone does not."""

from newsgen.record.import_entry import Entry
from tests.support.importing import articles_in
from tests.support.web_pages import ARTICLE, page, prose, read_pages

URL = "https://paper.example"


def test_a_page_of_few_words_is_none_where_all_others_say_that_they_are_articles() -> None:
    files = {f"{URL}/{n}": page(f"Story {n} of the quay", prose(n), ARTICLE) for n in range(1, 7)}
    others = {f"{URL}/day": page("14 May", prose(9, 2)[:1]), f"{URL}/about": page("About us", prose(8))}
    found = read_pages({**files, **others})
    assert {item.article.headline for item in articles_in(found)} >= {"About us", "Story 6 of the quay"}
    left = [item.name for item in found if isinstance(item, Entry) and item.example == f"{URL}/day"]
    assert left[0] in ("other page", "page without text")


def test_an_article_with_many_links_beside_it_stays() -> None:
    links = "".join(f'<h3><a href="/s{n}">A headline of story {n}</a></h3>' for n in range(30))
    found = read_pages({f"{URL}/a": page("The wheel turns again", prose(1), after=f"<aside>{links}</aside>")})
    assert [item.article.headline for item in articles_in(found)] == ["The wheel turns again"]
