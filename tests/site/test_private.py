"""Sites with articles that are withheld: only a private build has them, and nothing of it gets into a public one."""

import gzip
from pathlib import Path

import pytest

from newsgen.archive.database import PRIVATE_FOLDER
from newsgen.errors import NewsgenError
from tests.support.dumps import dumped_in
from tests.support.edits import differences, tree
from tests.support.site_builder import SiteBuilder

pytestmark = pytest.mark.long

TEXT = """---
headline: Zanzibar headline
dek: Zanzibar dek
byline: Zanzibar Author
published: 2024-02-03
section: Zanzibar section
tags: [Zanzibar tag]
publication: Zanzibar Herald
rights: Zanzibar rights
image: {file: picture.png, alt: Zanzibar alt, caption: Zanzibar caption}
corrections: [Zanzibar correction]
extra: {subject: Zanzibar subject}
publish: false
%s---

Zanzibar body with a [link](0.md).
"""
PAGE = "2024/02/zanzibar-headline.html"


@pytest.fixture
def site(tmp_path: Path) -> SiteBuilder:
    site = SiteBuilder(tmp_path / "site")
    site.settings("url: https://quay.example\n")
    site.write("articles/clips/07.md", TEXT % "comments: true\n")
    site.write("articles/clips/07.comments.jsonl", '{"author": "Bo Fenn", "text": "Zanzibar comment"}\n')
    for number in range(6):
        text = "See [it](clips/07.md) and [here](https://quay.example/2024/02/note-1.html)."
        head = {"date": f"2024-02-{number + 1:02}", "author": "Ada Quill", "section": "Harbour", "related": "[07.md]"}
        site.article(f"{number}.md", text, title=f"Note {number}", **head)
    return site


def build_private(site: SiteBuilder) -> dict[str, bytes]:
    """Build the private site; its files, which are those that a build from nothing makes."""
    site.build(private=True)
    output = tree(site.root / "private")
    site.build(private=True, clean=True)
    assert not list(differences(output, tree(site.root / "private")))
    return output


def public_files_with(site: SiteBuilder, text: str) -> list[str]:
    """The files of the site's folder that contain a text in any case, but for its articles and what is private."""
    found = []
    for file, content in tree(site.root).items():
        whole = gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content
        own = file.startswith(("articles/", "private/", f"{PRIVATE_FOLDER}/"))
        if not own and (text.encode() in whole.lower() or text in file):
            found.append(file)
    return found


def test_a_public_build_leaves_withheld_articles_out_and_counts_them(site: SiteBuilder) -> None:
    summary = site.build()
    assert (summary.articles, summary.unpublished) == (6, {"withheld": 1})
    assert public_files_with(site, "zanzibar") == []


def test_a_private_build_has_them_and_no_public_one_after_it_holds_a_byte_of_them(site: SiteBuilder) -> None:
    site.build()
    public, ledger = site.files(), (site.root / "permalinks.tsv").read_bytes()
    private = build_private(site)
    assert b"Zanzibar body" in private[PAGE]
    assert b"Zanzibar headline" in private["index.html"]
    assert b"Zanzibar comment" in private[PAGE]
    assert b"Zanzibar subject" in dumped_in(private)
    # Public articles are at the addresses at which the public knows them, and link to the withheld one.
    assert b"zanzibar-headline.html" in private["2024/02/note-1.html"]
    assert site.build().counts.written == 0
    assert public_files_with(site, "zanzibar") == []
    assert not list(differences(site.files(), public))
    assert (site.root / "permalinks.tsv").read_bytes() == ledger
    assert not list(differences(site.files(), site.files_from_nothing()))


def test_an_article_that_is_withheld_later_leaves_the_public_site(site: SiteBuilder) -> None:
    site.edit("articles/clips/07.md", "publish: false", "publish: true")
    site.settings("url: https://quay.example\nledger: false\n")
    site.build()
    assert public_files_with(site, "zanzibar body")
    site.edit("articles/clips/07.md", "publish: true", "publish: false")
    build_private(site)
    site.build()
    assert public_files_with(site, "zanzibar") == []
    assert not list(differences(site.files(), site.files_from_nothing()))


def test_an_article_that_was_withheld_gets_its_address_when_it_is_published(site: SiteBuilder) -> None:
    build_private(site)
    site.edit("articles/clips/07.md", "publish: false\n", "")
    site.edit("articles/clips/07.md", "Zanzibar headline", "Zanzibar cleared")
    assert "2024/02/zanzibar-cleared.html" in build_private(site)
    site.build()
    assert "/2024/02/zanzibar-cleared.html" in (site.root / "permalinks.tsv").read_text()
    assert PAGE not in site.files()


