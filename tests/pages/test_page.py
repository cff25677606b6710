from functools import partial

from newsgen.archive.archive import Group
from newsgen.archive.groups import list_sections
from newsgen.pages.page import (
    ListingLink,
    Page,
    counted_place,
    day_file,
    group_file,
    group_place,
    month_file,
    viewed_page,
    year_file,
)
from newsgen.settings.site import Site
from tests.support.records import an_article, make_archive


def a_group(kind: str, name: str, slug: str, articles: int = 0) -> Group:
    return Group(1, kind, name.casefold(), name, slug, articles)


def test_a_group_has_a_page_in_the_folder_of_its_kind() -> None:
    assert group_file(a_group("sections", "Sea & Sky", "sea-sky")) == "sections/sea-sky.html"
    assert group_file(a_group("tags", "Sea & Sky", "sea-sky")) == "tags/sea-sky.html"


def test_years_months_and_days_have_folders_with_an_index() -> None:
    assert [year_file(987), month_file(987, 2), day_file(987, 2, 3)] == [
        "0987/index.html",
        "0987/02/index.html",
        "0987/02/03/index.html",
    ]


def test_a_page_that_is_viewed_changes_with_its_view() -> None:
    pages = [viewed_page("a.html", "front.html", "front:", partial(dict, count=count)) for count in (1, 1, 2)]
    digests = [page.data() for page in pages]
    assert digests[0] == digests[1] != digests[2]
    assert pages[2].view() == {"count": 2}


def test_a_group_is_linked_by_its_name() -> None:
    assert group_place(a_group("authors", "Ada Quill", "ada-quill", 3)) == ListingLink(
        "Ada Quill", "authors/ada-quill.html"
    )


def test_a_group_is_linked_with_its_number_of_articles_where_that_shall_be_told() -> None:
    assert counted_place(a_group("authors", "Ada Quill", "ada-quill", 3)) == ListingLink(
        "Ada Quill", "authors/ada-quill.html", 3
    )


def test_a_link_to_a_group_is_escaped_and_its_file_is_not() -> None:
    group = a_group("tags", "ميناء", "ميناء 1")
    assert group_file(group) == "tags/ميناء 1.html"
    assert group_place(group).href == "tags/%D9%85%D9%8A%D9%86%D8%A7%D8%A1%201.html"


def test_the_navigation_lists_the_sections_in_the_sites_order() -> None:
    articles = [
        an_article("a.md", section="Wind"),
        an_article("b.md", section="Boats"),
        an_article("c.md", section="Sea"),
        an_article("d.md", section="Sea"),
        an_article("e.md"),
    ]
    site = Site(sections=("Sea", "Council"))
    assert [(group.name, group.articles) for group in list_sections(make_archive(articles, site), site)] == [
        ("Sea", 2),
        ("Boats", 1),
        ("Wind", 1),
    ]


def test_a_view_and_its_digest_are_made_when_they_are_asked_for() -> None:
    count = iter(range(5))
    page = Page("index.html", "front.html", "front:", lambda: bytes([next(count)]), lambda: {"count": next(count)})
    assert next(count) == 0
    assert page.view() == {"count": 1}
    assert page.data() == b"\x02"
