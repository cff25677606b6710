"""Sites with redacted articles: what was withdrawn, removed or anonymised is in no file, and its page says why."""

import gzip
import shutil
from pathlib import Path

import pytest

from tests.support.edits import differences, tree
from tests.support.site_builder import SiteBuilder

TEXT = """---
title: Zanzibar headline
dek: Zanzibar dek
kicker: Zanzibar kicker
date: 2024-02-03
author: Zanzibar Author
section: Harbour
tags: [Zanzibar tag, tide]
notice: This article is part of an archive.
image: {file: picture.png, alt: Zanzibar alt, caption: Zanzibar caption}
corrections: [Zanzibar correction]
related: [Zanzibar related]
%s---

Zanzibar body with a [link](zanzibar.md).
"""
PAGE = "2024/02/zanzibar-headline.html"


@pytest.fixture
def site(tmp_path: Path) -> SiteBuilder:
    site = SiteBuilder(tmp_path / "site")
    site.settings("url: https://quay.example\nmissing_images: note\n")
    write(site, "")
    for number in range(8):
        head = {"date": f"2024-02-{number + 1:02}", "author": "Ada Quill", "section": "Harbour", "tags": "[tide]"}
        site.article(f"{number}.md", "See [it](secret.md).", title=f"Note {number}", related="[secret.md]", **head)
    site.build()
    return site


def write(site: SiteBuilder, field: str) -> None:
    site.write("articles/secret.md", TEXT % field)


def rebuild(site: SiteBuilder) -> dict[str, bytes]:
    """Build again; the output, which equals that of a build from nothing."""
    site.build()
    output = site.files()
    assert not list(differences(output, site.files_from_nothing()))
    return output


def files_with(site: SiteBuilder, text: str) -> list[str]:
    """The files of the site, without its articles, that contain a text in any case, inside gzip too."""
    found = []
    for file, content in tree(site.root).items():
        whole = gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content
        if not file.startswith("articles/") and text.encode() in whole.lower():
            found.append(file)
    return found


def test_a_removed_text_is_in_no_output_index_feed_dump_or_state(site: SiteBuilder) -> None:
    assert {".newsgen/state.sqlite", f"public/{PAGE}", "public/feed.xml"} <= set(files_with(site, "zanzibar"))
    # A state that was set aside earlier holds cards too.
    shutil.copy(site.root / ".newsgen/state.sqlite", site.root / ".newsgen/state-aside.sqlite")
    write(site, "removed: {reason: A court asked for it, date: 2025-06-01}\n")
    public = rebuild(site)
    # Its address was published, and contains its headline.
    for part in ("headline", "dek", "kicker", "author", "tag", "alt", "caption", "correction", "related", "body"):
        assert not files_with(site, f"zanzibar {part}")
    assert [file for file in public if "zanzibar" in file] == [PAGE]
    page = public[PAGE].decode()
    assert "An article that was removed" in page
    assert "A court asked for it" in page
    assert '<meta name="robots" content="noindex">' in page
    assert not any(PAGE.encode() in public[file] for file in ("feed.xml", "sitemap.xml", "index.html", "archive.html"))


def test_a_source_may_say_only_that_its_article_was_removed(site: SiteBuilder) -> None:
    site.write("articles/secret.md", "---\nremoved: true\n---\n")
    assert "An article that was removed" in rebuild(site)[PAGE].decode()


def test_a_withdrawn_article_says_what_it_was_and_why(site: SiteBuilder) -> None:
    write(site, "withdrawn: {reason: Its source was made up, date: 2025-06}\n")
    public = rebuild(site)
    page = public[PAGE].decode()
    for text in ("Withdrawn", "Zanzibar headline", "Its source was made up", "June 2025", "is part of an archive"):
        assert text in page
    assert (
        files_with(site, "zanzibar body") == files_with(site, "zanzibar dek") == files_with(site, "zanzibar alt") == []
    )
    assert b"zanzibar" not in public["feed.xml"].lower() + public["sitemap.xml"].lower() + public["index.html"].lower()


def test_a_delisted_article_keeps_its_page_and_the_links_to_it(site: SiteBuilder) -> None:
    write(site, "delisted: true\n")
    public = rebuild(site)
    page = public[PAGE].decode()
    assert "Zanzibar body" in page
    assert '<meta name="robots" content="noindex">' in page
    assert f'href="../../{PAGE}"' in public["2024/02/note-1.html"].decode()
    listing = [
        file for file in public if file.startswith(("sections/", "tags/", "authors/", "archive", "2024/02/index"))
    ]
    for file in ("feed.xml", "sitemap.xml", "index.html", *listing):
        assert b"zanzibar" not in public[file].lower(), file
    write(site, "")
    assert PAGE.encode() in rebuild(site)["index.html"]


def test_an_anonymised_name_is_in_no_file(site: SiteBuilder) -> None:
    write(site, "anonymised: {Zanzibar Author: Z. A., zanzibar body: the text}\n")
    public = rebuild(site)
    assert not files_with(site, "zanzibar author")
    assert not files_with(site, "zanzibar body")
    assert "Z. A." in public[PAGE].decode()
    assert "the text with a" in public[PAGE].decode()
