"""Files of real agencies, which the repository does not hold: the fields of each, written down from the files."""

from pathlib import Path
from typing import Any, NamedTuple

import pytest

from newsgen.record.import_entry import Entry
from tests.importers.agency.reading import articles_in, entries_in, read_paths, records_in
from tests.support.paths import DATA

FOLDER = DATA / "agency"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the agencies' files are not here")


class Expected(NamedTuple):
    """What a file holds; `paragraphs` counts those of the text, and `status` is "" for what is published."""

    headline: str
    byline: tuple[str, ...] = ()
    dateline: str = ""
    published: str = ""
    tags: tuple[str, ...] = ()
    first: str = ""
    last: str = ""
    paragraphs: int = 0
    section: str = ""
    updated: str | None = None
    status: str = ""


FILES: dict[str, Expected] = {
    "LISTING_1_A_NewsML-G2_News_Item.xml": Expected(
        'Fed to halt QE to avert "bubble"',
        ("Meredith Jameson",),
        "Berlin",
        "2016-10-23T12:00:00Z",
        ("labour market",),
        section="economy, business and finance",
        status="pending",
    ),
    "aap.xml": Expected(
        "The main stories on today's 1900 ABC TV news",
        ("John Doe",),
        "Sydney",
        "2013-10-20T19:27:51+11:00",
        ("Monitor 1900 ABC News", "law enforcement", "investigation"),
        "The main stories on ABC television's 1900 news:",
        "AAP RTV ar",
        13,
        "Justice",
    ),
    "afp20.xml": Expected(
        "Décès de Naomi Musenga: l'opératrice du Samu définitivement condamnée",
        (),
        "Strasbourg, 10 juil 2024 (AFP)",
        "2024-07-10T12:59:02Z",
        (),
        "L'opératrice du Samu condamnée pour non-assistance à personne en danger",
        "L'opératrice, Corinne M.",
        2,
    ),
    "ana1.xml": Expected(
        "Wage employment balance positive in Jan-March",
        (),
        "4/4/2018",
        "2018-04-04T17:58:59+03:00",
        ("Employment/Unemployment", "Job Layoffs", "Economic Indicator"),
        "Wage employment in the private sector grew in March",
        "παραχωρούνται σε συνδρομητές μόνον για συγκεκριμένη χρήση.",
        4,
    ),
    "anpa-1.tst": Expected(
        "For Argentine chemo patients, mirrors can hurt",
        ("PAUL BYRNE", "ALMUDENA CALATRAVA"),
        "BUENOS AIRES, Argentina",
        "2013-11-13T15:09:00Z",
        (),
        "BUENOS AIRES, Argentina (AP) — For cancer patients dealing",
        "APTN contributor Kacey Cherry in Buenos Aires helped with this story.",
        14,
    ),
    "anpa-4.tst": Expected(
        "AP Top Entertainment News at 11:23 p.m. EST",
        (),
        "",
        "2016-02-10T04:23:00Z",
        (),
        "Ex-bodyguard testifies about lewd messages sent to Paltrow",
        "Martin Shkreli sued by artist over Wu-Tang Clan album",
        10,
    ),
    "ansa-newsmlg2-text.xml": Expected(
        "Catalan independence declaration unacceptable - Alfano",
        (),
        "Rome",
        "2017-10-11T10:41:00+01:00",
        (),
        "(ANSA) - Rome, October 11 - Italian Foreign Minister Angelino Alfano has said",
        "but halted implementation to allow for negotiations.",
        4,
    ),
    "ansa_culture.xml": Expected(
        "TEST FROM XAWES",
        (),
        "ANSA TEST - ROMA, 01 LUG",
        "2019-07-01T08:21:00+00:00",
        ("arrest", "Politica - News", "Cronaca - News", "police"),
        "(ANSA) - ROMA, 1 LUG - TEST FROM XAWES (ANSA).",
        "51 77 03 CRO01 1113 APE4800 GEST GEST03 MAE03 LOC03 QBXBSXB",
        2,
        "crime, law and justice",
        "2019-07-01T08:22:28+00:00",
    ),
    "ap-nitf.xml": Expected(
        "Can trading pollution like stocks help fight climate change?",
        ("BERNARD CONDON",),
        "NEW YORK",
        "2015-12-10T19:10:44Z",
        (),
        "NEW YORK (AP) — The gas produced by hog manure at farms",
        "His work can be found at http://www.bigstory.ap.org/content/bernard-condon .",
        27,
    ),
    "ap_anpa-1.tst": Expected(
        "Deng has 30 points, short-handed Heat beat Hawks 115-111",
        ("CHARLES ODUM",),
        "ATLANTA",
        "2016-02-20T03:37:00Z",
        (),
        "ATLANTA (AP) — Luol Deng scored 30 points and Josh McRoberts had 19 — season highs",
        "Hawks: Host Milwaukee on Saturday night.",
        18,
    ),
    "ap_anpa-2.tst": Expected(
        "Baseball Expanded Standings",
        ("The Associated Press",),
        "",
        "2016-05-17T06:20:00Z",
        (),
        "All Times EDT",
        "San Francisco at San Diego, 10:10 p.m.",
        438,
    ),
    "ap_anpa-3.tst": Expected(
        "$210 lobster is found dead",
        (),
        "CHATHAM, Mass.",
        "2016-08-29T16:26:00Z",
        (),
        "CHATHAM, Mass. (AP) — A lobster died.",
        "CHATHAM, Mass. (AP) — A lobster died.",
        1,
    ),
    "ap_anpa-4.tst": Expected(
        "AP Exclusive: China lawyer's family says US helped them flee",
        ("GERRY SHIH",),
        "BEIJING",
        "2017-05-09T00:56:00Z",
        (),
        "BEIJING (AP) — Stuck in a Bangkok jail with a deportation order against her",
        "and Grant Peck in Bangkok contributed to this report.",
        25,
    ),
    "ap_media_text_item.json": Expected(
        "BC-BBN--Top Ten",
        (),
        "",
        "2019-07-03T04:05:12Z",
        ("BBN--Top Ten", "MLB baseball"),
        section="Sports",
        status="pending",
    ),
    "ap_media_text_nitf.xml": Expected(
        "BC-BBN--Top Ten",
        (),
        "",
        "2019-07-03T04:05:12Z",
        (),
        "BASEBALL'S TOP TEN",
        "Colorado, 8-3; Scherzer, Washington, 8-5.",
        74,
    ),
    "dpa.xml": Expected(
        "Eintracht in London: Hintereggers Tränen und Attacke auf Reporter",
        (),
        "London (dpa)",
        "2022-10-11T11:14:42+02:00",
        ("Champions League", "Frankfurt", "London", "Fußball"),
        "London (dpa) - 2019 gab es bittere Tränen in der Kurve",
        "gewann die Eintracht auch das Rückspiel und zog ins Endspiel ein.",
        3,
        "Sport",
    ),
    "efe_nitf.xml": Expected(
        "Honduran president announces Cabinet changes",
        ("gr/bp",),
        "Tegucigalpa",
        "2017-01-02T22:28:00+00:00",
        ("HONDURAS GOVERNMENT", "Executive (government)", "GOVERNMENT"),
        "Tegucigalpa, Jan 2 (EFE).- Test body.",
        "Tegucigalpa, Jan 2 (EFE).- Test body.",
        1,
        "Politics",
    ),
    "ninjs1.json": Expected(
        "headline",
        ("Peter", "Jane"),
        "Milton Keynes",
        "2017-08-24T04:37:19+00:00",
        (),
        "The story so far.",
        "The story so far.",
        1,
        "arts, culture and entertainment",
        "2017-08-24T04:38:34+00:00",
    ),
    "ninjs2.json": Expected(
        "Oil prices edge up on first drop in US drilling in months",
        ("Henning Gloystein",),
        "Singapore",
        "2017-07-03T01:38:13+00:00",
        ("oil and gas - upstream activities",),
        "Oil prices edged up on Monday, supported by the first autumn in US drilling",
        "(Reporting by Henning Gloystein; Editing by Richard Pullin)",
        9,
        "Finance",
        "2017-08-24T01:58:40+00:00",
    ),
    "ninjs3.json": Expected(
        "German Air Force Museum",
        ("A3576/_Maurizio Gambarini",),
        "",
        "2017-08-18T02:57:43+00:00",
        (),
        "German Air Force Museum",
        "German Air Force Museum",
        1,
        "arts, culture and entertainment",
        "2017-08-25T04:41:35+00:00",
    ),
    "pa1.xml": Expected(
        "PA SPORT TRIVIA (OCTOBER 14)",
        (),
        "",
        "2015-10-14T04:30:01+01:00",
        ("Trivia (Oct 14)",),
        "ON THIS DAY IN SPORT",
        "ends",
        43,
    ),
    "pa2.xml": Expected(
        "1 SOCCER INT-Teams",
        (),
        "",
        "2015-10-14T02:43:58+01:00",
        ("INT-Teams",),
        "International Match Mexico v Panama",
        "Davis, Blackburn, Pinzon, Buitrago, Calderon.",
        1,
    ),
    "pa3.xml": Expected(
        "UK BREAK-UP 'NOT INCONCEIVABLE', FIRST MINISTER WARNS AHEAD OF BREXIT TALKS",
        ("Benjamin Wright",),
        "",
        "2016-09-09T00:01:00+01:00",
        ("UnitedKingdom",),
        "The UK risks breaking up unless all home nations",
        "play a hands-on role in the Brexit negotiations",
        1,
    ),
    "pa4.xml": Expected(
        "GREAT BRITISH BAKE OFF COOKS UP TOP FIVE MOST-WATCHED SHOWS OF 2016",
        ("Ian Jones",),
        "",
        "2016-10-03T15:22:57+01:00",
        ("BakeOff",),
        "The Great British Bake Off has made a clean sweep",
        "ends",
        21,
    ),
    "ritzau_news.xml": Expected(
        'Hollandske forskere har "i årevis" lavet forsøg på både mennesker og dyr, hvor de har …',
        ("Peder Top Poulsen",),
        "Haag",
        "2018-01-30T17:32:18",
        (),
        'Hollandske forskere har "i årevis" lavet forsøg på både mennesker og dyr',
        "fordi de har finansieret lignende forsøg.",
        3,
        "Udland",
    ),
    "scoop.xml": Expected(
        "Dick Smith receivers install Don Grover as acting CEO as Abboud quits; retailer put up for sale",
        ("Staff Reporter",),
        "",
        "2016-01-12T12:35:40",
        (),
        "By Jonathan Underhill",
        "(BusinessDesk)",
        9,
        status="future",
    ),
    "stt_newsml_test.xml": Expected(
        "Parliament passed the Alcohol Act and the government gained confidence*** TRANSLATED ***",
        (),
        "Helsinki",
        "2017-12-19T10:33:04+02:00",
        (),
        "*** DISCLAIMER: THIS IS AN AUTOMATED TRANSLATION FROM FINNISH ***",
        "Rinne sanoi tiedotteessaan heti äänestyksen jälkeen.",
        40,
        "Politics",
        "2017-12-25T11:16:43+02:00",
    ),
}


