"""Every format of agencies gives every field that an article has a place for."""

from pathlib import Path
from typing import Any

import pytest

from newsgen.importers.imported import MissingFile
from newsgen.importers.markdown_file import format_markdown_file
from newsgen.record.import_entry import Entry
from tests.importers.agency.reading import EXAMPLES, articles_in, read_paths, read_texts, records_in

EXPECTED: dict[str, list[dict[str, Any]]] = {
    "council.nitf.xml": [
        {
            "id": "nitf:council-bridge:20140203",
            "headline": "Council keeps the old bridge",
            "kicker": "Town hall",
            "dek": "Nine votes to four after a night of debate",
            "byline": ["Iris Vane", "Tom Reed"],
            "dateline": "SORREL",
            "published": "2014-02-04T06:00:00+01:00",
            "updated": "2014-02-05T10:15:00+01:00",
            "section": "Town",
            "tags": ["bridges", "council", "Local authority"],
            "publication": "The Sorrel Courant",
            "print_page": "3",
            "language": "en-GB",
            "rights": "© 2014 The Sorrel Courant",
            "images": [
                {
                    "file": "bridge.jpg",
                    "alt": "A stone bridge",
                    "caption": "The bridge on Monday.",
                    "credit": "Photo: N. Oake",
                }
            ],
            "body": [
                "SORREL — The council of Sorrel voted on Monday to keep the old bridge & its lamps.",
                "A long night",
                "“It has stood for 3/4 of a century”, said Nora Oake's sister. She paused.",
                "We shall mend it.",
                "Mayor Ash",
                "Nine for",
                "Four against",
                "Votes Ward",
                "For",
                "Mill",
                "5",
                "Lamp 12 Rail 4",
                "Words of an element that nobody knows.",
                "Iris Vane writes about Sorrel.",
            ],
        }
    ],
    "blox": [
        {
            "id": "nitf:0b1e0b1e-9a1f-11e3",
            "headline": "Goose wins at the county fair",
            "byline": ["Lena Marsh"],
            "published": "2014-02-11T08:30:00-06:00",
            "section": "news/local",
            "tags": ["Fair", "Geese"],
            "original_url": "https://sorrelcourant.example/news/local/article_0b1e0b1e-9a1f-11e3.html",
            "images": [
                {
                    "file": "goose-54ed45bb.jpg",
                    "alt": "",
                    "caption": "The goose with its ribbon.",
                    "credit": "Lena Marsh",
                }
            ],
            "body": ["The goose of Otis Fenn took the ribbon.", "It will be back, he said.", "The goose walks."],
        }
    ],
    "message.g2.xml": [
        {
            "id": "newsml-g2:tag:merrow.example,2019:mill-text",
            "headline": "The wheel turns again",
            "kicker": "Mills",
            "dek": "After six years of silence",
            "byline": ["Ada Quill"],
            "dateline": "SORREL, Merrow",
            "published": "2019-05-04T07:00:00+01:00",
            "updated": "2019-05-04T09:30:00+01:00",
            "section": "economy",
            "tags": ["wheels", "milling"],
            "language": "en",
            "rights": "© Merrow News Union",
            "related": [
                {"title": "The mill's own page", "url": "https://merrow.example/mill"},
                {"title": "Wheels in figures", "url": ""},
            ],
            "images": [
                {
                    "file": "/big/wheel.jpg",
                    "alt": "",
                    "caption": "The wheel on Saturday.",
                    "credit": "N. Oake/MNU",
                }
            ],
            "body": ['SORREL – The wheel "turns" again.', "It is loud and wet."],
        },
        {
            "id": "newsml-g2:tag:merrow.example,2019:mill-box",
            "headline": "Wheels in figures",
            "published": "2019-05-04T08:00:00+01:00",
            "related": [{"title": "The wheel turns again", "url": ""}],
            "body": ["Twelve spokes.", "Two tonnes."],
        },
    ],
    "ferry.newsml1.xml": [
        {
            "id": "newsml:merrow.example:20180610:ferry",
            "headline": "Die Fähre fährt wieder",
            "kicker": "Am Fluss",
            "dek": "Nach drei Jahren Pause",
            "byline": ["Iris Vane"],
            "dateline": "Sorrel, 10. Juni",
            "published": "2018-06-10T10:00:00+02:00",
            "updated": "2018-06-10T11:30:00+02:00",
            "section": "Wirtschaft",
            "tags": ["Fähren", "Fluss", "Verkehr"],
            "language": "de",
            "rights": "© 2018 Merrow News Union",
            "images": [
                {
                    "file": "ferry.jpg",
                    "alt": "",
                    "caption": "Die Fähre am Steg.",
                    "credit": "Foto: Tom Reed",
                }
            ],
            "body": ["SORREL – Die Fähre Nora fährt.", "Sie fährt um acht."],
        }
    ],
    "lamp.ninjs1.json": [
        {
            "id": "ninjs:urn:merrow:lamp",
            "headline": "A lamp for every lane",
            "kicker": "Streets",
            "dek": "The town will light its last dark lane by spring.",
            "byline": ["Ada Quill", "Tom Reed"],
            "dateline": "Sorrel",
            "published": "2017-02-03T08:00:00Z",
            "updated": "2017-02-03T10:15:00Z",
            "section": "politics",
            "tags": ["local councils"],
            "language": "en",
            "rights": "© Merrow News Union",
            "related": [{"title": "Lamps of Merrow", "url": "https://merrow.example/lamps"}],
            "images": [{"file": "/o/lamp.jpg", "alt": "", "caption": "A lamp at dusk.", "credit": "N. Oake"}],
            "body": ["The town will buy forty lamps.", "Each costs 12 €."],
        }
    ],
    "quay.ninjs2.json": [
        {
            "id": "ninjs:urn:merrow:quay",
            "headline": "Ny kaj i hamnen",
            "dek": "Bygget börjar i maj",
            "byline": ["Lena Marsh"],
            "published": "2021-05-26T13:40:18+02:00",
            "section": "Konflikter",
            "tags": ["kajer", "båtar"],
            "language": "sv",
            "images": [{"file": "/kaj.jpg", "alt": "", "caption": "Kajen i dag.", "credit": "Karl Ö/MNU"}],
            "body": ["Hamnen får en ny kaj.", "Den blir lång."],
        }
    ],
    "snow.ninjs3.json": [
        {
            "id": "ninjs:http://merrow.example/snow",
            "headline": "Snow on the pass",
            "byline": ["Iris Vane"],
            "dateline": "Sorrel, Merrow",
            "published": "2023-01-09T10:39:00Z",
            "rights": "Copyright 2023 Merrow News Union",
            "body": ["Snow fell on the pass."],
        },
        {
            "id": "ninjs:http://merrow.example/snow-photo",
            "headline": "The pass in white",
            "images": [{"file": "/pass.jpg", "alt": "", "caption": "The pass on Monday.", "credit": "N. Oake"}],
            "body": [],
        },
    ],
    "mill.anpa": [
        {
            "id": "anpa:BC-XX--Sorrel Mill:2019-05-04",
            "headline": "The mill's wheel turns again",
            "dek": "The old wheel of Sorrel turned on Saturday for the first time in six years, its keeper said.",
            "byline": ["ADA QUILL", "TOM REED"],
            "dateline": "SORREL, Merrow",
            "published": "2019-05-04T15:30:00Z",
            "body": [
                "SORREL, Merrow (AP) — The wheel, “a wonder,” its keeper said, turned on Saturday for a crowd — and "
                "for the rain.",
                "It is loud.",
                "UP NEXT",
                "A fair.",
            ],
        }
    ],
    "geese.anpa": [
        {
            "headline": "Goose racing",
            "byline": ["The Associated Press"],
            "published": "1998-02-11T22:15:00-05:00",
            "markdown": """\
## EAST LANE

|  | W | L | GB |
| --- | --- | --- | --- |
| New Mill | 9 | 1 | — |
| Old Mill | 5 | 5 | 4½ |

***

## Monday's Races

New Mill 7, Old Mill 5

```
Distance     Time      Lane
100 yards    1:02.3    4
200 yards    2:09.9    1
```
""",
        }
    ],
    "ferry.7901": [
        {
            "id": "iptc7901:mnu0042:2018-06-10",
            "headline": 'Die Fähre fährt wieder - Nach drei Jahren Pause legt die "Nora" an',
            "byline": ["Iris Vane"],
            "dateline": "Sorrel",
            "published": "2018-06-10T12:14:00",
            "tags": ["Fähren", "Verkehr"],
            "body": [
                'Sorrel (MNU) - Die Fähre "Nora" fährt wieder. Sie legt am Sonntag um acht Uhr ab.',
                "Die Karten kosten drei Taler, für Kinder einen. Wer zahlt, fährt mit.",
            ],
        }
    ],
    "rbnews.xml": [
        {
            "id": "ritzau:MNU-7",
            "headline": "Færgen sejler igen",
            "byline": ["Lena Marsh"],
            "dateline": "Sorrel",
            "published": "2018-01-30T17:32:18",
            "section": "Indland",
            "body": ["Færgen sejler igen."],
        }
    ],
}


