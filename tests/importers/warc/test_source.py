"""Of the captures of an address the last whole one counts, with the content of the record that it refers to."""

import gzip
import re
import zipfile
from pathlib import Path

import brotli
import pytest

from newsgen.errors import NewsgenError, Problem
from newsgen.importers.warc.choice import CaptureChoice, parse_choice
from newsgen.importers.warc.source import ArchiveSource, address_of
from newsgen.importers.web.capture import Capture
from newsgen.record.import_entry import Entry
from tests.importers.warc.conftest import OpenSource
from tests.support.web_archives import answer, arc, members, page_record, record, wacz

URL = "https://courant.example/mill.html"
EARLY, LATE = "2020-01-02T03:04:05Z", "2022-01-02T03:04:05Z"
SHARED = Path("/work/shared/data/warc")


def captures(source: ArchiveSource) -> dict[str, bytes]:
    return {item.address: item.read() for item in source.captures() if isinstance(item, Capture)}


def told(source: ArchiveSource) -> list[str]:
    """The account and the problems, without those of captures that are given."""
    lines = []
    for item in source.captures():
        if isinstance(item, Entry):
            lines.append(f"{item.kind} {item.name} {item.outcome}: {item.reason}")
        elif isinstance(item, Problem):
            lines.append(f"{item.path.rpartition('/')[2]}: {item.message}")
    return lines


@pytest.mark.parametrize(
    ("records", "content"),
    [
        ([page_record(URL, b"old", WARC_Date=EARLY), page_record(URL, b"new", WARC_Date=LATE)], b"new"),
        ([page_record(URL, b"new", WARC_Date=LATE), page_record(URL, b"old", WARC_Date=EARLY)], b"new"),
        (
            [
                page_record(URL, b"whole", WARC_Date=EARLY),
                record(answer(b"cut", Content_Length="999"), URL, WARC_Date=LATE),
            ],
            b"whole",
        ),
        ([page_record(URL, b"whole"), page_record(URL, b"cut", WARC_Date=LATE, WARC_Truncated="length")], b"whole"),
        ([page_record(URL, b"page"), record(answer(b"gone", status="404 No"), URL, WARC_Date=LATE)], b"page"),
        (
            [page_record(URL, b"page"), record(answer(b"", status="301 Go", Location="/b"), URL, WARC_Date=LATE)],
            b"page",
        ),
        ([page_record(URL, b"page"), page_record(URL.replace("https", "http"), b"", WARC_Date=LATE)], b"page"),
        ([record(b"<p>resource</p>", URL, "resource")], b"<p>resource</p>"),
        ([record(answer(gzip.compress(b"packed"), Content_Encoding="gzip"), URL)], b"packed"),
        ([record(answer(brotli.compress(b"packed"), Content_Encoding="br"), URL)], b"packed"),
        ([record(answer(b"6\r\nchunks\r\n0\r\n\r\n", Transfer_Encoding="chunked"), URL)], b"chunks"),
        ([page_record(f"<{URL}>", b"in brackets")], b"in brackets"),
        ([page_record(URL, b"no date", WARC_Date="")], b"no date"),
    ],
)
def test_the_last_whole_capture_counts(open_source: OpenSource, records: list[bytes], content: bytes) -> None:
    for file in (b"".join(records), members(records)):
        (found,) = captures(open_source({"a.warc": file})).values()
        assert found == content


DIGEST = "sha1:ABC"
ORIGINAL = page_record(URL, b"page", WARC_Date=EARLY, WARC_Payload_Digest=DIGEST, WARC_Record_ID="<urn:uuid:1>")


@pytest.mark.parametrize(
    "fields",
    [
        {"WARC_Payload_Digest": DIGEST.lower()},
        {"WARC_Refers_To": "<urn:uuid:1>"},
        {"WARC_Refers_To_Target_URI": URL, "WARC_Refers_To_Date": EARLY},
        {"WARC_Profile": "http://netpreserve.org/warc/1.0/revisit/server-not-modified"},
    ],
)
@pytest.mark.parametrize("block", [answer(b""), answer(b"", status="304 Not Modified"), b""])
def test_a_revisit_has_the_content_that_it_refers_to(
    open_source: OpenSource, fields: dict[str, str], block: bytes
) -> None:
    revisit = record(block, URL, "revisit", WARC_Date=LATE, **fields)
    for records in ([ORIGINAL, revisit], [revisit, ORIGINAL]):
        source = open_source({"a.warc": b"".join(records)})
        (found,) = (item for item in source.captures() if isinstance(item, Capture))
        assert (found.read(), found.captured and found.captured.year, found.media_type) == (b"page", 2022, "text/html")


