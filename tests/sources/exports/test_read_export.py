import pytest

from newsgen.errors import NewsgenError
from newsgen.record.article import Correction, Image
from newsgen.record.dates import PartialDate
from newsgen.sources.exports import read_export
from newsgen.sources.pasted import Hints
from tests.support.exports import FACTIVA, FACTIVA_CODES, NEXIS, NEXIS_UNI, PROQUEST, read

DAY = PartialDate(2015, 3, 3)
FERRY = "The chain ferry returned to the quay on Tuesday morning after ten years in the yard."
SHOP = '"We have been patient," said Cy Dunn, who keeps the shop.'


def test_an_old_nexis_document_gives_its_fields_and_joined_paragraphs() -> None:
    fields, extra, body = read(NEXIS)
    assert fields == {
        "headline": "Chain ferry returns to the quay after ten years in the yard at the mouth of the river",
        "dek": "Several hundred people watch it cross",
        "byline": ("Ada Quill", "Bo Fenn"),
        "section": ("NEWS",),
        "print_page": "4",
        "dateline": "SORREL",
        "publication": ("The Sorrel Courant",),
        "published": DAY,
        "language": "en",
        "images": (Image("", caption="The ferry below the old bridge."),),
        "rights": "Copyright 2015 Sorrel Press Holdings All Rights Reserved",
    }
    assert extra == {
        "edition": "First Edition",
        "LENGTH": "84 words",
        "LOAD-DATE": "March 4, 2015",
        "SUBJECT": "FERRIES (92%); RIVERS (75%)",
    }
    assert body == [
        (
            22,
            "The chain ferry returned to the quay on Tuesday morning after ten years in the yard, and several hundred "
            "people watched it cross, among them a twenty-six-year-old goat.",
        ),
        (26, '"We have been patient," said Cy Dunn, who keeps the shop at the landing stage.'),
    ]


def test_a_nexis_uni_document_gives_its_fields_and_paragraphs() -> None:
    fields, extra, body = read(NEXIS_UNI)
    assert fields == {
        "headline": "Chain ferry returns to the quay",
        "byline": ("Ada Quill",),
        "section": ("NEWS",),
        "print_page": "4",
        "publication": ("The Sorrel Courant",),
        "published": DAY,
        "language": "en",
        "images": (Image("", caption="The ferry below the old bridge."),),
        "rights": "Copyright 2015 Sorrel Press Holdings All Rights Reserved",
    }
    assert extra == {
        "edition": "First Edition",
        "Length": "84 words",
        "Load-Date": "March 4, 2015",
    }
    assert body == [(11, FERRY), (13, SHOP)]


def test_a_factiva_article_gives_its_fields_and_paragraphs() -> None:
    fields, extra, body = read(FACTIVA)
    assert fields == {
        "headline": "Chain ferry returns to the quay",
        "byline": ("Ada Quill",),
        "section": ("News",),
        "print_page": "A4",
        "publication": ("The Sorrel Courant",),
        "published": DAY,
        "language": "en",
        "rights": "(c) 2015 Sorrel Press Holdings. All rights reserved",
    }
    assert extra == {
        "word count": "1,084 words",
        "time": "11:15",
        "code": "SORCOU",
        "Document": "SORCOU0020150303eb330004v",
    }
    assert body == [(14, FERRY), (16, SHOP)]


@pytest.mark.parametrize("form", ["wide", "tabs", "rows"])
def test_a_factiva_article_with_field_codes_gives_its_fields_and_paragraphs(form: str) -> None:
    text = {
        "wide": FACTIVA_CODES,
        "tabs": FACTIVA_CODES.replace("      ", "\t"),
        "rows": FACTIVA_CODES.replace("      ", "\n"),
    }[form]
    fields, extra, body = read(text)
    assert fields == {
        "headline": "Chain ferry returns to the quay",
        "byline": ("Ada Quill",),
        "section": ("News",),
        "print_page": "4",
        "publication": ("The Sorrel Courant",),
        "published": DAY,
        "language": "en",
        "rights": "(c) 2015 Sorrel Press Holdings",
    }
    assert extra == {
        "WC": "84 words",
        "SC": "SORCOU",
        "RE": "uk : United Kingdom",
        "AN": "Document SORCOU0020150303eb330004v",
    }
    assert [text for _, text in body] == [FERRY, SHOP, "IN the end, nobody was late."]


