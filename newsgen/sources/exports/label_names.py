"""The labels of exports, such as "BYLINE:" or "Publication date:", in the languages of the databases' interfaces.

Labels are compared without case, accents and hyphens: "LOAD-DATE" is "Load date", and "LANGE" is "LÄNGE".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

# What each label says. "extra" is kept under the label, "chrome" says nothing about the article.
_NAMES = {
    "headline": (
        "headline;title;titel;überschrift;schlagzeile;titre;titular;título;titolo;kop;tytuł;başlık;название;заголовок"
    ),
    "dek": "highlight;encart;subtitle;subheadline;untertitel;sous-titre;subtítulo;sottotitolo;ondertitel",
    "byline": "byline;by-line;author;authors;autor;autoren;auteur;auteurs;autore;autori;autores;автор;yazar adı",
    "credit": "credit",
    "dateline": "dateline",
    "section": "section;rubrik;rubrique;sección;sezione;seção;secção;rubriek;sectie;bereich;ressort;sekcja;раздел",
    "page": (
        "page;pages;first page;start page;seite;seiten;erste seite;startseite;première page;página;páginas;"
        "primera página;página inicial;primeira página;pagina;pagine;pagina's;prima pagina;eerste pagina;startpagina;"
        "strony;страницы"
    ),
    "published": (
        "date;publication date;datum;publikationsdatum;erscheinungsdatum;veröffentlichungsdatum;date de publication;"
        "date de parution;fecha;fecha de publicación;data;data di pubblicazione;data de publicação;data da publicação;"
        "publicatiedatum;datum van publicatie;data publikacji;дата публикации;yayınlanma tarihi"
    ),
    "publication": (
        "publication title;titel der publikation;publikationstitel;titre de la publication;título de publicación;"
        "título de la publicación;titolo pubblicazione;título da publicação;titel van publicatie;publicatietitel;"
        "tytuł publikacji"
    ),
    "publication info": (
        "publication info;publikationsinfo;publikationsinformationen;informations sur la publication;"
        "información de publicación;información de la publicación;informazioni sulla pubblicazione;"
        "informações da publicação;informações de publicação;publicatiegegevens;publicatie-info"
    ),
    "year": (
        "publication year;erscheinungsjahr;publikationsjahr;année de publication;año de publicación;"
        "anno di pubblicazione;ano de publicação;ano da publicação;jaar van publicatie;publicatiejaar;rok publikacji"
    ),
    "language": (
        "language;language of publication;sprache;publikationssprache;langue;langue de publication;idioma;lengua;"
        "idioma de la publicación;idioma de publicação;lingua;lingua di pubblicazione;língua;taal;taal van publicatie;"
        "język;język publikacji;язык;язык публикации;dil;yayın dili"
    ),
    "rights": "copyright;rights;alle rechte vorbehalten;prawa autorskie;telif hakkı",
    "caption": "graphic;graphics;grafik;graphique;gráfico;grafico;grafiek;illustration;photo;photos;cutline;caption",
    "correction": "correction;correction text;korrektur;corrección;rettifica",
    "correction date": "correction-date",
    "body": (
        "full text;body;text;volltext;texte intégral;texte complet;texto completo;testo completo;testo integrale;"
        "texto integral;volledige tekst;pełny tekst;полный текст;tam metin"
    ),
    "abstract": "abstract;zusammenfassung;résumé;resumen;riassunto;sommario;resumo;samenvatting;streszczenie",
    "length": "length;länge;longueur;longitud;extensión;lunghezza;comprimento;tamanho;extensão;lengte;długość",
    "source": "quelle",
    "extra": (
        # Nexis
        "load-date;update;date-chargement;ladedatum;fecha-de-carga;fecha de carga;data di caricamento;"
        "data-di-caricamento;data de carregamento;laaddatum;laad-datum;publication-type;pub-type;type-publication;"
        "publikationsart;publikationstyp;tipo-de-publicación;tipo di pubblicazione;tipo de publicação;publicatietype;"
        "publicatie-type;type;journal-code;zeitungs-code;publication-subtype;publication-source-country;subject;sujet;"
        "asunto;tema;soggetto;assunto;onderwerp;person;personne;persona;pessoa;persoon;organization;organisation;"
        "organización;organizzazione;organização;organisatie;company;société;societe;empresa;azienda;bedrijf;"
        "unternehmen;industry;secteur-activité;branche;industria;settore;sector;geographic;geographie;"
        "localisation-géo;geográfico;geografico;geografisch;country;pays;país;paese;land;state;city;ticker;"
        "symbole-boursier;series;serie;serie;notes;note;notizen;distribution;category;document-type;organisme;"
        "enhancement;cite;column;series;edition;ausgabe;édition;edición;edizione;edição;editie;url;acc-no;"
        "terms and conditions;contact;kontakt;name;story-type;"
        # ProQuest
        "materia;materias;argomento;argomenti;matière;matières;onderwerpen;fachgebiet;personas;personnes;personen;lugares;"
        "lieux;clasificación;classification;correspondencia;"
        "location;ort;lieu;lugar;ubicación;luogo;localização;locatie;people;company / organization;"
        "unternehmen/organisation;entreprise / organisation;compañía / organización;links;link;liens;lien;enlaces;"
        "enlace;proquest document link;link zum proquest-dokument;lien vers le document proquest;"
        "enlace de documentos de proquest;enlace al documento de proquest;"
        "collegamenti;koppelingen;volume;band;tomo;issue;numéro;número;fascicolo;"
        "number of pages;seitenanzahl;nombre de pages;número de páginas;numero di pagine;aantal pagina's;publisher;"
        "herausgeber;verlag;éditeur;editorial;casa editrice;editora;uitgever;wydawca;"
        "place of publication;verlagsort;lieu de publication;lugar de publicación;luogo di pubblicazione;"
        "local de publicação;plaats van publicatie;country of publication;publikationsland;pays de publication;"
        "país de publicación;paese di pubblicazione;país de publicação;land van publicatie;publication subject;"
        "journal subject;zeitschriftenthema;thema;issn;isbn;eissn;source type;quellentyp;quellenart;type de source;"
        "tipo de fuente;tipo di fonte;tipo de fonte;brontype;source attribution;document type;dokumententyp;"
        "dokumenttyp;"
        "type de document;tipo de documento;tipo di documento;documenttype;proquest document id;"
        "proquest-dokument-id;proquest dokument-id;identifiant de document proquest;id du document proquest;"
        "id del documento de proquest;id de documento de proquest;id documento proquest;"
        "id do documento proquest;id do documento do proquest;proquest-document-id;document url;dokument-url;"
        "url du document;url del documento;url del documento;url do documento;url van document;document-url;"
        "last updated;zuletzt aktualisiert;letzte aktualisierung;dernière mise à jour;última actualización;"
        "ultimo aggiornamento;última atualização;laatst bijgewerkt;laatst gewijzigd;database;datenbank;"
        "base de données;base de datos;base de dados;databank;identifier / keyword;"
        "identifikator/schlüsselwort;identificateur / mot-clé;identificador / palabra clave;"
        "identificativo/parola chiave;identificador / palavra-chave;trefwoord;document feature;column name;"
        "publication frequency;start date;"
        # Genios, wiso
        "dokumentnummer;dauerhafte adresse des dokuments;schlagwörter;deskriptoren;region;rubriken"
    ),
}
_NO_LABELS: Mapping[str, str] = {}
# "Label: value"; French puts a space before the colon. Parentheses hold a language: "Abstract (English): …".
_LABEL = re.compile(
    r"(?P<name>[^\W\d_][\w '’/&.-]{0,44}?)(?: \([^()]{2,20}\))?[ \u00a0\u202f]?[:：](?=\s|$)\s*(?P<value>.*)"
)
# Headings without a colon that begin a part of a Nexis Uni document.
_HEADINGS = {
    "body": "body;textkörper;haupttext;corps;cuerpo;corpo;hoofdtekst",
    "caption": "graphic;grafik;graphique;gráfico;grafico;grafiek",
    "heading": (
        "classification;klassifizierung;klassifikation;clasificación;classificazione;classificação;classificatie"
    ),
    "extra": "notes;hinweise;remarques;notas;note;notities",
    "correction": "correction;korrektur;corrección;correção;correzione;correctie",
}


class LabelledRow(NamedTuple):
    """The label of a row as written, what it says of the article, and the text after it."""

    name: str
    field: str
    value: str


def fold(text: str) -> str:
    """A text in the form in which labels are compared."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("’", "'").replace("-", " "))
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


@cache
def _fields() -> dict[str, str]:
    fields: dict[str, str] = {}
    for field, names in _NAMES.items():
        for name in names.split(";"):
            # A name of two fields in two languages is that of the first, which is the more important.
            fields.setdefault(fold(name), field)
    return fields


@cache
def _fields_of_headings() -> dict[str, str]:
    return {fold(name): field for field, names in _HEADINGS.items() for name in names.split(";")}


def find_label(text: str, own: Mapping[str, str] = _NO_LABELS) -> LabelledRow | None:
    """The label with which a row begins, or None; `own` are labels of one database alone, folded, with their fields."""
    match = _LABEL.match(text)
    if not match:
        return None
    name = fold(match["name"])
    field = own.get(name) or _fields().get(name)
    return LabelledRow(match["name"], field, match["value"].strip()) if field else None


def find_heading(text: str) -> LabelledRow | None:
    """The heading of a part that is a whole row, such as "Body", or None."""
    field = _fields_of_headings().get(fold(text)) if len(text) < 20 else None
    return LabelledRow(text, field, "") if field else None
