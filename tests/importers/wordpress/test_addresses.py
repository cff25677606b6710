"""Every address that the old site answered answers again: by a permalink, an alias or a redirect."""

from pathlib import Path

import pytest

from newsgen.importers.imported import ImportedRedirect
from newsgen.importers.wordpress.read import read_wordpress
from newsgen.record.import_entry import Entry
from tests.support.wordpress import (
    HEAD,
    articles_of,
    attachment,
    author,
    category,
    entries_of,
    export,
    input_file,
    item,
    read_export,
    term,
    the_article,
)

ADDRESSES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    # The item, its permalink and its aliases.
    "a post": (item(), "/2019/05/mill-wheel/", ("/?p=101",)),
    "a page": (
        item(type="page", link="https://courant.example/about/", guid="https://courant.example/?page_id=101"),
        "/about/",
        ("/?p=101", "/?page_id=101"),
    ),
    "plain permalinks": (item(link="https://courant.example/?p=101"), "", ("/?p=101",)),
    "the front page": (item(type="page", link="https://courant.example/"), "", ("/?p=101", "/?page_id=101")),
    "a type of a plug-in": (
        item(type="recipe", guid="https://courant.example/?post_type=recipe&amp;p=101"),
        "/2019/05/mill-wheel/",
        ("/?p=101", "/?post_type=recipe&p=101"),
    ),
    "letters as codes": (
        item(link="https://courant.example/%e6%97%a5/", name="%e6%97%a5"),
        "/日/",
        ("/?p=101",),
    ),
    "codes that are no letters": (item(link="https://courant.example/%ff/x/"), "", ("/?p=101", "/%ff/x/")),
    "a name that not every disk takes": (item(link="https://courant.example/con/a:b/"), "", ("/?p=101", "/con/a:b/")),
    "a page of newsgen itself": (item(link="https://courant.example/tags/"), "", ("/?p=101",)),
    "a way out of the folder": (item(link="https://courant.example/../../etc/passwd"), "", ("/?p=101",)),
    "another site": (item(link="https://other.example/x/", guid="https://other.example/?p=9"), "", ("/?p=101",)),
    "an older slug": (
        item(meta=[("_wp_old_slug", "wheel"), ("_wp_old_slug", "the-wheel")]),
        "/2019/05/mill-wheel/",
        ("/?p=101", "/2019/05/wheel/", "/2019/05/the-wheel/"),
    ),
    "an older date": (
        item(meta={"_wp_old_date": "2018-12-31", "_wp_old_slug": "wheel"}),
        "/2019/05/mill-wheel/",
        ("/?p=101", "/2018/12/mill-wheel/", "/2019/05/wheel/", "/2018/12/wheel/"),
    ),
    "a GUID of an older permalink": (
        item(guid="https://www.courant.example/old/wheel.html"),
        "/2019/05/mill-wheel/",
        ("/?p=101", "/old/wheel.html"),
    ),
    "several pages": (
        item("One<!--nextpage-->Two<!--nextpage-->Three"),
        "/2019/05/mill-wheel/",
        ("/?p=101", "/2019/05/mill-wheel/2/", "/2019/05/mill-wheel/3/"),
    ),
    "attachments of a post without a permalink": (
        attachment(12, "2019/05/lock.png", parent="101") + item(link="https://courant.example/?p=101"),
        "",
        ("/?p=101", "/?attachment_id=12", "/lock/"),
    ),
    "no number": (item(id="", guid="https://courant.example/x/y/"), "/2019/05/mill-wheel/", ("/x/y/",)),
}


@pytest.mark.parametrize("case", ADDRESSES)
def test_a_permalink_and_its_aliases(tmp_path: Path, case: str) -> None:
    content, permalink, aliases = ADDRESSES[case]
    article = the_article(tmp_path, content).article
    assert (article.permalink, article.aliases) == (permalink, aliases)


def test_a_site_in_a_folder_of_its_host_has_addresses_from_there(tmp_path: Path) -> None:
    head = HEAD.replace("https://courant.example<", "https://courant.example/news<")
    content = '<a href="https://courant.example/news/a/">a</a> <a href="https://courant.example/b/">b</a>'
    post = item(content, link="https://courant.example/news/wheel/", guid="https://courant.example/news/?p=101")
    (found,) = articles_of(read_export(tmp_path, export(post, head=head)))
    assert (found.article.permalink, found.article.aliases) == ("/wheel/", ("/?p=101",))
    assert found.article.body[0].text == "[a](/a/) [b](https://courant.example/b/)\n"