@pytest.mark.parametrize("name", EXPECTED)
def test_every_field_is_read(name: str) -> None:
    records = records_in(read_paths(EXAMPLES / name))
    chosen = [{key: record[key] for key in expected} for record, expected in zip(records, EXPECTED[name], strict=True)]
    assert chosen == EXPECTED[name]


GROUPS = {
    "council.nitf.xml": {"people": ("Ada Quill", "Nora Oake"), "places": ("Sorrel, Merrow", "Sorrel")},
    "message.g2.xml": {"people": ("Tom Reed",), "places": ("Sorrel",)},
    "ferry.newsml1.xml": {"people": ("Nora Oake",), "places": ("Sorrel",)},
    "lamp.ninjs1.json": {"people": ("Nora Oake",), "places": ("Sorrel",)},
    "quay.ninjs2.json": {"people": ("Otis Fenn",), "places": ("Hamnen",)},
}


@pytest.mark.parametrize("name", GROUPS)
def test_people_and_places_are_read(name: str) -> None:
    assert articles_in(read_paths(EXAMPLES / name))[0].article.groups == GROUPS[name]


EXTRA: dict[str, dict[str, object]] = {
    "council.nitf.xml": {
        "abstract": "The council voted to repair the bridge rather than replace it.",
        "byline_title": "Courant staff",
        "slugline": "council-bridge",
        "desk": "metro",
        "urgency": "4",
        "distributor": "Merrow News Union",
    },
    "message.g2.xml": {
        "slugline": "mill-wheel",
        "creditline": "MNU",
        "usage_terms": "Within Merrow only",
        "signal": "sig:update",
        "packages": ["The mill"],
    },
    "lamp.ninjs1.json": {
        "authors": [{"name": "Ada Quill", "role": "writer"}],
        "slugline": "lamps",
        "evolvedfrom": "urn:merrow:lantern",
        "urgency": 3,
    },
    "quay.ninjs2.json": {
        "bodies": {"fact text/plain": "Fakta: helt andra ord om gamla båtar, segel, rep och ankare"},
    },
    "mill.anpa": {
        "slugline": "BC-XX--Sorrel Mill",
        "version": "1st Ld-Writethru",
        "photos": "AP Photo XYZ101",
        "priority": "r",
        "category": "i",
    },
    "ferry.7901": {"advisories": ["Zusammenfassung"], "category": "wi", "byline": "Von Iris Vane, MNU"},
}


