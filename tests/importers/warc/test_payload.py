"""The content of an answer is given without its codings, as it is where it has none, and as far as it goes."""

import gzip
import io
import zlib

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from newsgen.importers.warc.payload.answer import Answer, parse_media_type, read_answer
from newsgen.importers.warc.payload.codings import ReadableBytes, open_content
from newsgen.importers.warc.records.heads import Head

TEXT = b"<p>It turns.</p>" * 50


def chunks(content: bytes, size: int = 100, end: bytes = b"0\r\n\r\n") -> bytes:
    parts = [content[start : start + size] for start in range(0, len(content), size)]
    return b"".join(b"%x;ext=1\r\n%b\r\n" % (len(part), part) for part in parts) + end


def raw_deflate(content: bytes) -> bytes:
    deflate = zlib.compressobj(wbits=-15)
    return deflate.compress(content) + deflate.flush()


def decode(packed: bytes, *codings: str) -> tuple[bytes, bool]:
    """The content, and whether it is told that it was cut."""
    cut: list[None] = []
    with open_content(io.BytesIO(packed), codings, lambda: cut.append(None)) as opened:
        return opened.read(), bool(cut)


@pytest.mark.parametrize(
    ("packed", "codings"),
    [
        (TEXT, ()),
        (chunks(TEXT), ("chunked",)),
        (gzip.compress(TEXT), ("gzip",)),
        (gzip.compress(TEXT), ("x-gzip",)),
        (gzip.compress(TEXT[:99]) + gzip.compress(TEXT[99:]), ("gzip",)),
        (zlib.compress(TEXT), ("deflate",)),
        (raw_deflate(TEXT), ("deflate",)),
        (brotli.compress(TEXT), ("br",)),
        (zstandard.compress(TEXT), ("zstd",)),
        (chunks(gzip.compress(TEXT)), ("chunked", "gzip")),
        (brotli.compress(gzip.compress(TEXT)), ("br", "gzip")),
        (TEXT, ("gzip",)),
        (TEXT, ("deflate",)),
        (TEXT, ("br",)),
        (TEXT, ("zstd",)),
    ],
)
def test_codings_are_undone_and_those_that_are_undone_already_do_no_harm(
    packed: bytes, codings: tuple[str, ...]
) -> None:
    assert decode(packed, *codings) == (TEXT, False)


@pytest.mark.parametrize(
    ("packed", "coding", "content"),
    [
        (chunks(TEXT, end=b""), "chunked", TEXT),
        (chunks(TEXT)[:-200], "chunked", None),
        (gzip.compress(TEXT)[:-9], "gzip", TEXT),
        (gzip.compress(TEXT)[:-8] + bytes(8), "gzip", None),
        (brotli.compress(TEXT)[:-3], "br", None),
        (zstandard.compress(TEXT)[:-3], "zstd", None),
    ],
)
def test_what_ends_early_is_given_and_told(packed: bytes, coding: str, content: bytes | None) -> None:
    found, is_cut = decode(packed, coding)
    assert is_cut
    assert TEXT.startswith(found)
    assert content is None or found == content


def test_a_chunk_without_a_length_is_the_rest_as_it_is() -> None:
    assert decode(b"5\r\nIt is\r\nno chunk\r\nat all", "chunked") == (b"It isno chunk\r\nat all", False)


@pytest.mark.parametrize(
    ("packed", "coding"),
    [
        (gzip.compress(bytes(50_000_000)), "gzip"),
        (zlib.compress(bytes(50_000_000)), "deflate"),
        (brotli.compress(bytes(50_000_000)), "br"),
        (zstandard.compress(bytes(50_000_000)), "zstd"),
    ],
)
def test_bombs_are_refused(packed: bytes, coding: str) -> None:
    with pytest.raises(OSError, match="is unpacked to more than 300 times its size"):
        decode(packed, coding)


@pytest.mark.parametrize(
    ("codings", "message"),
    [(("compress",), 'has the coding "compress", which nobody knows'), (("gzip",) * 9, "has more than 4 codings")],
)
def test_unknown_codings_are_refused(codings: tuple[str, ...], message: str) -> None:
    with pytest.raises(OSError, match=message):
        decode(TEXT, *codings)


