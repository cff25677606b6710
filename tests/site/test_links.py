"""Links of articles: whatever way they are written, they lead inside the archive where it has what they mean."""

import re
from pathlib import Path

import pytest

from newsgen.commands.check.check import check_site
from tests.support.photographs import save
from tests.support.site_builder import SiteBuilder

pytestmark = pytest.mark.long

SETTINGS = """\
url: https://quay.example
original_url: https://www.old.example
permalink: /{year}/{month}/{slug}/
aliases: ["/news/{year}/{slug}.php"]
redirects: {/rss: /feed.xml}
"""
TIDE = "2019/05/tide/index.html"
# Links of an article at /2020/06/reeds/, and what they lead to from the site's root.
LEADS_TO = {
    "https://old.example/the-tide-17/": TIDE,
    "http://www.old.example/the-tide-17": TIDE,
    "//OLD.example/The-Tide-17/?utm_source=x#rising": f"{TIDE}#rising",
    "/the-tide-17/": TIDE,
    "https://old.example/2019/05/tide/": TIDE,
    "https://quay.example/2019/05/tide/index.html": TIDE,
    "https://old.example/news/2019/tide.php": TIDE,
    "/story.php?id=7": TIDE,
    "https://old.example/story.php?id=7&fbclid=x": TIDE,
    "/2019/05/tide?replytocom=3": TIDE,
    "../../../2019/05/tide/": TIDE,
    "tide.md": TIDE,
    "tide": TIDE,
    "./tide.html#rising": f"{TIDE}#rising",
    "@/tide.md": TIDE,
    "@/tide": TIDE,
    "https://blog.example/posts/tide": TIDE,
    "https://quay.example": "index.html",
    "/": "index.html",
    "https://old.example/2019/": "2019/index.html",
    "/2019/05": "2019/05/index.html",
    "https://quay.example/tags/mud": "tags/mud.html",
    "../tags/mud.html": "tags/mud.html",
    "/sections/": "sections/index.html",
    "/sections/city.html": "sections/city.html",
    "/authors/orla-wend.html": "authors/orla-wend.html",
    "/search.html?q=mud": "search.html?q=mud",
    "/feed.xml": "feed.xml",
    "/data/2020.csv.gz": "data/2020.csv.gz",
    "https://old.example/rss": "rss/index.html",
    "/about": "about.html",
    "https://old.example/maps/": "maps/index.html",
    "https://old.example/uploads/map.pdf": "uploads/map.pdf",
    "/media/quay.png": "media/quay.png",
    "": "",
    "#": "#",
    "?page=2": "2020/06/reeds/index.html",
}
# What the archive does not have goes to the original host.
ELSEWHERE = {
    "https://old.example/gone/": "https://old.example/gone/",
    "/tag/mud/?x=1": "https://www.old.example/tag/mud/?x=1",
    "/?p=99": "https://www.old.example/?p=99",
    "/story.php?id=8": "https://www.old.example/story.php?id=8",
    "https://blog.example/posts/other": "https://blog.example/posts/other",
    "mailto:desk@old.example": "mailto:desk@old.example",
}
NOWHERE = ("https://quay.example/gone.html", "gone.md", "?p=99")


def make_site(root: Path) -> SiteBuilder:
    """A site with an article, TIDE, and another one with all these links."""
    site = SiteBuilder(root)
    site.settings(SETTINGS)
    common = {"section": "City", "author": "Orla Wend"}
    old = {"original_url": "https://old.example/the-tide-17/", "aliases": "[/tide]"}
    site.article("tide.md", "## Rising\n\n![Quay](quay.png)", date="2019-05-07", title="Tide", **common, **old)
    site.article("story.md", date="2018-05-07", original_url="https://old.example/story.php?id=7", title="Story")
    site.article("posts.md", date="2018-05-08", original_url="https://blog.example/posts/tide", title="Posts")
    site.write("static/about.html", "About")
    site.write("static/maps/index.html", "Maps")
    site.write("static/uploads/map.pdf", "Map")
    save(root / "articles/quay.png")
    return site