@pytest.mark.parametrize("name", EXTRA)
def test_what_no_field_holds_is_kept_as_extra(name: str) -> None:
    extra = articles_in(read_paths(EXAMPLES / name))[0].article.extra
    assert {key: extra.get(key) for key in EXTRA[name]} == EXTRA[name]


def test_pictures_beside_a_text_come_with_it_and_others_are_told() -> None:
    found = read_paths(EXAMPLES / "blox")
    (article,) = articles_in(found)
    assert [(file.path, file.content) for file in article.files] == [
        ("goose-54ed45bb.jpg", EXAMPLES / "blox/2014/02/goose.jpg")
    ]
    place = f"{EXAMPLES / 'blox'}/2014/02/nobody.jpg"
    assert Entry("media file", "", "left out", "No article shows it.", place) in found


def test_pictures_at_an_address_are_listed_to_be_fetched() -> None:
    found = read_paths(EXAMPLES / "message.g2.xml")
    assert [item for item in found if isinstance(item, MissingFile)] == [
        MissingFile("/big/wheel.jpg", "https://img.example/big/wheel.jpg", "message.g2.xml")
    ]


SECRETS = ["@", "555-0100", "quill.ada", "aquill", "Desk", "Do not print", "33300000", "Redaktion", "Kontakt"]


def test_no_address_account_or_note_to_editors_reaches_an_article() -> None:
    articles = articles_in(read_paths(EXAMPLES))
    files = "".join(format_markdown_file(article) for article in articles)
    assert [secret for secret in SECRETS if secret in files] == []


def test_a_text_in_seven_bits_with_parity_is_read(tmp_path: Path) -> None:
    message = (
        b"\x16\x16\x01a0123\x1fap-i\x13\r\nr i\x13\x11 BC-Mill 05-02 0180\r\n\x02^BC-Mill,0180<\r\n"
        b"^Mill wheel turns<\r\n"
        b"\tSORREL, Ohio (MNU) _ It turned.\r\n\x03AP-NY-05-02-19 1015EDT\r\n\x04"
    )
    paired = bytes(byte | 0x80 if byte.bit_count() & 1 else byte for byte in message)
    (article,) = articles_in(read_texts(tmp_path, paired))
    assert article.article.headline == "Mill wheel turns"


def test_words_between_angle_brackets_of_a_plain_text_stay(tmp_path: Path) -> None:
    record = '{"uri": "a", "type": "text", "headline": "Mill", "body_text": "It <turns>.\\n\\nTwo."}'
    (article,) = articles_in(read_texts(tmp_path, record))
    assert article.article.body[0].text == "It \\<turns>.\n\nTwo.\n"


def test_the_parts_of_a_composite_item_are_its_text(tmp_path: Path) -> None:
    part = '{"type": "text", "headline": "One", "body_html": "<p>It turns.</p>"}'
    secret = '{"type": "text", "pubStatus": "withheld", "headline": "Two", "body_html": "<p>Secret.</p>"}'
    parts = f'{{"p": {part}, "q": {secret}}}'
    record = f'{{"uri": "a", "type": "composite", "headline": "Live", "associations": {parts}}}'
    (article,) = articles_in(read_texts(tmp_path, record))
    assert article.article.body[0].text == "## One\n\nIt turns.\n"


def test_how_to_reach_people_is_kept_nowhere(tmp_path: Path) -> None:
    contact = '{"name": "Bo", "contactInfo": [{"type": "phone", "value": "555-0100"}]}'
    record = f'{{"uri": "a", "type": "text", "headline": "A", "body_text": "B", "infoSources": [{contact}]}}'
    (article,) = articles_in(read_texts(tmp_path, record))
    assert article.article.extra["infoSources"] == [{"name": "Bo"}]
