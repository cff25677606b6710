from newsgen.archive import Group, make_archive
from newsgen.config import Site
from newsgen.pages.page import Page, Place, group_file, group_place, section_places
from tests.records import an_article, daily_articles


def a_group(name: str, slug: str, articles: int = 0) -> Group:
    return Group(name, slug, make_archive(daily_articles(articles), Site()).cards)


def test_a_group_has_a_page_in_the_folder_of_its_kind() -> None:
    assert group_file("sections", a_group("Sea & Sky", "sea-sky")) == "sections/sea-sky.html"
    assert group_file("tags", a_group("Sea & Sky", "sea-sky")) == "tags/sea-sky.html"


def test_a_group_is_linked_by_its_name_with_its_number_of_articles() -> None:
    assert group_place("authors", a_group("Ada Quill", "ada-quill", 3)) == Place(
        "Ada Quill", "authors/ada-quill.html", 3
    )


def test_a_link_to_a_group_is_escaped_and_its_file_is_not() -> None:
    group = a_group("ميناء", "ميناء 1")
    assert group_file("tags", group) == "tags/ميناء 1.html"
    assert group_place("tags", group).href == "tags/%D9%85%D9%8A%D9%86%D8%A7%D8%A1%201.html"


def test_the_navigation_lists_the_sections_in_the_sites_order() -> None:
    articles = [
        an_article("a.md", section="Wind"),
        an_article("b.md", section="Boats"),
        an_article("c.md", section="Sea"),
        an_article("d.md", section="Sea"),
        an_article("e.md"),
    ]
    assert section_places(make_archive(articles, Site(sections=("Sea", "Council")))) == (
        Place("Sea", "sections/sea.html", 2),
        Place("Boats", "sections/boats.html", 1),
        Place("Wind", "sections/wind.html", 1),
    )


def test_a_view_is_made_when_it_is_asked_for() -> None:
    count = iter(range(5))
    page = Page("index.html", "front.html", "front page", lambda: {"count": next(count)})
    assert next(count) == 0
    assert page.view() == {"count": 1}
