"""Articles that PressReader shares and prints, in the orders in which their heads stand."""

import pytest

from newsgen.record.dates import PartialDate
from newsgen.sources.exports import read_export, split_documents
from tests.support.exports import read

FERRY = "The chain ferry returned to the quay on Tuesday morning after ten years in the yard."
SHOP = '"We have been patient," said Cy Dunn, who keeps the shop.'
BODY = f"\n{FERRY}\n\n{SHOP}\n\n"
LINK = "https://www.pressreader.com/uk/the-sorrel-courant/20150303/281741267351234"
LABELS = (
    "Article Name:Chain ferry returns\nPublication:The Sorrel Courant\nSection:NEWS\nAuthor:Ada Quill\n"
    "Start Page:4\nEnd Page:5\n"
)
DAY = PartialDate(2015, 3, 3)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "Chain ferry returns\nThe Sorrel Courant · 3 Mar 2015 · 4 · Ada Quill\n",
            {"publication": ("The Sorrel Courant",), "print_page": "4", "byline": ("Ada Quill",)},
        ),
        (
            "NEWS\nChain ferry returns\nSeveral hundred people watch it cross.\n"
            "The Sorrel Courant | 3 Mar 2015 | By Ada Quill | Harbour\n",
            {
                "section": ("NEWS",),
                "dek": "Several hundred people watch it cross.",
                "publication": ("The Sorrel Courant",),
                "byline": ("Ada Quill",),
            },
        ),
        (
            "Chain ferry returns\nThe Sorrel Courant\n3 Mar 2015\nBy Ada Quill\n",
            {"publication": ("The Sorrel Courant",), "byline": ("Ada Quill",)},
        ),
        ("Chain ferry returns\n2015-03-03 - ADA QUILL\n", {"byline": ("ADA QUILL",)}),
        ("Chain ferry returns\n", {}),
    ],
)
@pytest.mark.parametrize("end", [f"{LINK}\n", f"Shared via PressReader\n\nconnecting people through news\n\n{LINK}\n"])
def test_the_head_of_an_article_is_read_in_any_order(head: str, expected: dict[str, object], end: str) -> None:
    fields, extra, body = read(head + BODY + end)
    assert fields["headline"] == "Chain ferry returns"
    assert fields["published"] == DAY
    known = {name: value for name, value in fields.items() if name not in ("headline", "published", "language")}
    assert {name: known[name] for name in expected} == expected
    assert known.keys() == expected.keys()
    assert extra["Document"] == LINK
    assert [text for _, text in body] == [FERRY, SHOP]


def test_labels_below_an_article_give_its_fields() -> None:
    fields, extra, body = read(f"Chain ferry returns\n{BODY}{LABELS}")
    assert fields == {
        "headline": "Chain ferry returns",
        "publication": ("The Sorrel Courant",),
        "section": ("NEWS",),
        "byline": ("Ada Quill",),
        "print_page": "4",
        "language": "en",
    }
    assert extra == {"End Page": "5"}
    assert [text for _, text in body] == [FERRY, SHOP]


@pytest.mark.parametrize(
    "end",
    [
        f"{LINK}\n",
        LABELS,
        "© PressReader. All rights reserved.\n",
        "Shared via PressReader\nconnecting people through news\n",
    ],
)
def test_articles_end_with_what_shows_that_they_are_of_pressreader(end: str) -> None:
    article = f"Chain ferry returns\nThe Sorrel Courant · 3 Mar 2015\n{BODY}{end}\n"
    documents = split_documents(article * 3)
    length = article.count("\n")
    assert [document.first_line for document in documents] == [1, 1 + length, 1 + 2 * length]
    assert {document.export for document in documents} == {"PressReader"}


def test_articles_may_begin_with_it_as_well() -> None:
    article = f"Shared via PressReader\n\nChain ferry returns\nThe Sorrel Courant · 3 Mar 2015\n{BODY}\n"
    assert len(split_documents(article * 2)) == 2
    assert read(article).fields["headline"] == "Chain ferry returns"


def test_an_article_about_pressreader_is_none_of_its(tmp_path: object) -> None:
    assert (
        read_export(f"Airline buys papers\nBy Ada Quill\n3 March 2015\n\nPressReader sells them.\n{BODY}", 1, "a")
        is None
    )