def test_a_proquest_document_gives_its_fields_and_paragraphs() -> None:
    fields, extra, body = read(PROQUEST)
    assert fields == {
        "headline": "Chain ferry returns to the quay",
        "byline": ("Ada Quill", "Bo Fenn"),
        "section": ("Local News",),
        "print_page": "4",
        "publication": ("The Sorrel Courant",),
        "published": DAY,
        "language": "en",
        "rights": "Copyright Sorrel Press Mar 3, 2015",
    }
    assert extra == {
        "Publication info": "The Sorrel Courant ; Sorrel [Sorrel]03 Mar 2015: 4.",
        "Abstract": "The ferry is back.",
        "Subject": "Ferries",
        "Publication title": "The Sorrel Courant; Sorrel",
        "ProQuest document ID": "1017700123",
        "Last updated": "2016-11-09",
    }
    assert body == [
        (13, FERRY),
        (15, "Location: the landing stage. So the sign had it."),
        (17, "Nobody was late."),
        (19, "The shop was shut."),
        (21, "The goat was not."),
        (23, "It rained."),
    ]


@pytest.mark.parametrize(
    ("text", "page", "language"),
    [
        (
            "Courant\n\nDienstag, 3. März 2015\n\nDie Fähre\n\nAUTOR: Von Ada Quill\n\nRUBRIK: Stadt; S. 4\n\n"
            "LÄNGE: 84 Wörter\n\nSie ist da.\n\nUPDATE: 4. März 2015\n\nSPRACHE: GERMAN; DEUTSCH\n",
            "4",
            "de",
        ),
        (
            "Courant\n\nmardi 3 mars 2015\n\nLe bac\n\nAUTEUR: Ada Quill\n\nRUBRIQUE: Stadt; Pg. 4\n\n"
            "LONGUEUR: 84 mots\n\nIl est là.\n\nDATE-CHARGEMENT: 4 mars 2015\n\nLANGUE: FRENCH; FRANÇAIS\n",
            "4",
            "fr",
        ),
        (
            "Courant\n\n3 marzo 2015 martes\n\nLa barca\n\nAUTOR: Ada Quill\n\nSECCIÓN: Stadt; Pág. 4\n\n"
            "LONGITUD: 84 palabras\n\nHa vuelto.\n\nFECHA-DE-CARGA: 4 marzo 2015\n\nIDIOMA: SPANISH; ESPAÑOL\n",
            "4",
            "es",
        ),
        (
            "Courant\n\n3 marzo 2015 martedì\n\nLa barca\n\nAUTORE: Ada Quill\n\nSEZIONE: Stadt; Pag. 4\n\n"
            "LUNGHEZZA: 84 parole\n\nÈ tornata.\n\nLINGUA: ITALIAN; ITALIANO\n",
            "4",
            "it",
        ),
        (
            "Courant\n3 de março de 2015\nCopyright 2015 Sorrel\nSeção: Stadt; Pág. 4\nComprimento: 84 palavras\n"
            "Autor: Ada Quill\nCorpo\n\nVoltou.\n\nIdioma: Português\n\nFim do documento\n",
            "4",
            "pt",
        ),
        (
            "De pont\nCourant\n3 maart 2015 dinsdag\nRubriek: Stadt; Blz. 4\nLengte: 84 woorden\nAuteur: Ada Quill\n"
            "Body\n\nZij is er.\n\nTaal: DUTCH; NEDERLANDS\n\nEinde van het document\n",
            "4",
            "nl",
        ),
    ],
)
def test_nexis_labels_are_known_in_the_languages_of_its_interface(text: str, page: str, language: str) -> None:
    fields, _, body = read(text)
    assert (fields["published"], fields["byline"], fields["section"]) == (DAY, ("Ada Quill",), ("Stadt",))
    assert (fields["print_page"], fields["language"], len(body)) == (page, language, 1)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Fähre\n\nVon Ada Quill\n84 Wörter\n3 März 2015\nCourant\nCOU\n4\nDeutsch\n(c) 2015\n\nSie ist da.\n", "de"),
        ("Le bac\n\nPar Ada Quill\n84 mots\n3 mars 2015\nCourant\nCOU\n4\nFrançais\n(c) 2015\n\nIl est là.\n", "fr"),
        ("La barca\n\nAda Quill\n84 palabras\n3 marzo 2015\nPapel\nCOU\n4\nEspañol\n(c) 2015\n\nVolvió.\n", "es"),
        ("La barca\n\nAda Quill\n84 parole\n3 marzo 2015\nCourant\nCOU\n4\nItaliano\n(c) 2015\n\nÈ tornata.\n", "it"),
        ("A barca\n\nAda Quill\n84 palavras\n3 março 2015\nCourant\nCOU\n4\nPortuguês\n(c) 2015\n\nVoltou.\n", "pt"),
        ("De pont\n\nAda Quill\n84 woorden\n3 maart 2015\nCourant\nCOU\n4\nNederlands\n(c) 2015\n\nZij is er.\n", "nl"),
    ],
)
def test_factiva_is_read_in_the_languages_of_its_interface(text: str, language: str) -> None:
    fields, _, body = read(text)
    assert (fields["published"], fields["byline"], fields["print_page"]) == (DAY, ("Ada Quill",), "4")
    assert (fields["language"], len(body)) == (language, 1)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Fähre\n\nAutor: Quill, Ada\n\nVolltext: Sie ist da.\n\n"
            "Erste Seite: 4\n\nPublikationsdatum: 3. März 2015\n\n"
            "Bereich: Stadt\n\nPublikationssprache: German\n\nProQuest-Dokument-ID: 1\n",
            "de",
        ),
        (
            "Le bac\n\nAuteur : Quill, Ada\n\nTexte intégral : Il est là.\n\nPremière page : 4\n\n"
            "Date de publication : 3 mars 2015\n\nSection : Stadt\n\nLangue de publication : French\n\n"
            "Identifiant de document ProQuest : 1\n",
            "fr",
        ),
        (
            "La barca\n\nAutor: Quill, Ada\n\nTexto completo: Ha vuelto.\n\nPrimera página: 4\n\n"
            "Fecha de publicación: 3 de marzo de 2015\n\nSección: Stadt\n\nIdioma de la publicación: Spanish\n\n"
            "ID del documento de ProQuest: 1\n",
            "es",
        ),
        (
            "La barca\n\nAutore: Quill, Ada\n\nTesto completo: È tornata.\n\nPagine: 4\n\n"
            "Data di pubblicazione: 3 marzo 2015\n\nSezione: Stadt\n\nLingua di pubblicazione: Italian\n\n"
            "Database: X\n",
            "it",
        ),
    ],
)
def test_proquest_labels_are_known_in_the_languages_of_its_interface(text: str, language: str) -> None:
    fields, _, body = read(text)
    assert (fields["published"], fields["byline"], fields["section"]) == (DAY, ("Ada Quill",), ("Stadt",))
    assert (fields["print_page"], fields["language"], len(body)) == ("4", language, 1)


