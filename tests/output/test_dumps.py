"""The dumps of the sample site: a record has what its article's page shows, and its URL leads there."""

import csv
import io
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from newsgen.archive.permalinks.urls import file_of
from tests.support.dumps import dumped


def read_records(output: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in dumped(output).splitlines()]


def test_every_record_has_its_page_with_its_headline(sample: Path) -> None:
    records = read_records(sample)
    assert len(records) == len({record["path"] for record in records}) > 50
    for record in records:
        page = (sample / file_of(record["permalink"])).read_text(encoding="utf-8")
        assert f'lang="{record["language"]}"' in page
        assert record["url"] == f"https://www.portellerycourant.example{record['permalink']}"
        assert record["text_sha256"] == sha256(record["text"].encode()).hexdigest()


def test_the_table_holds_the_same_records_in_the_same_order(sample: Path) -> None:
    table = dumped(sample, "csv").decode()
    rows = list(csv.DictReader(io.StringIO(table, newline=""), strict=True))
    for row, record in zip(rows, read_records(sample), strict=True):
        assert [row[name] for name in ("path", "headline", "published", "text")] == [
            record[name] for name in ("path", "headline", "published", "text")
        ]


def test_records_are_ordered_from_the_oldest_to_the_newest(sample: Path) -> None:
    published = [record["published"] for record in read_records(sample)]
    assert published == sorted(published)
