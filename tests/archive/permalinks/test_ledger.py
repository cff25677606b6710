"""The ledger: what was published once stays, redirects, or stops the build."""

from collections.abc import Iterable, Sequence
from random import Random

import pytest

from newsgen.archive.permalinks.ledger import PATTERNED, Assignment, LedgerEntry, PermalinkClaim
from newsgen.archive.permalinks.ledger import assign_permalinks as settle_lines
from newsgen.errors import Problem

SHOWN = "articles"


def settle(lines: Iterable[LedgerEntry], claims: Sequence[PermalinkClaim], shown: str) -> Assignment:
    """All that is not claimed is gone."""
    lines = list(lines)
    return settle_lines(lines, claims, {line.article for line in lines} - {claim.name for claim in claims}, shown)


def current(permalink: str, article: str, fingerprint: str = "") -> LedgerEntry:
    return LedgerEntry(permalink, article, True, fingerprint)


def moved(permalink: str, article: str) -> LedgerEntry:
    return LedgerEntry(permalink, article, False, "")


def test_a_new_article_gets_the_permalink_that_it_asks_for() -> None:
    settled = settle([], [PermalinkClaim("a.md", "/a.html", fingerprint="f1")], SHOWN)
    assert settled.lines == (current("/a.html", "a.md", "f1"),)
    assert settled.permalinks == {"a.md": "/a.html"}
    assert not settled.problems


def test_another_headline_or_section_keeps_the_permalink() -> None:
    settled = settle(
        [current("/a.html", "a.md", "f1")], [PermalinkClaim("a.md", "/other.html", fingerprint="f2")], SHOWN
    )
    assert settled.lines == (current("/a.html", "a.md", "f2"),)
    assert settled.permalinks == {"a.md": "/a.html"}


def test_another_permalink_on_purpose_makes_a_redirect_of_the_first() -> None:
    settled = settle([current("/a.html", "a.md")], [PermalinkClaim("a.md", "/b.html", on_purpose=True)], SHOWN)
    assert settled.lines == (moved("/a.html", "a.md"), current("/b.html", "a.md"))
    back = settle(settled.lines, [PermalinkClaim("a.md", "/a.html", on_purpose=True)], SHOWN)
    assert back.lines == (current("/a.html", "a.md"), moved("/b.html", "a.md"))


@pytest.mark.parametrize(
    ("slug", "wanted", "permalink"),
    [("", "/b.html", "/2020/a.html"), ("a", "/2021/a.html", "/2020/a.html"), ("b", "/2020/b.html", "/2020/b.html")],
)
def test_a_slug_moves_an_article_only_where_its_address_has_another(slug: str, wanted: str, permalink: str) -> None:
    settled = settle([current("/2020/a.html", "a.md")], [PermalinkClaim("a.md", wanted, slug=slug)], SHOWN)
    assert settled.permalinks == {"a.md": permalink}


def test_a_renamed_file_is_known_by_the_opening_of_its_text() -> None:
    lines = [current("/a.html", "a.md", "f1"), moved("/old.html", "a.md")]
    settled = settle(lines, [PermalinkClaim("2020/a.md", "/2020/a.html", fingerprint="f1")], SHOWN)
    assert settled.lines == (current("/a.html", "2020/a.md", "f1"), moved("/old.html", "2020/a.md"))
    assert not settled.problems


def test_an_article_with_an_id_may_be_renamed_and_rewritten() -> None:
    first = settle(
        [current("/a.html", "a.md", "f1")], [PermalinkClaim("a.md", "/a.html", id="7", fingerprint="f1")], SHOWN
    )
    assert first.lines == (current("/a.html", "id:7", "f1"),)
    settled = settle(first.lines, [PermalinkClaim("b/c.md", "/c.html", id="7", fingerprint="f9")], SHOWN)
    assert settled.lines == (current("/a.html", "id:7", "f9"),)
    assert settled.permalinks == {"b/c.md": "/a.html"}


def test_two_files_that_open_alike_are_not_guessed_about() -> None:
    claims = [PermalinkClaim("b.md", "/b.html", fingerprint="f1"), PermalinkClaim("c.md", "/c.html", fingerprint="f1")]
    settled = settle([current("/a.html", "a.md", "f1")], claims, SHOWN)
    assert [problem.path for problem in settled.problems] == ["articles/a.md"]


def test_an_article_that_is_gone_stops_the_build_and_tells_what_to_do() -> None:
    assert settle([current("/a.html", "a.md", "f1")], [], SHOWN).problems == (
        Problem(
            "articles/a.md",
            0,
            "is gone, and with it the published address /a.html",
            "Whoever has the address, in a link, a footnote or a search engine, would find nothing.",
            'Put the file back; or write "aliases: [/a.html]" into the article that takes its place; or leave the file '
            'with "removed: …" and the reason, and readers are told; or, where nobody has seen it yet, take it out of '
            "permalinks.tsv.",
        ),
    )


def test_an_alias_takes_the_addresses_of_an_article_that_is_gone() -> None:
    lines = [current("/a.html", "a.md"), moved("/older.html", "a.md"), current("/b.html", "b.md")]
    settled = settle(lines, [PermalinkClaim("b.md", "/b.html", aliases=("/a.html",))], SHOWN)
    assert settled.lines == (moved("/a.html", "b.md"), current("/b.html", "b.md"), moved("/older.html", "b.md"))
    assert not settled.problems


