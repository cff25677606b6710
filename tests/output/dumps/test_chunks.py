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
    DumpFile,
    gzip_member,
    list_chunks,
    name_dumps,
    part_forms,
    write_chunk,
)
from newsgen.record.dump_parts import DumpPart
from newsgen.record.serialise import json_line, make_record_parts
from newsgen.settings.site import Site
from tests.support.records import an_article, make_index
from tests.support.tiers import tiers

SITE = Site(url="https://quay.example")


def make_archive(records: Mapping[str, bytes]) -> Archive:
    """The archive of articles with these digests of their records; each is a minute newer than the one before it."""
    articles = [
        an_article(path, headline="Tide", published=f"20{path[0]}0-01-01 {_clock(path)}", permalink=f"/{path[:4]}.html")
        for path in sorted(records)
    ]
    state = make_index(articles, SITE)
    table = ArticleTable(state)
    for path, digest in records.items():
        article = table.find(path)
        assert article
        table.update_record(article.number, digest)
    return Archive(state)


def _clock(path: str) -> str:
    hours, minutes = divmod(int(path[:4]), 60)
    return f"{hours:02}:{minutes:02}"


RECORDS = {f"{number:04}.md": b"digest" for number in range(700)}


def keys_of(records: Mapping[str, bytes], url: str = "") -> list[str]:
    return [chunk.key for chunk in list_chunks(make_archive(records), url)]


def test_chunks_hold_all_records_the_oldest_first() -> None:
    chunks = list(list_chunks(make_archive(RECORDS), ""))
    assert [listed.path for chunk in chunks for listed in chunk.listed] == sorted(RECORDS)
    assert 5 < len(chunks) < 25
    assert chunks[0].listed[0] == DumpEntry("0000.md", "/0000.html", b"digest")
    assert {chunk.part for chunk in chunks} == {"2000"}


def test_chunks_hold_records_of_one_part() -> None:
    dates = {"old.md": "1998", "new.md": "1998-12-31", "newest.md": "1999-01-01", "undated.md": ""}
    articles = [
        an_article(path, permalink=f"/{path}.html", **({"published": date} if date else {}))
        for path, date in dates.items()
    ]
    articles.append(an_article("hidden.md", published="1998", permalink="/hidden.html", delisted=True))
    archive = Archive(make_index(articles, SITE))
    found = [(chunk.part, [entry.path for entry in chunk.listed]) for chunk in list_chunks(archive, "")]
    by_part: dict[str, list[str]] = {}
    for part, paths in found:
        by_part.setdefault(part, []).extend(paths)
    assert list(by_part.items()) == [
        ("unlisted", ["hidden.md"]),
        ("undated", ["undated.md"]),
        ("1998", ["old.md", "new.md"]),
        ("1999", ["newest.md"]),
    ]
    assert archive.record_parts() == tuple(DumpPart(part, len(paths)) for part, paths in by_part.items())


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
    parts = (DumpPart("undated", 2), DumpPart("1998", 1))
    assert name_dumps(Site(), parts) == {
        "data/undated.jsonl.gz": DumpFile("jsonl", "undated"),
        "data/undated.csv.gz": DumpFile("csv", "undated"),
        "data/1998.jsonl.gz": DumpFile("jsonl", "1998"),
        "data/1998.csv.gz": DumpFile("csv", "1998"),
        "data/index.json": DumpFile(""),
    }
    assert name_dumps(Site(data=("sqlite",)), parts) == {"archive.sqlite": DumpFile("sqlite")}
    assert part_forms(Site(data=("csv", "sqlite"))) == ("jsonl", "csv")
    assert (name_dumps(Site(data=()), parts), part_forms(Site(data=()))) == ({}, ())


def test_a_member_is_gzip_without_a_time_or_name() -> None:
    member = gzip_member(b"text")
    assert member[:10] == b"\x1f\x8b\x08\0\0\0\0\0\x04\xff"
    assert gzip.decompress(member + gzip_member(b"") + gzip_member(b" and more")) == b"text and more"
    assert zlib.decompress(member, wbits=31) == b"text"
