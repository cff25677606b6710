"""Of each item the last version counts, and what its sender does not release is not published."""

from pathlib import Path

import pytest

from newsgen.importers.agency.read import read_agency
from newsgen.record.import_entry import Entry
from tests.importers.agency.reading import articles_in, entries_in, read_paths, read_texts, records_in


def g2(
    guid: str = "a", version: int = 1, meta: str = "", headline: str = "Mill", body: str = "The mill stands."
) -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" version="{version}">
      <itemMeta><itemClass qcode="ninat:text"/>
      <versionCreated>2019-05-0{version}T08:00:00Z</versionCreated>{meta}</itemMeta>
      <contentMeta><headline>{headline}</headline></contentMeta>
      <contentSet><inlineData contenttype="text/html">&lt;p&gt;{body}&lt;/p&gt;</inlineData></contentSet></newsItem>"""


def nitf(docdata: str = "", body: str = "The mill stands.", attributes: str = "") -> str:
    return f"""<nitf><head><docdata {attributes}>{docdata}</docdata></head>
      <body><body.head><hedline><hl1>Mill</hl1></hedline></body.head><body.content><p>{body}</p></body.content></body></nitf>"""


def newsml1(revision: int, status: str = "Usable", more: str = "", headline: str = "Mill") -> str:
    return f"""<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>m</ProviderId><DateId>20190501</DateId>
      <NewsItemId>mill</NewsItemId><RevisionId PreviousRevision="0" Update="N">{revision}</RevisionId></NewsIdentifier>
      </Identification><NewsManagement><FirstCreated>20190501T080000Z</FirstCreated>
      <ThisRevisionCreated>20190501T09000{revision}Z</ThisRevisionCreated>
      <Status FormalName="{status}"/>{more}</NewsManagement>
      <NewsComponent><NewsLines><HeadLine>{headline}</HeadLine></NewsLines><ContentItem><MediaType FormalName="Text"/>
      <DataContent><p>The mill stands.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""


def ninjs(version: str, more: str = "", headline: str = "Mill") -> str:
    return f"""{{"guid": "a", "type": "text", "version": "{version}", "versioncreated": "2019-05-01T08:00:00Z",
      "headline": "{headline}", "body_html": "<p>The mill stands.</p>" {more}}}"""


def anpa(version: str, headline: str, minute: int) -> bytes:
    return (
        b"\x16\x16\x01w0001\x1fasian\r\nr i\x13\x11 BC-Mill   05-04 0010\r\n\x02^BC-Mill"
        + f", {version},10<\r\n^{headline}<\r\n\t   The mill stands.\r\n".encode()
        + f"\t   \x03AP-WF-05-04-19 15{minute}GMT<\r\n".encode()
        + b"\x0c\r\n\x04"
    )


LAST: dict[str, tuple[list[str | bytes], list[str]]] = {
    # the messages in the order of their coming; the headlines that stay
    "NewsML-G2 by its version": ([g2(version=2, headline="New"), g2(version=1, headline="Old")], ["New"]),
    "NewsML-G2 of ten versions": ([g2(version=v, headline=str(v)) for v in (9, 2)], ["9"]),
    "NewsML 1 by its revision": ([newsml1(1, headline="Old"), newsml1(2, headline="New")], ["New"]),
    "ninjs by its version as a number": ([ninjs("10", headline="New"), ninjs("9", headline="Old")], ["New"]),
    "ninjs that comes again": ([ninjs("1", headline="Old"), ninjs("1", headline="New")], ["New"]),
    "ANPA written through": ([anpa("1st Ld-Writethru", "Old", 10), anpa("2nd Ld-Writethru", "New", 20)], ["New"]),
    "ANPA with an addition": ([anpa("1st Add", "One", 10), anpa("2nd Add", "Two", 20)], ["One", "Two"]),
    "NITF by the version of its key": (
        [
            nitf('<date.issue norm="20190501"/><du-key key="mill" version="2"/><doc-id id-string="y"/>', "New."),
            nitf('<date.issue norm="20190501"/><du-key key="mill" version="1"/><doc-id id-string="x"/>', "Old."),
        ],
        ["Mill"],
    ),
    "two items without a key": ([nitf(), nitf()], ["Mill", "Mill"]),
}


@pytest.mark.parametrize(("messages", "headlines"), LAST.values(), ids=LAST)
def test_the_last_version_of_an_item_replaces_the_others(
    tmp_path: Path, messages: list[str | bytes], headlines: list[str]
) -> None:
    found = read_texts(tmp_path, *messages)
    assert [record["headline"] for record in records_in(found)] == headlines
    replaced = [entry for entry in entries_in(found) if entry.reason == "A later version replaces it."]
    assert len(replaced) == len(messages) - len(headlines)


