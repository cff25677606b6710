"""A published URL stays, redirects, or stops the build: the ledger in whole builds."""

import re
from pathlib import Path
from typing import Any

import pytest

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.commands.check.check import check_site
from newsgen.errors import NewsgenError, Problem
from tests.support.edits import build_from_nothing, tree

pytestmark = pytest.mark.long

TEXT = (
    "The heron is back on the quay wall after a winter away, and the men of the night ferry, who fed it herring heads "
    "all last year, have hung a bucket out for it again."
)
OTHER = "The ferry will leave an hour later from Monday on."


def put(root: Path, path: str, headline: str, text: str = TEXT, **fields: str) -> None:
    file = root / "articles" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    front = "".join(f"{name}: {value}\n" for name, value in {"date": "2024-02-03", **fields}.items())
    file.write_text(f"---\ntitle: {headline}\n{front}---\n{text}\n", encoding="utf-8")


def build(root: Path, **options: Any) -> None:
    """Build, and compare with a build from nothing, which must change neither pages nor ledger."""
    build_site(root, BuildOptions(workers="1", **options))
    if not options.get("preview"):
        clean = root.parent / f"{root.name}-clean"
        assert tree(root / "public") == build_from_nothing(root, clean)
        assert ledger(clean) == ledger(root)


def ledger(root: Path) -> list[str]:
    """The ledger's lines without their fingerprints."""
    file = root / "permalinks.tsv"
    rows = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return [" ".join(row.split("\t")[:3]) for row in rows if not row.startswith("#")]


def problems_of(root: Path) -> list[Problem]:
    with pytest.raises(NewsgenError) as failed:
        build_site(root, BuildOptions(workers="1"))
    return list(failed.value.problems)


def page(root: Path, file: str) -> str:
    return (root / "public" / file).read_text(encoding="utf-8")


def leads_to(root: Path, file: str) -> str:
    """Where a redirect's page leads."""
    found = re.search(r'<meta http-equiv="refresh" content="0; url=([^"]*)">', page(root, file))
    assert found
    return found[1]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    put(root, "heron.md", "Heron returns")
    put(root, "ferry.md", "Ferry leaves", OTHER)
    (root / "site.yaml").write_text("url: https://quay.example\n", encoding="utf-8")
    build(root)
    return root


def test_the_first_build_writes_the_ledger(site: Path) -> None:
    assert (site / "permalinks.tsv").read_text(encoding="utf-8") == (
        "# Every address that this archive has published, and the article that it leads to. newsgen keeps this file;\n"
        "# keep it with the articles, for it is what holds the addresses where they are.\n"
        "/2024/02/ferry-leaves.html\tferry.md\tcurrent\tc8160a0cf717\n"
        "/2024/02/heron-returns.html\theron.md\tcurrent\t4c8a082b170c\n"
    )


def test_another_headline_and_another_day_keep_the_address(site: Path) -> None:
    put(site, "heron.md", "Grey heron comes home", date="2025-01-01")
    build(site)
    assert "Grey heron comes home" in page(site, "2024/02/heron-returns.html")
    assert ledger(site) == [
        "/2024/02/ferry-leaves.html ferry.md current",
        "/2024/02/heron-returns.html heron.md current",
    ]


def test_a_renamed_file_keeps_the_address_also_with_another_headline(site: Path) -> None:
    (site / "articles/heron.md").unlink()
    put(site, "birds/grey.md", "Grey heron comes home", f"{TEXT}\n\nIt was seen on Friday.")
    build(site)
    assert "It was seen on Friday." in page(site, "2024/02/heron-returns.html")
    assert "/2024/02/heron-returns.html birds/grey.md current" in ledger(site)


