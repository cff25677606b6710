"""The ledger: what was published once stays, redirects, or stops the build."""

from collections.abc import Iterable, Sequence
from random import Random

import pytest

from newsgen.archive.permalinks.claim import PermalinkClaim, UnmetClaim
from newsgen.archive.permalinks.ledger import PATTERNED, Assignment, LedgerEntry, assign_permalinks
from newsgen.errors import Problem


def assign(entries: Iterable[LedgerEntry], claims: Sequence[PermalinkClaim]) -> Assignment:
    """The assignment where all articles without a claim are gone."""
    entries = list(entries)
    gone = {entry.article for entry in entries} - {claim.name for claim in claims}
    return assign_permalinks(entries, claims, gone, "articles")


def current(permalink: str, article: str, fingerprint: str = "") -> LedgerEntry:
    return LedgerEntry(permalink, article, True, fingerprint)


def moved(permalink: str, article: str) -> LedgerEntry:
    return LedgerEntry(permalink, article, False, "")


def test_a_new_article_gets_the_permalink_that_it_asks_for() -> None:
    assignment = assign([], [PermalinkClaim("a.md", "/a.html", fingerprint="f1")])
    assert assignment.lines == (current("/a.html", "a.md", "f1"),)
    assert assignment.permalinks == {"a.md": "/a.html"}
    assert not assignment.problems


def test_another_headline_or_section_keeps_the_permalink() -> None:
    assignment = assign([current("/a.html", "a.md", "f1")], [PermalinkClaim("a.md", "/other.html", fingerprint="f2")])
    assert assignment.lines == (current("/a.html", "a.md", "f2"),)
    assert assignment.permalinks == {"a.md": "/a.html"}


def test_a_declared_permalink_makes_a_redirect_of_the_first() -> None:
    assignment = assign([current("/a.html", "a.md")], [PermalinkClaim("a.md", "/b.html", is_explicit=True)])
    assert assignment.lines == (moved("/a.html", "a.md"), current("/b.html", "a.md"))
    back = assign(assignment.lines, [PermalinkClaim("a.md", "/a.html", is_explicit=True)])
    assert back.lines == (current("/a.html", "a.md"), moved("/b.html", "a.md"))


@pytest.mark.parametrize(
    ("slug", "wanted", "permalink"),
    [("", "/b.html", "/2020/a.html"), ("a", "/2021/a.html", "/2020/a.html"), ("b", "/2020/b.html", "/2020/b.html")],
)
def test_a_slug_moves_an_article_only_where_its_address_has_another(slug: str, wanted: str, permalink: str) -> None:
    assignment = assign(
        [current("/2020/a.html", "a.md")], [PermalinkClaim("a.md", wanted, slugs=(slug,) if slug else ())]
    )
    assert assignment.permalinks == {"a.md": permalink}


def test_a_renamed_file_is_known_by_the_opening_of_its_text() -> None:
    lines = [current("/a.html", "a.md", "f1"), moved("/old.html", "a.md")]
    assignment = assign(lines, [PermalinkClaim("2020/a.md", "/2020/a.html", fingerprint="f1")])
    assert assignment.lines == (current("/a.html", "2020/a.md", "f1"), moved("/old.html", "2020/a.md"))
    assert not assignment.problems


def test_an_article_with_an_id_may_be_renamed_and_rewritten() -> None:
    first = assign([current("/a.html", "a.md", "f1")], [PermalinkClaim("a.md", "/a.html", id="7", fingerprint="f1")])
    assert first.lines == (current("/a.html", "id:7", "f1"),)
    assignment = assign(first.lines, [PermalinkClaim("b/c.md", "/c.html", id="7", fingerprint="f9")])
    assert assignment.lines == (current("/a.html", "id:7", "f9"),)
    assert assignment.permalinks == {"b/c.md": "/a.html"}


def test_two_files_that_open_alike_are_not_guessed_about() -> None:
    claims = [PermalinkClaim("b.md", "/b.html", fingerprint="f1"), PermalinkClaim("c.md", "/c.html", fingerprint="f1")]
    assignment = assign([current("/a.html", "a.md", "f1")], claims)
    assert [problem.path for problem in assignment.problems] == ["articles/a.md"]


