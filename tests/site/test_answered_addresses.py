"""Every address that a site names is answered with its page by a plain file server, and every file fits every disk."""

import json
import re
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote, unquote

import pytest

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.commands.urls.check import check_urls
from newsgen.errors import NewsgenError
from newsgen.record.names import path_fault
from tests.support.dumps import dumped
from tests.support.edits import build_from_nothing, tree
from tests.support.http_server import serve_folder

pytestmark = pytest.mark.long

URL = "https://quay.example"
Fetch = Callable[[str], tuple[str, str] | None]


@contextmanager
def served(folder: Path) -> Iterator[Fetch]:
    """What a plain file server answers a path with: the path after its redirects, and the page."""
    with serve_folder(folder) as base:

        def fetch(path: str) -> tuple[str, str] | None:
            try:
                with urllib.request.urlopen(base + path) as answer:
                    return answer.url.removeprefix(base), answer.read().decode()
            except HTTPError:
                return None

        yield fetch


def put(root: Path, name: str, headline: str, *fields: str) -> None:
    file = root / "articles" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = "\n".join([f'title: "{headline}"', "date: 2024-02-03", *fields])
    file.write_text(f"---\n{lines}\n---\nAll that is known of {name}.\n", encoding="utf-8")


def build(root: Path, settings: str = "") -> None:
    (root / "site.yaml").write_text(f"url: {URL}\n{settings}", encoding="utf-8")
    build_site(root, BuildOptions(workers="1"))


def canonical(page: str) -> str:
    found = re.search('<link rel="canonical" href="([^"]*)">', page)
    return found[1].removeprefix(URL) if found else ""


def named_addresses(output: Path) -> set[str]:
    """The addresses of stories in the sitemap, the feed and the dump."""
    texts = [file.read_text(encoding="utf-8") for file in (*output.glob("**/sitemap*.xml"), output / "feed.xml")]
    found = re.findall(rf'{URL}([^<"]*)', "\n".join(texts))
    return {address for address in found if not re.search(r"\.xml$|\.json$", address)}


DECLARED = {
    "permalink: /about": "/about/",
    "permalink: /story.aspx": "/story.aspx/",
    "permalink: /a.PHP": "/a.PHP/",
    "permalink: /v1.2/x.HTML": "/v1.2/x.HTML/",
    "permalink: /plain.html": "/plain.html",
    "permalink: /old.htm": "/old.htm",
    "permalink: /folder/": "/folder/",
    "permalink: /%E6%97%A5/x.html": "/%E6%97%A5/x.html",
    "permalink: /caf%C3%A9 1": "/caf%C3%A9%201/",
    "permalink: /100%25/": "/100%25/",
    "slug: Harbour_Opens": "/2024/02/Harbour_Opens.html",
    "slug: version-2.0-is-out": "/2024/02/version-2.0-is-out.html",
    "slug: смерть": "/2024/02/%D1%81%D0%BC%D0%B5%D1%80%D1%82%D1%8C.html",
}


def test_every_declared_address_is_answered_with_its_page(tmp_path: Path) -> None:
    for number, field in enumerate(DECLARED):
        put(tmp_path, f"{number}.md", f"Story {number}", field)
    build(tmp_path, "data: [jsonl]\n")
    output = tmp_path / "public"
    with served(output) as fetch:
        for number, address in enumerate(DECLARED.values()):
            answer = fetch(address)
            assert answer
            assert answer[0] == address
            assert f"<title>Story {number} " in answer[1]
            assert canonical(answer[1]) == address
            bare = fetch(address.rstrip("/"))
            assert bare
            assert bare[1] == answer[1]
        named = named_addresses(output)
        assert named >= set(DECLARED.values())
        for address in named:
            answer = fetch(address)
            assert answer
            assert answer[0] == address
    (tmp_path / "old.txt").write_text("\n".join([*DECLARED.values(), "/about", "/story.aspx"]), encoding="utf-8")
    assert check_urls(tmp_path, tmp_path / "old.txt").unanswered == ()