def test_an_address_is_that_of_one_article_only(tmp_path: Path) -> None:
    second = item(
        id="102",
        name="lock",
        link="https://courant.example/2019/05/lock/",
        guid="-",
        meta={"_wp_old_slug": "mill-wheel"},
    )
    third = item(id="103", name="x", guid="-", link="https://courant.example/2019/05/Mill-Wheel/")
    found = read_export(tmp_path, export(second, item(), third))
    assert [(part.article.id, part.article.permalink, part.article.aliases) for part in articles_of(found)] == [
        ("wordpress:102", "/2019/05/lock/", ("/?p=102",)),
        ("wordpress:101", "/2019/05/mill-wheel/", ("/?p=101",)),
        ("wordpress:103", "", ("/?p=103",)),
    ]


def redirects_of(folder: Path, *parts: str, head: str = HEAD) -> dict[str, str]:
    """The redirects that an import finds, but for those of feeds."""
    found = read_export(folder, export(*parts, head=head))
    redirects = {part.old: part.target for part in found if isinstance(part, ImportedRedirect)}
    feeds = [old for old, target in redirects.items() if target == "/feed.xml"]
    assert feeds[:2] == ["/feed/", "/feed/rss/"]
    assert len(feeds) == 8
    return {old: target for old, target in redirects.items() if old not in feeds}


def test_listings_lead_to_those_of_the_new_site(tmp_path: Path) -> None:
    parts = (
        author("hq77", "Hester Quill", 3),
        author("nn", "Nobody", 4),
        category(5, "town", "Town Hall", "news"),
        category(6, "news", "News"),
        category(7, "empty", "Empty"),
        item(
            more=term("category", "town", "Town Hall")
            + term("category", "news", "News")
            + term("post_tag", "mill", "Mill")
        ),
    )
    assert redirects_of(tmp_path, *parts) == {
        "/category/news/town/": "/sections/town-hall.html",
        "/category/town/": "/sections/town-hall.html",
        "/?cat=5": "/sections/town-hall.html",
        "/category/news/": "/tags/news.html",
        "/?cat=6": "/tags/news.html",
        "/tag/mill/": "/tags/mill.html",
        "/?tag=mill": "/tags/mill.html",
        "/?author=3": "/authors/hester-quill.html",
        "/author/hq77/": "/authors/hester-quill.html",
    }


def test_listings_of_what_is_not_public_lead_nowhere(tmp_path: Path) -> None:
    parts = (author("hq77", "Hester Quill", 3), category(5, "town", "Town"))
    post = item(more=term("category", "town", "Town"), status="private", id="102", dc_creator="hq77")
    assert redirects_of(tmp_path, *parts, post, item(dc_creator="nn")) == {}


def test_pages_of_attachments_lead_to_their_article_or_their_file(tmp_path: Path) -> None:
    uploads = tmp_path / "uploads"
    (uploads / "2019/05").mkdir(parents=True)
    (uploads / "2019/05/free.png").write_bytes(b"png")
    parts = (
        item(),
        item(id="102", status="private", link="https://courant.example/lock/", name="lock"),
        attachment(12, "2019/05/lock.png", parent="101", link="https://courant.example/2019/05/mill-wheel/lock/"),
        attachment(13, "2019/05/free.png"),
        attachment(14, "2019/05/gone.png"),
        attachment(15, "2019/05/secret.png", parent="102"),
    )
    found = read_export(tmp_path, export(*parts), uploads=uploads)
    redirects = {part.old: part.target for part in found if isinstance(part, ImportedRedirect)}
    assert {old: new for old, new in redirects.items() if new != "/feed.xml"} == {
        "/?attachment_id=12": "/2019/05/mill-wheel/",
        "/2019/05/mill-wheel/lock/": "/2019/05/mill-wheel/",
        "/?attachment_id=13": "/wp-content/uploads/2019/05/free.png",
        "/free/": "/wp-content/uploads/2019/05/free.png",
    }
    assert "secret" not in str([part for part in found if not isinstance(part, Entry)])


def rule(old: str, new: str, number: int, **meta: str) -> str:
    """A post of Safe Redirect Manager."""
    fields = {"_redirect_rule_from": old, "_redirect_rule_to": new, "_redirect_rule_status_code": "301", **meta}
    return item("", fields, id=str(number), type="redirect_rule", name=f"rule-{number}", link="-", guid="-")