def test_an_article_that_is_gone_is_a_problem_with_its_fix() -> None:
    assert assign([current("/a.html", "a.md", "f1")], []).problems == (
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
    assignment = assign(lines, [PermalinkClaim("b.md", "/b.html", aliases=("/a.html",))])
    assert assignment.lines == (moved("/a.html", "b.md"), current("/b.html", "b.md"), moved("/older.html", "b.md"))
    assert not assignment.problems


def test_a_declared_permalink_may_be_that_of_an_article_that_is_gone() -> None:
    lines = [current("/a.html", "a.md"), moved("/older.html", "a.md")]
    assignment = assign(lines, [PermalinkClaim("b.md", "/a.html", is_explicit=True, fingerprint="f2")])
    assert assignment.lines == (current("/a.html", "b.md", "f2"), moved("/older.html", "b.md"))
    assert not assignment.problems


def test_old_addresses_lead_to_the_article_unless_another_has_them() -> None:
    claims = [
        PermalinkClaim("a.md", "/a.html", pattern_aliases=("/flood/", "/b.html")),
        PermalinkClaim("b.md", "/b.html", pattern_aliases=("/flood/", "/storm/")),
    ]
    assignment = assign([], claims)
    assert assignment.lines == (
        current("/a.html", "a.md"),
        current("/b.html", "b.md"),
        LedgerEntry("/flood/", "a.md", False, PATTERNED),
        LedgerEntry("/storm/", "b.md", False, PATTERNED),
    )
    assert not assignment.problems


def test_two_new_articles_may_declare_one_permalink() -> None:
    claims = [PermalinkClaim(path, "/a.html", is_explicit=True) for path in ("a.md", "b.md")]
    assignment = assign([], claims)
    assert assignment.permalinks == {"a.md": "/a.html", "b.md": "/a.html"}
    assert not assignment.problems


HEADLINE = PermalinkClaim("2020/a.md", "/2020/flood.html")
OTHER_HEADLINE = PermalinkClaim("2020/the-second-flood.md", "/2020/flood.html")
SLUG = PermalinkClaim("2020/x.md", "/2020/Flood.html", slugs=("Flood",))
DECLARED = PermalinkClaim("2020/z.md", "/2020/flood.html", is_explicit=True)
LONGER = PermalinkClaim("b.md", "/2020/flood.html", longer="/2020/flood-in-the-old-town.html")
MARKED = "/2020/flood-ab16aa.html"


@pytest.mark.parametrize(
    ("claims", "permalinks", "unmet"),
    [
        # The first by path has it; the other has the name of its file in the place of the slug.
        (
            [HEADLINE, OTHER_HEADLINE],
            ["/2020/flood.html", "/2020/the-second-flood.html"],
            [UnmetClaim("2020/the-second-flood.md", "/2020/flood.html", False)],
        ),
        # A declared slug comes before a headline, and what differs in case alone is one address.
        ([HEADLINE, SLUG], [MARKED, "/2020/Flood.html"], [UnmetClaim("2020/a.md", "/2020/flood.html", False)]),
        # A declared permalink comes before both.
        (
            [SLUG, DECLARED],
            ["/2020/Flood-9074ff.html", "/2020/flood.html"],
            [UnmetClaim("2020/x.md", "/2020/Flood.html", False)],
        ),
        # More of the headline is as good as what was asked for.
        ([HEADLINE, LONGER], ["/2020/flood.html", "/2020/flood-in-the-old-town.html"], []),
    ],
)
def test_of_new_articles_with_one_address_one_has_another(
    claims: list[PermalinkClaim], permalinks: list[str], unmet: list[UnmetClaim]
) -> None:
    for order in (claims, claims[::-1]):
        assignment = assign([], order)
        assert [assignment.permalinks[claim.path] for claim in claims] == permalinks
        assert list(assignment.unmet) == unmet
        assert not assignment.problems
    again = assign(assignment.lines, claims)
    assert (again.lines, again.permalinks, again.unmet) == (
        assignment.lines,
        assignment.permalinks,
        assignment.unmet,
    )


def test_an_article_keeps_a_published_address_that_others_declare_a_slug_of() -> None:
    lines = [current("/2020/flood.html", "z.md")]
    assignment = assign(lines, [PermalinkClaim("z.md", "/2020/other.html"), SLUG])
    assert assignment.permalinks == {"z.md": "/2020/flood.html", "2020/x.md": "/2020/Flood-9074ff.html"}


def test_an_article_whose_new_slug_is_another_s_stays_where_it_is() -> None:
    lines = [current("/2020/flood.html", "a.md"), current("/2020/storm.html", "b.md")]
    claims = [PermalinkClaim("a.md", "/2020/flood.html"), PermalinkClaim("b.md", "/2020/flood.html", slugs=("flood",))]
    assignment = assign(lines, claims)
    assert assignment.lines == tuple(lines)
    assert assignment.unmet == (UnmetClaim("b.md", "/2020/flood.html", False),)


def test_a_page_comes_before_an_alias_and_the_first_alias_by_path_before_another() -> None:
    claims = [
        PermalinkClaim("a.md", "/a.html", aliases=("/c.html", "/old")),
        PermalinkClaim("b.md", "/b.html", aliases=("/old/",)),
        PermalinkClaim("c.md", "/c.html"),
    ]
    assignment = assign([], claims)
    assert assignment.lines == (
        current("/a.html", "a.md"),
        current("/b.html", "b.md"),
        current("/c.html", "c.md"),
        moved("/old", "a.md"),
    )
    assert assignment.unmet == (UnmetClaim("a.md", "/c.html", True), UnmetClaim("b.md", "/old/", True))
    assert not assignment.problems


def test_an_article_that_is_gone_with_nothing_but_old_addresses_is_a_problem_too() -> None:
    assignment = assign([moved("/a.html", "id:7")], [])
    assert [(problem.path, problem.message) for problem in assignment.problems] == [
        ("the article with the id 7", "is gone, and with it the published address /a.html")
    ]


@pytest.mark.parametrize("line", [current("/a.html", "a.md"), moved("/a.html", "a.md")])
def test_a_published_address_of_another_article_is_refused(line: LedgerEntry) -> None:
    claims = [PermalinkClaim("a.md", "/a.html"), PermalinkClaim("b.md", "/a.html", is_explicit=True)]
    if not line.is_current:
        claims[0] = PermalinkClaim("a.md", "/moved.html", is_explicit=True)
    assert assign([line], claims).problems == (
        Problem(
            "articles/b.md",
            0,
            "its address /a.html belongs to articles/a.md",
            "An address that was published leads to the same article for ever.",
            'Write another "slug: …" or "permalink: …" in its front matter.',
        ),
    )


def test_a_published_address_is_no_alias_of_another_article() -> None:
    lines = [current("/a.html", "a.md"), moved("/old", "a.md"), current("/b.html", "b.md")]
    claims = [PermalinkClaim("a.md", "/a.html"), PermalinkClaim("b.md", "/b.html", aliases=("/a.html", "/old"))]
    assignment = assign(lines, claims)
    assert assignment.lines == tuple(sorted(lines))
    assert assignment.unmet == (UnmetClaim("b.md", "/a.html", True), UnmetClaim("b.md", "/old", True))


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
                claim, permalink=new.permalink, is_explicit=False, fingerprint=new.fingerprint
            )
        case 2:  # another permalink is declared, a former one of any article's among them
            permalink = random.choice([new.permalink, random.choice(lines).permalink]) if lines else new.permalink
            claims[claim.path] = replace_claim(claim, permalink=permalink, is_explicit=True)
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


@pytest.mark.parametrize("steps", [1_000, pytest.param(10_000, marks=pytest.mark.long)])
def test_no_address_is_ever_lost(steps: int) -> None:
    random = Random(7)
    claims: dict[str, PermalinkClaim] = {}
    lines: tuple[LedgerEntry, ...] = ()
    refused = 0
    for number in range(steps):
        before = dict(claims)
        change(claims, lines, random, number)
        assignment = assign(lines, list(claims.values()))
        if assignment.problems:
            claims = before
            refused += 1
            continue
        assert {line.permalink for line in lines} <= {line.permalink for line in assignment.lines}
        names = {claim.name for claim in claims.values()}
        assert {line.article for line in assignment.lines} == names
        assert sorted(line.article for line in assignment.lines if line.is_current) == sorted(names)
        assert assign(assignment.lines, list(claims.values())).lines == assignment.lines
        lines = assignment.lines
        if len(claims) > 25:
            claims, lines = {}, ()
    assert 0.05 < refused / steps < 0.5
