"""The WACZ of a bag states all that was published, is the same each time, and gives the articles back."""

import gzip
import io
import json
import zipfile
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsgen.build.build import build_site
from newsgen.cli import main
from newsgen.commands.bag.wacz import package
from newsgen.commands.bag.wacz.capture_index import index_blocks
from newsgen.commands.bag.wacz.sorted_lines import SortedLines
from newsgen.commands.bag.wacz.surt import surt
from newsgen.commands.bag.wacz.write import write_wacz
from newsgen.errors import NewsgenError
from newsgen.importers.warc.choice import CaptureChoice
from newsgen.importers.warc.read import read_archives
from newsgen.output.manifest import MANIFEST_FILE, read_manifest
from newsgen.settings.site import load_site
from tests.support.dumps import dumped
from tests.support.importing import TODAY, articles_in, read_all
from tests.support.sample import copy_sample
from tests.support.site_builder import make_site

pytestmark = pytest.mark.long

HOST = "https://quay.example"


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A site that was built."""
    root = make_site(tmp_path / "built", articles=4)
    build_site(root)
    return root


def make(root: Path, name: str = "site.wacz", day: str = "") -> zipfile.ZipFile:
    write_wacz(root / "public", load_site(root), day, root / name)
    return zipfile.ZipFile(root / name)


def lines(content: bytes) -> list[dict[str, str]]:
    found = [json.loads(line[line.index(b"{") :]) for line in content.splitlines()]
    return [dict(one) for one in found]


def test_every_published_file_is_a_record_at_the_place_that_the_index_names(built: Path) -> None:
    wacz = make(built)
    archive = wacz.read("archive/data.warc.gz")
    captures = lines(gzip.decompress(wacz.read("indexes/index.cdx.gz")))
    published = {entry.file for entry in read_manifest(built / "public" / MANIFEST_FILE)} | {MANIFEST_FILE}
    held = {}
    for capture in captures:
        begin, length = int(capture["offset"]), int(capture["length"])
        member = archive[begin : begin + length]
        assert capture["recordDigest"] == f"sha256:{sha256(member).hexdigest()}"
        head, _, *content = gzip.decompress(member).split(b"\r\n\r\n", 2)
        assert f"WARC-Target-URI: {capture['url']}\r\n".encode() in head
        if capture["mime"] != "warc/revisit":
            held[capture["url"].removeprefix(f"{HOST}/")] = content[0].removesuffix(b"\r\n\r\n")
    files = {f"{url}index.html" if url == "" or url.endswith("/") else url: content for url, content in held.items()}
    assert files == {file: (built / "public" / file).read_bytes() for file in published}
    folders = [capture["url"] for capture in captures if capture["mime"] == "warc/revisit"]
    assert folders == sorted(f"{HOST}/{file}" for file in published if file.endswith("index.html"))


def test_a_record_says_what_a_server_would(built: Path) -> None:
    archive = make(built, day="2026-01-02").read("archive/data.warc.gz")
    with gzip.open(io.BytesIO(archive)) as opened:
        records = opened.read(20_000).decode().split("WARC/1.1\r\n")
    page = (built / "public/index.html").read_bytes()
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(page)}\r\n\r\n"
    assert records[2].split("\r\n<", 1)[0].splitlines() == [
        "WARC-Type: response",
        records[2].splitlines()[1],
        "WARC-Date: 2026-01-02T00:00:00Z",
        f"WARC-Target-URI: {HOST}/",
        f"WARC-Payload-Digest: sha256:{sha256(page).hexdigest()}",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(page) + len(answer)}",
        "",
        *answer.split("\r\n")[:3],
    ]


def test_the_package_states_its_members_and_pages(built: Path) -> None:
    wacz = make(built)
    stated = json.loads(wacz.read("datapackage.json"))
    assert {one["path"]: (one["hash"], one["bytes"]) for one in stated["resources"]} == {
        name: (f"sha256:{sha256(wacz.read(name)).hexdigest()}", len(wacz.read(name)))
        for name in wacz.namelist()
        if not name.startswith("datapackage")
    }
    assert (stated["profile"], stated["wacz_version"], stated["mainPageUrl"]) == ("data-package", "1.1.1", f"{HOST}/")
    digest = sha256(wacz.read("datapackage.json")).hexdigest()
    assert json.loads(wacz.read("datapackage-digest.json")) == {"path": "datapackage.json", "hash": f"sha256:{digest}"}
    assert [wacz.getinfo(name).compress_type for name in ("archive/data.warc.gz", "indexes/index.cdx.gz")] == [0, 0]
    head, front, *stories = lines(wacz.read("pages/pages.jsonl"))
    assert head == {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}
    assert (front["url"], len(stories)) == (f"{HOST}/", 4)
    assert {"id", "url", "ts", "title"} == set(front)
    others = [page["url"] for page in lines(wacz.read("pages/extraPages.jsonl"))[1:]]
    assert f"{HOST}/archive.html" in others
    assert not {page["url"] for page in stories} & set(others)


def test_the_same_site_gives_the_same_bytes(built: Path) -> None:
    make(built, "one.wacz")
    make(built, "other.wacz")
    assert (built / "one.wacz").read_bytes() == (built / "other.wacz").read_bytes()


def test_members_have_nothing_before_their_content_but_where_the_directory_says_so(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # wabac.js finds the content of a member by this.
    for large in (False, True):
        monkeypatch.setattr(package, "_LARGE", 0 if large else 1 << 30)
        wacz = make(built, f"{large}.wacz")
        content = (built / f"{large}.wacz").read_bytes()
        for info in wacz.infolist():
            extra = int.from_bytes(content[info.header_offset + 28 : info.header_offset + 30], "little")
            assert bool(extra) <= bool(info.extra)
        assert bool(wacz.getinfo("archive/data.warc.gz").extra) is large


def test_the_articles_come_back(built: Path) -> None:
    make(built).close()
    found = read_all(partial(read_archives, choice=CaptureChoice(), today=TODAY), built / "site.wacz")
    titles = [page["title"] for page in lines(zipfile.ZipFile(built / "site.wacz").read("pages/pages.jsonl"))[2:]]
    headlines = {one.article.headline for one in articles_in(found)}
    assert {title.partition(" – ")[0] for title in titles} <= headlines


def test_the_articles_of_the_sample_come_back_with_their_fields(tmp_path: Path) -> None:
    copy_sample(tmp_path)
    build_site(tmp_path)
    make(tmp_path).close()
    records = map(json.loads, dumped(tmp_path / "public").splitlines())
    published = {record["permalink"].lstrip("/"): record for record in records}
    found = read_all(partial(read_archives, choice=CaptureChoice(), today=TODAY), tmp_path / "site.wacz")
    back = {one.article.permalink.lstrip("/"): one.article for one in articles_in(found)}
    for permalink, article in back.items():
        record = published[permalink]
        assert (article.headline, article.dek, list(article.byline), article.section, list(article.tags)) == tuple(
            record[name] for name in ("headline", "dek", "byline", "section", "tags")
        )
        assert str(article.published or "") == (record["published"] or "")
    assert set(back) == set(published)


def test_a_file_that_newsgen_did_not_write_is_refused(built: Path) -> None:
    (built / "public/404.html").write_text("hacked")
    with pytest.raises(NewsgenError, match=r"404\.html: is not as newsgen published it"):
        make(built)


def test_a_site_without_an_address_has_no_wacz(tmp_path: Path) -> None:
    root = make_site(tmp_path / "site", articles=1)
    (root / "site.yaml").write_text("title: Quay\n")
    result = CliRunner().invoke(main, ["bag", str(tmp_path / "bag"), "--root", str(root), "--wacz"])
    assert (result.exit_code, result.output.splitlines()) == (
        1,
        [
            "site.yaml: has no url, which --wacz needs",
            "    A web archive keeps pages by their addresses.",
            "    Set url: to where the site is published.",
            "1 problem: there is no bag.",
        ],
    )


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.courant.example/", "example,courant)/"),
        ("https://courant.example", "example,courant)/"),
        ("http://www2.Courant.example:80/A/B.html", "example,courant)/a/b.html"),
        ("https://courant.example:8443/a/?b=2&A=1", "example,courant:8443)/a/?a=1&b=2"),
        ("https://courant.example/m%C3%BChle", "example,courant)/m%c3%bchle"),
    ],
)
def test_addresses_are_sorted_by_their_host_from_its_end(url: str, expected: str) -> None:
    assert surt(url) == expected


def test_any_number_of_lines_is_sorted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsgen.commands.bag.wacz.sorted_lines._PART", 7)
    numbers = [f"{number * 37 % 100:03}\n".encode() for number in range(100)]
    with SortedLines() as sorted_lines:
        for line in numbers:
            sorted_lines.add(line)
        assert list(sorted_lines.read()) == sorted(numbers)


def test_each_block_of_the_index_is_named_by_its_first_line() -> None:
    given = [f'k{number:05} 20210304080000 {{"url": "x"}}\n'.encode() for number in range(3000)]
    blocks = list(index_blocks(given))
    whole = b"".join(block.content for block in blocks)
    assert gzip.decompress(whole) == b"".join(given)
    for number, block in enumerate(blocks):
        key, _, place = block.line.decode().partition(" {")
        stated = json.loads("{" + place)
        content = whole[stated["offset"] : stated["offset"] + stated["length"]]
        assert (key, gzip.decompress(content)[:6]) == (f"k{number * 1024:05} 20210304080000", key.encode()[:6])
        assert stated["digest"] == f"sha256:{sha256(content).hexdigest()}"
