"""The URLs of an old site from every kind of file."""

import gzip
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsgen.commands.urls.old_urls import read_old_urls
from newsgen.commands.urls.old_urls.old_url import OldUrl
from newsgen.errors import NewsgenError

SITEMAP = "<urlset><url><loc>https://x.example/a</loc></url></urlset>"
FIX = "    Name a sitemap.xml, a list of URLs with one a line, or CDX lines; each may be packed as .gz."


def read(folder: Path, content: bytes, name: str = "old.txt") -> list[str]:
    (folder / name).write_bytes(content)
    return [old.url for old in read_old_urls(folder / name)]


def failure(folder: Path, content: bytes, name: str = "old.txt") -> str:
    with pytest.raises(NewsgenError) as failed:
        read(folder, content, name)
    return str(failed.value).removeprefix(f"{folder}/")


def test_a_list_has_one_url_or_path_a_line(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes(
        b"\xef\xbb\xbf# old site\r\n\r\nhttps://x.example/a\r\n  /b?c \nhttps://x.example/d"
    )
    assert read_old_urls(tmp_path / "old.txt") == (
        OldUrl("https://x.example/a", 3),
        OldUrl("/b?c", 4),
        OldUrl("https://x.example/d", 5),
    )


def test_scheme_www_port_and_fragment_make_no_other_url(tmp_path: Path) -> None:
    lines = b"http://www.x.example:80/a\nhttps://x.example/a#b\nhttps://x.example/A\nhttps://x.example/a?b\n"
    assert read(tmp_path, lines) == ["http://www.x.example:80/a", "https://x.example/A", "https://x.example/a?b"]


def test_the_content_decides_the_format_and_not_the_name(tmp_path: Path) -> None:
    assert read(tmp_path, f"\n {SITEMAP}".encode()) == ["https://x.example/a"]
    assert read(tmp_path, SITEMAP.encode("utf-16")) == ["https://x.example/a"]
    assert read(tmp_path, b"com,x)/ 20200301 http://x.example/ text/html 200 A 5\n", "old.xml") == ["http://x.example/"]
    assert read(tmp_path, b"") == []


def test_packed_files_and_the_parts_of_an_index_are_read(tmp_path: Path) -> None:
    (tmp_path / "one.xml.gz").write_bytes(gzip.compress(SITEMAP.encode()))
    (tmp_path / "two.xml").write_text(SITEMAP.replace("/a<", "/b<"), encoding="utf-8")
    parts = "".join(f"<sitemap><loc>https://x.example/{name}</loc></sitemap>" for name in ("one.xml.gz", "two.xml"))
    index = f"<sitemapindex>{parts}</sitemapindex>".encode()
    assert read(tmp_path, index, "index.xml") == ["https://x.example/a", "https://x.example/b"]
    assert read(tmp_path, gzip.compress(index), "index.xml.gz") == ["https://x.example/a", "https://x.example/b"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("old.txt", b"/a\nflood\n", 'old.txt:2: is no URL: "flood"'),
        ("old.txt", b"/a\n\xff\n", "old.txt:2: is not UTF-8"),
        ("old.txt", b"ftp://x.example/\n", 'old.txt:1: is no URL: "ftp://x.example/"'),
        ("old.gz", b"/a\n", "old.gz: cannot be read: Not a gzipped file (b'/a')"),
        (
            *("old.gz", gzip.compress(b"/a\n", mtime=0)[:-9]),
            "old.gz: cannot be read: Compressed file ended before the end-of-stream marker was reached",
        ),
    ],
)
def test_an_unreadable_file_is_a_problem(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    assert failure(tmp_path, content, name) == f"{message}\n    Its URLs cannot be compared with the archive.\n{FIX}"


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(NewsgenError) as failed:
        read_old_urls(tmp_path / "old.txt")
    assert str(failed.value) == (
        f"{tmp_path}/old.txt: cannot be read: No such file or directory\n"
        f"    Its URLs cannot be compared with the archive.\n{FIX}"
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.from_regex(r"/[a-z0-9%?#]{0,9}|https://[a-z.]{1,9}/[a-z]{0,5}", fullmatch=True)), st.booleans())
def test_lists_are_read_in_their_order(tmp_path: Path, urls: list[str], packed: bool) -> None:
    content = "\n".join(urls).encode()
    found = read(tmp_path, gzip.compress(content) if packed else content, "old.gz" if packed else "old.txt")
    assert found == [url for url in urls if url in found] or len(set(urls)) < len(urls)
    assert set(found) <= set(urls)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary() | st.text().map(str.encode))
def test_no_file_does_more_than_fail(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "old.txt").write_bytes(content)
    with suppress(NewsgenError):
        assert all(old.url for old in read_old_urls(tmp_path / "old.txt"))
