from dataclasses import replace

from newsgen.archive.entry import make_card
from newsgen.pages.listing_links import ListingLink
from newsgen.pages.metadata.citations.names import read_name
from newsgen.pages.metadata.citations.reference import Reference
from newsgen.pages.metadata.story_facts import (
    Author,
    Paper,
    Photo,
    StoryFacts,
    StoryLinks,
    gather_facts,
    make_reference,
)
from newsgen.record.article import Image
from newsgen.record.responsive_image import ResponsiveImage
from newsgen.settings.site import Site
from tests.support.records import an_article

SITE = Site(title="The Quay", url="https://quay.example/old")
ARTICLE = an_article(
    "a.md",
    headline="The mill turns",
    byline=("Ada Quill", "Reuters"),
    section="Sea",
    published="2024-02-03",
    print_page="A4",
    permalink="/2024/mill é.html",
    images=(Image("wheel.jpg", "A wheel", "In spring", "Ada Quill"), Image("", caption="The race")),
)
PICTURES = {
    "pond.jpg": ResponsiveImage("media/pond.jpg", 800, 600),
    "wheel.jpg": ResponsiveImage("media/wheel.jpg", 1600, 1000),
}


def gather(site: Site) -> StoryFacts:
    section, authors = ListingLink("Sea", "sections/sea.html"), [ListingLink("ada quill", "authors/ada-quill.html")]
    return gather_facts(ARTICLE, make_card(ARTICLE, site), site, StoryLinks(section, authors), PICTURES)


def test_a_site_with_a_url_has_absolute_urls() -> None:
    assert gather(SITE) == StoryFacts(
        ARTICLE,
        (
            Author(read_name("Ada Quill"), "https://quay.example/old/authors/ada-quill.html"),
            Author(read_name("Reuters")),
        ),
        "https://quay.example/old/2024/mill%20%C3%A9.html",
        "https://quay.example/old/sections/sea.html",
        (
            Photo("https://quay.example/old/media/wheel.jpg", 1600, 1000, "A wheel", "In spring", "Ada Quill"),
            Photo("https://quay.example/old/media/pond.jpg", 800, 600),
        ),
    )


def test_a_site_without_a_url_has_none() -> None:
    authors = (Author(read_name("Ada Quill")), Author(read_name("Reuters")))
    assert gather(Site(title="The Quay")) == StoryFacts(ARTICLE, authors)


def test_a_missing_picture_is_left_out() -> None:
    article = replace(ARTICLE, images=(Image("lost.jpg"),))
    card = make_card(article, SITE)
    assert gather_facts(article, card, SITE, StoryLinks(), {"pond.jpg": PICTURES["pond.jpg"]}).photos == (
        Photo("https://quay.example/old/media/pond.jpg", 800, 600),
    )


def test_a_reference_is_made_of_the_facts() -> None:
    assert make_reference(gather(SITE), Paper("The Quay")) == Reference(
        (read_name("Ada Quill"), read_name("Reuters")),
        "The mill turns",
        "The Quay",
        ARTICLE.published,
        "A4",
        "Sea",
        "en",
        "https://quay.example/old/2024/mill%20%C3%A9.html",
    )
