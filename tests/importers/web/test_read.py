"""Captures of pages become articles: copies and parts are joined, what is none is left out with its reason."""

import base64
import struct
import zlib
from functools import partial

import pytest

from newsgen.importers import processes
from newsgen.importers.imported import Imported, ImportedArticle, ImportedRedirect, MissingFile, SourceSite
from newsgen.importers.web import read
from newsgen.record.import_entry import Entry
from newsgen.record.plain_text import text_of
from tests.support.importing import articles_in, only_article
from tests.support.web_pages import ARTICLE, canonical, page, prose, read_pages

URL = "https://paper.example"
STORY = page("The wheel turns again", prose(1), ARTICLE)


def png(size: int) -> bytes:
    """A picture of at least so many bytes."""
    data = zlib.compress(bytes(range(256)) * (size // 256 + 1), 0)
    head = struct.pack(">IIBBBBB", 16, 16, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in chunks
    )


def pages_in(found: list[Imported]) -> list[tuple[str, str]]:
    """The kinds of the pages that were found, with their outcomes."""
    return sorted((item.name, item.outcome) for item in _entries(found) if item.kind == "page")


def _entries(found: list[Imported]) -> list[Entry]:
    own = [item for item in found if isinstance(item, Entry)]
    return own + [entry for item in articles_in(found) for entry in item.entries]


def test_a_page_becomes_an_article_at_its_address() -> None:
    found = read_pages({f"{URL}/2019/wheel.html": STORY})
    imported = only_article(found)
    article = imported.article
    assert (article.headline, str(article.published), article.language) == ("The wheel turns again", "2019-05-14", "en")
    assert (article.permalink, article.original_url) == ("/2019/wheel.html", f"{URL}/2019/wheel.html")
    assert (article.path, article.id) == ("2019/05/wheel.md", "web://paper.example/2019/wheel.html")
    assert text_of(article).split("\n\n") == prose(1)
    assert found[-1] == SourceSite(url=URL, language="en")


@pytest.mark.parametrize(
    ("hosts", "names", "title", "url"),
    [
        (("paper", "paper", "paper"), ("The Paper", "The Paper", "Sport"), "The Paper", URL),
        (("paper", "globe", "echo"), ("The Paper", "The Globe", "The Echo"), "", ""),
        (("paper", "paper", "echo"), ("The Paper", "The Globe", "The Echo"), "", URL),
        (("paper", "globe", "echo", "echo"), ("The Paper", "The Globe", "The Echo", "The Echo"), "", ""),
    ],
)
def test_pages_of_many_papers_have_no_title_and_address_of_one_of_them(
    hosts: tuple[str, ...], names: tuple[str, ...], title: str, url: str
) -> None:
    pages = {
        f"https://{host}.example/{number}.html": page(
            f"Story number {number}", prose(number), ARTICLE + f'<meta property="og:site_name" content="{name}">'
        )
        for number, (host, name) in enumerate(zip(hosts, names, strict=True), 1)
    }
    found = read_pages(pages)[-1]
    assert found == SourceSite(title=title, url=url, language="en")


@pytest.mark.parametrize(
    ("files", "permalink", "aliases"),
    [
        (
            {f"{URL}/a?utm_source=mail": STORY, "http://www.paper.example/a/": STORY},
            *("/a/", ()),
        ),
        (
            {
                f"{URL}/2019/wheel": page("The wheel turns again", prose(1), ARTICLE + canonical(f"{URL}/2019/wheel")),
                f"{URL}/amp/2019/wheel": page("The wheel turns again", prose(1), canonical(f"{URL}/2019/wheel")),
            },
            *("/2019/wheel", ("/amp/2019/wheel",)),
        ),
        (
            {f"{URL}/2019/wheel": STORY, f"{URL}/2019/wheel/print": page("The wheel turns again", prose(1))},
            *("/2019/wheel", ("/2019/wheel/print",)),
        ),
        (
            {f"{URL}/node/7": STORY, f"{URL}/2019/wheel": STORY},
            *("/2019/wheel", ("/node/7",)),
        ),
        (
            {
                "paper.example/a.html": STORY,
                "paper.example/a.html?print=1": page("The wheel turns again", prose(1)[:4]),
            },
            *("/a.html", ()),
        ),
        ({"paper.example/story@id=7.html": STORY}, "", ("/story?id=7",)),
        (
            {
                "x/index-2.html": "<!-- Mirrored from paper.example/index.php?id=7 by HTTrack Website Copier/3 -->"
                + STORY
            },
            *("", ("/index.php?id=7",)),
        ),
        ({"mirror/a.html": STORY}, "/mirror/a.html", ()),
    ],
)
def test_copies_become_one_article(files: dict[str, str], permalink: str, aliases: tuple[str, ...]) -> None:
    for order in (files, dict(reversed(files.items()))):
        found = read_pages(dict(order))
        article = only_article(found).article
        assert (article.permalink, article.aliases) == (permalink, aliases)
        assert text_of(article).split("\n\n") == prose(1)
        assert pages_in(found) == sorted([("article", "taken")] + [("copy", "left out")] * (len(files) - 1))


PRINT = f"{URL}/cgi/printer.pl?story=7"
PRINTED = [*prose(1)[:5], prose(1)[5] + " Printed from The Quay, Fish Street."]


@pytest.mark.parametrize(
    ("other", "copies"),
    [
        (page("The wheel turns again", PRINTED, ARTICLE), 1),
        (page("The wheel turns again", PRINTED), 1),
        (page("The wheel turns again", PRINTED, ARTICLE.replace("05-14", "05-15")), 0),
        (page("The wheel turns no more", PRINTED, ARTICLE), 0),
        (page("The wheel turns again", [*prose(1)[:3], *prose(2)[3:]], ARTICLE), 0),
    ],
)
def test_nearly_the_same_text_with_one_headline_and_date_is_one_article(other: str, copies: int) -> None:
    found = read_pages({PRINT: other, f"{URL}/2019/wheel": STORY})
    articles = {imported.article.permalink: imported.article for imported in articles_in(found)}
    assert pages_in(found) == [("article", "taken")] * (2 - copies) + [("copy", "left out")] * copies
    assert articles["/2019/wheel"].aliases == (("/cgi/printer.pl?story=7",) if copies else ())
    assert text_of(articles["/2019/wheel"]).split("\n\n") == prose(1)


def test_few_words_that_pages_without_a_date_share_make_them_no_copies() -> None:
    rules = prose(3, 2)
    pages = {f"{URL}/{name}": page("Crossword", [*rules, f"Across: {name}."]) for name in ("seven", "eight")}
    assert pages_in(read_pages(pages)) == [("article", "taken")] * 2


def test_a_copy_gives_the_fields_that_the_other_does_not_show() -> None:
    plain = page("The wheel turns again", prose(1), canonical(f"{URL}/a"))
    amp = page(
        "The wheel turns again", prose(1), ARTICLE + '<meta name="author" content="Ada Quill">' + canonical(f"{URL}/a")
    )
    article = only_article(read_pages({f"{URL}/a": plain, f"{URL}/a/amp": amp})).article
    assert (article.byline, str(article.published)) == (("Ada Quill",), "2019-05-14")


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        (f"{URL}/wheel", f"{URL}/wheel?page=2", f"{URL}/wheel?page=3"),
        (f"{URL}/wheel/", f"{URL}/wheel/2/", f"{URL}/wheel/3/"),
        (f"{URL}/wheel.html", f"{URL}/wheel/2", f"{URL}/wheel/3"),
        ("paper.example/wheel.html", "paper.example/wheel.html?page=2", "paper.example/wheel.html?page=3"),
    ],
)
def test_parts_are_joined_in_order(first: str, second: str, third: str) -> None:
    parts = {
        third: page("The wheel turns again", prose(3), ARTICLE),
        first: page("The wheel turns again", prose(1), ARTICLE),
        second: page("The wheel turns again", prose(2), ARTICLE),
    }
    found = read_pages(parts)
    assert text_of(only_article(found).article).split("\n\n") == [*prose(1), *prose(2), *prose(3)]
    assert pages_in(found) == [("article", "taken"), ("part", "taken"), ("part", "taken")]


