"""CDX lines of web archives: with a header, without, and with JSON."""

from pathlib import Path

import pytest

from newsgen.commands.urls.old_urls.cdx import is_cdx, read_cdx
from newsgen.commands.urls.old_urls.old_url import OldUrl
from newsgen.errors import NewsgenError

FILE = Path("old.cdx")


def read(*lines: str) -> list[OldUrl]:
    return list(read_cdx(enumerate(lines, 1), FILE))


def test_lines_of_the_server_give_pages_answered_with_200() -> None:
    start = "com,example)/a 20200301071500 http"
    assert read(
        f"{start}://example.com/a text/html 200 AAA 512",
        f"{start}s://example.com/b text/html 404 AAA 512",
        f"{start}s://example.com/c.jpg image/jpeg 200 AAA 512",
        f"{start}s://example.com/d warc/revisit - AAA 512",
        f"{start}s://example.com/e application/xhtml+xml 200 AAA 512",
    ) == [OldUrl("http://example.com/a", 1), OldUrl("https://example.com/e", 5)]


def test_a_header_gives_the_columns_and_the_separator() -> None:
    assert read(" CDX a s m", "http://x.example/a 200 text/html;charset=utf-8", "http://x.example/b 301 text/html") == [
        OldUrl("http://x.example/a", 2)
    ]
    assert read("\tCDX\tN\ta", "k\thttp://x.example/a") == [OldUrl("http://x.example/a", 2)]


def test_json_follows_the_timestamp() -> None:
    assert read(
        '!meta {"format": "CDXJ"}',
        'com,x)/ 20200301 {"url": "http://x.example/", "mime": "text/html", "status": "200"}',
        'com,x)/b 20200301 {"url": "http://x.example/b", "mime": "text/html", "status": 404}',
    ) == [OldUrl("http://x.example/", 2)]


@pytest.mark.parametrize("line", ["com,x)/ 20200301", "com,x)/ 20200301 {broken", "com,x)/ 20200301 x text/html 200"])
def test_a_line_without_a_url_is_a_problem(line: str) -> None:
    with pytest.raises(NewsgenError) as failed:
        read(line)
    assert str(failed.value) == (
        f'old.cdx:1: is no line of a CDX file: "{line}"\n'
        "    Its URLs cannot be compared with the archive.\n"
        "    Take the line out, or fetch the file anew."
    )


@pytest.mark.parametrize(
    ("line", "yes"),
    [
        (" CDX N b a m s k r M S V g", True),
        ("com,x)/ 20200301071500 http://x.example/ text/html 200 A 5", True),
        ('com,x)/ 20200301071500 {"url": "http://x.example/"}', True),
        ("https://x.example/a", False),
        ("/a", False),
    ],
)
def test_cdx_files_are_recognised_by_their_first_line(line: str, yes: bool) -> None:
    assert is_cdx(line) is yes