def test_a_genios_document_gives_its_date_and_page_from_its_source() -> None:
    fields, extra, body = read(
        "Fähre zurück\n\nSie ist nach zehn Jahren wieder da.\n\nQuelle: Courant Nr. 51 vom 03.03.2015 Seite 004\n"
        "Rubrik: Stadt\nDokumentnummer: 1\nDauerhafte Adresse des Dokuments:\nhttps://example.org/1\n"
        "Alle Rechte vorbehalten: (c) Courant\n"
    )
    assert fields == {
        "headline": "Fähre zurück",
        "publication": ("Courant",),
        "published": DAY,
        "print_page": "4",
        "section": ("Stadt",),
        "rights": "(c) Courant",
    }
    assert extra == {
        "Quelle": "Courant Nr. 51 vom 03.03.2015 Seite 004",
        "Dokumentnummer": "1",
        "Dauerhafte Adresse des Dokuments": "https://example.org/1",
    }
    assert body == [(3, "Sie ist nach zehn Jahren wieder da.")]


def test_a_correction_below_the_text_is_a_correction() -> None:
    text = NEXIS.replace("LOAD-DATE", "CORRECTION: The goat was\ntwenty-seven.\n\nLOAD-DATE")
    assert read(text).fields["corrections"] == (Correction("The goat was twenty-seven."),)


