import re
from pathlib import Path

import pytest

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.commands.check.check import check_site
from newsgen.errors import Finding, NewsgenError, Problem
from newsgen.pages.redirects import plan_redirects
from newsgen.record.article import Article
from newsgen.settings.site import Site
from tests.support.records import an_article, make_archive
from tests.support.rendering import no_text

FERRY = an_article(
    "ferry.md", published="2024-02-03", aliases=("/old/ferry", '/a "b" $1 (c).php', "/تاريخ/ferry/"), id="7"
)


def rules(*articles: Article, **settings: object) -> list[str]:
    site = Site.model_validate({"url": "https://quay.example/news", **settings})
    archive = make_archive(articles, site)
    (page,) = plan_redirects(archive, site)
    return list(page.view(no_text)["rules"])


def test_netlifys_rules_apply_although_there_is_a_page() -> None:
    assert rules(FERRY, redirect_rules=["netlify"]) == [
        "/news/a%20%22b%22%20$1%20(c).php /news/2024/02/ferry.html 301!",
        "/news/old/ferry /news/2024/02/ferry.html 301!",
        "/news/%D8%AA%D8%A7%D8%B1%D9%8A%D8%AE/ferry/ /news/2024/02/ferry.html 301!",
    ]


def test_cloudflares_rules_apply_before_any_page() -> None:
    assert rules(FERRY, redirect_rules=["cloudflare"])[1] == "/news/old/ferry /news/2024/02/ferry.html 301"


def test_apache_matches_whole_decoded_addresses() -> None:
    assert rules(FERRY, redirect_rules=["apache"]) == [
        'RedirectMatch 301 "^/news/a\\ \\"b\\"\\ \\$1\\ \\(c\\)\\.php$" "/news/2024/02/ferry.html"',
        'RedirectMatch 301 "^/news/old/ferry$" "/news/2024/02/ferry.html"',
        'RedirectMatch 301 "^/news/تاريخ/ferry/$" "/news/2024/02/ferry.html"',
    ]


def test_nginx_has_a_location_for_each_redirect() -> None:
    assert rules(FERRY, redirect_rules=["nginx"]) == [
        'location = "/news/a \\"b\\" $1 (c).php" { return 301 "/news/2024/02/ferry.html"; }',
        'location = "/news/old/ferry" { return 301 "/news/2024/02/ferry.html"; }',
        'location = "/news/تاريخ/ferry/" { return 301 "/news/2024/02/ferry.html"; }',
    ]


def test_a_target_has_no_variables() -> None:
    article = an_article("ferry.md", permalink="/cost-$uri.html", aliases=("/old",))
    assert rules(article, redirect_rules=["nginx"]) == [
        'location = "/news/old" { return 301 "/news/cost-%24uri.html"; }'
    ]


def put(root: Path, settings: str) -> None:
    (root / "articles").mkdir(exist_ok=True)
    (root / "articles/ferry.md").write_text("---\ntitle: Ferry\ndate: 2024-02-03\n---\nText.\n", encoding="utf-8")
    (root / "site.yaml").write_text(settings, encoding="utf-8")


def test_redirects_of_the_settings_are_pages_and_rules(tmp_path: Path) -> None:
    put(
        tmp_path,
        "url: https://quay.example\nredirect_rules: [netlify, apache, nginx]\nredirects:\n  /rss: /feed.xml\n"
        "  /boats/: /2024/02/ferry.html#top\n  /shop: https://shop.example/a?b=c\n",
    )
    build_site(tmp_path)
    public = tmp_path / "public"
    for file, target, canonical in (
        ("rss/index.html", "../feed.xml", "https://quay.example/feed.xml"),
        ("boats/index.html", "../2024/02/ferry.html#top", "https://quay.example/2024/02/ferry.html#top"),
        ("shop/index.html", "https://shop.example/a?b=c", "https://shop.example/a?b=c"),
    ):
        page = (public / file).read_text(encoding="utf-8")
        assert re.findall('url=([^"]*)"', page) == [target]
        assert re.findall('rel="canonical" href="([^"]*)"', page) == [canonical]
    assert (public / "_redirects").read_text(encoding="utf-8") == (
        "/boats/ /2024/02/ferry.html#top 301!\n/rss /feed.xml 301!\n/shop https://shop.example/a?b=c 301!\n"
    )
    assert (public / ".htaccess").exists()
    assert (public / "redirects.nginx.conf").exists()


