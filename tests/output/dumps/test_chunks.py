"""Chunks: an article that comes, changes or goes changes few of them, and their bytes are the same on every day."""

import gzip
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest

from newsgen.archive.archive import Archive
from newsgen.archive.articles import ArticleTable
from newsgen.output.dumps.cache import ChunkCache
from newsgen.output.dumps.chunks import (
    Chunk,
    DumpEntry,
    gzip_member,
    list_chunks,
    name_dumps,
    part_forms,
    write_chunk,
)
from newsgen.record.serialise import json_line, make_record_parts
from newsgen.settings.site import Site
from tests.support.records import an_article, make_index
from tests.support.tiers import tiers

SITE = Site(url="https://quay.example")


def make_archive(records: Mapping[str, bytes]) -> Archive:
    """The archive of articles with these digests of their records; each is a year newer than the one before it."""
    articles = [
        an_article(path, headline="Tide", published=str(1000 + int(path[:4])), permalink=f"/{path[:4]}.html")
        for path in sorted(records)
    ]
    state = make_index(articles, SITE)
    table = ArticleTable(state)
    for path, digest in records.items():
        article = table.find(path)
        assert article
        table.update_record(article.number, digest)
    return Archive(state)


RECORDS = {f"{number:04}.md": b"digest" for number in range(700)}


def keys_of(records: Mapping[str, bytes], url: str = "") -> list[str]:
    return [chunk.key for chunk in list_chunks(make_archive(records), url)]


def test_chunks_hold_all_records_the_oldest_first() -> None:
    chunks = list(list_chunks(make_archive(RECORDS), ""))
    assert [listed.path for chunk in chunks for listed in chunk.listed] == sorted(RECORDS)
    assert 5 < len(chunks) < 25
    assert chunks[0].listed[0] == DumpEntry("0000.md", "/0000.html", b"digest")


@pytest.mark.long
@pytest.mark.parametrize("path", tiers(["0333.md", "0000.md", "0699.md"], always=1, long=2))
def test_an_edit_changes_one_chunk_and_a_deletion_two_at_most(path: str) -> None:
    before = keys_of(RECORDS)
    edited = keys_of({**RECORDS, path: b"other"})
    assert len(set(before) - set(edited)) == len(set(edited) - set(before)) == 1
    deleted = keys_of({name: digest for name, digest in RECORDS.items() if name != path})
    assert 1 <= len(set(before) - set(deleted)) <= 2


@pytest.mark.long
def test_the_address_of_the_site_is_part_of_every_chunk() -> None:
    assert not set(keys_of(RECORDS)) & set(keys_of(RECORDS, "https://quay.example"))


def test_a_name_that_is_not_utf_8_is_listed() -> None:
    (chunk,) = list_chunks(make_archive({"0001caf\udce9.md": b"digest"}), "")
    assert chunk.listed == (DumpEntry("0001caf\udce9.md", "/0001.html", b"digest"),)


def test_a_record_has_its_former_permalinks() -> None:
    state = make_index([an_article("a.md", permalink="/a.html", aliases=("/old", "/older"))], SITE)
    (chunk,) = list_chunks(Archive(state), "")
    assert chunk.listed == (DumpEntry("a.md", "/a.html", b"", ("/old", "/older")),)


def test_a_chunk_is_kept_in_the_forms_of_the_site(tmp_path: Path) -> None:
    article = an_article("0001.txt.json")
    lines, parts = make_record_parts(article), ChunkCache(tmp_path)
    chunk = Chunk("key", (DumpEntry(article.path, "/naïve.html", lines.digest),))
    write_chunk(chunk, [lines], SITE, parts)
    part = parts.get("key.jsonl.gz")
    assert part
    assert gzip.decompress(part) == json_line("0001.txt", "/naïve.html", "https://quay.example/na%C3%AFve.html", lines)
    assert parts.has("key.csv.gz")
    write_chunk(chunk._replace(key="other"), [lines], Site(data=("sqlite",)), parts)
    assert parts.has("other.jsonl.gz")
    assert not parts.has("other.csv.gz")


def test_the_forms_of_a_site() -> None:
    assert name_dumps(Site()) == {"archive.jsonl.gz": "jsonl", "archive.csv.gz": "csv"}
    assert part_forms(Site(data=("csv", "sqlite"))) == ("jsonl", "csv")
    assert (name_dumps(Site(data=())), part_forms(Site(data=()))) == ({}, ())


def test_a_member_is_gzip_without_a_time_or_name() -> None:
    member = gzip_member(b"text")
    assert member[:10] == b"\x1f\x8b\x08\0\0\0\0\0\x04\xff"
    assert gzip.decompress(member + gzip_member(b"") + gzip_member(b" and more")) == b"text and more"
    assert zlib.decompress(member, wbits=31) == b"text"
