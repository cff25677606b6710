"""The records that a built site gives as data, joined of the parts in which they stand."""

import gzip
from collections.abc import Mapping
from pathlib import Path

from newsgen.record.dump_parts import FOLDER, INDEX_FILE, parse_index
from tests.support.edits import tree


def dumped_in(files: Mapping[str, bytes], form: str = "jsonl") -> bytes:
    """All records of the output's files, in their order; a table has its head once."""
    parts = [gzip.decompress(files[f"{FOLDER}/{name}"]) for name in parse_index(files[INDEX_FILE]).files(form)]
    return b"".join(
        part.partition(b"\r\n")[2] if form == "csv" and number else part for number, part in enumerate(parts)
    )


def dumped(output: Path, form: str = "jsonl") -> bytes:
    """All records of the output in a folder."""
    return dumped_in({f"{FOLDER}/{name}": content for name, content in tree(output / FOLDER).items()}, form)