def test_a_redirect_to_a_missing_page_stops_the_build(tmp_path: Path) -> None:
    put(tmp_path, "redirects:\n  /boats/: /2024/02/fery.html\n")
    with pytest.raises(NewsgenError) as failed:
        build_site(tmp_path)
    assert failed.value.problems == (
        Problem(
            "site.yaml",
            0,
            "redirects lead from /boats/ to /2024/02/fery.html, which the archive does not have",
            "Readers would be led from one missing page to another.",
            "Write an address that the archive has, such as /sections/news.html, or a whole one with https://.",
        ),
    )


def test_a_redirect_of_the_table_to_a_missing_page_is_told_and_stops_nothing(tmp_path: Path) -> None:
    put(tmp_path, "query_script: true\nredirects: {/rss: /feed.xml}\n")
    table = tmp_path / "redirects.tsv"
    table.write_text("/boats/\t/2024/02/fery.html\n/c/\t/2024/02/ferry.html\n# x\n/d/\t/c/\n/e?f=1\t/gone/\n")
    told = [
        Finding(
            "redirects",
            Problem(
                "redirects.tsv",
                line,
                f"redirects lead from {old} to {new}, which the archive does not have",
                "Readers would be led from one missing page to another.",
                "Write an address that the archive has, such as /sections/news.html, or a whole one with https://.",
            ),
        )
        for line, old, new in ((1, "/boats/", "/2024/02/fery.html"), (5, "/e?f=1", "/gone/"))
    ]
    for _ in range(2):
        assert list(build_site(tmp_path).findings) == told
    assert [found for found in check_site(tmp_path).findings if found.rule == "redirects"] == told
    with pytest.raises(NewsgenError):
        build_site(tmp_path, BuildOptions(strict=True, clean=True))
    table.write_text("/c/\t/2024/02/ferry.html\n")
    assert build_site(tmp_path).findings == ()


def test_another_alias_changes_the_rules_although_no_card_changes(tmp_path: Path) -> None:
    put(tmp_path, "redirect_rules: [netlify]\n")
    build_site(tmp_path)
    assert (tmp_path / "public/_redirects").read_text(encoding="utf-8") == ""
    article = tmp_path / "articles/ferry.md"
    article.write_text(article.read_text(encoding="utf-8").replace("title", "aliases: /old\ntitle"), encoding="utf-8")
    build_site(tmp_path)
    assert (tmp_path / "public/_redirects").read_text(encoding="utf-8") == "/old /2024/02/ferry.html 301!\n"


QUERIES = an_article(
    "lock.md", published="2024-02-03", aliases=("/?p=17", "/story.asp", "/story.asp?a=1&b=x+y", "/é?q=%C3%A9")
)


@pytest.mark.parametrize(
    ("server", "lines"),
    [
        (
            "netlify",
            [
                "/news/ p=17 /news/2024/02/lock.html 301!",
                "/news/story.asp a=1 b=x+y /news/2024/02/lock.html 301!",
                "/news/%C3%A9 q=%C3%A9 /news/2024/02/lock.html 301!",
                "/news/story.asp /news/2024/02/lock.html 301!",
            ],
        ),
        ("cloudflare", ["/news/story.asp /news/2024/02/lock.html 301"]),
        (
            "apache",
            [
                "RewriteEngine On",
                'RewriteCond %{QUERY_STRING} "^(?=(?:.*&)?p=17(?:&|$))"',
                'RewriteRule "^$" "/news/2024/02/lock.html" [R=301,L,NE,QSD]',
                'RedirectMatch 301 "^/news/story\\.asp$" "/news/2024/02/lock.html"',
                'RewriteCond %{QUERY_STRING} "^(?=(?:.*&)?a=1(?:&|$))(?=(?:.*&)?b=x(?:\\+|%20)y(?:&|$))"',
                'RewriteRule "^story\\.asp$" "/news/2024/02/lock.html" [R=301,L,NE,QSD]',
                'RewriteCond %{QUERY_STRING} "^(?=(?:.*&)?q=%[Cc]3%[Aa]9(?:&|$))"',
                'RewriteRule "^é$" "/news/2024/02/lock.html" [R=301,L,NE,QSD]',
            ],
        ),
        (
            "nginx",
            [
                'location = "/news/" { if ($args ~ "^(?=(?:.*&)?p=17(?:&|$))") '
                '{ return 301 "/news/2024/02/lock.html"; } }',
                'location = "/news/story.asp" { '
                'if ($args ~ "^(?=(?:.*&)?a=1(?:&|$))(?=(?:.*&)?b=x(?:\\\\+|%20)y(?:&|$))") '
                '{ return 301 "/news/2024/02/lock.html"; } return 301 "/news/2024/02/lock.html"; }',
                'location = "/news/é" { if ($args ~ "^(?=(?:.*&)?q=%[Cc]3%[Aa]9(?:&|$))") '
                '{ return 301 "/news/2024/02/lock.html"; } }',
            ],
        ),
    ],
)
def test_rules_tell_the_queries_of_old_addresses_apart(server: str, lines: list[str]) -> None:
    assert rules(QUERIES, redirect_rules=[server]) == lines