STATUS: dict[str, tuple[str | bytes, str, str]] = {
    # a message; the status of its article ("" for one that is published); what the account says
    "G2 that is usable": (g2(), "", ""),
    "G2 that is withheld": (
        g2(meta='<pubStatus qcode="stat:withheld"/>'),
        "private",
        "Its sender withholds it.",
    ),
    "G2 that is cancelled": (g2(meta='<pubStatus qcode="stat:canceled"/>'), "trash", "Its sender has cancelled it."),
    "G2 by the URI of a status": (
        g2(meta='<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>'),
        "trash",
        "Its sender has cancelled it.",
    ),
    "G2 with an embargo to come": (
        g2(meta="<embargoed>2031-01-01T00:00:00Z</embargoed>"),
        "future",
        "It is embargoed.",
    ),
    "G2 with an embargo that is over": (
        g2(meta="<embargoed>2020-01-01T00:00:00Z</embargoed>"),
        "",
        "Its embargo is over.",
    ),
    "G2 with an embargo without an end": (g2(meta="<embargoed/>"), "future", "It is embargoed without a date."),
    "G2 that is cancelled under an embargo": (
        g2(meta='<embargoed>2020-01-01T00:00:00Z</embargoed><pubStatus qcode="stat:canceled"/>'),
        "trash",
        "Its sender has cancelled it.",
    ),
    "NITF that is embargoed": (
        nitf('<date.release norm="20310101T000000Z"/>', attributes='management-status="embargoed"'),
        "future",
        "It is embargoed.",
    ),
    "NITF with a release to come": (
        nitf('<date.issue norm="20190101"/><date.release norm="20310101T000000Z"/>'),
        "future",
        "It is embargoed.",
    ),
    "NITF embargoed without a date": (
        nitf(attributes='management-status="embargoed"'),
        "future",
        "It is embargoed without a date.",
    ),
    "NITF that is withheld": (nitf(attributes='management-status="withheld"'), "private", "Its sender withholds it."),
    "NITF that is cancelled": (
        nitf(attributes='management-status="canceled"'),
        "trash",
        "Its sender has cancelled it.",
    ),
    "NewsML 1 that is embargoed": (
        newsml1(
            1,
            "Embargoed",
            '<StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20310101</DateAndTime>'
            "</StatusWillChange>",
        ),
        "future",
        "It is embargoed.",
    ),
    "NewsML 1 that is cancelled": (newsml1(1, "Canceled"), "trash", "Its sender has cancelled it."),
    "ninjs that is withheld": (ninjs("1", ', "pubstatus": "withheld"'), "private", "Its sender withholds it."),
    "ninjs that is cancelled": (ninjs("1", ', "pubstatus": "canceled"'), "trash", "Its sender has cancelled it."),
    "ninjs with an embargo": (ninjs("1", ', "embargoed": "2031-01-01T00:00:00Z"'), "future", "It is embargoed."),
    "ANPA that is killed": (anpa("KILL", "Mill", 10), "trash", "Its sender has cancelled it."),
    "RBNews that is cancelled": (
        "<RBNews><headline>Mill</headline><Annuleret>true</Annuleret><content>Text.</content></RBNews>",
        "trash",
        "Its sender has cancelled it.",
    ),
    "a headline without a text": (g2(body=""), "pending", "Its text is not in the source."),
}


@pytest.mark.parametrize(("message", "status", "reason"), STATUS.values(), ids=STATUS)
def test_what_its_sender_does_not_release_is_not_published(
    tmp_path: Path, message: str | bytes, status: str, reason: str
) -> None:
    (article,) = articles_in(read_texts(tmp_path, message))
    assert article.status == status
    (item,) = [entry for entry in article.entries if entry.kind == "item"]
    assert (item.outcome, item.reason) == ("taken", reason)


def test_a_later_cancellation_takes_the_text_of_an_earlier_version_back(tmp_path: Path) -> None:
    killed = g2(version=2, meta='<pubStatus qcode="stat:canceled"/>', body="")
    (article,) = articles_in(read_texts(tmp_path, g2(version=1), killed))
    assert (article.status, article.article.body) == ("trash", ())


def test_a_document_may_take_another_one_back(tmp_path: Path) -> None:
    first = nitf('<doc-id id-string="one"/>')
    kill = nitf(
        '<doc-id id-string="two"/>', body="", attributes='management-doc-idref="one" management-idref-status="canceled"'
    )
    found = read_texts(tmp_path, first, kill)
    (article,) = articles_in(found)
    assert (article.article.id, article.status) == ("nitf:one", "trash")
    assert Entry("item", "NITF", "taken", "It takes another one back.", "item1") in found