RULES: dict[str, tuple[str, str, str]] = {
    # The old address and the new one; the target, or why there is none.
    "to an article": ("/old-wheel", "/2019/05/mill-wheel/", "/2019/05/mill-wheel/"),
    "to an article by its URL": ("/old-wheel", "https://courant.example/2019/05/mill-wheel", "/2019/05/mill-wheel/"),
    "to an article by its number": ("/old-wheel", "/?p=101", "/2019/05/mill-wheel/"),
    "to another site": ("/old-wheel", "https://other.example/x?y=1", "https://other.example/x?y=1"),
    "to the front page": ("/old-wheel", "/", "/"),
    "with a query": ("/story.php?id=7", "/2019/05/mill-wheel/", "/2019/05/mill-wheel/"),
    "by its URL": ("https://courant.example/old-wheel", "/", "/"),
    "to nothing": ("/old-wheel", "/gone/", "The export has nothing at the address that it leads to."),
    "from an article": ("/2019/05/mill-wheel/", "/", "An article has its old address."),
    "a pattern": ("/old/*", "/", "Its old address is a pattern, which only servers understand."),
    "an expression": ("^/old/(.*)$", "/", "Its old address is a pattern, which only servers understand."),
    "to itself": ("/old/", "/old", "It leads to itself."),
    "without a target": ("/old/", "", "It leads nowhere."),
    "to a script": ("/old/", "javascript:alert(1)", "The export has nothing at the address that it leads to."),
    "out of the folder": ("/../../etc/passwd", "/", "Its old address is no address of the site."),
    "another site's": ("https://other.example/x", "/", "Its old address is no address of the site."),
}


@pytest.mark.parametrize("case", RULES)
def test_redirects_of_safe_redirect_manager(tmp_path: Path, case: str) -> None:
    old, new, expected = RULES[case]
    found = read_export(tmp_path, export(item(), rule(old, new, 201)))
    redirects = [part.target for part in found if isinstance(part, ImportedRedirect) and part.target != "/feed.xml"]
    reasons = [entry.reason for entry in entries_of(found) if entry.kind == "redirect" and entry.outcome == "left out"]
    assert redirects + reasons == [expected]


FILES = {
    "redirection.json": '{"plugin":{"version":"5"},"redirects":[{"url":"/a","regex":false,"enabled":true,'
    '"action_data":{"url":"/2019/05/mill-wheel/"},"action_code":301},{"url":"/b","enabled":false,"action_data":{"url":"/"}}]}',
    "redirection.csv": "source,target,regex,code,type,hits,title,status\n/a,/2019/05/mill-wheel/,0,301,url,5,,active\n"
    "^/x/(.*),/,1,301,url,0,,active\n",
    "yoast.csv": '"Origin","Target","Type","Format"\n"a","2019/05/mill-wheel/","301","plain"\n"c","","410","plain"\n',
    "other.json": '{"name":"something else"}',
    "broken.json": "{",
}


@pytest.mark.parametrize(
    ("name", "count"),
    [("redirection.json", 1), ("redirection.csv", 1), ("yoast.csv", 1), ("other.json", 0), ("broken.json", 0)],
)
def test_redirects_that_plug_ins_exported(tmp_path: Path, name: str, count: int) -> None:
    files = [input_file(tmp_path, export(item())), input_file(tmp_path, FILES[name], name)]
    found = list(read_wordpress(files))
    redirects = [part for part in found if isinstance(part, ImportedRedirect) and part.target != "/feed.xml"]
    assert redirects == [ImportedRedirect("/a", "/2019/05/mill-wheel/")] * count


def test_a_redirect_leads_to_the_article_that_has_the_address_and_to_no_other(tmp_path: Path) -> None:
    second = item(id="102", name="x", guid="-", link="https://courant.example/2019/05/mill-wheel/")
    picture = attachment(103, "2019/05/lock.png", parent="102")
    assert redirects_of(tmp_path, item(), second, picture) == {}


@pytest.mark.parametrize("parts", [(), (item(status="draft"),)])
def test_a_site_without_public_articles_has_no_redirects(tmp_path: Path, parts: tuple[str, ...]) -> None:
    found = read_export(tmp_path, export(*parts))
    assert [part for part in found if isinstance(part, ImportedRedirect)] == []