def test_a_declared_id_keeps_the_address_of_a_file_that_is_renamed_and_rewritten(site: Path) -> None:
    put(site, "heron.md", "Heron returns", id="heron-1")
    build(site)
    assert "/2024/02/heron-returns.html id:heron-1 current" in ledger(site)
    (site / "articles/heron.md").unlink()
    put(site, "birds/grey.md", "Grey heron comes home", "All of it is new.", id="heron-1")
    build(site)
    assert "All of it is new." in page(site, "2024/02/heron-returns.html")


def test_a_declared_address_leaves_a_redirect_at_the_former_one(site: Path) -> None:
    put(site, "heron.md", "Heron returns", permalink="/birds/heron.html")
    put(site, "ferry.md", "Ferry leaves", "See [the heron](/2024/02/heron-returns.html).")
    build(site)
    assert "/2024/02/heron-returns.html heron.md moved" in ledger(site)
    assert leads_to(site, "2024/02/heron-returns.html") == "../../birds/heron.html"
    assert '<link rel="canonical" href="https://quay.example/birds/heron.html">' in page(
        site, "2024/02/heron-returns.html"
    )
    assert 'href="../../birds/heron.html">the heron</a>' in page(site, "2024/02/ferry-leaves.html")
    assert "2024/02/heron-returns.html" not in page(site, "sitemap.xml")
    put(site, "heron.md", "Heron returns", slug="grey-heron")
    build(site)
    assert leads_to(site, "birds/heron.html") == "../2024/02/grey-heron.html"
    assert leads_to(site, "2024/02/heron-returns.html") == "../../2024/02/grey-heron.html"


def test_an_article_that_is_gone_stops_the_build_before_anything_is_written(site: Path) -> None:
    before = tree(site / "public")
    (site / "articles/heron.md").unlink()
    put(site, "reeds.md", "Reeds cut back", "Quite another text.")
    assert problems_of(site) == [
        Problem(
            "articles/heron.md",
            0,
            "is gone, and with it the published address /2024/02/heron-returns.html",
            "Whoever has the address, in a link, a footnote or a search engine, would find nothing.",
            'Put the file back; or write "aliases: [/2024/02/heron-returns.html]" into the article that takes its '
            'place; or leave the file with "removed: …" and the reason, and readers are told; or, where nobody has '
            "seen it yet, take it out of permalinks.tsv.",
        )
    ]
    assert tree(site / "public") == before
    put(site, "ferry.md", "Ferry leaves", OTHER, aliases="[/2024/02/heron-returns.html]")
    build(site)
    assert leads_to(site, "2024/02/heron-returns.html") == "../../2024/02/ferry-leaves.html"


def test_an_article_that_becomes_a_draft_again_is_gone(site: Path) -> None:
    put(site, "heron.md", "Heron returns", draft="true")
    assert [problem.message for problem in problems_of(site)] == [
        "is gone, and with it the published address /2024/02/heron-returns.html"
    ]


def test_what_is_taken_out_of_the_ledger_was_never_published(site: Path) -> None:
    (site / "articles/heron.md").unlink()
    lines = (site / "permalinks.tsv").read_text(encoding="utf-8").splitlines(keepends=True)
    (site / "permalinks.tsv").write_text("".join(line for line in lines if "heron" not in line), encoding="utf-8")
    build(site)
    assert not (site / "public/2024/02/heron-returns.html").exists()


def test_a_deleted_ledger_begins_again(site: Path) -> None:
    put(site, "heron.md", "Grey heron comes home")
    (site / "permalinks.tsv").unlink()
    build(site)
    assert ledger(site) == [
        "/2024/02/ferry-leaves.html ferry.md current",
        "/2024/02/grey-heron-comes-home.html heron.md current",
    ]
    assert not (site / "public/2024/02/heron-returns.html").exists()


def test_a_line_that_is_added_by_hand_redirects(site: Path) -> None:
    with (site / "permalinks.tsv").open("a", encoding="utf-8") as file:
        file.write("/old/heron\theron.md\tmoved\n")
    build(site)
    assert leads_to(site, "old/heron/index.html") == "../../2024/02/heron-returns.html"


