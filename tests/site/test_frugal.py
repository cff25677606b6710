"""Sites of few files: what they leave out nobody is led to, and nobody loses an address."""

from pathlib import Path

import pytest

from newsgen.errors import NewsgenError
from tests.support.edits import differences
from tests.support.site_builder import SiteBuilder

pytestmark = pytest.mark.long

NETLIFY = "url: https://quay.example\nredirect_rules: [netlify]\nredirect_pages: false\n"


@pytest.fixture
def site(tmp_path: Path) -> SiteBuilder:
    """Two articles: they share one tag, and the first has one alone, with a person of its own."""
    site = SiteBuilder(tmp_path / "site")
    site.settings("listings_from: 2\nurl: https://quay.example\nfeeds: {tags: all, people: all}\n")
    site.article("mill.md", date="2020-03-01", tags="[tide, mill]", people="[Ada Quill]", section="Town")
    site.article("quay.md", date="2020-03-02", tags="[tide]")
    return site


def rebuild(site: SiteBuilder) -> dict[str, bytes]:
    """Build; the output, which equals that of a build from nothing."""
    site.build()
    files = site.files()
    assert not list(differences(files, site.files_from_nothing()))
    return files


def listings(files: dict[str, bytes]) -> list[str]:
    return sorted(file for file in files if file.startswith(("tags/", "people/")))


TIDE = ["tags/tide.html", "tags/tide/feed.json", "tags/tide/feed.xml"]
MILL = ["tags/mill.html", "tags/mill/feed.json", "tags/mill/feed.xml"]


def test_a_tag_of_one_article_has_no_page_and_is_no_link(site: SiteBuilder) -> None:
    files = rebuild(site)
    assert listings(files) == ["tags/index.html", *TIDE]
    page = files["2020/03/mill.html"].decode()
    assert "<li>mill</li>" in page
    assert '<a rel="tag" href="../../tags/tide.html">tide</a>' in page
    assert "<li>Ada Quill</li>" in page
    assert b"mill" not in files["tags/index.html"]
    assert b"tags/mill" not in files["sitemap-listings.xml"]
    assert "sections/town.html" in files


def test_a_tag_whose_feed_is_named_has_its_page(site: SiteBuilder) -> None:
    site.settings("listings_from: 2\nfeeds: {tags: [Mill]}\n")
    assert listings(rebuild(site)) == ["tags/index.html", *MILL, "tags/tide.html"]


def test_a_tag_gets_its_page_with_its_second_article_and_keeps_it(site: SiteBuilder) -> None:
    before = rebuild(site)
    site.article("ferry.md", date="2020-03-03", tags="[mill]", people="[Ada Quill]")
    files = rebuild(site)
    person = ["people/ada-quill.html", "people/ada-quill/feed.json", "people/ada-quill/feed.xml", "people/index.html"]
    assert listings(files) == sorted((*person, "tags/index.html", *TIDE, *MILL))
    assert '<a rel="tag" href="../../tags/mill.html">mill</a>' in files["2020/03/mill.html"].decode()
    site.edit("articles/ferry.md", "[mill]", "[]")
    assert set(MILL) <= set(rebuild(site))
    assert listings(before) != listings(site.files())


def test_without_a_ledger_the_page_goes_with_the_second_article(site: SiteBuilder) -> None:
    site.settings("listings_from: 2\nledger: false\n")
    before = rebuild(site)
    site.article("ferry.md", date="2020-03-03", tags="[mill]")
    assert "tags/mill.html" in rebuild(site)
    (site.root / "articles/ferry.md").unlink()
    assert rebuild(site) == before


def test_a_site_whose_listings_were_published_keeps_them(site: SiteBuilder) -> None:
    site.settings("url: https://quay.example\n")
    before = rebuild(site)
    site.settings("url: https://quay.example\nlistings_from: 2\n")
    assert listings(rebuild(site)) == listings(before)
    assert "tags/mill.html" in before


def test_old_addresses_are_left_to_rules_and_links_to_them_lead_on(site: SiteBuilder) -> None:
    site.settings(f"{NETLIFY}redirects: {{/rss: /sections/town.html, /gone: 'https://other.example/'}}\n")
    site.article("mill.md", date="2020-03-01", section="Town", slug="first", aliases="/old/1")
    text = "[a](/old/1#top) [b](/2020/03/first.html) [c](/rss) [d](/gone) [e](/nowhere)"
    site.article("links.md", text, date="2020-03-05")
    rebuild(site)
    site.edit("articles/mill.md", "slug: first", "slug: second")
    files = rebuild(site)
    assert not {"old/1/index.html", "2020/03/first.html", "rss/index.html", "gone/index.html"} & set(files)
    page = files["2020/03/links.html"].decode()
    assert 'href="../../2020/03/second.html#top">a<' in page
    assert 'href="../../2020/03/second.html">b<' in page
    assert 'href="../../sections/town.html">c<' in page
    assert 'href="https://other.example/">d<' in page
    rules = files["_redirects"].decode().splitlines()
    assert sorted(rules) == [
        "/2020/03/first.html /2020/03/second.html 301!",
        "/gone https://other.example/ 301!",
        "/old/1 /2020/03/second.html 301!",
        "/rss /sections/town.html 301!",
    ]


def test_more_rules_than_the_host_takes_stop_the_build(site: SiteBuilder) -> None:
    moves = "".join(f"/old/{number}\t/\n" for number in range(2001))
    site.write("redirects.tsv", moves)
    site.settings("redirect_rules: [cloudflare]\nredirect_pages: false\n")
    with pytest.raises(NewsgenError) as failed:
        site.build()
    assert str(failed.value) == (
        "site.yaml: redirect_pages: false leaves old addresses to rules, with 2,001 redirects,"
        " and Cloudflare Pages takes 2,000\n"
        "    Rules beyond that have no effect, and readers would find nothing at the addresses.\n"
        '    Write "redirect_pages: true".'
    )
    assert not site.output.exists() or not site.files()
    site.settings("redirect_rules: [netlify]\nredirect_pages: false\n")
    site.build()
    site.settings("redirect_rules: [netlify]\nredirect_pages: false\nhost: gitlab-pages\n")
    site.edit("articles/mill.md", "Text.", "More.")
    with pytest.raises(NewsgenError, match="with 2,001 redirects, and GitLab Pages takes 1,000"):
        site.build()


@pytest.mark.parametrize("size", ["medium", "large"])
def test_larger_files_of_the_search_index_are_fewer(tmp_path: Path, size: str) -> None:
    site = SiteBuilder(tmp_path / "site")
    for number in range(120):
        words = " ".join(f"word{number * 7 + each}s" for each in range(40))
        site.article(f"{number}.md", f"Tide {words}.", date=f"2020-03-{number % 28 + 1:02}")
    site.settings("ledger: false\n")
    before = [file for file in rebuild(site) if file.startswith("search/")]
    site.settings(f"ledger: false\nsearch_files: {size}\n")
    files = rebuild(site)
    assert len([file for file in files if file.startswith("search/")]) < len(before)
    site.edit("articles/7.md", "Tide", "Ebb")
    rebuild(site)
