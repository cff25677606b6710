"""Exports of Blogger become articles with their comments, in the old form and in the new."""

from functools import partial
from pathlib import Path

import pytest

from newsgen.importers.blogger.read import read_blogger
from newsgen.importers.imported import Imported, SourceSite
from newsgen.record.comment import Comment
from newsgen.record.dates import parse_date
from tests.support.importing import (
    TODAY,
    articles_in,
    count_entries,
    damaged_zip_of,
    markdown_of,
    messages_in,
    only_article,
    read_all,
    reasons_in,
    write_files,
)

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" '
    'xmlns:app="http://purl.org/atom/app#" xmlns:thr="http://purl.org/syndication/thread/1.0" '
    'xmlns:blogger="http://schemas.google.com/blogger/2018"><id>tag:blogger.com,1999:blog-1.archive</id>'
    '<title>The Herald</title><link rel="alternate" href="https://herald.blogspot.example/"/>'
)
KIND = (
    '<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#{}"/>'
)
POST = (
    "<entry><id>tag:blogger.com,1999:blog-1.post-42</id><published>2019-05-04T08:30:00.000+01:00</published>"
    "<updated>2020-01-02T08:30:00.000Z</updated>"
    + KIND.format("post")
    + '<category scheme="http://www.blogger.com/atom/ns#" term="Town"/>'
    '<category scheme="http://www.blogger.com/atom/ns#" term="River"/>'
    '<title type="text">Mill &amp;amp; wheel</title><content type="html">&lt;p&gt;It &lt;b&gt;turns&lt;/b&gt;. '
    '&lt;a href="http://herald.blogspot.example/2019/05/ferry.html"&gt;Ferry&lt;/a&gt;&lt;/p&gt;</content>'
    '<link rel="alternate" type="text/html" href="https://herald.blogspot.example/2019/05/mill-wheel.html"/>'
    "<author><name>Ada Quill</name><uri>https://www.blogger.com/profile/1</uri><email>noreply@blogger.com</email></author>"
    "{extra}</entry>"
)
COMMENT = (
    "<entry><id>tag:blogger.com,1999:blog-1.post-77</id><published>2019-05-05T08:30:00.000Z</published>"
    + KIND.format("comment")
    + '<content type="html">At &lt;br /&gt;last! ada@x.example</content>'
    "<author><name>Iris</name><email>iris@x.example</email></author>"
    '<thr:in-reply-to ref="tag:blogger.com,1999:blog-1.post-42" href="x"/></entry>'
)
NEW = (
    "<entry><id>tag:blogger.com,1999:blog-1.post-42</id><blogger:type>{type}</blogger:type>"
    "<blogger:status>{status}</blogger:status><author><name>Ada Quill</name></author><title>Mill</title>"
    '<content type="html">&lt;p&gt;It turns.&lt;/p&gt;</content><published>2019-05-04T08:30:00Z</published>'
    '<category scheme="tag:blogger.com,1999:blog-1" term="Town"/>'
    "<blogger:filename>/2019/05/mill.html</blogger:filename></entry>"
)


def read(tmp_path: Path, entries: str, head: str = HEAD) -> list[Imported]:
    write_files(tmp_path, {"feed.atom": f"{head}{entries}</feed>"})
    return read_all(partial(read_blogger, today=TODAY), tmp_path / "feed.atom")


def test_a_post_keeps_what_it_is(tmp_path: Path) -> None:
    found = read(tmp_path, COMMENT + POST.format(extra=""))
    imported = only_article(found)
    article = imported.article
    assert (article.id, article.path, article.headline) == ("blogger:42", "2019/05/mill-wheel.md", "Mill & wheel")
    assert (article.permalink, article.tags, article.byline) == (
        "/2019/05/mill-wheel.html",
        ("Town", "River"),
        ("Ada Quill",),
    )
    assert str(article.published) == "2019-05-04T08:30:00+01:00"
    assert markdown_of(imported) == "It **turns**. [Ferry](/2019/05/ferry.html)"
    assert article.comments == (Comment("77", "Iris", parse_date("2019-05-05T08:30:00Z"), "At\nlast!"),)
    assert [item for item in found if isinstance(item, SourceSite)] == [
        SourceSite("The Herald", "", "https://herald.blogspot.example")
    ]
    assert "@x.example" not in repr(found)
    assert "noreply" not in repr(found)


@pytest.mark.parametrize(
    ("entries", "status"),
    [
        (POST.format(extra="<app:control><app:draft>yes</app:draft></app:control>"), "draft"),
        (POST.format(extra="<app:control><app:draft>no</app:draft></app:control>"), ""),
        (NEW.format(type="POST", status="LIVE"), ""),
        (NEW.format(type="PAGE", status="LIVE"), ""),
        (NEW.format(type="POST", status="DRAFT"), "draft"),
        (NEW.format(type="POST", status="SCHEDULED"), "future"),
        (NEW.format(type="POST", status="SOFT_TRASHED"), "trash"),
        (NEW.format(type="POST", status="UNHEARD_OF"), "private"),
    ],
)
def test_a_status_keeps_a_post_out(tmp_path: Path, entries: str, status: str) -> None:
    assert only_article(read(tmp_path, entries)).status == status


