"""Folders of Hugo become articles at their old addresses, with what shortcodes showed in them."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest

from newsgen.importers.hugo.read import HugoOptions, read_hugo
from newsgen.importers.imported import Imported, ImportedFile, SourceSite
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

PLAIN = HugoOptions()


def read(tmp_path: Path, files: Mapping[str, str | bytes], options: HugoOptions = PLAIN) -> list[Imported]:
    folder = write_files(tmp_path / "site", files)
    return read_all(partial(read_hugo, today=TODAY, options=options), folder)


def text_of(tmp_path: Path, body: str, files: Mapping[str, str | bytes] | None = None) -> str:
    page = {"hugo.toml": "title = 'x'\n", "content/posts/mill.md": f"---\ntitle: Mill\n---\n{body}"}
    found = read(tmp_path, {**(files or {}), **page})
    return markdown_of(next(item for item in articles_in(found) if item.article.headline == "Mill"))


@pytest.mark.parametrize(
    "front",
    [
        "+++\ntitle = 'Mill wheel'\ndate = 2019-05-04T08:30:00+01:00\ntags = ['mill']\naliases = ['/old/']\n+++\n",
        "---\ntitle: Mill wheel\ndate: 2019-05-04T08:30:00+01:00\ntags: [mill]\naliases: [/old/]\n---\n",
        '{"title": "Mill wheel", "date": "2019-05-04T08:30:00+01:00", "tags": ["mill"], "aliases": ["/old/"]}\n',
    ],
)
def test_a_page_keeps_what_it_is(tmp_path: Path, front: str) -> None:
    config = (
        "baseURL = 'https://herald.example/'\ntitle = 'The Herald'\nlanguageCode = 'en-gb'\ntimeZone = 'nonsense'\n"
    )
    found = read(tmp_path, {"hugo.toml": config, "content/posts/mill.md": f"{front}\nIt *turns*.\n"})
    article = only_article(found).article
    assert (article.id, article.path, article.headline) == ("hugo:posts/mill.md", "2019/05/mill.md", "Mill wheel")
    assert (str(article.published), article.tags, article.section) == ("2019-05-04T08:30:00+01:00", ("mill",), "posts")
    assert (article.permalink, article.aliases) == ("/posts/mill/", ("/old/",))
    (site,) = (item for item in found if isinstance(item, SourceSite))
    assert site == SourceSite("The Herald", "", "https://herald.example", "en-gb", "")


def test_parameters_of_a_page_are_its_fields_but_for_what_hugo_reads_itself(tmp_path: Path) -> None:
    front = "---\ntitle: Mill wheel\nparams:\n  author: Ada Quill\n  beat: river\n  date: 1999-01-01\n---\n"
    found = read(tmp_path, {"hugo.toml": "title = 'x'\n", "content/posts/mill.md": f"{front}It turns.\n"})
    article = only_article(found).article
    assert (article.byline, article.published) == (("Ada Quill",), None)
    assert article.extra == {"beat": "river", "params": {"date": "1999-01-01"}}


@pytest.mark.parametrize(
    ("config", "path", "front", "address"),
    [
        ("", "posts/Mill Wheel.md", "", "/posts/mill-wheel/"),
        ("", "posts/mill.md", "slug: wheel", "/posts/wheel/"),
        ("", "posts/mill.md", "url: /x/y.html", "/x/y.html"),
        ("", "posts/mill/index.md", "", "/posts/mill/"),
        ("", "about.md", "", "/about/"),
        ("uglyURLs = true", "posts/mill.md", "", "/posts/mill.html"),
        ("disablePathToLower = true", "posts/Mill.md", "", "/posts/Mill/"),
        ("[permalinks]\nposts = '/:year/:month/:slug/'", "posts/mill.md", "", "/2019/05/the-wheel/"),
        ("[permalinks]\nposts = '/:year/:filename/'", "posts/mill.md", "", "/2019/mill/"),
        ("[permalinks.page]\nposts = '/:sections/:contentbasename/'", "posts/a/mill.md", "", "/posts/a/mill/"),
        ("[permalinks]\nnews = '/x/:title/'", "posts/mill.md", "", "/posts/mill/"),
        ("defaultContentLanguage = 'en'\n[languages.fr]\nweight = 2", "posts/mill.fr.md", "", "/fr/posts/mill/"),
    ],
)
def test_an_address_is_the_old_one(tmp_path: Path, config: str, path: str, front: str, address: str) -> None:
    page = f"---\ntitle: The Wheel\ndate: 2019-05-04\n{front}\n---\nIt turns.\n"
    found = read(tmp_path, {"hugo.toml": f"title = 'x'\n{config}\n", f"content/{path}": page})
    assert only_article(found).article.permalink == address


def test_pages_in_several_languages_name_each_other(tmp_path: Path) -> None:
    files = {
        "hugo.toml": "defaultContentLanguage = 'en'\n[languages.en]\n[languages.de]\n[languages.fr]\n",
        "content/mill.md": "---\ntitle: Mill\n---\nIt turns.",
        "content/mill.de.md": "---\ntitle: Mühle\n---\nSie dreht sich.",
        "content/tide.md": "---\ntitle: Tide\ntranslationKey: tide\n---\nIt rises.",
        "content/marée.fr.md": "---\ntitle: Marée\ntranslationKey: tide\n---\nElle monte.",
        "content/flut.de.md": "---\ntitle: Flut\ntranslationKey: tide\ndraft: true\n---\nSie steigt.",
        "content/ferry.md": "---\ntitle: Ferry\ntranslationKey: ferry\n---\nIt waits.",
    }
    named = {each.article.headline: each.article.translation_of for each in articles_in(read(tmp_path, files))}
    assert named == {
        "Mill": ("hugo:mill.de.md",),
        "Mühle": ("hugo:mill.md",),
        "Tide": ("hugo:marée.fr.md",),
        "Marée": ("hugo:tide.md",),
        "Flut": ("hugo:tide.md", "hugo:marée.fr.md"),
        "Ferry": (),
    }


def test_without_settings_addresses_are_not_invented(tmp_path: Path) -> None:
    files = {"content/posts/mill.md": "---\ntitle: Mill\ndate: 2019-05-04\nslug: wheel\n---\nIt turns.\n"}
    assert only_article(read(tmp_path, files)).article.permalink == ""
    known = read(tmp_path, files, HugoOptions("/:year/:slug/"))
    assert only_article(known).article.permalink == "/2019/wheel/"


@pytest.mark.parametrize(
    ("front", "status"),
    [
        ("draft: true", "draft"),
        ("date: 2026-05-04", "future"),
        ("publishDate: 2026-05-04", "future"),
        ("expiryDate: 2020-01-01", "draft"),
        ("expiryDate: 2030-01-01", ""),
        ("build: {render: never}", "draft"),
        ("date: 2019-05-04", ""),
    ],
)
def test_what_hugo_does_not_publish_is_a_draft(tmp_path: Path, front: str, status: str) -> None:
    found = read(tmp_path, {"content/posts/mill.md": f"---\ntitle: Mill\n{front}\n---\nIt turns.\n"})
    assert only_article(found).status == status


def test_expired_pages_are_public_where_the_owner_says_so(tmp_path: Path) -> None:
    files = {"content/posts/mill.md": "---\ntitle: Mill\nexpiryDate: 2020-01-01\n---\nIt turns.\n"}
    assert only_article(read(tmp_path, files, HugoOptions(expired=True))).status == ""


def test_a_bundle_brings_its_files(tmp_path: Path) -> None:
    page = "---\ntitle: Mill\n---\n![A wheel](wheel.jpg) and [the plan](docs/plan.pdf)\n"
    files: dict[str, str | bytes] = {
        "content/posts/mill/index.md": page,
        "content/posts/mill/wheel.jpg": b"jpeg",
        "content/posts/mill/docs/plan.pdf": b"pdf",
    }
    imported = only_article(read(tmp_path, {"hugo.toml": "title='x'", **files}))
    assert [file.path for file in imported.files] == ["/posts/mill/docs/plan.pdf", "/posts/mill/wheel.jpg"]
    assert markdown_of(imported) == "![A wheel](/posts/mill/wheel.jpg) and [the plan](/posts/mill/docs/plan.pdf)"


def test_the_files_of_a_draft_stay_with_it(tmp_path: Path) -> None:
    page = "---\ntitle: Mill\ndraft: true\n---\n![A wheel](wheel.jpg)\n"
    files: dict[str, str | bytes] = {"hugo.toml": "title='x'", "content/posts/mill/index.md": page}
    files["content/posts/mill/wheel.jpg"] = b"jpeg"
    found = read(tmp_path, files)
    assert [file.path for file in only_article(found).files] == ["mill/wheel.jpg"]
    assert not [item for item in found if isinstance(item, ImportedFile)]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ('[F]({{< ref "ferry.md" >}})', "[F](/posts/ferry/)"),
        ('[F]({{< relref "/posts/ferry" >}})', "[F](/posts/ferry/)"),
        ('[F]({{% ref "posts/ferry.md#quay" %}})', "[F](/posts/ferry/#quay)"),
        ('[F]({{< ref path="ferry" >}})', "[F](/posts/ferry/)"),
        ("[F](ferry.md)", "[F](/posts/ferry/)"),
        ('[F]({{< ref "missing.md" >}})', "F"),
        ("{{< highlight go >}}\nx := 1\n{{< /highlight >}}", "```go\nx := 1\n```"),
        ("{{< note >}}Text{{< /note >}}", "<!--{{< note >}}-->Text<!--{{< /note >}}-->"),
        ("{{< unknown a=1 >}}", "<!--{{< unknown a=1 >}}-->"),
        ("`{{</* figure src=x */>}}`", "`{{< figure src=x >}}`"),
        ('{{< param "title" >}}', "Mill"),
        ("{{< /note >}}text", "<!--{{< /note >}}-->text"),
        ("{{< gist ada 123 >}}", "<https://gist.github.com/ada/123>"),
    ],
)
def test_shortcodes_show_what_they_showed(tmp_path: Path, body: str, text: str) -> None:
    files = {"content/posts/ferry.md": "---\ntitle: Ferry\n---\nIt sails.\n"}
    assert text_of(tmp_path, body, files) == text


def test_figures_and_videos_are_shown(tmp_path: Path) -> None:
    body = (
        '{{< figure src="/i/wheel.jpg" alt="A wheel" caption="It turns" attr="T. Reed" >}}\n\n{{< youtube aBc-12 >}}\n'
    )
    text = text_of(tmp_path, body)
    assert all(part in text for part in ("/i/wheel.jpg", "A wheel", "It turns", "T. Reed", "aBc-12"))


@pytest.mark.parametrize(
    "body",
    [
        "{{< a " * 5_000,
        "{{< a >}}" * 5_000,
        "{{< a >}}" * 2_000 + "{{< /a >}}" * 2_000,
        '{{< a "' * 5_000,
        "{{% a %}}{{< /a >}}",
        '{{< figure src="javascript:alert(1)" >}}',
        '{{< ref "../../../etc/passwd" >}}',
        '{{< youtube "><script>alert(1)</script>" >}}',
        "`" * 50_000,
    ],
)
def test_hostile_shortcodes(tmp_path: Path, body: str) -> None:
    text = text_of(tmp_path, body)
    assert "<script>" not in text.replace("<!--", "")
    assert len(text) < 1_000_000


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ("+++\ntitle = 'a\n+++\n", "2: cannot read TOML: Illegal character '\\n'"),
        ("---\ntitle: [\n---\n", ""),
        ("+++\ntitle = 'a'\n", '1: front matter has no closing "+++"'),
    ],
)
def test_front_matter_that_cannot_be_read_costs_its_own_page(tmp_path: Path, front: str, message: str) -> None:
    files = {"content/a.md": f"{front}text", "content/mill.md": "---\ntitle: Mill\n---\nIt turns.\n"}
    found = read(tmp_path, files)
    assert only_article(found).article.headline == "Mill"
    assert "it cannot be read" in reasons_in(found, "page")
    assert any(line.startswith(message.partition(":")[0]) for line in messages_in(found))


def test_settings_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    found = read(tmp_path, {"hugo.toml": "title = \n", "content/mill.md": "---\ntitle: Mill\n---\nIt turns.\n"})
    assert len(messages_in(found)) == 1
    assert only_article(found).article.permalink == ""


def test_lists_and_design_are_counted(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        {
            "hugo.toml": "title='x'",
            "content/posts/_index.md": "---\ntitle: Posts\n---\n",
            "content/authors/ada/_index.md": "---\ntitle: Ada Quill\n---\n",
            "content/posts/mill.md": "---\ntitle: Mill\nauthors: [ada]\n---\nIt turns.\n",
            "content/posts/wheel.rst": "Wheel",
            "static/i/wheel.jpg": b"jpeg",
            "layouts/post.html": "{{ .Content }}",
        },
    )
    assert only_article(found).article.byline == ("Ada Quill",)
    assert count_entries(found, "page") == {("list", "left out"): 2, (".rst", "left out"): 1}
    assert [item.path for item in found if isinstance(item, ImportedFile)] == ["/i/wheel.jpg"]


def test_of_two_pages_with_one_address_the_first_has_it(tmp_path: Path) -> None:
    page = "---\ntitle: Mill {}\nurl: /mill/\nslug: mill\n---\nIt turns.\n"
    files = {"hugo.toml": "title='x'", "content/a.md": page.format(1), "content/b.md": page.format(2)}
    found = read(tmp_path, {**files, "content/c.md": page.format(3).replace("slug", "draft: true\nslug")})
    addresses = [(item.article.permalink, item.article.slug, item.status) for item in articles_in(found)]
    assert addresses == [("/mill/", "mill", ""), ("", "", ""), ("/mill/", "mill", "draft")]
    assert "another article has its address: the site's pattern gives it one" in reasons_in(found, "article")


def test_a_list_gives_its_values_to_the_pages_below_it(tmp_path: Path) -> None:
    front = "cascade:\n  author: Ada Quill\n  tags: [mill]\n  params: {series: Rivers}\n"
    files = {
        "hugo.toml": 'baseURL = "https://a.example/"\n',
        "content/posts/_index.md": f"---\ntitle: Posts\n{front}---\n",
        "content/posts/mill.md": "---\ntitle: Mill\nauthors: [Bo Fenn]\n---\nIt turns.\n",
        "content/other/ferry.md": "---\ntitle: Ferry\n---\nIt sails.\n",
    }
    found = {item.article.headline: item.article for item in articles_in(read(tmp_path, files))}
    assert (found["Mill"].byline, found["Mill"].tags) == (("Bo Fenn",), ("mill",))
    assert found["Mill"].extra["series"] == "Rivers"
    assert (found["Ferry"].byline, found["Ferry"].tags) == ((), ())