def test_a_page_with_a_number_is_a_part_only_where_the_first_leads_to_it() -> None:
    pager = '<p class="pager"><a href="wheel-2.html">2</a></p>'
    parts = {
        f"{URL}/wheel.html": page("Letters", prose(1), ARTICLE, after=pager),
        f"{URL}/wheel-2.html": page("Letters", prose(2), ARTICLE),
    }
    assert len(articles_in(read_pages(parts))) == 1
    alone = {**parts, f"{URL}/wheel.html": page("Letters", prose(1), ARTICLE)}
    assert len(articles_in(read_pages(alone))) == 2


def test_a_view_of_all_parts_is_the_whole_article() -> None:
    whole = page("The wheel turns again", [*prose(1), *prose(2)], ARTICLE + canonical(f"{URL}/wheel"))
    found = read_pages(
        {
            f"{URL}/wheel": page("The wheel turns again", prose(1), ARTICLE + canonical(f"{URL}/wheel")),
            f"{URL}/wheel?page=all": whole,
        }
    )
    assert text_of(only_article(found).article).split("\n\n") == [*prose(1), *prose(2)]
    assert only_article(found).article.permalink == "/wheel"


def test_articles_that_differ_stay_apart_whatever_they_declare() -> None:
    head = ARTICLE + canonical(f"{URL}/same")
    found = read_pages({f"{URL}/{n}": page(f"Story {n} of the quay", prose(n), head) for n in (1, 2, 3)})
    assert [item.article.headline for item in articles_in(found)] == [f"Story {n} of the quay" for n in (1, 2, 3)]
    assert sorted(item.article.permalink for item in articles_in(found)) == ["/2", "/3", "/same"]
    assert len({item.article.id for item in articles_in(found)}) == 3


