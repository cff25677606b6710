"""Write a WARC 1.1 (ISO 28500:2017) of published files, one gzip member a record, the same bytes on every day."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple, Protocol
from uuid import NAMESPACE_URL, uuid5

_LEVEL = 6
# "The time stamp 0 means that none is available", and 255 an unknown system (RFC 1952, 2.3.1): zlib writes 0 and the
# system's number, so that the head is written here.
_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
_REVISIT = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_RESPONSE = "application/http; msgtype=response"


class Sink(Protocol):
    """What bytes are written to."""

    def write(self, piece: bytes, /) -> int:
        """Write bytes."""
        ...


class Written(NamedTuple):
    """Where a record is in the file, its length in bytes there, and the SHA-256 of those."""

    offset: int
    length: int
    digest: str


class PublishedFile(NamedTuple):
    """A file as a server would give it: URL, media type, size in bytes, and the SHA-256 of its bytes."""

    url: str
    media_type: str
    size: int
    digest: bytes


class WarcWriter:
    """A WARC that is written to a stream, with one moment for all records: "2026-01-02T00:00:00Z"."""

    def __init__(self, stream: Sink, moment: str) -> None:
        self._stream, self._moment = stream, moment
        self._position = 0

    def write_info(self, file: str, fields: Sequence[tuple[str, str]]) -> Written:
        """Write the record that describes the file."""
        block = "".join(f"{name}: {' '.join(value.split())}\r\n" for name, value in fields).encode("utf-8", "replace")
        head = self._head(
            "warcinfo", f"warcinfo {file}", [("WARC-Filename", file)], "application/warc-fields", len(block)
        )
        return self._write(head, [block])

    def write_response(self, file: PublishedFile, content: Iterable[bytes]) -> Written:
        """Write the answer that a server gives for a file. The content must be of the size that is stated."""
        answer = _answer(file)
        head = self._head("response", file.url, _capture(file), _RESPONSE, len(answer) + file.size)
        return self._write(head + answer, content)

    def write_revisit(self, file: PublishedFile, url: str) -> Written:
        """Write that another URL gives what the URL of a file does."""
        answer = _answer(file)
        fields = [
            *_capture(file._replace(url=url)),
            ("WARC-Profile", _REVISIT),
            ("WARC-Refers-To", self._identifier(file.url)),
            ("WARC-Refers-To-Target-URI", file.url),
            ("WARC-Refers-To-Date", self._moment),
        ]
        return self._write(self._head("revisit", url, fields, _RESPONSE, len(answer)) + answer, [])

    def _head(self, kind: str, name: str, fields: Sequence[tuple[str, str]], content_type: str, length: int) -> bytes:
        own = [
            ("WARC-Type", kind),
            ("WARC-Record-ID", self._identifier(name)),
            ("WARC-Date", self._moment),
            *fields,
            ("Content-Type", content_type),
            ("Content-Length", str(length)),
        ]
        return "".join(("WARC/1.1\r\n", *(f"{name}: {value}\r\n" for name, value in own), "\r\n")).encode()

    def _identifier(self, name: str) -> str:
        return f"<urn:uuid:{uuid5(NAMESPACE_URL, f'{name} {self._moment}')}>"

    def _write(self, head: bytes, content: Iterable[bytes]) -> Written:
        begin, checksum = self._position, sha256()
        for piece in _gzip([head, content, b"\r\n\r\n"]):
            checksum.update(piece)
            self._stream.write(piece)
            self._position += len(piece)
        return Written(begin, self._position - begin, f"sha256:{checksum.hexdigest()}")


def _answer(file: PublishedFile) -> bytes:
    return f"HTTP/1.1 200 OK\r\nContent-Type: {file.media_type}\r\nContent-Length: {file.size}\r\n\r\n".encode()


def _capture(file: PublishedFile) -> list[tuple[str, str]]:
    return [("WARC-Target-URI", file.url), ("WARC-Payload-Digest", f"sha256:{file.digest.hex()}")]


def _gzip(parts: Iterable[bytes | Iterable[bytes]]) -> Iterator[bytes]:
    """One gzip member."""
    deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    checksum = size = 0
    yield _HEAD
    for part in parts:
        for piece in (part,) if isinstance(part, bytes) else part:
            checksum = zlib.crc32(piece, checksum)
            size += len(piece)
            yield deflate.compress(piece)
    yield deflate.flush()
    yield checksum.to_bytes(4, "little") + (size & 0xFFFFFFFF).to_bytes(4, "little")