def test_a_ledger_that_cannot_be_read_stops_the_build(site: Path) -> None:
    with (site / "permalinks.tsv").open("a", encoding="utf-8") as file:
        file.write("<<<<<<< HEAD\n")
    (problem,) = problems_of(site)
    assert (problem.path, problem.line, problem.message) == (
        "permalinks.tsv",
        5,
        "conflict marks of a merge stand in it",
    )


TAKEN = (
    "articles/{}.md: has the address {}, for {} belongs to articles/{}.md\n"
    "    Their slugs or headlines make one address for both.\n"
    '    Leave it so, with "permalink: {}"; or write another "slug: …".'
)
MARKED = "/2024/02/heron-returns-cfa1fe.html"


def findings_of(root: Path, **options: Any) -> list[str]:
    """What a build says of addresses that others have; `check` says the same."""
    summary = build_site(root, BuildOptions(workers="1", **options))
    found = [str(problem) for rule, problem in summary.findings if rule == "taken-addresses"]
    assert found == [str(one.problem) for one in check_site(root, ["taken-addresses"], workers="1").findings]
    return found


def test_an_address_that_another_article_has_had_stays_its_own(site: Path) -> None:
    put(site, "heron.md", "Heron returns", permalink="/birds/heron.html")
    build(site)
    put(site, "second.md", "Heron returns", "Another heron altogether.")
    build(site)
    assert leads_to(site, "2024/02/heron-returns.html") == "../../birds/heron.html"
    assert f"{MARKED} second.md current" in ledger(site)
    assert findings_of(site) == [TAKEN.format("second", MARKED, "/2024/02/heron-returns.html", "heron", MARKED)]
    put(site, "second.md", "Heron returns", "Another heron altogether.", permalink=MARKED)
    build(site)
    assert findings_of(site) == []


def test_a_published_address_that_another_article_declares_is_refused(site: Path) -> None:
    put(site, "second.md", "Heron returns", "Another heron.", permalink="/2024/02/heron-returns.html")
    assert problems_of(site) == [
        Problem(
            "articles/second.md",
            0,
            "its address /2024/02/heron-returns.html belongs to articles/heron.md",
            "An address that was published leads to the same article for ever.",
            'Write another "slug: …" or "permalink: …" in its front matter.',
        )
    ]


def test_two_new_articles_that_declare_one_permalink_are_refused(site: Path) -> None:
    put(site, "one.md", "One", "A first text.", permalink="/birds/")
    put(site, "two.md", "Two", "A second text.", permalink="/birds/")
    assert problems_of(site) == [
        Problem(
            "articles/two.md",
            0,
            "has the same address as articles/one.md: /birds/index.html",
            "One of the two would be lost.",
            'Write another "slug: …" or "permalink: …" in the front matter of one of them.',
        )
    ]


@pytest.mark.parametrize("is_preview", [False, True])
def test_of_two_articles_with_one_slug_the_first_published_keeps_the_address(tmp_path: Path, is_preview: bool) -> None:
    root = tmp_path / "site"
    put(root, "b.md", "Heron", slug="Grey-heron")
    put(root, "c.md", "Grey heron", "A third heron.")
    if is_preview:
        build(root, preview=True)
    else:
        build(root)
    put(root, "a-heron.md", "Ferry", OTHER, slug="grey-heron")
    build(root)
    first, second = "/2024/02/Grey-heron.html", "/2024/02/a-heron.html"
    if is_preview:
        # Nothing was published before, so that the first by path has it.
        first, second = "/2024/02/Grey-heron-11dd48.html", "/2024/02/grey-heron.html"
    assert ledger(root) == sorted(
        [f"{first} b.md current", f"{second} a-heron.md current", "/2024/02/grey-heron-c285dd.html c.md current"]
    )
    assert len(findings_of(root)) == 2
    assert findings_of(root, clean=True) == findings_of(root)
    with pytest.raises(NewsgenError, match="Their slugs or headlines make one address"):
        build_site(root, BuildOptions(workers="1", clean=True, strict=True))