_CARDS = "".join(
    f'<div class="card"><h2><a href="/s{n}">A headline of story {n}</a></h2><p>Words.</p></div>' for n in range(12)
)


@pytest.mark.parametrize(
    ("address", "html", "name", "reason"),
    [
        (f"{URL}/", page("The Quay", [], after=_CARDS), "front page", "it stands at the root of the site"),
        (f"{URL}/news/", page("News", [], after=_CARDS), "section page", "it is a list of links"),
        (
            f"{URL}/tag/boats",
            page("Boats", ["All."], after=_CARDS),
            "tag page",
            "its address and its links are those of one",
        ),
        (
            f"{URL}/author/ada",
            page("Ada", ["All."], after=_CARDS),
            "author page",
            "its address and its links are those of one",
        ),
        (
            f"{URL}/search?q=x",
            page("Results", ["All."], after=_CARDS),
            "search page",
            "its address and its links are those of one",
        ),
        (
            f"{URL}/2019/05/",
            page("May 2019", ["All."], after=_CARDS),
            "date page",
            "its address and its links are those of one",
        ),
        (
            f"{URL}/gone",
            page("Page not found", ["Try the front page."]),
            "error page",
            "it says that a page is not there",
        ),
        (f"{URL}/weg", page("Seite nicht gefunden", ["Leider."]), "error page", "it says that a page is not there"),
        (f"{URL}/err", page("Страница не найдена", ["Увы."]), "error page", "it says that a page is not there"),
        (
            f"{URL}/members",
            page("Members", ["Please."], after='<form><input type="password"></form>'),
            *("login page", "it asks for a name and a password"),
        ),
        (f"{URL}/empty", "<html><body></body></html>", "page without text", "nothing in it is the text of an article"),
        (f"{URL}/feed", '<?xml version="1.0"?><rss version="2.0"></rss>', "feed", "it is a list for programs"),
        (
            f"{URL}/moved",
            '<html><head><meta http-equiv="refresh" content="0; url=/elsewhere"></head></html>',
            *("redirect", "it only leads on"),
        ),
    ],
)
def test_pages_that_are_no_articles_are_left_out_with_their_reason(
    address: str, html: str, name: str, reason: str
) -> None:
    found = read_pages({address: html})
    assert articles_in(found) == []
    assert [item for item in found if isinstance(item, Entry)] == [Entry("page", name, "left out", reason, address)]


