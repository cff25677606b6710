"""Sections, tags, authors and other listings keep their addresses, in whole builds."""

from pathlib import Path

import pytest

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.commands.check.check import check_site
from newsgen.errors import NewsgenError
from tests.support.edits import build_from_nothing, tree

pytestmark = pytest.mark.long

SETTINGS = "url: https://quay.example\ngroups: {events: Event}\nredirect_rules: [netlify]\n"


def put(root: Path, path: str, **fields: str) -> None:
    file = root / "articles" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    front = "".join(f"{name}: {value}\n" for name, value in {"date": "2024-02-03", **fields}.items())
    file.write_text(f"---\ntitle: The {path} of the quay\n{front}---\nA text of {path}.\n", encoding="utf-8")


def build(root: Path, is_preview: bool = False) -> dict[str, str]:
    """Build, and compare with a build from nothing; the listings in the ledger, each with its address."""
    build_site(root, BuildOptions(workers="1", preview=is_preview))
    if not is_preview:
        before = (root / "permalinks.tsv").read_bytes()
        clean = root.parent / f"{root.name}-clean"
        assert tree(root / "public") == build_from_nothing(root, clean)
        assert (clean / "permalinks.tsv").read_bytes() == before
    return listings(root)


def listings(root: Path) -> dict[str, str]:
    file = root / "permalinks.tsv"
    rows = (row.split("\t") for row in file.read_text("utf-8").splitlines()) if file.exists() else ()
    return {row[1].removeprefix("listing:"): row[0] for row in rows if row[-1] == "current" and "listing:" in row[1]}


def title(root: Path, file: str) -> str:
    return (root / "public" / file).read_text("utf-8").partition("<h1")[2].partition(">")[2].partition("<")[0].strip()


def findings(root: Path) -> list[str]:
    found = [one for one in build_site(root, BuildOptions(workers="1")).findings if one.rule == "lost-listings"]
    assert found == list(check_site(root, ["lost-listings"], workers="1").findings)
    return [str(one.problem) for one in found]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    put(root, "a.md", author="Jose Dïaz", tags="[C++]", section="City", publication="The Post", events="[Flood]")
    (root / "site.yaml").write_text(SETTINGS, encoding="utf-8")
    build(root)
    return root


def test_an_article_more_never_makes_an_address_mean_somebody_else(site: Path) -> None:
    before = listings(site)
    assert before == {
        "authors:jose dïaz": "/authors/jose-diaz.html",
        "tags:c++": "/tags/c.html",
        "sections:city": "/sections/city.html",
        "publications:the post": "/publications/the-post.html",
        "events:flood": "/events/flood.html",
    }
    put(site, "b.md", author="Jose Diaz", tags="[C]", section="Cïty", publication="The Pöst", events="[Flöod]")
    after = build(site)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {
        "authors:jose diaz",
        "tags:c",
        "sections:cïty",
        "publications:the pöst",
        "events:flöod",
    }
    assert len(set(after.values())) == 10
    assert (title(site, "tags/c.html"), title(site, after["tags:c"][1:])) == ("C++", "C")
    assert '/tags/c.html"' in (site / "public/2024/02/the-a-md-of-the-quay.html").read_text("utf-8")


def test_what_a_preview_shows_is_not_published(site: Path) -> None:
    put(site, "b.md", tags="[B++]")
    assert "tags:b++" not in build(site, is_preview=True)
    put(site, "b.md", tags="[B++, B]")
    assert "tags:b" not in build(site, is_preview=True)
    after = build(site)
    assert after["tags:b"] == "/tags/b.html"
    assert after["tags:b++"].startswith("/tags/b-")


def test_another_spelling_keeps_the_address_and_another_accent_leads_on(site: Path) -> None:
    put(site, "a.md", author="José Diaz", tags="[c++]", section="CITY")
    after = build(site)
    assert (after["tags:c++"], after["sections:city"]) == ("/tags/c.html", "/sections/city.html")
    assert title(site, "sections/city.html") == "CITY"
    new = after["authors:josé diaz"]
    assert new != "/authors/jose-diaz.html"
    assert f"url=..{new}" in (site / "public/authors/jose-diaz.html").read_text("utf-8")
    assert f"/authors/jose-diaz.html {new} 301" in (site / "public/_redirects").read_text("utf-8")
    put(site, "a.md", author="Jose Dïaz")
    build(site)
    assert title(site, "authors/jose-diaz.html") == "Jose Dïaz"


LOST = (
    'permalinks.tsv: no article is in the tag "c++" any more, whose address was /tags/c.html\n'
    "    Whoever has the address would find nothing.\n"
    '    Lead on with "redirects: {/tags/c.html: …}" in site.yaml; or, where it was renamed, give its line in '
    "permalinks.tsv the new name; or leave it so."
)


def test_the_address_of_a_listing_without_articles_is_nobody_else_s(site: Path) -> None:
    fields = {"author": "Jose Dïaz", "section": "City", "publication": "The Post", "events": "[Flood]"}
    put(site, "a.md", tags="[C]", **fields)
    after = build(site)
    assert after["tags:c"] != "/tags/c.html"
    assert not (site / "public/tags/c.html").exists()
    assert findings(site) == [LOST]
    (site / "site.yaml").write_text(f"{SETTINGS}redirects: {{/tags/c.html: {after['tags:c']}}}\n", encoding="utf-8")
    build(site)
    assert findings(site) == []
    (site / "site.yaml").write_text(SETTINGS, encoding="utf-8")
    put(site, "b.md", tags="[C++]")
    assert build(site)["tags:c++"] == "/tags/c.html"
    assert title(site, "tags/c.html") == "C++"


def test_a_line_of_the_ledger_may_be_given_a_new_name_or_lead_on(site: Path) -> None:
    put(site, "a.md", tags="[Cplusplus]", section="Town")
    ledger = site / "permalinks.tsv"
    text = ledger.read_text("utf-8").replace("listing:tags:c++", "listing:tags:cplusplus")
    text = text.replace("listing:sections:city\tcurrent", "listing:sections:town\tmoved")
    ledger.write_text(text, encoding="utf-8")
    after = build(site)
    assert (after["tags:cplusplus"], after["sections:town"]) == ("/tags/c.html", "/sections/town.html")
    assert title(site, "tags/c.html") == "Cplusplus"
    assert "url=../sections/town.html" in (site / "public/sections/city.html").read_text("utf-8")
    ledger.write_text(ledger.read_text("utf-8").replace("/tags/c.html", "/tags/c/"), encoding="utf-8")
    with pytest.raises(NewsgenError, match="cannot read the line"):
        build_site(site, BuildOptions(workers="1"))


def test_an_article_may_lead_on_from_a_listing_without_articles(site: Path) -> None:
    put(site, "a.md", aliases="[/tags/c.html]")
    after = build(site)
    assert "tags:c++" not in after
    put(site, "b.md", tags="[C++]")
    assert build(site)["tags:c++"].startswith("/tags/c-")


def test_without_a_ledger_no_listing_is_remembered(site: Path) -> None:
    (site / "site.yaml").write_text("ledger: false\n", encoding="utf-8")
    put(site, "b.md", tags="[C]")
    build_site(site, BuildOptions(workers="1"))
    assert tree(site / "public") == build_from_nothing(site, site.parent / "clean")
    assert title(site, "tags/c.html") == "C"