def test_a_preview_forgets_which_address_was_taken_when_nobody_has_it_any_more(tmp_path: Path) -> None:
    root = tmp_path / "site"
    put(root, "a.md", "Heron", slug="heron")
    put(root, "b.md", "Ferry", OTHER, slug="heron")
    build(root, preview=True)
    (root / "articles/a.md").unlink()
    build(root)
    assert ledger(root) == ["/2024/02/heron.html b.md current"]


def test_an_alias_takes_over_from_an_article_that_goes_later(site: Path) -> None:
    put(site, "ferry.md", "Ferry leaves", OTHER, aliases="[/2024/02/heron-returns.html]")
    build(site)
    assert len(findings_of(site)) == 1
    (site / "articles/heron.md").unlink()
    build(site)
    assert leads_to(site, "2024/02/heron-returns.html") == "../../2024/02/ferry-leaves.html"
    assert findings_of(site) == []


def test_where_all_articles_move_one_of_two_with_one_slug_has_another_address_too(tmp_path: Path) -> None:
    root = tmp_path / "site"
    put(root, "a.md", "Heron", slug="heron")
    put(root, "b.md", "Ferry", OTHER, slug="heron", date="2024-03-04")
    build(root)
    (root / "site.yaml").write_text("permalink: /{slug}.html\n", encoding="utf-8")
    for _ in range(2):
        build_site(root, BuildOptions(workers="1", reassign_permalinks=True))
        assert ledger(root) == [
            "/2024/02/heron.html a.md moved",
            "/2024/03/heron.html b.md moved",
            "/heron-11dd48.html b.md current",
            "/heron.html a.md current",
        ]
    build(root)
    assert leads_to(root, "2024/03/heron.html") == "../../heron-11dd48.html"


def test_a_renamed_file_stays_where_its_former_name_put_it(tmp_path: Path) -> None:
    root = tmp_path / "site"
    put(root, "a.md", "Heron", slug="heron")
    put(root, "b-file.md", "Ferry", OTHER, slug="heron")
    build(root)
    (root / "articles/b-file.md").rename(root / "articles/another-file.md")
    build(root)
    assert ledger(root) == ["/2024/02/b-file.html another-file.md current", "/2024/02/heron.html a.md current"]
    put(root, "c.md", "Reeds", "Quite another text.", permalink="/2024/02/reeds.html")
    put(root, "another-file.md", "Ferry", OTHER, slug="reeds")
    build(root)
    assert "/2024/02/b-file.html another-file.md current" in ledger(root)
    assert len(findings_of(root)) == 1


def test_an_alias_that_another_article_has_is_a_finding(tmp_path: Path) -> None:
    root = tmp_path / "site"
    put(root, "a.md", "Heron", aliases="[/2024/02/ferry.html, /old]")
    put(root, "b.md", "Ferry", OTHER, aliases="[/old/]")
    build(root)
    assert [line for line in ledger(root) if "moved" in line] == ["/old a.md moved"]
    assert leads_to(root, "old/index.html") == "../2024/02/heron.html"
    assert "The ferry will leave" in page(root, "2024/02/ferry.html")
    assert findings_of(root) == [
        "articles/a.md: has /2024/02/ferry.html among its aliases, an address of articles/b.md\n"
        "    It can lead to one of the two only, and leads there.\n"
        "    Take it out of the aliases of one of them.",
        "articles/b.md: has /old/ among its aliases, an address of articles/a.md\n"
        "    It can lead to one of the two only, and leads there.\n"
        "    Take it out of the aliases of one of them.",
    ]
    # What was published is protected: an article that would have it for its page does not get it.
    put(root, "c.md", "Reeds", "Quite another text.", permalink="/old/")
    assert [problem.message for problem in problems_of(root)] == ["its address /old/ belongs to articles/a.md"]