def test_every_private_page_is_marked_and_closed_to_crawlers_whatever_the_theme(site: SiteBuilder) -> None:
    site.write("static/robots.txt", "User-agent: *\nAllow: /\n")
    site.write("templates/404.html", "<!doctype html>\n<p>Lost at sea</p>")
    site.settings("url: https://quay.example\nlanguage: de\naliases: ['/{id}.aspx']\nnews_sitemap: true\n")
    private = build_private(site)
    assert private["robots.txt"] == b"User-agent: *\nDisallow: /\n"
    assert not any("sitemap" in file or file.endswith("CNAME") for file in private)
    pages = {file: content.decode() for file, content in private.items() if b"<!doctype html>" in content.lower()}
    assert len(pages) > 15
    for page in pages.values():
        assert '<meta name="robots" content="noindex, nofollow, noarchive">' in page
        assert "<mark>Private Fassung für die Redaktion: nicht zur Veröffentlichung</mark>" in page
    assert not [file for file, content in private.items() if b'rel="canonical" href="https://quay.example' in content]
    site.build()
    assert "<mark>" not in "".join(content.decode() for file, content in site.files().items() if file.endswith("html"))
    assert site.read("robots.txt") == "User-agent: *\nAllow: /\n"


@pytest.mark.parametrize("status", ["draft: true", "status: private", "status: nobody-knows", "password: secret"])
def test_what_is_kept_out_for_another_reason_is_in_neither_site(site: SiteBuilder, status: str) -> None:
    site.write("articles/clips/07.md", TEXT % f"{status}\n")
    site.build()
    assert site.build(private=True).articles == 6
    assert not [file for file, content in tree(site.root / "private").items() if b"anzibar" in content]


@pytest.mark.parametrize(
    ("value", "public", "private"),
    [
        ("false", 6, 7),
        ("no", 6, 7),
        ("0", 6, 7),
        ("true", 7, 7),
        ("never", 6, 7),
        ("private", 6, 6),
        ("[false]", 6, 7),
    ],
)
def test_publish_is_yes_or_no_or_a_status(site: SiteBuilder, value: str, public: int, private: int) -> None:
    site.edit("articles/clips/07.md", "publish: false", f"publish: {value}")
    assert (site.build().articles, site.build(private=True).articles) == (public, private)


def test_records_and_rows_of_the_metadata_table_withhold_articles_too(site: SiteBuilder) -> None:
    site.edit("articles/clips/07.md", "publish: false\n", "")
    site.write("articles/metadata.csv", "path,publish\nclips/07.md,false\n")
    site.write("articles/record.md.json", '{"headline": "A record", "text": "Its text.", "publish": false}')
    summary = site.build()
    assert (summary.articles, summary.unpublished) == (6, {"withheld": 2})
    assert site.build(private=True).articles == 8


def test_a_record_of_a_private_dump_stays_withheld(site: SiteBuilder) -> None:
    private = build_private(site)
    (record,) = [line for line in dumped_in(private).split(b"\n") if b"anzibar" in line]
    (site.root / "articles/clips/07.md").unlink()
    site.write("articles/clips/07.md.json", record)
    assert site.build().unpublished == {"withheld": 1}


@pytest.mark.parametrize("output", ["public", "public/desk", "."])
def test_the_private_site_is_never_where_the_public_one_is(site: SiteBuilder, output: str) -> None:
    site.build()
    with pytest.raises(NewsgenError) as refused:
        site.build(private=True, output=site.root / output)
    (problem,) = refused.value.problems
    assert (problem.path, problem.message, problem.reason, problem.fix) == (
        str((site.root / output).resolve()),
        f"is where the public site is: {site.root.resolve() / 'public'}",
        "The private site would be mixed with it, and what is withheld could be published.",
        "Name another folder with --output.",
    )


def test_no_build_writes_into_the_folder_that_the_other_kind_of_build_used_last(site: SiteBuilder) -> None:
    site.build(output=site.root / "www")
    with pytest.raises(NewsgenError, match="is where the public site is"):
        site.build(private=True, output=site.root / "www")
    site.build(private=True, output=site.root / "desk")
    with pytest.raises(NewsgenError, match="is where the private site is"):
        site.build(output=site.root / "desk")
