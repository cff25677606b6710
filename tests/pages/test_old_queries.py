"""Old addresses with a query lead to their articles, by a script on the front page and the 404 page."""

import json
import subprocess
from pathlib import Path

import pytest

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.pages.old_queries import plan_old_queries
from newsgen.pages.redirects import moves_with_queries
from newsgen.settings.site import Site
from tests.support.edits import build_from_nothing, tree
from tests.support.javascript import need_node
from tests.support.records import an_article, make_archive
from tests.support.rendering import no_text

# A browser as far as the script needs one: it loads the table that the script asks for, and tells where that leads.
BROWSER = """
const fs = require("fs"), vm = require("vm");
const [folder, root, address] = process.argv.slice(1);
const page = new URL(address);
const file = (url) => folder + decodeURIComponent(new URL(url).pathname).slice(root.length - 1);
const load = (url) => fs.readFileSync(file(url), "utf8");
const context = {
  URL, URLSearchParams, TextEncoder, decodeURIComponent, encodeURIComponent,
  location: { search: page.search, pathname: page.pathname, replace: (url) => console.log(url.href) },
  document: {
    currentScript: { src: new URL(root + "old-addresses.js", page).href },
    createElement: () => ({}),
    head: { append: (script) => vm.runInContext(load(script.src), context) },
  },
};
vm.createContext(context);
vm.runInContext(load(context.document.currentScript.src), context);
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    (root / "articles").mkdir()
    fields = "aliases: ['/?p=17', '/story.php?id=7&b=é x*~', '/é/a.asp?q=%22']"
    (root / "articles/lock.md").write_text(f"---\ntitle: Lock\n{fields}\n---\nText.\n", encoding="utf-8")
    settings = "url: https://quay.example/news\nquery_script: true\nredirects: {'/?cat=5': /sections/}\n"
    (root / "site.yaml").write_text(settings, encoding="utf-8")
    (root / "redirects.tsv").write_text("/?tag=x&utm_source=a\thttps://other.example/?a=b\n", encoding="utf-8")
    assert build_site(root, BuildOptions(workers="1")).findings == ()
    return root


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("/news/?p=17", True),
        ("/news/index.html?p=17&utm_source=letter", True),
        ("/news/story.php?b=%C3%A9+x*~&id=7", True),
        ("/news/story.php?id=7&b=é%20x%2A%7E", True),
        ("/news/%C3%A9/a.asp?q=%22", True),
        ("/news/?p=18", False),
        ("/news/?p=17&q=1", False),
        ("/news/?constructor", False),
        ("/news/", False),
    ],
)
def test_the_script_leads_from_an_old_address_to_its_article(site: Path, address: str, leads: bool) -> None:
    command = [need_node(), "-e", BROWSER, str(site / "public"), "/news/", f"https://quay.example{address}"]
    run = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    assert run.stdout.split() == (["https://quay.example/news/undated/lock.html"] if leads else [])


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("/news/?cat=5", "https://quay.example/news/sections/index.html"),
        ("/news/?tag=x", "https://other.example/?a=b"),
        ("/news/?cat=6", ""),
    ],
)
def test_the_script_leads_from_redirects_with_a_query_too(site: Path, address: str, target: str) -> None:
    command = [need_node(), "-e", BROWSER, str(site / "public"), "/news/", f"https://quay.example{address}"]
    run = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    assert run.stdout.strip() == target


def test_the_front_page_and_the_404_page_may_run_the_script_and_no_other_page(site: Path) -> None:
    pages = {file: text for file, text in tree(site / "public").items() if file.endswith(".html")}
    assert sorted(file for file, text in pages.items() if b"old-addresses.js" in text) == ["404.html", "index.html"]
    for file, source in (("404.html", b"/news/old-addresses.js"), ("index.html", b"old-addresses.js")):
        assert b'<script src="%s" defer></script>' % source in pages[file]
        assert b"script-src 'self'" in pages[file]
    assert tree(site / "public") == build_from_nothing(site, site.parent / "clean")


@pytest.mark.long
def test_many_addresses_lie_in_small_tables() -> None:
    articles = [an_article(f"{number}.md", aliases=(f"/?p={number}",)) for number in range(1200)]
    settings = Site(query_script=True)
    script, *tables = plan_old_queries(moves_with_queries(make_archive(articles, settings), settings), settings)
    assert script.view(no_text) == {"count": 4}
    assert [page.file for page in tables] == [f"old-addresses/{number}.js" for number in range(4)]
    held = [dict(page.view(no_text)["addresses"]) for page in tables]
    assert sum(map(len, held)) == 1200
    assert max(map(len, held)) < 400


def test_a_site_that_does_not_ask_for_the_script_has_none() -> None:
    archive = make_archive([an_article("a.md", aliases=("/?p=1",))], Site())
    assert list(plan_old_queries(moves_with_queries(archive, Site()), Site())) == []


def test_an_alias_that_neither_rules_nor_the_script_answer_is_told(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/a.md").write_text("---\ntitle: A\naliases: ['/?p=1']\n---\nText.\n", encoding="utf-8")
    for settings, count in (("cloudflare", 1), ("nginx", 0), ("netlify", 0)):
        rules = json.dumps({"redirect_rules": [settings]})
        (tmp_path / "site.yaml").write_text(rules, encoding="utf-8")
        assert len(build_site(tmp_path, BuildOptions(workers="1")).findings) == count


@pytest.mark.parametrize(("settings", "count"), [("", 1), ("redirect_rules: [nginx]", 0), ("query_script: true", 0)])
def test_a_redirect_with_a_query_that_nothing_answers_is_told(tmp_path: Path, settings: str, count: int) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/a.md").write_text("---\ntitle: A\n---\nText.\n", encoding="utf-8")
    (tmp_path / "site.yaml").write_text(f"redirects: {{'/?cat=5': /}}\n{settings}\n", encoding="utf-8")
    findings = build_site(tmp_path, BuildOptions(workers="1")).findings
    assert [str(finding.problem).split(chr(10)) for finding in findings] == count * [
        [
            "site.yaml: the redirect /?cat=5 has no page: no file answers a query",
            "    Only the rules of a server, or a script, can lead from it to another address.",
            '    Ask for them with "redirect_rules:", for the script with "query_script:", or take the redirect out.',
        ]
    ]