def test_two_articles_with_one_id_are_refused(site: Path) -> None:
    put(site, "heron.md", "Heron returns", id="7", slug="a")
    put(site, "ferry.md", "Ferry leaves", OTHER, id="7", slug="b")
    assert problems_of(site) == [
        Problem(
            "articles/heron.md",
            0,
            "has the same id as articles/ferry.md: 7",
            "An id is by what an article is known when its file gets another name.",
            "Give one of the two another id; or, where one is the other's translation, write the language of each.",
        )
    ]


def test_aliases_lead_to_the_article_whatever_they_end_in(site: Path) -> None:
    put(site, "heron.md", "Heron returns", aliases='[/birds/heron/, /node/7, "https://old.example/a/b.php"]')
    build(site)
    assert {file: leads_to(site, file) for file in ("birds/heron/index.html", "node/7/index.html")} == {
        "birds/heron/index.html": "../../2024/02/heron-returns.html",
        "node/7/index.html": "../../2024/02/heron-returns.html",
    }
    assert leads_to(site, "a/b.php/index.html") == "../../2024/02/heron-returns.html"


def test_an_alias_that_differs_in_case_alone_is_no_page_of_its_own(site: Path) -> None:
    put(site, "heron.md", "Heron returns", aliases="[/2024/02/Heron-Returns.html, /Birds/Heron/, /birds/heron/]")
    build(site)
    assert sorted(file for file in tree(site / "public") if "eron" in file) == [
        "2024/02/heron-returns.html",
        "Birds/Heron/index.html",
    ]


def test_patterns_of_an_old_site_lead_to_its_articles(site: Path) -> None:
    (site / "site.yaml").write_text(
        'aliases: ["/{year}/{month}/{day}/{slug}/", "/node/{id}", "/posts/{path}"]\n', encoding="utf-8"
    )
    put(site, "birds/heron.md", "Second heron", "Another heron altogether.", id="42")
    build(site)
    assert [line for line in ledger(site) if line.endswith("moved")] == [
        "/2024/02/03/ferry-leaves/ ferry.md moved",
        "/2024/02/03/heron-returns/ heron.md moved",
        "/2024/02/03/second-heron/ id:42 moved",
        "/node/42 id:42 moved",
        "/posts/birds/heron id:42 moved",
        "/posts/ferry ferry.md moved",
        "/posts/heron heron.md moved",
    ]
    assert leads_to(site, "node/42/index.html") == "../../2024/02/second-heron.html"


def test_what_patterns_of_an_old_site_make_gives_way_in_any_case(tmp_path: Path) -> None:
    root = tmp_path / "site"
    (root / "articles").mkdir(parents=True)
    (root / "site.yaml").write_text('aliases: ["/{name}/"]\n', encoding="utf-8")
    put(root, "a/Heron.md", "One")
    put(root, "b/heron.md", "Two", OTHER)
    put(root, "c/Ferry.md", "Three", "A third text.")
    put(root, "d.md", "Four", "A fourth text.", permalink="/ferry/")
    build(root)
    assert [line for line in ledger(root) if "2024" not in line] == [
        "/Heron/ a/Heron.md moved",
        "/d/ d.md moved",
        "/ferry/ d.md current",
    ]
    assert leads_to(root, "Heron/index.html") == "../2024/02/one.html"


def test_another_pattern_is_for_new_articles_and_for_all_when_they_are_reassigned(site: Path) -> None:
    (site / "site.yaml").write_text('permalink: "/{section}/{slug}.html"\n', encoding="utf-8")
    put(site, "reeds.md", "Reeds cut back", "Quite another text.")
    assert build_site(site, BuildOptions(workers="1")).warning == (
        "The new permalink of site.yaml counts for new articles; all others stay where they were published. To move"
        " them too, with redirects: newsgen urls renew"
    )
    build(site)
    assert [line.split()[0] for line in ledger(site)] == [
        "/2024/02/ferry-leaves.html",
        "/2024/02/heron-returns.html",
        "/reeds-cut-back.html",
    ]
    assert not build_site(site, BuildOptions(workers="1", reassign_permalinks=True)).warning
    assert leads_to(site, "2024/02/heron-returns.html") == "../../heron-returns.html"
    build(site)
    assert "/2024/02/heron-returns.html heron.md moved" in ledger(site)
    assert "/heron-returns.html heron.md current" in ledger(site)


