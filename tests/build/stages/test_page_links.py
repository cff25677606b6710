"""Links to pages of the site's own: which file each means, and where an address leads that the archive lacks."""

from pathlib import Path

import pytest

from newsgen.archive.archive import Archive
from newsgen.archive.facts import PageFileChanged
from newsgen.archive.links import DANGLING, LinkTable, ResolvedLink
from newsgen.archive.references import page_identifiers, url_identifier
from newsgen.archive.targets import Target
from newsgen.build.stages.page_links import address_elsewhere, find_page, page_facts
from newsgen.output.register import OutputRegister
from newsgen.record.article import Article, Block
from newsgen.settings.site import Site
from tests.support.records import make_index, resolve_all
from tests.support.state import open_state

FILES = ("index.html", "2020/05/index.html", "tags/ferry.html", "feed.xml", "über mud.html", "story.php/index.html")


def register_of(*files: str) -> OutputRegister:
    register = OutputRegister(open_state())
    register.plan((), ((Target("asset", file), file) for file in files), "articles")
    return register


@pytest.mark.parametrize(
    ("address", "href"),
    [
        ("/", "index.html"),
        ("/index.html#top", "index.html#top"),
        ("/?utm_id=1", "index.html"),
        ("/?p=17", ""),
        ("/2020/05/", "2020/05/index.html"),
        ("/2020/05", "2020/05/index.html"),
        ("/2020//05/./index.html", "2020/05/index.html"),
        ("/2020/05/?page=2", "2020/05/index.html?page=2"),
        ("/tags/ferry.html", "tags/ferry.html"),
        ("/tags/ferry", "tags/ferry.html"),
        ("/tags/ferry/", "tags/ferry.html"),
        ("/Tags/Ferry.html?x=1#y", "tags/ferry.html?x=1#y"),
        ("/feed.xml", "feed.xml"),
        ("/feed.xml/", "feed.xml"),
        ("/%C3%BCber%20mud.html", "%C3%BCber%20mud.html"),
        ("/story.php", "story.php/index.html"),
        ("/tags/", ""),
        ("/../../etc/passwd", ""),
        ("/%ff", ""),
        ("/\0", ""),
    ],
)
def test_a_path_means_a_file_of_the_output(address: str, href: str) -> None:
    assert find_page(address, register_of(*FILES)) == href


def test_the_file_that_a_server_answers_with_goes_first() -> None:
    register = register_of("tide.html", "tide/index.html")
    assert [find_page(address, register) for address in ("/tide", "/tide/", "/tide.html")] == [
        "tide/index.html",
        "tide/index.html",
        "tide.html",
    ]


@pytest.mark.parametrize(
    ("address", "url", "original", "target"),
    [
        ("/gone", "", "https://old.example", "https://old.example/gone"),
        ("/blog/gone?x#y", "", "https://old.example/blog", "https://old.example/blog/gone?x#y"),
        ("/gone", "", "https://old.example/blog", "https://old.example/blog/gone"),
        ("https://old.example/gone", "https://quay.example", "https://old.example", "https://old.example/gone"),
        ("//old.example/gone", "https://quay.example", "https://old.example", "https://old.example/gone"),
        ("/gone", "https://quay.example/archive", "https://quay.example", "https://quay.example/gone"),
        ("https://quay.example/gone", "https://quay.example", "https://old.example", ""),
        ("/gone", "https://quay.example", "http://www.quay.example", ""),
        ("/gone", "https://quay.example", "", ""),
        ("gone.html", "", "https://old.example", ""),
    ],
)
def test_what_the_archive_lacks_is_at_the_original_host_or_nowhere(
    address: str, url: str, original: str, target: str
) -> None:
    expected = ResolvedLink(target) if target else ResolvedLink("", fault=DANGLING)
    assert address_elsewhere(address, Site(url=url, original_url=original)) == expected


@pytest.mark.parametrize(
    ("file", "addresses"),
    [
        ("tags/ferry.html", ["/tags/ferry.html", "/Tags/ferry/", "/tags/ferry?utm_id=1"]),
        ("2020/index.html", ["/2020", "/2020/", "/2020/index.html"]),
        ("index.html", ["/"]),
        ("über mud.pdf", ["/%C3%BCber%20mud.pdf"]),
    ],
)
def test_a_page_is_known_by_all_addresses_that_mean_it(file: str, addresses: list[str]) -> None:
    assert {url_identifier(address) for address in addresses} <= set(page_identifiers(file))


def test_files_that_come_or_go_are_facts() -> None:
    register = register_of("a.html", "b.html")
    register.forget_stale()
    register.plan([Target("asset", "a.html")], [], "articles")
    assert page_facts(register) == [PageFileChanged(file, page_identifiers(file)) for file in ("b.html", "a.html")]


def test_a_link_leads_to_the_page_that_it_means() -> None:
    site = Site()
    body = Block("markdown", "[x](/tags/x) [y](../y.html) [z](/z)", 1)
    state = make_index([Article("a.md", "A", permalink="/2020/a.html", body=(body,))], site)
    OutputRegister(state).plan((), [(Target("tags", name), f"{name}.html") for name in ("tags/x", "y")], "articles")
    resolve_all(state, Path("nowhere"), site)
    assert Archive(state).links("a.md") == {"../y.html": "y.html", "/tags/x": "tags/x.html"}
    assert [place.address for place in LinkTable(state).with_fault(DANGLING)] == ["/z"]