def test_a_revisit_of_what_is_not_there_is_told_and_the_earlier_capture_counts(open_source: OpenSource) -> None:
    revisit = record(answer(b""), "https://courant.example/other", "revisit", WARC_Payload_Digest="sha1:X")
    source = open_source({"a.warc": ORIGINAL + revisit})
    assert told(source) == ["capture revisit left out: the record that it refers to is in none of the files"]
    assert captures(source) == {URL: b"page"}


def test_what_is_no_capture_is_counted(open_source: OpenSource) -> None:
    records = [
        record(b"software: x\r\n", "", "warcinfo"),
        record(b"GET / HTTP/1.1\r\n\r\n", URL, "request"),
        record(b"x: y\r\n", URL, "metadata"),
        record(b"20210304 1.2.3.4", "dns:courant.example"),
        record(answer(b"x"), "ftp://courant.example/a"),
        record(answer(b"no", status="500 Broken"), URL),
        record(answer(b"", status="404 No"), URL, "revisit", WARC_Payload_Digest="sha1:X"),
        record(answer(b"", status="302 Go"), URL),
        record(answer(b"", status="204 Nothing"), URL),
        record(answer(b""), URL),
        record(b"no answer", URL),
        record(b"?", URL, "poem"),
    ]
    assert told(open_source({"a.warc.gz": members(records)})) == [
        "record warcinfo left out: it describes the file",
        "record request left out: what a crawler asked is not of the site",
        "record metadata left out: what a crawler noted is not of the site",
        "record response of no web address left out: it was not fetched from the web",
        "record response of no web address left out: it was not fetched from the web",
        "capture answer 500 left out: the server gave no page or file",
        "capture answer 404 left out: the server gave no page or file",
        "capture answer 302 left out: it leads nowhere",
        "capture answer 204 left out: the server gave no page or file",
        "capture answer 200 left out: it holds nothing",
        "record response left out: the head of its answer has no end",
        "record other left out: nobody knows its type",
    ]


def test_a_redirect_is_given_and_followed(open_source: OpenSource) -> None:
    go = {"status": "301 Moved", "media_type": ""}
    records = [
        record(answer(b"", Location="/b", **go), "https://courant.example/a"),
        record(answer(b"", Location="https://courant.example/mill.html", **go), "https://courant.example/b"),
        record(answer(b"", Location="/loop", **go), "https://courant.example/loop"),
        page_record(URL, b"page"),
    ]
    source = open_source({"a.warc": b"".join(records)})
    given = {item.address: (item.status, item.location) for item in source.captures() if isinstance(item, Capture)}
    assert given["https://courant.example/a"] == (301, "/b")
    found = source.find("http://www.courant.example/a")
    assert found
    assert (found.address, found.read()) == (URL, b"page")
    assert source.find("https://courant.example/loop") is None
    assert source.find("https://courant.example/nowhere") is None


PICTURE = record(answer(b"\x89PNG", "image/png"), "https://files.example/a.png", WARC_Date=EARLY)


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (CaptureChoice(), ["files.example/a.png", "courant.example/mill.html", "other.example/x"]),
        (CaptureChoice(hosts=("courant.example",)), ["files.example/a.png", "courant.example/mill.html"]),
        (CaptureChoice(match=re.compile("mill")), ["files.example/a.png", "courant.example/mill.html"]),
        (CaptureChoice(since="20220101000000"), ["files.example/a.png", "courant.example/mill.html"]),
        (CaptureChoice(until="20211231235959"), ["files.example/a.png", "other.example/x"]),
    ],
)
def test_only_pages_that_are_asked_for_are_given_and_every_file(
    open_source: OpenSource, choice: CaptureChoice, expected: list[str]
) -> None:
    pages = [page_record(URL, b"page", WARC_Date=LATE), page_record("https://other.example/x", b"x", WARC_Date=EARLY)]
    source = open_source({"a.warc": b"".join([PICTURE, *pages])}, choice)
    assert [address.removeprefix("https://") for address in captures(source)] == expected


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((("https://WWW.Courant.example/",), None, None, None, "last"), CaptureChoice(("courant.example",))),
        (((), None, "2020", "2020", "all"), CaptureChoice((), None, "20200101000000", "20201231235959", "all")),
        (((), None, "2020-02", "2020-02", "last"), CaptureChoice((), None, "20200201000000", "20200229235959")),
        (((), None, "2020-12-31", "2020-12", "last"), CaptureChoice((), None, "20201231000000", "20201231235959")),
    ],
)
def test_options_make_a_choice(options: tuple[object, ...], expected: CaptureChoice) -> None:
    assert parse_choice(*options) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("match", "since", "message"),
    [
        ("(", None, 'newsgen import warc --match: cannot read "(": missing ), unterminated subpattern at position 0'),
        (None, "soon", 'newsgen import warc --since: cannot read "soon"'),
        (None, "2020-13", 'newsgen import warc --since: cannot read "2020-13"'),
    ],
)
def test_options_that_cannot_be_read_are_refused(match: str | None, since: str | None, message: str) -> None:
    with pytest.raises(NewsgenError) as failed:
        parse_choice((), match, since, None, "last")
    assert str(failed.value).splitlines()[0] == message


