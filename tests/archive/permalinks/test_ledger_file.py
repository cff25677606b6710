"""The ledger's file is read and written without loss, and lines that are none are reported."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.archive.permalinks import LEDGER_FILE
from newsgen.archive.permalinks.ledger import LedgerEntry
from newsgen.archive.permalinks.ledger_file import ledger_bytes, read_ledger
from newsgen.errors import NewsgenError, printable
from newsgen.record.names import leaves_folder

TEXTS = st.text(st.characters(exclude_categories=[]), min_size=1).filter(
    lambda text: not any("\ud800" <= sign < "\udc80" or "\udcff" < sign <= "\udfff" for sign in text)
)
ENTRIES = st.builds(
    LedgerEntry,
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
    .map(lambda rest: f"/{rest}")
    .filter(lambda permalink: not leaves_folder(permalink)),
    TEXTS,
    st.booleans(),
    st.sampled_from(["", "1f6e0b2c9a44"]),
)


def read(text: str, tmp_path: Path) -> list[LedgerEntry]:
    file = tmp_path / LEDGER_FILE
    file.write_text(text, encoding="utf-8")
    return read_ledger(file, LEDGER_FILE)


def test_a_site_without_a_ledger_has_published_nothing(tmp_path: Path) -> None:
    assert read_ledger(tmp_path / LEDGER_FILE, LEDGER_FILE) == []


def test_a_line_has_a_permalink_an_article_and_its_state(tmp_path: Path) -> None:
    entries = [LedgerEntry("/b.html", "b.md", True, "1f6e0b2c9a44"), LedgerEntry("/a.html", "id:7", False, "")]
    (tmp_path / LEDGER_FILE).write_bytes(ledger_bytes(entries))
    assert (tmp_path / LEDGER_FILE).read_text().split("\n")[2:] == [
        "/a.html\tid:7\tmoved",
        "/b.html\tb.md\tcurrent\t1f6e0b2c9a44",
        "",
    ]
    assert read_ledger(tmp_path / LEDGER_FILE, LEDGER_FILE) == entries[::-1]


@given(st.lists(ENTRIES, unique_by=lambda entry: entry.permalink))
def test_entries_come_back_from_the_file(entries: list[LedgerEntry]) -> None:
    content = ledger_bytes(entries)
    assert content.count(b"\n") == len(entries) + 2
    with TemporaryDirectory() as folder:
        file = Path(folder) / LEDGER_FILE
        file.write_bytes(content)
        assert sorted(read_ledger(file, LEDGER_FILE)) == sorted(entries)


@pytest.mark.parametrize(
    ("written", "permalink"),
    [
        ("/../../x", "/../../x"),
        ("/%2e%2e/x", "/../x"),
        ("/a/%252e%252E/x", "/a/%2e%2E/x"),
        ("/..%2f..%2fx", "/../../x"),
        ("/..%5Cx", "/..\\x"),
        ("/a%00", "/a\0"),
    ],
)
@pytest.mark.parametrize("state", ["current", "moved"])
def test_a_line_that_leads_out_of_the_site_is_refused(tmp_path: Path, written: str, permalink: str, state: str) -> None:
    with pytest.raises(NewsgenError) as failed:
        read(f"# Kept\n{written}\ta.md\t{state}\n", tmp_path)
    assert str(failed.value) == (
        f"permalinks.tsv:2: {printable(permalink)} leads out of the site\n"
        "    Its page would be written outside of the output folder.\n"
        "    Take the line out: newsgen has never written such an address."
    )


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_comments_blank_lines_and_line_ends_of_other_systems_are_ignored(tmp_path: Path, ending: str) -> None:
    text = f"# Kept{ending}{ending}/a.html\ta.md\tcurrent{ending}"
    (tmp_path / LEDGER_FILE).write_bytes(text.encode())
    assert read_ledger(tmp_path / LEDGER_FILE, LEDGER_FILE) == [LedgerEntry("/a.html", "a.md", True, "")]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("/a.html a.md current", 'cannot read the line "/a.html a.md current"'),
        ("a.html\ta.md\tcurrent", 'cannot read the line "a.html\ta.md\tcurrent"'),
        ("/a.html\ta.md\tgone", 'cannot read the line "/a.html\ta.md\tgone"'),
        ("<<<<<<< HEAD", "conflict marks of a merge stand in it"),
        ("/b.html\tb.md\tmoved", "/b.html stands twice"),
    ],
)
def test_a_line_that_is_no_entry_is_reported(tmp_path: Path, row: str, message: str) -> None:
    with pytest.raises(NewsgenError) as failed:
        read(f"/b.html\tc.md\tcurrent\n{row}\n", tmp_path)
    (problem,) = failed.value.problems
    assert (problem.path, problem.line, problem.message) == (LEDGER_FILE, 2, message)
    assert problem.reason == "It says which address every article keeps."