def test_what_stands_around_the_only_document_is_no_part_of_it() -> None:
    report = "Report Information from ProQuest\n06 October 2016 10:44\n"
    text = f"{'_' * 60}\n\n{report}{'_' * 60}\n\n{PROQUEST}\n{'_' * 60}\n\nBibliography\n"
    assert read(text).fields == read(PROQUEST).fields


def test_a_line_that_the_site_names_as_chrome_is_no_paragraph() -> None:
    export = read_export(NEXIS_UNI, 1, "a.txt", Hints(chrome=frozenset({SHOP.casefold().strip('".')})))
    assert export is not None
    assert [block.text for block in export.pasted.body] == [FERRY]


@pytest.mark.parametrize(
    "text",
    [
        "Ferry returns\n\nBy Ada Quill\n3 March 2015\n\n" + FERRY,
        "Ferry returns\n\n84 words of Ada Quill\n\n" + FERRY,
        "The length: 84 words\n\n" + FERRY,
        "IN THE END\n\nHD is a short word\n\n" + FERRY,
        "Full text: " + FERRY,
    ],
)
def test_other_texts_are_no_exports(text: str) -> None:
    assert read_export(text, 1, "a.txt") is None


def refusal(text: str) -> str:
    with pytest.raises(NewsgenError) as failed:
        read_export(text, 1, "articles/a.txt")
    return str(failed.value)


def test_an_export_of_several_documents_is_refused_with_the_lines_of_each() -> None:
    assert refusal(FACTIVA + "\n" + FACTIVA) == (
        "articles/a.txt:20: holds 2 documents of an export from Factiva, which begin on lines 1 and 20\n"
        "    They would become one article, and most of the others' text and fields would be lost.\n"
        "    Put each article in a file of its own: lines 1-18 and 20-37."
    )


def test_several_articles_are_refused_with_the_lines_of_each() -> None:
    article = f"Ferry returns\n\nBy Ada Quill\n3 March 2015\n\n{FERRY}\n\n{FERRY}\n\n{FERRY}\n"
    assert refusal(f"{article}\n***\n\n{article}") == (
        "articles/a.txt:14: holds 2 articles, which begin on lines 1 and 14\n"
        "    They would become one article, and most of the others' text and fields would be lost.\n"
        "    Put each article in a file of its own: lines 1-10 and 14-23. If it is one article, take out the rule or "
        "the blank lines above its second headline."
    )


def test_the_refusal_of_a_large_export_names_the_first_documents() -> None:
    assert "which begin on lines 1, 20, 39, 58, 77, 96, 115, 134, 153, 172, 191, 210 and so on to 362\n" in refusal(
        "\n".join([FACTIVA] * 20)
    )


@pytest.mark.parametrize(
    ("above", "publication", "extra"),
    [
        ("The Sorrel Courant", ("The Sorrel Courant",), None),
        ("The Sorrel Courant\n\nWeekend", ("The Sorrel Courant",), "Weekend"),
        ("Copyright 2015 Sorrel Press\n\nThe Sorrel Courant", ("The Sorrel Courant",), None),
        # Which of two rows is the paper is not known.
        ("Sorrel\nThe Courant", None, "Sorrel The Courant"),
    ],
)
def test_the_first_row_above_the_date_of_an_old_nexis_document_is_the_paper(
    above: str, publication: tuple[str, ...] | None, extra: str | None
) -> None:
    text = f"1 of 2 DOCUMENTS\n\n{above}\n\nMarch 3, 2015 Tuesday\n\nThe ferry\n\nLENGTH: 9 words\n\n{FERRY}\n"
    fields, kept, _ = read(text)
    assert (fields.get("publication"), kept.get("publication"), fields["headline"]) == (publication, extra, "The ferry")