def test_a_file_that_cannot_be_read_on_ends_there() -> None:
    cut: list[None] = []
    bomb = open_content(io.BytesIO(gzip.compress(bytes(50_000_000))), ("gzip",), lambda: None)
    with io.BufferedReader(ReadableBytes(bomb, lambda: cut.append(None))) as opened:
        assert len(opened.read()) < 50_000_000
    assert cut


@given(st.binary(max_size=2000), st.integers(1, 700))
def test_chunks_give_what_was_put_into_them(content: bytes, size: int) -> None:
    assert decode(chunks(content, size), "chunked") == (content, False)


HTTP = Head({"warc-type": "response", "content-type": "application/http; msgtype=response"}, None)


@pytest.mark.parametrize(
    ("record", "start", "expected"),
    [
        (
            HTTP,
            b'HTTP/1.1 200 OK\r\nContent-Type: Text/HTML; charset="UTF-8"\r\n\r\nx',
            Answer(200, 61, "text/html", "utf-8"),
        ),
        (HTTP, b"HTTP/1.0 200\nContent-Type: text/html\n\nx", Answer(200, 38, "text/html")),
        (HTTP, b"HTTP/2 301 \r\nlocation: /m\xc3\xbchle\r\n\r\n", Answer(301, 34, location="/mühle")),
        (HTTP, b"HTTP/1.1 200 OK\r\n\r\nx", Answer(200, 19)),
        (HTTP, b"HTTP/1.1 200 OK\r\nX: a\r\n  b\r\nContent-Length: 9\r\n\r\n", Answer(200, 49, length=9)),
        (
            HTTP,
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip, BR\r\n\r\n5\r\n",
            Answer(200, 75, codings=("chunked", "br", "gzip")),
        ),
        (HTTP, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n<p>", Answer(200, 47)),
        (HTTP, b"HTTP/1.1 206 P\r\nContent-Range: bytes 0-8/9\r\n\r\n", Answer(200, 46)),
        (HTTP, b"HTTP/1.1 206 P\r\nContent-Range: bytes 1-8/9\r\n\r\n", Answer(206, 46)),
        (HTTP, b"HTTP/1.1 200 OK\r\nContent-Type: text/html", None),
        (HTTP, b"nothing", None),
        (Head({"warc-type": "resource", "content-type": "text/html"}, None), b"HTTP/1.1 ", Answer(200, 0, "text/html")),
        (Head({"warc-type": "response", "content-type": "image/gif"}, None), b"GIF89a", Answer(200, 0, "image/gif")),
    ],
)
def test_the_head_of_an_answer_is_read(record: Head, start: bytes, expected: Answer | None) -> None:
    assert read_answer(record, start) == expected


@pytest.mark.parametrize(
    ("answer", "length", "tail", "is_whole"),
    [
        (Answer(200, 10), 20, b"", True),
        (Answer(200, 10, length=10), 20, b"", True),
        (Answer(200, 10, length=11), 20, b"", False),
        (Answer(200, 10, length=5), 20, b"", True),
        (Answer(200, 10, codings=("chunked",)), 20, b"abc\r\n0\r\n\r\n", True),
        (Answer(200, 10, codings=("chunked",)), 20, b"abc\r\n0\r\n", True),
        (Answer(200, 10, codings=("chunked",)), 20, b"abc\r\n0;x=y\r\nMore: fields\r\n\r\n", True),
        (Answer(200, 10, codings=("chunked",)), 20, b"abcdef", False),
        (Answer(200, 10, codings=("chunked",)), 20, b"abc0\r\n\r\n", False),
    ],
)
def test_an_answer_that_lacks_its_end_is_told_apart(answer: Answer, length: int, tail: bytes, is_whole: bool) -> None:
    assert answer.is_whole(length, tail) is is_whole


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", ("", "")),
        ("text/html", ("text/html", "")),
        ("TEXT/HTML ; Charset=ISO-8859-1", ("text/html", "iso-8859-1")),
        ("text/html; charset=\x00\xff", ("text/html", "")),
        ("x" * 5000, ("x" * 100, "")),
    ],
)
def test_media_types_are_read(value: str, expected: tuple[str, str]) -> None:
    assert parse_media_type(value) == expected