def test_a_preview_publishes_nothing(site: Path) -> None:
    before = ledger(site)
    put(site, "reeds.md", "Ree", "Quite another text.")
    build(site, preview=True)
    put(site, "reeds.md", "Reeds cut back", "Quite another text.")
    build(site, preview=True)
    assert (site / "public/2024/02/reeds-cut-back.html").exists()
    assert not (site / "public/2024/02/ree.html").exists()
    assert ledger(site) == before
    build(site)
    assert ledger(site) == [*before, "/2024/02/reeds-cut-back.html reeds.md current"]


def test_what_a_preview_moved_and_moved_back_leaves_no_trace(site: Path) -> None:
    before = ledger(site)
    put(site, "heron.md", "Heron returns", permalink="/birds/heron.html")
    build(site, preview=True)
    put(site, "heron.md", "Heron returns")
    build(site, preview=True)
    (site / "articles/ferry.md").rename(site / "articles/boat.md")
    build(site, preview=True)
    build(site)
    assert ledger(site) == [line.replace("ferry.md", "boat.md") for line in before]


def test_without_a_ledger_addresses_follow_the_articles(tmp_path: Path) -> None:
    root = tmp_path / "site"
    put(root, "heron.md", "Heron returns", aliases="[/heron]")
    (root / "site.yaml").write_text("ledger: false\n", encoding="utf-8")
    build(root)
    assert leads_to(root, "heron/index.html") == "../2024/02/heron-returns.html"
    put(root, "heron.md", "Grey heron comes home", aliases="[/grey]")
    build(root)
    assert sorted(file for file in tree(root / "public") if "heron" in file or "grey" in file) == [
        "2024/02/grey-heron-comes-home.html",
        "grey/index.html",
    ]
    assert not (root / "permalinks.tsv").exists()


def test_without_a_ledger_two_articles_with_one_alias_are_refused(tmp_path: Path) -> None:
    put(tmp_path, "heron.md", "Heron returns", aliases="[/bird]")
    put(tmp_path, "ferry.md", "Ferry leaves", OTHER, aliases="[/bird]")
    (tmp_path / "site.yaml").write_text("ledger: false\n", encoding="utf-8")
    assert problems_of(tmp_path) == [
        Problem(
            "articles/heron.md",
            0,
            "has an address that articles/ferry.md has too: /bird",
            "It can lead to one of the two only.",
            "Take it out of the aliases of one of them.",
        )
    ]


def test_a_ledger_can_be_switched_off_and_on(site: Path) -> None:
    before = (site / "permalinks.tsv").read_bytes()
    (site / "site.yaml").write_text("ledger: false\n", encoding="utf-8")
    put(site, "heron.md", "Grey heron comes home")
    build(site)
    assert (site / "public/2024/02/grey-heron-comes-home.html").exists()
    (site / "site.yaml").unlink()
    build(site)
    assert (site / "public/2024/02/heron-returns.html").exists()
    assert (site / "permalinks.tsv").read_bytes() == before


def test_a_build_that_ended_before_the_ledger_was_written_is_completed(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(site, "reeds.md", "Reeds cut back", "Quite another text.")

    def end(*anything: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("newsgen.build.pipeline.publish_ledger", end)
        with pytest.raises(KeyboardInterrupt):
            build_site(site, BuildOptions(workers="1"))
    build(site)
    assert "/2024/02/reeds-cut-back.html reeds.md current" in ledger(site)