def test_what_is_withheld_is_in_no_other_article(tmp_path: Path) -> None:
    photo = """<newsItem guid="p"><itemMeta><itemClass qcode="ninat:picture"/>
      <pubStatus qcode="stat:withheld"/></itemMeta><contentMeta><headline>Secret</headline></contentMeta><contentSet>
      <remoteContent contenttype="image/jpeg" href="https://img.example/secret.jpg"/></contentSet></newsItem>"""
    box = g2("b", meta='<pubStatus qcode="stat:withheld"/>', headline="Secret box")
    text = g2(meta='<link rel="irel:hasPhoto" residref="p"/><link rel="irel:seeAlso" residref="b"/>')
    articles = articles_in(read_texts(tmp_path, text, photo, box))
    (public,) = [article for article in articles if not article.status]
    assert (public.article.images, public.article.related) == ((), ())
    assert "ecret" not in str(public)


def test_an_import_knows_the_time_itself(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(g2(meta="<embargoed>2001-01-01T00:00:00Z</embargoed>"))
    assert [article.status for article in articles_in(read_paths(tmp_path))] == [""]
    assert [article.status for article in articles_in(list(read_agency([])))] == []


def test_an_item_inside_another_is_an_article_of_its_own(tmp_path: Path) -> None:
    outer = newsml1(1, headline="Outer")
    identifier = "<PublicIdentifier>urn:newsml:m:20190502:wheel:1</PublicIdentifier></NewsIdentifier>"
    inner = newsml1(1, headline="Inner").removeprefix("<NewsML>").removesuffix("</NewsML>")
    inner = inner.replace("<NewsItemId>mill", "<NewsItemId>wheel").replace("20190501</DateId>", "20190502</DateId>")
    nested = outer.replace("</NewsComponent>", inner.replace("</NewsIdentifier>", identifier) + "</NewsComponent>")
    records = records_in(read_texts(tmp_path, nested))
    assert [(record["headline"], record["body"]) for record in records] == [
        ("Inner", ["The mill stands."]),
        ("Outer", ["The mill stands."]),
    ]
    assert records[1]["related"] == [{"title": "Inner", "url": ""}]


def test_a_file_may_hold_several_messages(tmp_path: Path) -> None:
    both = anpa("1st Add", "One", 10) + b"\r\n" + anpa("2nd Add", "Two", 20)
    records = records_in(read_texts(tmp_path, both))
    assert [(record["headline"], record["path"]) for record in records] == [("One", "item0"), ("Two", "item0:9")]


def test_json_may_have_one_item_a_line_or_a_wrapper(tmp_path: Path) -> None:
    one, two, three = (ninjs("1").replace('"a"', f'"{name}"', 1).replace("\n", " ") for name in "123")
    records = records_in(read_texts(tmp_path, f"{one}\n{two}", f'{{"data": {{"items": [{{"item": {three}}}]}}}}'))
    assert [record["id"] for record in records] == ["ninjs:1", "ninjs:2", "ninjs:3"]


def test_items_without_a_key_are_told_apart(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "1.xml").write_text(f"<x>{nitf()}{nitf()}</x>")
    found = read_paths(tmp_path / "a", tmp_path / "b")
    assert [record["id"] for record in records_in(found)] == [
        *("agency:1.xml", "agency:1.xml#2", "agency:1.xml#3", "agency:1.xml#4"),
    ]


def test_a_package_without_its_members_is_an_article_of_what_it_says_of_them(tmp_path: Path) -> None:
    package = """<packageItem guid="p"><contentMeta><headline>Top stories</headline></contentMeta><groupSet root="G">
      <group id="G"><itemRef residref="a"><title>Mill</title><description>It stands &amp; turns.</description></itemRef>
      <itemRef residref="b"><title>Ferry</title></itemRef></group></groupSet></packageItem>"""
    (record,) = records_in(read_texts(tmp_path, package))
    assert (record["headline"], record["body"]) == ("Top stories", ["Mill", "It stands & turns.", "Ferry"])
    assert [record["headline"] for record in records_in(read_texts(tmp_path, package, g2("a")))] == ["Mill"]


SLUGS = {
    # keys of documents of two days: whether the later one replaces the other
    "council-bridge": 2,
    "0b1e0b1e-9a1f-11e3-a5e2": 1,
    "2014020377": 1,
}


@pytest.mark.parametrize("key", SLUGS)
def test_a_key_of_words_is_another_story_on_another_day(tmp_path: Path, key: str) -> None:
    days = [nitf(f'<date.issue norm="2019050{day}"/><du-key key="{key}" version="{day}"/>') for day in (1, 2)]
    assert len(records_in(read_texts(tmp_path, *days))) == SLUGS[key]