def test_the_new_form_is_read(tmp_path: Path) -> None:
    comment = (
        "<entry><id>tag:blogger.com,1999:blog-1.post-77</id><blogger:parent>tag:blogger.com,1999:blog-1.post-42</blogger:parent>"
        "<blogger:type>COMMENT</blogger:type><blogger:status>{}</blogger:status><author><name>Iris</name></author>"
        '<content type="html">At last</content><published>2019-05-05T08:30:00Z</published></entry>'
    )
    found = read(tmp_path, NEW.format(type="POST", status="LIVE") + comment.format("LIVE") + comment.format("SPAM"))
    imported = only_article(found)
    assert (imported.article.permalink, imported.article.tags) == ("/2019/05/mill.html", ("Town",))
    assert [comment.text for comment in imported.article.comments] == ["At last"]
    assert count_entries(found, "comment") == {("", "taken"): 1, ("", "left out"): 1}


def test_settings_and_templates_are_counted(tmp_path: Path) -> None:
    entry = f"<entry><id>x</id>{KIND.format('template')}<content>css</content></entry>"
    found = read(tmp_path, entry + entry.replace("template", "settings") + COMMENT)
    assert articles_in(found) == []
    assert count_entries(found, "entry") == {("template", "left out"): 1, ("settings", "left out"): 1}
    assert reasons_in(found, "comment") == ["its post is not in the export"]


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("head", "entries", "articles", "problem"),
    [
        (HEAD.replace("?>\n", "?>\n" + BOMB), POST.format(extra=""), 0, "it has a document type"),
        (
            HEAD.replace("?>\n", '?>\n<!DOCTYPE x SYSTEM "file:///etc/passwd">'),
            POST.format(extra=""),
            0,
            "it has a document type",
        ),
        (HEAD, POST.format(extra="") + "<entry><id>", 1, "mismatched tag"),
        (HEAD, POST.format(extra="") + "<entry>&undefined;</entry>", 1, "undefined entity"),
        (HEAD, POST.format(extra="\x0b\x01"), 1, ""),
        (HEAD, "<entry>" + "<a>" * 5000, 0, "too deeply nested"),
        ("<feed>", POST.format(extra=""), 0, "it is no Atom feed"),
        ("<feed>", "<entry></entry>", 0, "it is no Atom feed"),
        (HEAD, POST.format(extra="").replace("2019-05-04T08:30:00.000+01:00", "soon"), 1, ""),
        (HEAD, "<entry><id></id>" + KIND.format("post") + "</entry>", 1, ""),
    ],
)
def test_hostile_feeds(tmp_path: Path, head: str, entries: str, articles: int, problem: str) -> None:
    found = read(tmp_path, entries, head)
    assert len(articles_in(found)) == articles
    assert [problem in message for message in messages_in(found)] == [True] * bool(problem)


@pytest.mark.long
def test_an_entry_that_is_too_long_is_told(tmp_path: Path) -> None:
    entry = f"<entry><content>{'a' * (1 << 26)}</content></entry>"
    assert "an entry is longer than" in messages_in(read(tmp_path, entry))[0]


def test_addresses_that_name_no_host_are_none(tmp_path: Path) -> None:
    address = "https://herald.blogspot.example/"
    found = read(tmp_path, POST.format(extra="").replace(address, "https://[x/"), HEAD.replace(address, "https://[x/"))
    assert only_article(found).article.permalink == ""
    assert [site for site in found if isinstance(site, SourceSite)] == [SourceSite(title="The Herald")]


def test_a_feed_that_is_damaged_in_its_archive_is_told(tmp_path: Path) -> None:
    write_files(tmp_path, {"feed.zip": damaged_zip_of("feed.atom", f"{HEAD}{POST.format(extra='')}</feed>")})
    found = read_all(partial(read_blogger, today=TODAY), tmp_path)
    assert messages_in(found) == ["0: cannot read XML: Bad CRC-32 for file 'feed.atom'"]


def test_the_hosts_of_other_countries_are_the_same_site(tmp_path: Path) -> None:
    link = "&lt;a href=&quot;http://quay.blogspot.co.uk/2012/05/b.html?m=1#c&quot;&gt;b&lt;/a&gt;"
    entry = (
        "<entry><id>tag:blogger.com,1999:blog-1.post-1</id><category scheme='http://schemas.google.com/g/2005#kind' "
        "term='http://schemas.google.com/blogger/2008/kind#post'/><title>A</title><content type='html'>"
        f"{link}</content><link rel='alternate' href='http://quay.blogspot.com/2012/05/a.html'/></entry>"
    )
    assert markdown_of(only_article(read(tmp_path, entry))) == "[b](/2012/05/b.html#c)"
