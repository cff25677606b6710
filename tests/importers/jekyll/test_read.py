"""Folders of Jekyll become articles at their old addresses, with what Liquid said in them."""

import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest

from newsgen.importers.imported import Imported, ImportedFile, ImportedRedirect, SourceSite
from newsgen.importers.jekyll.read import read_jekyll
from newsgen.record.dates import parse_date
from tests.support.importing import (
    TODAY,
    articles_in,
    count_entries,
    markdown_of,
    messages_in,
    only_article,
    read_all,
    reasons_in,
    write_files,
)

POST = "---\ntitle: Mill wheel\n---\nIt turns.\n"


def read(tmp_path: Path, files: Mapping[str, str | bytes], permalink: str = "") -> list[Imported]:
    folder = write_files(tmp_path / "site", files)
    return read_all(partial(read_jekyll, today=TODAY, permalink=permalink), folder)


def text_of(tmp_path: Path, body: str, files: Mapping[str, str] | None = None) -> str:
    found = read(tmp_path, {**(files or {}), "_posts/2019-05-04-mill.md": f"---\ntitle: Mill\n---\n{body}"})
    return markdown_of(next(item for item in articles_in(found) if item.article.headline == "Mill"))


def test_a_post_keeps_what_it_is(tmp_path: Path) -> None:
    post = (
        "---\nlayout: post\ntitle: 'Mill: the wheel'\nauthor: ada\ncategories: town news\ntags: mill wheel\n"
        "date: 2019-05-04 08:30:00 +0100\nexcerpt: It turns again.\nimage: {path: /i/wheel.jpg, alt: A wheel}\n"
        "redirect_from: [/old/mill/]\nviews: 12\nauthor_email: ada@x.example\n---\nIt *turns*.\n"
    )
    found = read(
        tmp_path,
        {
            "_config.yml": "title: The Herald\nurl: https://herald.example\nbaseurl: /news\ntimezone: Europe/London\n",
            "_data/authors.yml": "ada:\n  name: Ada Quill\n  email: ada@x.example\n",
            "_posts/2019-05-04-mill.md": post,
        },
    )
    imported = only_article(found)
    article = imported.article
    assert (article.id, article.path) == ("jekyll:_posts/2019-05-04-mill.md", "2019/05/mill.md")
    assert (article.headline, article.byline, article.dek) == ("Mill: the wheel", ("Ada Quill",), "It turns again.")
    assert (article.section, article.tags) == ("town", ("mill", "wheel", "news"))
    assert article.published == parse_date("2019-05-04T08:30:00+01:00")
    assert (article.permalink, article.aliases) == ("/town/news/2019/05/04/mill.html", ("/old/mill/",))
    assert [(image.file, image.alt) for image in article.images] == [("/i/wheel.jpg", "A wheel")]
    assert (article.extra, markdown_of(imported)) == ({"views": "12"}, "It *turns*.")
    (site,) = (item for item in found if isinstance(item, SourceSite))
    assert (site.title, site.url, site.timezone) == ("The Herald", "https://herald.example/news", "Europe/London")
    assert "ada@x.example" not in repr(found)


@pytest.mark.parametrize(
    ("config", "path", "front", "address"),
    [
        ("", "_posts/2019-05-04-Mill_Wheel.md", "", "/2019/05/04/Mill_Wheel.html"),
        ("permalink: pretty", "_posts/2019-05-04-mill.md", "", "/2019/05/04/mill/"),
        ("permalink: none", "_posts/2019-05-04-mill.md", "", "/mill.html"),
        ("permalink: ordinal", "_posts/2019-05-04-mill.md", "", "/2019/124/mill.html"),
        ("permalink: /:year/:i_month/:i_day/:title/", "_posts/2019-05-04-mill.md", "", "/2019/5/4/mill/"),
        ("permalink: /news/:slug:output_ext", "_posts/2019-05-04-mill.md", "slug: Wheel One", "/news/wheel-one.html"),
        ("permalink: /:categories/:title", "town/_posts/2019-05-04-mill.md", "", "/town/mill"),
        ("permalink: pretty", "_posts/2019-05-04-mill.md", "permalink: /wheel/", "/wheel/"),
        ("permalink: pretty", "_posts/2019-05-04-mill.md", "permalink: wheel.html", "/wheel.html"),
        ("permalink: pretty", "_posts/2019-05-04-mill.md", "permalink: /:year/w/", "/2019/w/"),
        ("permalink: pretty", "_posts/2019-05-04-mill.md", "date: 2018-01-02", "/2018/01/02/mill/"),
        ("permalink: pretty", "about.md", "", "/about/"),
        ("title: x", "about.md", "", "/about.html"),
        ("title: x", "town/about.md", "", "/town/about.html"),
        ("title: x", "town/index.md", "", "/town/"),
        ("collections: {people: {output: true}}", "_people/ada.md", "", "/people/ada.html"),
        ("collections: {people: {output: true, permalink: '/who/:name/'}}", "_people/ada.md", "", "/who/ada/"),
        (
            "defaults: [{scope: {path: '', type: posts}, values: {permalink: /x/:title/}}]",
            "_posts/2019-05-04-mill.md",
            "",
            "/x/mill/",
        ),
    ],
)
def test_an_address_is_the_old_one(tmp_path: Path, config: str, path: str, front: str, address: str) -> None:
    found = read(tmp_path, {"_config.yml": f"{config}\n", path: f"---\ntitle: Mill\n{front}\n---\nIt turns.\n"})
    assert only_article(found).article.permalink == address


