import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.sources.pasted.labels import label_lines
from newsgen.sources.pasted.line import split_lines

PARAGRAPHS = """The ferry came back to the Salt Quay on Tuesday, four months after it was sold.

It carried eleven cars, a horse box and the island's only postman, who had come over to see his sister.

“I had stopped looking,” said Lowenna Hext, who has run the ticket office since the autumn of 1994."""


def roles(text: str, has_headline: bool = False) -> dict[str, str]:
    """The first words of each line and its role."""
    lines = split_lines(text, 1)
    labels = label_lines(lines, has_headline)
    return {line.text[:24].strip(): label.role for line, label in zip(lines, labels, strict=True)}


def test_section_headline_and_dek_are_above_the_body() -> None:
    text = f"Harbour\n\nFerry returns to the Salt Quay\n\nThe boat that was sold is home again\n\n{PARAGRAPHS}"
    assert list(roles(text).values()) == ["section", "headline", "dek", "body", "body", "body"]


def test_a_breadcrumb_is_the_section_and_a_short_line_below_it_the_kicker() -> None:
    top = "Home > News > Harbour\nFERRY RESCUE\nFerry returns to the Salt Quay after four months\n"
    text = f"{top}By Maren Tolliver\n12 March 2019\n{PARAGRAPHS}"
    assert list(roles(text).values())[:5] == ["section", "kicker", "headline", "byline", "date"]


def test_menus_above_a_breadcrumb_are_chrome() -> None:
    menus = "Subscribe\nSign in\nNews\nSport\nRovers win again in the rain\n\n"
    text = f"{menus}Home / Harbour\nFerry returns to the Salt Quay\n{PARAGRAPHS}"
    assert list(roles(text).values())[:7] == ["chrome"] * 5 + ["section", "headline"]


def test_lines_inside_the_body_have_their_own_labels() -> None:
    first, *others = PARAGRAPHS.split("\n\n")
    text = "\n\n".join(
        [
            "Ferry returns to the Salt Quay",
            first,
            "A crowd on the quay",
            others[0],
            "Read more: Council backs flood wall",
            "Advertisement",
            "• a horse box",
            "The boat at the quay\nPhotograph: Pru Dunmore",
            others[1],
            "The boat is to leave the Salt Quay for Port Ellery each morning at seven and to be back by noon.",
            "Nobody on the island knew on Tuesday who had paid for it, and those who did would not say so aloud.",
        ]
    )
    assert roles(text) == {
        "Ferry returns to the Sal": "headline",
        "The ferry came back to t": "body",
        "A crowd on the quay": "subhead",
        "It carried eleven cars,": "body",
        "Read more: Council backs": "related",
        "Advertisement": "chrome",
        "• a horse box": "item",
        "The boat at the quay": "caption",
        "Photograph: Pru Dunmore": "credit",
        "“I had stopped looking,”": "body",
        "The boat is to leave the": "body",
        "Nobody on the island kne": "body",
    }


def test_related_links_and_topics_are_below_the_body() -> None:
    topics = "Topics\nferry\nSalt Quay\n\nRelated Articles\nCouncil backs flood wall by four votes\n\n"
    text = f"Ferry returns to the Salt Quay\n{PARAGRAPHS}\n\n{topics}Most read\n1 Tide tables\n© 2019 The Courant"
    assert list(roles(text).values())[4:] == [
        "chrome",
        "tags",
        "tags",
        "chrome",
        "related",
        "chrome",
        "chrome",
        "chrome",
    ]


def test_a_text_with_a_declared_headline_may_begin_with_its_body() -> None:
    assert list(roles(PARAGRAPHS, has_headline=True).values()) == ["body", "body", "body"]


def test_a_first_paragraph_above_byline_and_date_is_the_dek() -> None:
    dek = "The boat that was sold in the autumn is home again, and nobody will say who paid for it."
    text = f"Ferry returns to the Salt Quay\n\n{dek}\n\nBy Maren Tolliver\n12 March 2019\n\n{PARAGRAPHS}"
    assert list(roles(text).values()) == ["headline", "dek", "byline", "date", "body", "body", "body"]


def test_a_signature_and_a_date_below_the_body_count_if_there_are_none_above() -> None:
    text = f"Ferry returns to the Salt Quay\n\n{PARAGRAPHS}\n\nNadia Sorrenby\n12 March 2019\n\nMost read\nTide tables"
    assert list(roles(text).values())[4:] == ["byline", "date", "chrome", "chrome"]


@pytest.mark.parametrize(
    ("top", "paragraphs"),
    [
        (
            "Hafen\n\nFähre kehrt an den Salzkai zurück\n\nVon Greta Ahlbeck\n12. März 2019",
            "Die Fähre kam am Dienstag an den Salzkai zurück, vier Monate nachdem sie verkauft worden war.\n\n"
            "Sie trug elf Autos, einen Wagen und den einzigen Briefträger der Insel auf Besuch bei der Schwester.",
        ),
        (
            "Порт\n\nСоляная пристань дождалась парома\n\nАнна Сольцова\n12 марта 2019",
            "Паром вернулся к Соляной пристани во вторник, через четыре месяца после того, как его продали.\n\n"
            "Он привёз одиннадцать машин, повозку и единственного на острове почтальона, ездившего к своей сестре.",
        ),
        (
            "Port\n\nLe bac revient au quai du Sel\n\nPar Odile Marchaubert\nle 12 mars 2019",
            "Le bac est revenu mardi au quai du Sel, quatre mois après avoir été vendu à la commune voisine.\n\n"
            "Il portait onze voitures, un van et le seul facteur de l'île, qui était venu rendre visite à sa sœur.",
        ),
    ],
)
def test_an_article_is_read_in_many_languages(top: str, paragraphs: str) -> None:
    text = f"{top}\n\n{paragraphs}"
    assert list(roles(text).values()) == ["section", "headline", "byline", "date", "body", "body"]


PARTS = [
    "Home > News",
    "Harbour",
    "By Nadia Sorrenby",
    "12 March 2019",
    "Related Articles",
    "Topics",
    "Share",
    "\ufeff",
]


@given(st.lists(st.one_of(st.sampled_from([*PARTS, *PARAGRAPHS.split("\n")]), st.text()), max_size=40), st.booleans())
def test_labels_are_the_same_each_time(rows: list[str], has_headline: bool) -> None:
    lines = split_lines("\n".join(rows), 1)
    labels = label_lines(lines, has_headline)
    assert len(labels) == len(lines)
    assert label_lines(lines, has_headline) == labels
    assert sum(label.role == "headline" for label in labels) <= 1
    assert all(0 <= label.confidence <= 1 for label in labels)


@pytest.mark.parametrize("has_headline", [True, False])
@given(text=st.text(alphabet=st.characters(codec="utf-8")))
def test_every_line_gets_one_label_and_no_text_raises(has_headline: bool, text: str) -> None:
    lines = split_lines(text, 1)
    labels = label_lines(lines, has_headline)
    assert len(labels) == len(lines)
    assert all(label.rule for label in labels)