def test_a_declared_permalink_may_be_that_of_an_article_that_is_gone() -> None:
    lines = [current("/a.html", "a.md"), moved("/older.html", "a.md")]
    settled = settle(lines, [PermalinkClaim("b.md", "/a.html", on_purpose=True, fingerprint="f2")], SHOWN)
    assert settled.lines == (current("/a.html", "b.md", "f2"), moved("/older.html", "b.md"))
    assert not settled.problems


def test_old_addresses_lead_to_the_article_unless_another_has_them() -> None:
    claims = [
        PermalinkClaim("a.md", "/a.html", former=("/flood/", "/b.html")),
        PermalinkClaim("b.md", "/b.html", former=("/flood/", "/storm/")),
    ]
    settled = settle([], claims, SHOWN)
    assert settled.lines == (
        current("/a.html", "a.md"),
        current("/b.html", "b.md"),
        LedgerEntry("/flood/", "a.md", False, PATTERNED),
        LedgerEntry("/storm/", "b.md", False, PATTERNED),
    )
    assert not settled.problems


def test_two_new_articles_that_ask_for_one_permalink_are_left_to_those_who_write_their_pages() -> None:
    settled = settle([], [PermalinkClaim("a.md", "/a.html"), PermalinkClaim("b.md", "/a.html")], SHOWN)
    assert settled.permalinks == {"a.md": "/a.html", "b.md": "/a.html"}
    assert not settled.problems


def test_an_article_that_is_gone_with_nothing_but_old_addresses_stops_the_build_too() -> None:
    settled = settle([moved("/a.html", "id:7")], [], SHOWN)
    assert [(problem.path, problem.message) for problem in settled.problems] == [
        ("the article with the id 7", "is gone, and with it the published address /a.html")
    ]


@pytest.mark.parametrize(
    ("claim", "fix"),
    [
        (PermalinkClaim("b.md", "/a.html"), 'Write another "slug: …" or "permalink: …" in its front matter.'),
        (
            PermalinkClaim("b.md", "/b.html", aliases=("/a.html",)),
            "Take it out of the aliases, or take the other article away.",
        ),
    ],
)
def test_an_address_of_another_article_is_not_to_be_had(claim: PermalinkClaim, fix: str) -> None:
    settled = settle([current("/a.html", "a.md")], [PermalinkClaim("a.md", "/a.html"), claim], SHOWN)
    assert settled.problems == (
        Problem(
            "articles/b.md",
            0,
            "its address /a.html belongs to articles/a.md",
            "An address that was published leads to the same article for ever.",
            fix,
        ),
    )


def change(claims: dict[str, PermalinkClaim], lines: tuple[LedgerEntry, ...], random: Random, number: int) -> None:
    """One thing that an editor may do: some of them will be refused."""
    new = PermalinkClaim(f"{number}.md", f"/{number}.html", fingerprint=f"f{number}")
    if len(claims) < 3 or random.random() < 0.15:
        claims[new.path] = new
        return
    claim = claims.pop(random.choice(sorted(claims)))
    match random.randrange(7):
        case 0:  # renamed
            claims[new.path] = replace_claim(claim, path=new.path)
        case 1:  # another headline, another text
            claims[claim.path] = replace_claim(
                claim, permalink=new.permalink, on_purpose=False, fingerprint=new.fingerprint
            )
        case 2:  # another permalink on purpose, a former one of anybody's among them
            permalink = random.choice([new.permalink, random.choice(lines).permalink]) if lines else new.permalink
            claims[claim.path] = replace_claim(claim, permalink=permalink, on_purpose=True)
        case 3:  # merged into another
            other = random.choice(sorted(claims))
            aliases = tuple(line.permalink for line in lines if line.article == claim.name and line.is_current)
            claims[other] = replace_claim(claims[other], aliases=(*claims[other].aliases, *aliases))
        case 4:  # an id is declared
            claims[claim.path] = replace_claim(claim, id=claim.id or f"i{number}")
        case 5:  # renamed and rewritten
            claims[new.path] = replace_claim(claim, path=new.path, fingerprint=new.fingerprint)
        case _:  # deleted
            pass


def replace_claim(claim: PermalinkClaim, **values: object) -> PermalinkClaim:
    return claim._replace(**values)  # type: ignore[arg-type]


def test_no_address_is_ever_lost() -> None:
    random = Random(7)
    claims: dict[str, PermalinkClaim] = {}
    lines: tuple[LedgerEntry, ...] = ()
    refused = 0
    for number in range(10_000):
        before = dict(claims)
        change(claims, lines, random, number)
        settled = settle(lines, list(claims.values()), SHOWN)
        if settled.problems:
            claims = before
            refused += 1
            continue
        assert {line.permalink for line in lines} <= {line.permalink for line in settled.lines}
        names = {claim.name for claim in claims.values()}
        assert {line.article for line in settled.lines} == names
        assert sorted(line.article for line in settled.lines if line.is_current) == sorted(names)
        assert settle(settled.lines, list(claims.values()), SHOWN).lines == settled.lines
        lines = settled.lines
        if len(claims) > 25:
            claims, lines = {}, ()
    assert 500 < refused < 5_000
