"""Targets have a text, a row of the tables, and a name in messages."""

import pytest

from newsgen.archive.targets import KINDS, Target, article_target, decode_target, encode_target


@pytest.mark.parametrize(
    ("target", "text", "name"),
    [
        (Target("article", "2014/heron.md"), "article:2014/heron.md", "clippings/2014/heron.md"),
        (Target("sections", "sea"), "sections:sea", 'section "sea"'),
        (Target("tags", "c++"), "tags:c++", 'tag "c++"'),
        (Target("{home}", "x"), "{home}:x", '{home} "x"'),
        (Target("authors", "ada pell"), "authors:ada pell", 'author "ada pell"'),
        (Target("years", "0987"), "years:0987", "year 0987"),
        (Target("months", "2014-02"), "months:2014-02", "month 2014-02"),
        (Target("days", "2014-02-03"), "days:2014-02-03", "day 2014-02-03"),
        (Target("anniversaries", "02-03"), "anniversaries:02-03", "on this day 02-03"),
        (Target("undated"), "undated:", "undated articles"),
        (Target("index", "tags"), "index:tags", "index of tags"),
        (Target("calendar"), "calendar:", "archive by date"),
        (Target("front"), "front:", "front page"),
        (Target("theme"), "theme:", "theme of site.yaml"),
        (Target("redirects"), "redirects:", "redirects of site.yaml"),
        (Target("missing"), "missing:", "page for missing addresses"),
        (Target("feed"), "feed:", "feed"),
        (Target("feed", "7"), "feed:7", "feed"),
        (Target("sitemap"), "sitemap:", "sitemap"),
        (Target("search"), "search:", "search page"),
        (Target("search-file", "root.json"), "search-file:root.json", "the search index's root.json"),
        (Target("robots"), "robots:", "robots.txt"),
        (Target("asset", "media/a: b.jpg"), "asset:media/a: b.jpg", "the file media/a: b.jpg"),
        (Target("asset", "{key}"), "asset:{key}", "the file {key}"),
        (Target("data"), "data:", "dumps of the archive"),
        (Target("manifest"), "manifest:", "manifest"),
    ],
)
def test_messages_name_a_target_as_an_editor_knows_it(target: Target, text: str, name: str) -> None:
    assert (str(target), target.describe("clippings")) == (text, name)


def test_a_target_comes_back_from_its_row() -> None:
    target = article_target("caf\udce9.md")
    kind, key = encode_target(target)
    key.encode()
    assert decode_target(kind, key) == target == Target("article", "caf\udce9.md")


def test_copies_dumps_and_the_manifest_have_no_pages() -> None:
    assert {kind for kind in KINDS if not Target(kind).has_pages} == {"asset", "data", "manifest"}


def test_stories_are_written_first_and_listings_before_the_rest() -> None:
    ranks = [KINDS[kind].rank for kind in ("article", "sections", "days", "front", "feed", "asset")]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == 3
