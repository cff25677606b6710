import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from newsgen.pages.metadata.citations.names import read_name
from newsgen.pages.metadata.json_ld import write_json_ld
from newsgen.pages.metadata.story_facts import Author, Paper, Photo, StoryFacts
from newsgen.record.article import Correction
from newsgen.record.dates import PartialDate
from tests.support.records import an_article

PAPER = Paper("The Quay", "https://quay.example", "© The Quay")


def data_of(facts: StoryFacts, paper: Paper = PAPER) -> Any:
    return json.loads(write_json_ld(facts, paper))


def test_every_known_value_is_given() -> None:
    article = an_article(
        headline="The mill turns",
        dek="At last",
        section="Sea",
        tags=("tide", "mill"),
        language="en-GB",
        dateline="PORT ELLERY",
        published="2024-02",
        updated="2024-03-04 07:15",
        original_url="https://old.example/?p=1",
        print_page="A4",
        corrections=(Correction("It was Tuesday.", PartialDate(2024, 3)), Correction("And wet.")),
    )
    facts = StoryFacts(
        article,
        (Author(read_name("Ada Quill"), "https://quay.example/authors/ada-quill.html"), Author(read_name("Reuters"))),
        "https://quay.example/a.html",
        "https://quay.example/sections/sea.html",
        (Photo("https://quay.example/a.jpg", 1600, 1000, "A wheel", "In spring", "Ben Oar"),),
    )
    assert data_of(facts) == {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "NewsArticle",
                "headline": "The mill turns",
                "description": "At last",
                "datePublished": "2024-02",
                "dateModified": "2024-03-04T07:15:00",
                "author": [
                    {
                        "@type": "Person",
                        "name": "Ada Quill",
                        "url": "https://quay.example/authors/ada-quill.html",
                    },
                    {"@type": "Organization", "name": "Reuters"},
                ],
                "dateline": "PORT ELLERY",
                "articleSection": "Sea",
                "keywords": ["tide", "mill"],
                "inLanguage": "en-GB",
                "image": [
                    {
                        "@type": "ImageObject",
                        "url": "https://quay.example/a.jpg",
                        "width": 1600,
                        "height": 1000,
                        "caption": "In spring",
                        "creditText": "Ben Oar",
                    }
                ],
                "url": "https://quay.example/a.html",
                "mainEntityOfPage": "https://quay.example/a.html",
                "sameAs": "https://old.example/?p=1",
                "printPage": "A4",
                "correction": [
                    {"@type": "CorrectionComment", "text": "It was Tuesday.", "datePublished": "2024-03"},
                    {"@type": "CorrectionComment", "text": "And wet."},
                ],
                "publisher": {"@type": "NewsMediaOrganization", "name": "The Quay", "url": "https://quay.example"},
                "isPartOf": {"@type": "WebSite", "name": "The Quay", "url": "https://quay.example"},
                "copyrightNotice": "© The Quay",
            },
            {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    {"@type": "ListItem", "position": 1, "name": "The Quay", "item": "https://quay.example/"},
                    {
                        "@type": "ListItem",
                        "position": 2,
                        "name": "Sea",
                        "item": "https://quay.example/sections/sea.html",
                    },
                    {
                        "@type": "ListItem",
                        "position": 3,
                        "name": "The mill turns",
                        "item": "https://quay.example/a.html",
                    },
                ],
            },
        ],
    }


def test_unknown_values_are_left_out() -> None:
    facts = StoryFacts(an_article(headline="A", language=""), ())
    article, breadcrumb = data_of(facts, Paper("The Quay"))["@graph"]
    assert article == {
        "@type": "NewsArticle",
        "headline": "A",
        "publisher": {"@type": "NewsMediaOrganization", "name": "The Quay"},
        "isPartOf": {"@type": "WebSite", "name": "The Quay"},
    }
    assert breadcrumb["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "The Quay"},
        {"@type": "ListItem", "position": 2, "name": "A"},
    ]


def test_rights_that_are_a_url_are_a_license() -> None:
    license_ = "https://creativecommons.org/licenses/by/4.0/"
    article = data_of(StoryFacts(an_article(rights=license_), ()))["@graph"][0]
    assert (article["license"], "copyrightNotice" in article) == (license_, False)


def test_the_data_of_a_site_do_not_depend_on_earlier_calls() -> None:
    facts = StoryFacts(an_article(), ())
    titles = [data_of(facts, Paper(title))["@graph"][0]["publisher"]["name"] for title in ("One", "Two", "One")]
    assert titles == ["One", "Two", "One"]


def test_nothing_in_a_text_ends_the_script_or_a_line_of_it() -> None:
    text = "</script><!-- &amp; ]]> \u2028 \u2029"
    written = write_json_ld(StoryFacts(an_article(headline=text), ()), PAPER)
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written)["@graph"][0]["headline"] == text


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_headline_is_read_back_from_the_page(headline: str) -> None:
    written = write_json_ld(StoryFacts(an_article(headline=headline), ()), PAPER)
    page = html.document_fromstring(f'<script type="application/ld+json">{written}</script><p>After</p>')
    assert json.loads(page.xpath("//script")[0].text)["@graph"][0]["headline"] == headline
    assert page.xpath("//p/text()") == ["After"]