def test_a_query_is_recognised_in_any_order_and_among_others() -> None:
    (condition,) = [line for line in rules(QUERIES, redirect_rules=["apache"]) if "a=1" in line]
    pattern = re.compile(condition.split('"')[1])
    assert [query for query in ("a=1&b=x+y", "b=x+y&c=2&a=1", "b=x%20y&a=1") if not pattern.search(query)] == []
    assert [query for query in ("a=1", "a=12&b=x+y", "ba=1&b=x+y", "") if pattern.search(query)] == []


@pytest.mark.parametrize(
    ("alias", "answered", "others"),
    [
        ("/?4711", ("4711", "4711=", "u=1&4711"), ("47110", "p=4711")),
        ("/x.php?id=a%2Fb", ("id=a/b", "id=a%2fb", "id=a%2Fb"), ("id=a", "id=a/bc")),
        ("/x.php?q=1.5%25", ("q=1.5%25",), ("q=1x5%25", "q=1.5%")),
        ("/x.php?title=%C3%A9t%C3%A9", ("title=%c3%a9t%C3%A9",), ("title=%C3%A9t",)),
    ],
)
@pytest.mark.parametrize("server", ["apache", "nginx"])
def test_a_query_is_recognised_however_a_browser_escapes_it(
    alias: str, answered: tuple[str, ...], others: tuple[str, ...], server: str
) -> None:
    article = an_article("lock.md", published="2024-02-03", aliases=(alias,))
    (condition,) = [line for line in rules(article, redirect_rules=[server]) if "(?=" in line]
    written = condition.split('"')[3 if server == "nginx" else 1]
    pattern = re.compile(written.replace("\\\\", "\\") if server == "nginx" else written)
    assert [bool(pattern.search(query)) for query in answered] == [True] * len(answered)
    assert [bool(pattern.search(query)) for query in others] == [False] * len(others)


@pytest.mark.parametrize(
    ("server", "rule"),
    [
        ("netlify", "/news/x q=%22%0a%5c /news/2024/02/lock.html 301!"),
        ("apache", 'RewriteCond %{QUERY_STRING} "^(?=(?:.*&)?q=%22%0[Aa](?:\\x5C|%5[Cc])(?:&|$))"'),
        (
            "nginx",
            'location = "/news/x" { if ($args ~ "^(?=(?:.*&)?q=%22%0[Aa](?:\\\\x5C|%5[Cc])(?:&|$))") '
            '{ return 301 "/news/2024/02/lock.html"; } }',
        ),
    ],
)
def test_a_quotation_mark_and_the_end_of_a_line_in_a_query_end_no_rule(server: str, rule: str) -> None:
    article = an_article("lock.md", published="2024-02-03", aliases=("/x?q=%22%0a%5c",))
    assert [line for line in rules(article, redirect_rules=[server]) if "q=" in line] == [rule]


@pytest.mark.parametrize("server", ["netlify", "cloudflare"])
def test_a_star_in_an_old_address_does_not_stand_for_others(server: str) -> None:
    article = an_article("lock.md", published="2024-02-03", aliases=("/old/*",))
    (rule,) = rules(article, redirect_rules=[server])
    assert rule.startswith("/news/old/%2A /news/2024/02/lock.html 301")