def test_addresses_without_a_slash_of_an_older_ledger_stay_and_are_answered(tmp_path: Path) -> None:
    lines = {"a.md": "/about", "b.md": "/2024", "c.md": "/story.aspx", "d.md": "/tags"}
    for name, address in lines.items():
        put(tmp_path, name, f"Story {name}", f"permalink: {address}")
    put(tmp_path, "e.md", "Quay", "slug: Quay_Wall")
    put(tmp_path, "f.md", "Con")
    lines |= {"e.md": "/2024/02/quay-wall.html", "f.md": "/2024/02/con.html"}
    ledger = tmp_path / "permalinks.tsv"
    ledger.write_text("".join(f"{address}\t{name}\tcurrent\n" for name, address in lines.items()), encoding="utf-8")
    build(tmp_path)
    rows = [row.split("\t")[:3] for row in ledger.read_text(encoding="utf-8").splitlines() if row[0] == "/"]
    assert rows == sorted([address, name, "current"] for name, address in lines.items())
    with served(tmp_path / "public") as fetch:
        for bare in ("/about", "/story.aspx"):
            answer, former = fetch(bare), fetch(f"{bare}.html")
            assert answer
            assert former
            assert answer[0] == f"{bare}/"
            assert canonical(answer[1]) == bare
            assert canonical(former[1]) == bare
            assert 'http-equiv="refresh"' in former[1]
        # The site has pages of its own at these.
        for own in ("/2024", "/tags"):
            former = fetch(f"{own}.html")
            assert former
            assert canonical(former[1]) == own
    assert tree(tmp_path / "public") == build_from_nothing(tmp_path, tmp_path / "clean")


@pytest.mark.parametrize("taken", ["/feed.xml", "/Feed.xml", "/style.css", "/data/index.json"])
def test_an_address_that_another_file_has_is_refused(tmp_path: Path, taken: str) -> None:
    put(tmp_path, "a.md", "Heron", f"permalink: {taken}")
    with pytest.raises(Exception, match=r"articles/a.md: needs a folder where .* has a file") as failed:
        build(tmp_path)
    assert 'Write another "slug: …" or "permalink: …" for it' in str(failed.value)
    assert not (tmp_path / "public").exists() or not tree(tmp_path / "public")


def test_every_file_of_a_site_fits_every_disk_and_host(tmp_path: Path) -> None:
    names = ["CON", "Aux", "nul", "com1", "LPT9", "...", "a/b", "../../etc", "%2e%2e", "_x", "été?", "x" * 300]
    for number, name in enumerate(names):
        fields = [f'section: "{name}"', f'tags: ["{name}"]', f'author: ["{name}"]', f'id: "{name}"']
        put(tmp_path, f"_2024/{number}.md", name, *fields)
    folder = tmp_path / "articles/_2024"
    files = ["_DSC0001.PNG", "what?.png", "aux.png", "100% éa#b.pdf", "a:b.txt.pdf", "~x.pdf"]
    for name in files:
        picture = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
        (folder / name.replace(".png", ".svg").replace(".PNG", ".SVG")).write_bytes(picture)
    links = [f"![a]({quoted})" if "svg" in quoted.lower() else f"[a]({quoted})" for quoted in map(quoted_name, files)]
    (folder / "links.md").write_text("---\ntitle: Links\n---\n" + "\n\n".join(links), encoding="utf-8")
    (tmp_path / "static/.well-known").mkdir(parents=True)
    dot_files = [".nojekyll", ".well-known/security.txt", ".htaccess"]
    for name in (*dot_files, ".env"):
        (tmp_path / "static" / name).write_text("x", encoding="utf-8")
    feeds = "feeds: {sections: all, tags: all, authors: all}\n"
    build(tmp_path, f"{feeds}permalink: '/{{section}}/{{id}}/{{name}}'\naliases: ['/old/{{id}}/{{slug}}']\n")
    output = tree(tmp_path / "public")
    assert sorted(set(dot_files) & set(output)) == sorted(dot_files)
    assert [file for file in output if path_fault(file) and file not in dot_files] == [".newsgen-files"]
    assert len([file for file in output if file.startswith("media/")]) == len(files)
    assert build_site(tmp_path).findings == ()
    (tmp_path / "static/.well-known/security.txt").write_text("y", encoding="utf-8")
    build_site(tmp_path)
    assert (tmp_path / "public/.well-known/security.txt").read_text(encoding="utf-8") == "y"


def quoted_name(name: str) -> str:
    return quote(name.replace(".png", ".svg").replace(".PNG", ".SVG"))