def test_without_jekylls_folders_addresses_are_not_invented(tmp_path: Path) -> None:
    files = {"content/posts/2019-05-04-mill.md": POST}
    assert only_article(read(tmp_path, files)).article.permalink == ""
    assert only_article(read(tmp_path, files, "/:year/:month/:day/:title/")).article.permalink == "/2019/05/04/mill/"


@pytest.mark.parametrize(
    ("path", "front", "status"),
    [
        ("_drafts/mill.md", "", "draft"),
        ("_posts/2019-05-04-mill.md", "published: false", "draft"),
        ("_posts/2019-05-04-mill.md", "draft: true", "draft"),
        ("_posts/2026-05-04-mill.md", "", "future"),
        ("_notes/mill.md", "", "draft"),
        ("_posts/2019-05-04-mill.md", "", ""),
    ],
)
def test_what_jekyll_does_not_publish_is_a_draft(tmp_path: Path, path: str, front: str, status: str) -> None:
    config = "collections: [notes]\n"
    found = read(tmp_path, {"_config.yml": config, path: f"---\ntitle: Mill\n{front}\n---\nIt turns.\n"})
    assert only_article(found).status == status


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("{% raw %}{{ x }}{% endraw %}", "{{ x }}"),
        ("a{% comment %}secret{% endcomment %}b", "ab"),
        ("{% highlight ruby linenos %}\nputs 1\n{% endhighlight %}", "```ruby\nputs 1\n```"),
        ("[F]({% post_url 2019-05-05-ferry %})", "[F](/2019/05/05/ferry.html)"),
        ("[F]({% link _posts/2019-05-05-ferry.md %})", "[F](/2019/05/05/ferry.html)"),
        ("[F]({{ site.baseurl }}{% post_url 2019-05-05-ferry %}#quay)", "[F](/2019/05/05/ferry.html#quay)"),
        ("[A]({{ '/about/' | relative_url }})", "[A](/about/)"),
        ("{% assign name = 'Ada' %}{{ name | append: '!' }}", "Ada!"),
        ("{% capture x %}one{% endcapture %}{{ x }}", "one"),
        ("{{ page.title }}", "Mill"),
        ("{% if page.title %}yes{% else %}no{% endif %}", "yes"),
        ("{% unless page.missing %}yes{% endunless %}", "yes"),
        ("{% if page.title == 'Ferry' %}a{% elsif page.title == 'Mill' %}b{% endif %}", "b"),
        ("{% include note.html text='Hello' %}", "Note: Hello"),
        ("{% include missing.md %}", "<!--{% include missing.md %}-->"),
        ("{% for a in site.posts %}x{% endfor %}", "<!--{% for a in site.posts %}x{% endfor %}-->"),
        ("{% if site.x.y %}text{% endif %}", "<!--{% site.x.y %}-->text<!--{% endif %}-->"),
        ("{{ site.unknown.deep }}", "{{ site.unknown.deep }}"),
        ("{%- assign a = 'b' -%}{{ a }}", "b"),
    ],
)
def test_liquid_says_what_it_said(tmp_path: Path, body: str, text: str) -> None:
    files = {
        "_config.yml": "baseurl: /news\n",
        "_posts/2019-05-05-ferry.md": "---\ntitle: Ferry\n---\nIt sails.\n",
        "_includes/note.html": "Note: {{ include.text }}",
    }
    assert text_of(tmp_path, body, files) == text