def expected(address: str, target: str) -> str:
    """What a link leads to, where it means one of the three articles."""
    if "story.php" in address:
        return "2018/05/story/index.html"
    return "2018/05/posts/index.html" if "blog.example" in address else target


def links_in(page: str) -> list[str]:
    """The links of the list in a body."""
    return re.findall(r'<li><a href="([^"]*)">\d+</a></li>', page)


def test_links_lead_inside_the_archive_where_it_has_what_they_mean(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    addresses = [*LEADS_TO, *ELSEWHERE, *NOWHERE]
    text = "\n".join(f"- [{number}]({address})" for number, address in enumerate(addresses))
    site.article("reeds.md", text, date="2020-06-01", title="Reeds", tags="[mud]", section="City", author="Orla Wend")
    site.build()
    found = dict(zip(addresses, links_in(site.read("2020/06/reeds/index.html")), strict=True))
    inside = {
        address: target if target in ("", "#") else f"../../../{expected(address, target)}"
        for address, target in LEADS_TO.items()
    }
    assert found == inside | ELSEWHERE | {address: address for address in NOWHERE}
    findings = [finding.problem.message for finding in check_site(tmp_path / "site", only=["links"]).findings]
    assert findings == [f'the link "{address}" leads to nothing in the archive' for address in NOWHERE]


def test_images_of_the_old_host_are_shown_where_the_archive_has_them(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    text = (
        "![Map](https://old.example/uploads/map.png) ![Quay](//quay.example/media/quay.png) Both.\n\n"
        "![Gone](https://old.example/gone.png) [![Gone](https://old.example/gone.png)](/about) ![](//e.example/e.png)"
    )
    site.article("reeds.md", text, date="2020-06-01", title="Reeds", image="https://www.old.example/uploads/fair.png")
    save(tmp_path / "site/static/uploads/map.png")
    save(tmp_path / "site/static/uploads/fair.png")
    site.build()
    page = site.read("2020/06/reeds/index.html")
    images = re.findall(r'<img src="([^"]*)"', page)
    assert sorted(images) == [f"../../../{file}" for file in ("media/quay.png", "uploads/fair.png", "uploads/map.png")]
    assert (
        '<p><a href="https://old.example/gone.png">Gone</a> <a href="../../../about.html">Gone</a>'
        ' <a href="//e.example/e.png">//e.example/e.png</a></p>'
    ) in page


def test_an_image_at_an_own_address_that_is_all_of_a_text_is_linked_where_nothing_is_there(tmp_path: Path) -> None:
    site = SiteBuilder(tmp_path / "site")
    site.settings(SETTINGS)
    site.article("reeds.md", "![Gone](https://old.example/gone.png)", date="2020-06-01", title="Reeds")
    site.build()
    page = site.read("2020/06/reeds/index.html")
    assert "<img" not in page
    assert '<p><a href="https://old.example/gone.png">Gone</a></p>' in page


def test_html_that_is_let_through_has_its_links_resolved_too(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    site.settings(f"{SETTINGS}markdown: {{html: true}}\n")
    text = (
        "<p><a href='https://old.example/the-tide-17/'>a</a> <a href=//old.example/2019/>b</a>"
        " <img src='https://old.example/media/quay.png'> <img src='https://old.example/gone.png' alt='Gone'></p>"
    )
    site.article("reeds.md", text, date="2020-06-01", title="Reeds")
    site.build()
    page = site.read("2020/06/reeds/index.html")
    assert f'<a href="../../../{TIDE}">a</a> <a href="../../../2019/index.html">b</a>' in page
    assert 'src="../../../media/quay.png"' in page
    assert '<a href="https://old.example/gone.png">Gone</a>' in page


def test_related_addresses_lead_to_own_pages_and_to_the_original_host(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    related = ["https://old.example/the-tide-17/", "https://quay.example/2019/", "/gone", "https://quay.example/no"]
    site.article("reeds.md", date="2020-06-01", title="Reeds", related=related)
    site.build()
    section = site.read("2020/06/reeds/index.html").split('aria-labelledby="related"')[1].split("</section>")[0]
    assert re.findall(r'href="([^"]*)"', section) == [
        f"../../../{TIDE}",
        "../../../2019/index.html",
        "https://www.old.example/gone",
        "https://quay.example/no",
    ]
    findings = check_site(tmp_path / "site", only=["links", "related"]).findings
    assert [(finding.rule, finding.problem.line, finding.problem.message) for finding in findings] == [
        ("links", 4, 'the link "https://quay.example/no" leads to nothing in the archive')
    ]


@pytest.mark.parametrize(
    ("edit", "before", "after"),
    [
        ({"tags": "[ferry]"}, "https://old.example/tags/ferry", "../../../tags/ferry.html"),
        ({"date": "2017-03-02"}, "https://old.example/2017/03/", "../../../2017/03/index.html"),
        ({"section": "Docks"}, "https://www.old.example/sections/docks.html", "../../../sections/docks.html"),
        (
            {"original_url": "https://other.example/a?id=3"},
            "https://other.example/a?id=3#x",
            "../../../undated/new/index.html#x",
        ),
    ],
)
def test_a_page_that_comes_or_goes_changes_the_links_to_it(
    tmp_path: Path, edit: dict[str, str], before: str, after: str
) -> None:
    site = make_site(tmp_path / "site")
    site.settings(f"{SETTINGS}permalink_undated: /undated/{{slug}}/\n")
    site.article("reeds.md", f"- [1]({before})", date="2020-06-01", title="Reeds")
    site.build()
    assert links_in(site.read("2020/06/reeds/index.html")) == [before]
    file = site.article("new.md", title="New", **edit)
    site.build()
    assert links_in(site.read("2020/06/reeds/index.html")) == [after]
    assert site.files() == site.files_from_nothing()
    file.unlink()
    (tmp_path / "site/permalinks.tsv").unlink()
    site.build()
    assert links_in(site.read("2020/06/reeds/index.html")) == [before]
    assert site.files() == site.files_from_nothing()


def test_a_new_url_of_the_site_changes_which_links_are_inside_it(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    site.article("reeds.md", "- [1](https://newer.example/2019/)", date="2020-06-01", title="Reeds")
    site.build()
    site.settings(SETTINGS.replace("quay.example", "newer.example"))
    site.build()
    assert links_in(site.read("2020/06/reeds/index.html")) == ["../../../2019/index.html"]
    assert site.files() == site.files_from_nothing()


def test_an_old_address_may_be_declared_by_its_path_from_the_root_of_its_host(tmp_path: Path) -> None:
    site = SiteBuilder(tmp_path)
    site.settings("url: https://quay.example/archive/\noriginal_url: https://www.old.example/news/\n")
    site.article("tide.md", date="2019-05-05", aliases=["/news/print.php?art=88", "/news/tide.asp"])
    links = (
        "http://old.example/news/print.php?art=88",
        "https://www.old.example/news/tide.asp#x",
        "/news/tide.asp",
        "https://quay.example/archive/news/tide.asp",
    )
    site.article("reeds.md", " ".join(f"[a]({link})" for link in links), date="2020-06-06")
    site.build()
    found = re.findall('<a href="([^"]*)">a</a>', site.read("2020/06/reeds.html"))
    assert [link.partition("#")[0] for link in found] == ["../../2019/05/tide.html"] * len(links)


def test_a_source_that_comes_or_goes_changes_the_links_that_name_it_without_its_ending(tmp_path: Path) -> None:
    site = SiteBuilder(tmp_path)
    site.article("2020/reeds.md", "[a](../2019/tide) [a](../2019/tide.html)", date="2020-06-06")
    site.build()
    site.write("articles/2019/tide.txt", "---\ntitle: Tide\ndate: 2019-05-05\n---\nText.\n")
    site.build()
    assert site.read("2020/06/reeds.html").count('<a href="../../2019/05/tide.html">a</a>') == 2
    assert site.files() == site.files_from_nothing()
