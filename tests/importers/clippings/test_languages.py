"""Exports of several documents from interfaces in other languages, with their covers and accounts of the search."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.clippings import read_text, shown
from tests.support.importing import articles_in, markdown_of

GERMAN_NEXIS_UNI = """\
Benutzername: ADA QUILL
Datum und Uhrzeit: Dienstag, 6. Oktober 2015 10:12 CEST
Auftragsnummer: 12345
Dokumente (2)
1. Die Fähre kehrt zurück
Mandant/Sachverhalt: -Keine-
Suchbegriffe: Fähre
Suchart: Natürliche Sprache
Eingegrenzt durch:
Inhaltstyp	Eingegrenzt durch
Nachrichten	Zeitachse: 01. Jan 2015 bis 31. Dez 2015
2. Ziege verpasst die Fähre
Mandant/Sachverhalt: -Keine-
Suchbegriffe: Fähre

Die Fähre kehrt zurück
Der Sorreler Bote
3. März 2015 Dienstag
Frühausgabe
Copyright 2015 Sorreler Verlag GmbH Alle Rechte vorbehalten
Rubrik: LOKALES; S. 4; Ausg. 51
Länge: 84 Wörter
Autor: Von Ada Quill
Zusammenfassung: Hunderte sahen zu.
Body

Die Kettenfähre ist am Dienstagmorgen nach zehn Jahren in der Werft an den Kai zurückgekehrt.

„Wir waren geduldig“, sagte Cy Dunn, dem der Laden gehört.

Classification

Language: GERMAN; DEUTSCH

Publication-Type: Zeitung

Zeitungs-Code: SB

Load-Date: March 4, 2015

End of Document

Ziege verpasst die Fähre
Der Sorreler Bote
Mittwoch 4. März 2015
Copyright 2015 Sorreler Verlag GmbH Alle Rechte vorbehalten
Länge: 44 Wörter
Body

Eine Ziege, die am Dienstag zugesehen hatte, war am Mittwoch nicht an Bord zu bringen.

Classification

Language: GERMAN; DEUTSCH

Load-Date: March 5, 2015

End of Document
"""
FRENCH_FACTIVA = """\
Régions
Le bac revient au quai après dix ans

Ada Quill; Bo Fenn
84 mots
3 mars 2015
Le Courrier de Sorrel
COUSOR
4
Français
Copyright 2015. Le Courrier de Sorrel. Tous droits réservés.

Le bac à chaîne est revenu au quai mardi matin après dix ans au chantier, devant des centaines de personnes.

« Nous avons été patients », a dit Cy Dunn, qui tient le magasin.

Document COUSOR0020150303eb330004v

La chèvre rate le bac

44 mots
4 mars 2015
Le Courrier de Sorrel
COUSOR
Français
Copyright 2015. Le Courrier de Sorrel. Tous droits réservés.

Une chèvre qui avait regardé le bac mardi n'a pas pu être amenée à bord mercredi.

Document COUSOR0020150304eb340005w

Résumé de la recherche
Texte	bac
Date	01/01/2015 à 31/12/2015
Source	Toutes les sources
"""
SPANISH_PROQUEST = """\
____________________________________________________________

Información del informe de ProQuest
06 octubre 2015 10:44
____________________________________________________________

Índice

1. El transbordador vuelve al muelle............ 1
2. La cabra pierde el transbordador............ 2
____________________________________________________________

Documento 1 de 2

El transbordador vuelve al muelle

Autor: Quill, Ada

Información de publicación: El Correo de Sorrel ; Sorrel [Sorrel]03 Mar 2015: 4.

Enlace de documentos de ProQuest

Resumen: El transbordador ha vuelto.

Texto completo: El transbordador de cadena volvió al muelle el martes por la mañana tras diez años en el astillero.

«Hemos tenido paciencia», dijo Cy Dunn.

Materia: Transbordadores

Título: El transbordador vuelve al muelle

Título de publicación: El Correo de Sorrel; Sorrel

Primera página: 4

Fecha de publicación: Mar 3, 2015

Sección: Local

Idioma de la publicación: Spanish

ID del documento de ProQuest: 1017700123

Copyright: Copyright Prensa de Sorrel Mar 3, 2015

Última actualización: 2016-11-09

Base de datos: Noticias

____________________________________________________________

Documento 2 de 2

La cabra pierde el transbordador

Autor: Quill, Ada

Texto completo: Una cabra que miraba el transbordador el martes no pudo subir a bordo el miércoles y nadó.

Título de publicación: El Correo de Sorrel; Sorrel

Fecha de publicación: Mar 4, 2015

ID del documento de ProQuest: 1017700124

Copyright: Copyright Prensa de Sorrel Mar 4, 2015

____________________________________________________________

Bibliografía

Estilo de cita: Chicago
"""
DUTCH_NEXIS = """\
                               1 van 2 DOCUMENTEN

                               De Sorrelse Courant

                            3 maart 2015 dinsdag
                                 Eerste editie

Kettingpont terug aan de kade

BYLINE: Door Ada Quill

SECTION: Binnenland; Blz. 4

LENGTH: 84 woorden

De kettingpont is dinsdagochtend na tien jaar op de werf teruggekeerd aan de
kade, waar honderden mensen stonden te kijken.

LOAD-DATE: March 4, 2015

LANGUAGE: DUTCH; NEDERLANDS

PUBLICATION-TYPE: Krant

                      Copyright 2015 Sorrel Pers BV
                         All Rights Reserved

                               2 van 2 DOCUMENTEN

                               De Sorrelse Courant

                            4 maart 2015 woensdag