def test_pictures_and_videos_of_plug_ins_are_shown(tmp_path: Path) -> None:
    text = text_of(
        tmp_path,
        '{% include figure.html src="/i/wheel.jpg" alt="A wheel" caption="It turns" %}\n\n'
        "{% youtube aBc-12 %}\n\n{% gist ada/123 %}",
    )
    assert "/i/wheel.jpg" in text
    assert "It turns" in text
    assert "aBc-12" in text
    assert "https://gist.github.com/ada/123" in text


HOSTILE = {
    "an include that includes itself ends": ({"_includes/a.md": "x{% include a.md %}"}, "{% include a.md %}"),
    "blocks that are not closed stay": ({}, "{% if page.title %}text"),
    "an end without a beginning is a comment": ({}, "text{% endif %}"),
    "a path out of the folder is no include": ({"secret.txt": "sesame"}, "{% include ../secret.txt %}text"),
    "thousands of tags end": ({}, "{{ page.title }}" * 30_000),
    "a tag of many signs ends": ({}, "{% x " + "a=" * 20_000 + " %}text"),
    "braces in code of other languages stay": ({}, "`{a: {b: 1}}` text"),
    "a comment in a comment stays one": ({}, "{% include a-->b.md %}text"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_liquid(tmp_path: Path, name: str) -> None:
    files, body = HOSTILE[name]
    text = text_of(tmp_path, body, files)
    assert "sesame" not in text
    assert len(text) < 2_000_000


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ("title: a\nb: [", "cannot read YAML"),
        ("title: &a [x]\nb: *a", ""),
        ("title: " + "[" * 2000, "cannot read YAML: too large or too deeply nested"),
    ],
)
def test_front_matter_that_cannot_be_read_costs_its_own_page(tmp_path: Path, front: str, message: str) -> None:
    found = read(
        tmp_path, {"_posts/2019-05-05-ferry.md": POST, "_posts/2019-05-04-mill.md": f"---\n{front}\n---\nText.\n"}
    )
    assert "Mill wheel" in [item.article.headline for item in articles_in(found)]
    assert bool(messages_in(found)) == bool(message)


def test_other_files_keep_their_addresses_and_design_is_left_out(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        {
            "_posts/2019-05-04-mill.md": POST,
            "assets/wheel.jpg": b"jpeg",
            "files/plan.pdf": b"pdf",
            "assets/main.css": "a {}",
            "_layouts/post.html": "{{ content }}",
            "README.md": "# Read me",
            "index.html": "---\n---\n{% for post in site.posts %}{{ post.title }}{% endfor %}",
            "Gemfile": "gem",
        },
    )
    assert [item.path for item in found if isinstance(item, ImportedFile)] == ["/assets/wheel.jpg", "/files/plan.pdf"]
    assert count_entries(found, "file") == {
        (".jpg", "taken"): 1,
        (".pdf", "taken"): 1,
        (".css", "left out"): 1,
        (".html", "left out"): 1,
        ("", "left out"): 1,
    }
    assert count_entries(found, "page") == {("pages", "left out"): 2}
    assert only_article(found).article.headline == "Mill wheel"


def test_a_page_that_leads_elsewhere_is_a_redirect(tmp_path: Path) -> None:
    found = read(tmp_path, {"_config.yml": "title: x\n", "old.md": "---\nredirect_to: https://x.example/new\n---\n"})
    assert [item for item in found if isinstance(item, ImportedRedirect)] == [
        ImportedRedirect("/old.html", "https://x.example/new")
    ]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="symbolic links")
def test_a_link_out_of_the_folder_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "secret.jpg").write_bytes(b"sesame")
    folder = write_files(tmp_path / "site", {"_posts/2019-05-04-mill.md": POST})
    (folder / "wheel.jpg").symlink_to(tmp_path / "secret.jpg")
    found = read_all(partial(read_jekyll, today=TODAY), folder)
    assert [item for item in found if isinstance(item, ImportedFile)] == []
    assert reasons_in(found, "file") == ["a link that leads out of the folder"]


def test_the_root_may_lie_deeper_than_what_was_named(tmp_path: Path) -> None:
    found = read(
        tmp_path, {"backup/herald/_config.yml": "permalink: pretty\n", "backup/herald/_posts/2019-05-04-mill.md": POST}
    )
    assert only_article(found).article.permalink == "/2019/05/04/mill/"