def test_archives_in_a_wacz_are_read_and_what_it_lists_is_compared(open_source: OpenSource) -> None:
    archives = {"one.warc.gz": members([page_record(URL, b"one")]), "two.warc": page_record(f"{URL}?p=2", b"two")}
    pages = [{"url": URL, "title": "Mill"}, {"url": f"{URL}?p=9", "title": "Gone"}, {"no": "url"}]
    index = ['example,courant)/x 20210304080000 {"url": "https://courant.example/x"}', "!meta", "no object", "{]"]
    for compression in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        source = open_source({"a.wacz": wacz(archives, pages, index, compression)})
        lines = told(source)
        unpacked = [line for line in lines if line.startswith("file archive taken: its records cannot be opened")]
        assert len(unpacked) == (2 if compression else 0)
        missing = "listed address  left out: a list names it and no file holds it"
        assert [line for line in lines if line not in unpacked] == [missing, missing]
        assert captures(source) == {URL: b"one", f"{URL}?p=2": b"two"}


def test_a_capture_without_its_end_is_taken_where_there_is_no_other(open_source: OpenSource) -> None:
    source = open_source(
        {"a.warc": record(answer(gzip.compress(b"text" * 99)[:-4], Content_Encoding="gzip", Content_Length="99"), URL)}
    )
    assert told(source) == ["capture without its end taken: no whole one of its address is there"]
    assert captures(source) == {URL: b"text" * 99}
    assert [(flaw.path, flaw.message) for flaw in source.flaws()] == [(URL, "ends before its end")]


@pytest.mark.parametrize("label", [f"a.warc: {URL}", f"b: c.wacz/archive/d.warc.gz: {URL}"])
def test_the_address_of_a_label_is_found(label: str) -> None:
    assert address_of(label) == URL


EXAMPLE = "http://example.com/"


@pytest.mark.skipif(not SHARED.exists(), reason="has no test data")
@pytest.mark.parametrize(
    ("file", "lengths", "problems"),
    [
        (
            "bad.arc",
            {EXAMPLE: 1},
            ["byte 134: the capture of http://example.com/ is damaged: its length is wrong"] * 1
            + ["byte 262: the capture of http://example.com/ is damaged: its length is wrong"],
        ),
        ("example-iana.org-chunked.warc", {"http://www.iana.org/": 7223}, []),
        ("example-resource.warc.gz", {EXAMPLE: 1303}, []),
        (
            "example-trunc.warc",
            {EXAMPLE: 1270},
            ["byte 1,197: the capture of http://example.com/ is damaged: its length is wrong"],
        ),
        ("example-wrong-chunks.warc.gz", {EXAMPLE: 1270}, []),
        ("example.arc.gz", {EXAMPLE: 1270}, []),
        ("example.warc.gz", {EXAMPLE: 1270}, []),
        ("valid_example_1.wacz", {"http://www.example.com/": 1256}, []),
        ("invalid_example_1.wacz", {}, ["holds no archive; a WACZ has WARC files in its folder archive"]),
    ],
)
def test_every_file_of_others_is_read_or_refused_as_it_should(
    open_source: OpenSource, file: str, lengths: dict[str, int], problems: list[str]
) -> None:
    source = open_source({file: (SHARED / file).read_bytes()})
    lines = [line.partition(": ")[2] for line in told(source) if line.startswith(file)]
    assert ({url: len(content) for url, content in captures(source).items()}, lines) == (lengths, problems)


@pytest.mark.skipif(not SHARED.exists(), reason="has no test data")
@pytest.mark.parametrize(("file", "count"), [("example-collection-with-lists.warc", 18), ("example-iana.warc", 19)])
def test_all_captures_of_collections_are_found(open_source: OpenSource, file: str, count: int) -> None:
    source = open_source({file: (SHARED / file).read_bytes()})
    assert [line for line in told(source) if line.startswith(file)] == []
    assert len(captures(source)) == count


def test_files_that_are_no_archives_are_told(open_source: OpenSource) -> None:
    files = {"a.warc": b"", "b.warc": b"hello\n", "c.wacz": b"PK\x03\x04 broken", "d.arc": arc([])}
    assert told(open_source(files)) == [
        "a.warc: holds no record",
        "b.warc: byte 0: there is no record",
        "c.wacz: cannot be read as WACZ: File is not a zip file",
        "record warcinfo left out: it describes the file",
    ]