def test_what_a_server_answers_with_an_error_is_left_out() -> None:
    found = read_pages({f"{URL}/a": (STORY, 404)})
    assert [item for item in found if isinstance(item, Entry)] == [
        Entry("page", "error page", "left out", "the server answered 404", f"{URL}/a")
    ]


def test_the_same_few_words_at_several_addresses_are_an_error_page() -> None:
    gone = page("Oh dear", prose(1, 2))
    found = read_pages({f"{URL}/{n}": gone for n in ("a", "b", "c")})
    assert articles_in(found) == []
    assert pages_in(found) == [("error page", "left out")] * 3


def test_a_short_article_that_says_what_it_is_stays() -> None:
    assert only_article(read_pages({f"{URL}/a": page("Tug sinks", ["The tug sank."], ARTICLE)}))


def test_a_page_that_leads_on_to_an_article_becomes_a_redirect() -> None:
    moved = '<html><head><meta http-equiv="refresh" content="0;URL=\'/wheel\'"></head></html>'
    found = read_pages({f"{URL}/old": moved, f"{URL}/wheel": STORY})
    assert ImportedRedirect("/old", "/wheel") in found
    assert Entry("page", "redirect", "left out", "it only leads on to an article", f"{URL}/old") in found


def test_links_lead_to_the_articles_of_the_source() -> None:
    paragraphs = prose(1)
    paragraphs[0] += ' <a href="https://www.paper.example/tug/?utm_source=x#deck">The tug</a>.'
    paragraphs[1] += (
        ' <a href="/about">About</a> <a href="https://other.example/x">Other</a> <a href="list.pdf">List</a>.'
    )
    found = read_pages(
        {
            f"{URL}/wheel": page("The wheel turns again", paragraphs, ARTICLE),
            f"{URL}/tug": page("The tug sinks", prose(2), ARTICLE),
            f"{URL}/list.pdf": b"%PDF-1.4 list",
        }
    )
    wheel = next(item for item in articles_in(found) if item.article.permalink == "/wheel")
    markdown = text_of(wheel.article)
    assert "[The tug](/tug#deck)" in markdown
    assert f"[About]({URL}/about) [Other](https://other.example/x) [List](wheel/list.pdf)" in markdown
    assert [file.path for file in wheel.files] == ["wheel/list.pdf"]


def _with_picture(picture: str) -> str:
    paragraphs = prose(1)
    paragraphs[0] += f"</p><figure>{picture}<figcaption>The wheel in May</figcaption></figure><p>And so on it went."
    return page("The wheel turns again", paragraphs, ARTICLE)


@pytest.mark.parametrize(
    ("picture", "taken"),
    [
        ('<img src="/small.png">', "wheel/small.png"),
        ('<img src="/small.png" srcset="/middle.png 800w, /none.png 1600w">', "wheel/middle.png"),
        ('<img src="/small.png" data-src="/large.png">', "wheel/large.png"),
        ('<picture><source srcset="/large.png"><img src="/small.png"></picture>', "wheel/large.png"),
        ('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="large.png">', "wheel/large.png"),
    ],
)
def test_the_largest_picture_that_is_there_is_taken(picture: str, taken: str) -> None:
    files = {f"{URL}/{name}.png": png(size) for name, size in (("small", 500), ("middle", 2000), ("large", 5000))}
    found = read_pages({f"{URL}/wheel": _with_picture(picture), **files})
    imported = only_article(found)
    assert taken in [file.path for file in imported.files]
    assert f'![]({taken} "The wheel in May")' in text_of(imported.article)