Geit mist de pont

SECTION: Voorpagina; Blz. 1

LENGTH: 44 woorden

Een geit die dinsdag keek, kon woensdag niet aan boord worden gebracht.

LOAD-DATE: March 5, 2015

LANGUAGE: DUTCH; NEDERLANDS

                      Copyright 2015 Sorrel Pers BV
"""
ITALIAN_CODES = """\
SE	Cronaca
HD	Il traghetto torna al molo
BY	Di Ada Quill
WC	84 parole
PD	3 marzo 2015
SN	Il Corriere di Sorrel
SC	CORSOR
PG	4
LA	Italiano
CY	(c) 2015 Corriere di Sorrel

LP	Il traghetto a catena è tornato al molo martedì mattina dopo dieci anni in cantiere.

TD	«Siamo stati pazienti», ha detto Cy Dunn.

CO	sorprs : Sorrel Press
AN	Documento CORSOR0020150303eb330004v

HD	La capra perde il traghetto
WC	44 parole
PD	4 marzo 2015
SN	Il Corriere di Sorrel
SC	CORSOR
LA	Italiano
CY	(c) 2015 Corriere di Sorrel
LP	Una capra che guardava martedì non è stata portata a bordo mercoledì.
AN	Documento CORSOR0020150304eb340005w
"""
CASES: dict[str, tuple[str, list[dict[str, Any]]]] = {
    "Nexis Uni in German": (
        GERMAN_NEXIS_UNI,
        [
            {
                "headline": "Die Fähre kehrt zurück",
                "byline": ("Ada Quill",),
                "section": "LOKALES",
                "publication": "Der Sorreler Bote",
                "print_page": "4",
                "language": "de",
                "rights": "Copyright 2015 Sorreler Verlag GmbH Alle Rechte vorbehalten",
                "published": "2015-03-03",
            },
            {
                "headline": "Ziege verpasst die Fähre",
                "publication": "Der Sorreler Bote",
                "language": "de",
                "rights": "Copyright 2015 Sorreler Verlag GmbH Alle Rechte vorbehalten",
                "published": "2015-03-04",
            },
        ],
    ),
    "Factiva in French": (
        FRENCH_FACTIVA,
        [
            {
                "headline": "Le bac revient au quai après dix ans",
                "byline": ("Ada Quill", "Bo Fenn"),
                "section": "Régions",
                "publication": "Le Courrier de Sorrel",
                "print_page": "4",
                "language": "fr",
                "rights": "Copyright 2015. Le Courrier de Sorrel. Tous droits réservés.",
                "published": "2015-03-03",
            },
            {
                "headline": "La chèvre rate le bac",
                "publication": "Le Courrier de Sorrel",
                "language": "fr",
                "rights": "Copyright 2015. Le Courrier de Sorrel. Tous droits réservés.",
                "published": "2015-03-04",
            },
        ],
    ),
    "ProQuest in Spanish": (
        SPANISH_PROQUEST,
        [
            {
                "headline": "El transbordador vuelve al muelle",
                "byline": ("Ada Quill",),
                "section": "Local",
                "publication": "El Correo de Sorrel",
                "print_page": "4",
                "language": "es",
                "rights": "Copyright Prensa de Sorrel Mar 3, 2015",
                "published": "2015-03-03",
            },
            {
                "headline": "La cabra pierde el transbordador",
                "byline": ("Ada Quill",),
                "publication": "El Correo de Sorrel",
                "language": "es",
                "rights": "Copyright Prensa de Sorrel Mar 4, 2015",
                "published": "2015-03-04",
            },
        ],
    ),
    "Nexis in Dutch": (
        DUTCH_NEXIS,
        [
            {
                "headline": "Kettingpont terug aan de kade",
                "byline": ("Ada Quill",),
                "section": "Binnenland",
                "publication": "De Sorrelse Courant",
                "print_page": "4",
                "language": "nl",
                "rights": "Copyright 2015 Sorrel Pers BV All Rights Reserved",
                "published": "2015-03-03",
            },
            {
                "headline": "Geit mist de pont",
                "section": "Voorpagina",
                "publication": "De Sorrelse Courant",
                "print_page": "1",
                "language": "nl",
                "rights": "Copyright 2015 Sorrel Pers BV",
                "published": "2015-03-04",
            },
        ],
    ),
    "field codes of Factiva in Italian": (
        ITALIAN_CODES,
        [
            {
                "headline": "Il traghetto torna al molo",
                "byline": ("Ada Quill",),
                "section": "Cronaca",
                "publication": "Il Corriere di Sorrel",
                "print_page": "4",
                "language": "it",
                "rights": "(c) 2015 Corriere di Sorrel",
                "published": "2015-03-03",
            },
            {
                "headline": "La capra perde il traghetto",
                "publication": "Il Corriere di Sorrel",
                "language": "it",
                "rights": "(c) 2015 Corriere di Sorrel",
                "published": "2015-03-04",
            },
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_every_document_is_read_by_the_labels_of_its_language(
    tmp_path: Path, text: str, expected: list[dict[str, Any]]
) -> None:
    articles = articles_in(read_text(tmp_path, text))
    assert [{name: value for name, value in shown(one).items() if name != "body"} for one in articles] == expected
    bodies = "".join(map(markdown_of, articles))
    # Neither labels nor covers are in a text.
    assert ":" not in bodies
    assert not any(word in repr(articles) for word in ("QUILL", "Suchbegriffe", "Résumé", "Bibliografía", "Índice"))