def test_the_dump_names_the_same_addresses(tmp_path: Path) -> None:
    put(tmp_path, "a.md", "Heron", "permalink: /caf%C3%A9.aspx")
    build(tmp_path)
    record = json.loads(dumped(tmp_path / "public"))
    assert (record["permalink"], record["url"]) == ("/café.aspx/", f"{URL}/caf%C3%A9.aspx/")


REDIRECTS = {
    "/old/about": ("/about", "about/index.html"),
    "/old/aspx": ("/story.aspx", "story.aspx/index.html"),
    "/old/%C3%A9": ("/story.aspx/?a=1#b", "story.aspx/index.html?a=1#b"),
    "/old/year": ("/2024", "2024/index.html"),
    "/old/tags": ("/tags/", "tags/index.html"),
    "/old/section": ("/sections/town", "sections/town.html"),
    "/old/feed": ("/feed.xml", "feed.xml"),
    "/con/x.html": ("/about", ""),
}


def test_a_redirect_leads_to_the_file_that_answers_its_target(tmp_path: Path) -> None:
    put(tmp_path, "a.md", "About", "permalink: /about", "section: Town", "tags: [ferry]")
    put(tmp_path, "b.md", "Aspx", "permalink: /story.aspx")
    redirects = {old: new for old, (new, _) in REDIRECTS.items()}
    build(tmp_path, f"redirects: {json.dumps(redirects)}\nredirect_rules: [netlify]\n")
    output = tree(tmp_path / "public")
    for old, (_, file) in REDIRECTS.items():
        page = output.get(f"{unquote(old).strip('/')}/index.html", b"").decode()
        found = re.search(r'content="0; url=((?:\.\./)*)([^"]*)"', page)
        assert (found[2] if found else "") == file
    assert b"/con/x.html /about 301!" in output["_redirects"]
    assert not any(file.startswith("con") for file in output)


@pytest.mark.parametrize("language", ["../../x", "..", "%2e%2e/x"])
def test_no_record_writes_outside_of_the_output(tmp_path: Path, language: str) -> None:
    root = tmp_path / "a/b/site"
    (root / "articles").mkdir(parents=True)
    record = {"headline": "Heron", "language": language, "text": "It is back."}
    (root / "articles/a.md.json").write_text(json.dumps(record), encoding="utf-8")
    build(root, "permalink_undated: '/{language}/{slug}.html'\n")
    assert (root / "public/en/heron.html").is_file()
    assert not [file for file in tmp_path.rglob("*.html") if root / "public" not in file.parents]


@pytest.mark.parametrize("address", ["/../../x.html", "/%2e%2e/%2e%2e/x.html", "/..%2f..%2fx.html"])
def test_no_line_of_the_ledger_writes_outside_of_the_output(tmp_path: Path, address: str) -> None:
    root = tmp_path / "a/b/site"
    put(root, "a.md", "Heron")
    for state in ("current", "moved"):
        (root / "permalinks.tsv").write_text(f"{address}\ta.md\t{state}\n", encoding="utf-8")
        with pytest.raises(NewsgenError, match=r"permalinks.tsv:1: .* leads out of the site"):
            build(root)
    assert not list(tmp_path.rglob("*.html"))


LONG = "The council of the lower quay has voted to buy back the old tide mill from its owners: part"


def ledger_of(root: Path) -> dict[str, str]:
    rows = (row.split("\t") for row in (root / "permalinks.tsv").read_text(encoding="utf-8").splitlines())
    return {row[1]: row[0] for row in rows if row[0].startswith("/")}


def test_long_headlines_that_begin_alike_have_addresses_of_their_own(tmp_path: Path) -> None:
    for number in range(3):
        put(tmp_path, f"{number}.md", f"{LONG} {number}")
    build(tmp_path)
    short = "/2024/02/the-council-of-the-lower-quay-has-voted-to-buy-back-the-old-tide-mill"
    found = ledger_of(tmp_path)
    assert found == {
        "0.md": f"{short}.html",
        "1.md": f"{short}-from-its-owners-part-1.html",
        "2.md": f"{short}-from-its-owners-part-2.html",
    }
    put(tmp_path, "00.md", f"{LONG} 4")
    build(tmp_path)
    assert ledger_of(tmp_path) == {**found, "00.md": f"{short}-from-its-owners-part-4.html"}
    assert tree(tmp_path / "public") == build_from_nothing(tmp_path, tmp_path / "clean")
