from newsgen.archive.groups import Group
from newsgen.archive.sections import list_sections
from newsgen.pages.listing_links import (
    ListingLink,
    counted_listing_link,
    day_file,
    group_file,
    listing_link,
    month_file,
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


def test_a_group_is_linked_by_its_name() -> None:
    assert listing_link(a_group("authors", "Ada Quill", "ada-quill", 3)) == ListingLink(
        "Ada Quill", "authors/ada-quill.html"
    )


def test_a_group_may_be_linked_with_its_number_of_articles() -> None:
    assert counted_listing_link(a_group("authors", "Ada Quill", "ada-quill", 3)) == ListingLink(
        "Ada Quill", "authors/ada-quill.html", 3
    )


def test_a_link_to_a_group_is_escaped_and_its_file_is_not() -> None:
    group = a_group("tags", "ميناء", "ميناء 1")
    assert group_file(group) == "tags/ميناء 1.html"
    assert listing_link(group).href == "tags/%D9%85%D9%8A%D9%86%D8%A7%D8%A1%201.html"


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