def test_a_picture_that_is_not_there_is_listed_and_one_of_another_host_stays_a_link() -> None:
    own = only_article(found := read_pages({f"{URL}/wheel": _with_picture('<img src="/img/a b.png">')}))
    assert MissingFile("/img/a b.png", f"{URL}/img/a b.png", f"{URL}/wheel") in found
    assert "(/img/a%20b.png " in text_of(own.article)
    other = read_pages({f"{URL}/wheel": _with_picture('<img src="https://cdn.example/a.png">')})
    assert [item for item in other if isinstance(item, MissingFile)] == []
    assert "https://cdn.example/a.png" in text_of(only_article(other).article)


def test_a_page_in_place_of_a_picture_is_no_picture() -> None:
    found = read_pages({f"{URL}/wheel": _with_picture('<img src="/a.png">'), f"{URL}/a.png": b"<html>Not found</html>"})
    assert only_article(found).files == ()
    assert Entry("picture file", "", "left out", "its file is no picture", f"{URL}/a.png") in _entries(found)


def test_a_picture_that_was_written_into_the_page_becomes_a_file() -> None:
    data = base64.b64encode(png(600)).decode()
    imported = only_article(read_pages({f"{URL}/wheel": _with_picture(f'<img src="data:image/png;base64,{data}">')}))
    (file,) = imported.files
    with file.open() as opened:
        assert opened.read() == png(600)


def test_every_page_and_file_is_in_the_account_once() -> None:
    files: dict[str, str | bytes | tuple[str | bytes, int]] = {
        f"{URL}/": page("The Quay", [], after=_CARDS),
        f"{URL}/a": STORY,
        f"{URL}/a?print=1": page("The wheel turns again", prose(1)),
        f"{URL}/b": page("The tug sinks", prose(2), ARTICLE),
        f"{URL}/style.css": b"body {}",
        f"{URL}/logo.png": png(300),
    }
    found = read_pages(files)
    assert pages_in(found) == [("article", "taken")] * 2 + [("copy", "left out"), ("front page", "left out")]
    assert sorted((item.kind, item.name) for item in found if isinstance(item, Entry) and item.kind == "file") == [
        ("file", ".css"),
        ("file", ".png"),
    ]


def test_an_article_of_a_day_to_come_is_a_draft() -> None:
    head = ARTICLE.replace("2019-05-14", "2027-01-01")
    (imported,) = articles_in(read_pages({f"{URL}/a": page("Tomorrow", prose(1), head)}))
    assert isinstance(imported, ImportedArticle)
    assert imported.status == "future"


def test_pages_that_are_read_in_processes_are_read_as_here(monkeypatch: pytest.MonkeyPatch) -> None:
    files: dict[str, str | bytes | tuple[str | bytes, int]] = {
        f"{URL}/2019/story-{number}.html": page(f"Story {number} of the quay", prose(number), ARTICLE * (number % 2))
        for number in range(30)
    }
    files |= {f"{URL}/broken": b"\xff\xfe\x00", f"{URL}/": page("The Quay", ["Welcome."]), f"{URL}/gone": ("", 404)}
    here = read_pages(files)
    monkeypatch.setattr(processes, "count_cores", lambda: 2)
    monkeypatch.setattr(read, "map_in_processes", partial(processes.map_in_processes, least=2))
    assert written_out(read_pages(files)) == written_out(here)


def written_out(found: list[Imported]) -> list[str]:
    """Everything that was found, as text."""
    return list(map(repr, found))