def _found(record: dict[str, Any], expected: Expected) -> Expected:
    body = record["body"] or [""]
    return Expected(
        record["headline"],
        tuple(record["byline"]),
        record["dateline"],
        record["published"],
        tuple(record["tags"]),
        body[0][: len(expected.first)],
        body[-1][len(body[-1]) - len(expected.last) :],
        len(record["body"]),
        record["section"],
        record["updated"],
        record["status"],
    )


@pytest.mark.parametrize("name", FILES)
def test_every_field_of_a_real_file_is_right(name: str) -> None:
    (record,) = records_in(read_paths(FOLDER / name))
    assert _found(record, FILES[name]) == FILES[name]


def test_a_file_without_headline_and_text_is_no_article() -> None:
    found = read_paths(FOLDER / "aap-finance-lite.xml")
    assert articles_in(found) == []
    place = f"{FOLDER / 'aap-finance-lite.xml'}:2"
    assert Entry("item", "NITF", "left out", "It has neither a headline nor a text.", place) in found


def test_every_file_is_known() -> None:
    assert {file.name for file in Path(FOLDER).iterdir()} == {*FILES, "aap-finance-lite.xml"}


def test_every_item_of_the_folder_is_in_the_account_once() -> None:
    items = [entry for entry in entries_in(read_paths(FOLDER)) if entry.kind == "item"]
    # One file has a package beside its article.
    assert len(items) == len(FILES) + 2
