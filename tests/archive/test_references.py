"""Related links: which article a headline, a file or an address in a text means."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.archive.archive import Archive
from newsgen.archive.entry import place_entry
from newsgen.archive.references import (
    Place,
    RelatedLink,
    file_identifier,
    id_identifier,
    identifiers_of,
    path_identifier,
    placed_references,
    references_of,
    resolve_link,
    resolve_related,
    url_identifier,
)
from newsgen.record.article import Article, Card, Link
from newsgen.record.dates import parse_date
from newsgen.settings.site import Site
from newsgen.text.urls import site_urls
from tests.support.records import enter, make_archive


def make_article(path: str, headline: str, date: str = "2014", **fields: Any) -> Article:
    return Article(path=path, headline=headline, published=parse_date(date), **fields)


def index(*articles: Article) -> Archive:
    return make_archive(articles, Site())


def card_at(path: str, archive: Archive) -> Card:
    card = archive.find_card(path)
    assert card
    return card


HERON = make_article(
    "2014/heron.md",
    "The heron’s back – at last",
    permalink="/2014/heron.html",
    original_url="https://www.old.example/news/Heron/",
)
REEDS = make_article("2014/old/reeds.txt", "Reeds cut back", "2015", permalink="/reeds/")
MUD = make_article("mud.md", "Mud", "2016", permalink="/über mud.html")
ARCHIVE = index(HERON, REEDS, MUD)


def card_of(article: Article) -> Card:
    return card_at(article.path, ARCHIVE)


def resolve(*links: Link, archive: Archive = ARCHIVE, path: str = "2014/a.md") -> tuple[RelatedLink, ...]:
    return resolve_related(Article(path, "A", related=links), Place(path), archive.find_by_identifier)


def found_path(address: str, path: str = "2014/a.md", archive: Archive = ARCHIVE) -> str:
    card = resolve_link(address, Place(path), archive.find_by_identifier)
    return card.path if card else ""


@pytest.mark.parametrize(
    "headline",
    [
        "The heron’s back – at last",
        "The heron's back - at last",
        "THE HERON'S BACK: AT LAST",
        "  the heron‘s back,\nat last ",
    ],
)
def test_a_headline_is_found_whatever_its_quotes_dashes_and_case(headline: str) -> None:
    assert resolve(Link(headline)) == (RelatedLink("The heron’s back – at last", card_of(HERON)),)


def test_a_dash_between_numbers_may_be_written_in_another_way() -> None:
    archive = index(make_article("b.md", "Rovers win 2–1"))
    assert resolve(Link("Rovers win 2-1"), archive=archive) == (
        RelatedLink("Rovers win 2–1", card_at("b.md", archive)),
    )


def test_a_related_article_is_shown_with_its_own_headline() -> None:
    assert resolve(Link("Cutting the reeds", "/reeds/")) == (RelatedLink("Reeds cut back", card_of(REEDS)),)


@pytest.mark.parametrize("line", ["2014/old/reeds.txt", "old/reeds.txt", "../2014/old/reeds.txt", "./old/reeds.txt"])
def test_a_file_in_the_place_of_a_headline_is_found_from_the_articles_folder_and_from_beside_the_text(
    line: str,
) -> None:
    assert resolve(Link(line)) == (RelatedLink("Reeds cut back", card_of(REEDS)),)


def test_a_headline_of_two_articles_names_the_newest() -> None:
    archive = index(make_article("b.md", "Tides", "2015"), make_article("a.md", "TIDES", "2016"))
    assert resolve(Link("tides"), archive=archive) == (RelatedLink("TIDES", card_at("a.md", archive)),)


@pytest.mark.parametrize(
    ("headline", "other"),
    [
        ("दिल", "दल"),
        ("किताब", "कताब"),
        ("!!!", "???"),
        ("🐦", "🐟"),
        ("Council tax up 1.5%", "Council tax up 15%"),
        ("Ferry 2-1 Cove End", "Ferry 21 Cove End"),
    ],
)
def test_another_headline_is_not_taken_for_it(headline: str, other: str) -> None:
    assert resolve(Link(other), archive=index(make_article("b.md", headline))) == (RelatedLink(other),)


@pytest.mark.parametrize("headline", ["Le théâtre rouvre", "दिल्ली", "صباحُ الخير", "Größe"])
def test_a_headline_is_found_in_both_normal_forms(headline: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", headline), unicodedata.normalize("NFD", headline)
    archive = index(make_article("b.md", composed))
    assert resolve(Link(decomposed), archive=archive) == (RelatedLink(composed, card_at("b.md", archive)),)


def test_a_link_to_nothing_stays_as_text_or_an_outside_link() -> None:
    assert resolve(Link("Gone"), Link("Elsewhere", "https://e.example/x"), Link("", "https://e.example/y")) == (
        RelatedLink("Gone"),
        RelatedLink("Elsewhere", url="https://e.example/x"),
        RelatedLink("https://e.example/y", url="https://e.example/y"),
    )


def test_doubles_are_left_out_and_the_first_keeps_its_place() -> None:
    links = [Link("Mud"), Link("Gone"), Link("", "/reeds/"), Link("MUD"), Link("Reeds cut back"), Link("Gone")]
    assert resolve(*links) == (
        RelatedLink("Mud", card_of(MUD)),
        RelatedLink("Gone"),
        RelatedLink("Reeds cut back", card_of(REEDS)),
    )


def test_outside_links_of_one_headline_to_two_addresses_are_no_doubles() -> None:
    links = Link("Report", "https://e.example/1"), Link("Report", "https://e.example/2")
    assert resolve(*links) == (
        RelatedLink("Report", url="https://e.example/1"),
        RelatedLink("Report", url="https://e.example/2"),
    )


def test_an_article_is_not_related_to_itself() -> None:
    links = Link("Mud"), Link("", "/über mud.html"), Link("", "mud.md"), Link("Reeds cut back")
    assert resolve(*links, path="mud.md") == (RelatedLink("Reeds cut back", card_of(REEDS)),)


def test_an_article_without_related_links_has_none() -> None:
    assert resolve() == ()


@pytest.mark.parametrize(
    "url",
    ["https://[old.example/x", "http://[", "//[::x", "https://old\u2100.example/", " //[x", "https://e.example/]["],
)
def test_an_address_that_cannot_be_parsed_stays_an_outside_link(url: str) -> None:
    assert resolve(Link("Gone", url)) == (RelatedLink("Gone", url=url),)


def test_an_old_url_that_cannot_be_parsed_does_not_stop_the_index() -> None:
    archive = index(make_article("b.md", "Tides", original_url="https://[old.example/x"))
    assert resolve(Link("Tides"), archive=archive) == (RelatedLink("Tides", card_at("b.md", archive)),)


@pytest.mark.parametrize(
    ("address", "path", "found"),
    [
        ("heron.md", "2014/a.md", "2014/heron.md"),
        ("./heron.md", "2014/a.md", "2014/heron.md"),
        ("heron.md#top", "2014/a.md", "2014/heron.md"),
        ("heron.md?x=1", "2014/a.md", "2014/heron.md"),
        ("old/reeds.txt", "2014/a.md", "2014/old/reeds.txt"),
        ("../mud.md", "2014/a.md", "mud.md"),
        ("../../mud.md", "2014/old/a.md", "mud.md"),
        ("../heron.md", "2014/old/a.md", "2014/heron.md"),
        ("mud%2Emd", "a.md", "mud.md"),
        ("/2014/heron.md", "2015/a.md", "2014/heron.md"),
        ("2014/heron.md", "2015/a.md", "2014/heron.md"),
        ("heron.md", "2015/a.md", ""),
        ("heron", "2014/a.md", "2014/heron.md"),
        ("heron.html", "2014/a.md", "2014/heron.md"),
        ("@/2014/heron.md", "2015/a.md", "2014/heron.md"),
        ("heron.pdf", "2014/a.md", ""),
        ("2014", "a.md", ""),
        ("../2014", "2014/a.md", ""),
    ],
)
def test_an_address_may_mean_another_source(address: str, path: str, found: str) -> None:
    assert found_path(address, path) == found


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/2014/heron.html", "2014/heron.md"),
        ("/2014/heron.html?x=1#top", "2014/heron.md"),
        ("/2014/Heron.HTML", "2014/heron.md"),
        ("/reeds/", "2014/old/reeds.txt"),
        ("/reeds", "2014/old/reeds.txt"),
        ("/%C3%BCber%20mud.html", "mud.md"),
        ("/über mud.html", "mud.md"),
        ("https://www.old.example/news/Heron/", "2014/heron.md"),
        ("http://old.example/news/heron", "2014/heron.md"),
        ("//old.example/news/heron?utm=1", "2014/heron.md"),
        ("https://other.example/news/heron", ""),
        ("https://old.example/", ""),
        ("/news/heron", ""),
        ("/", ""),
        ("#top", ""),
        ("?x=1", ""),
        ("", ""),
    ],
)
def test_an_address_may_mean_a_permalink_or_an_old_url(address: str, found: str) -> None:
    assert found_path(address, "2015/a.md") == found


def test_a_file_beside_the_text_goes_before_one_at_the_root() -> None:
    archive = index(make_article("2014/tide.md", "Near"), make_article("tide.md", "Far"))
    assert found_path("tide.md", "2014/a.md", archive) == "2014/tide.md"
    assert found_path("/tide.md", "2015/a.md", archive) == "tide.md"


@given(st.text() | st.lists(st.sampled_from([*"/.#?%[]:@", "http", "//", "..", "a", "é", "℀", " ", "\t"])).map("".join))
def test_no_address_crashes_the_search(address: str) -> None:
    assert found_path(address) in {"", HERON.path, REEDS.path, MUD.path}


@given(st.text(min_size=1))
def test_every_article_is_found_by_its_own_headline(headline: str) -> None:
    archive = index(make_article("b.md", headline))
    assert resolve(Link(headline), archive=archive) == (RelatedLink(headline, card_at("b.md", archive)),)


LOCAL = ("heron.md", "../mud.md", "/reeds/", "?p=17", "/paper/reeds/?p=1")


@given(st.text() | st.sampled_from([*LOCAL, "https://old.example/news/heron", "//new.example/paper/a?p=2"]), st.text())
def test_references_hold_every_identifier_by_which_links_are_looked_up(address: str, headline: str) -> None:
    asked: list[int] = []
    article = Article("2014/a.md", "A", related=(Link(headline, address), Link(headline)))
    site = site_urls("https://new.example/paper", "https://old.example")
    place = Place(article.path, "/2014/a.html", site)
    resolve_link(address, place, asked.append)
    resolve_related(article, place, asked.append)
    placed = placed_references([address], place.permalink)
    assert set(asked) <= {*references_of(article, [address], [address], site), *placed}


def test_references_hold_the_file_beside_the_text_that_an_address_may_mean() -> None:
    references = references_of(Article("2014/a.md", "A"), ["heron.jpg"])
    assert file_identifier("2014/heron.jpg") in references
    assert file_identifier("heron.jpg") not in references


def test_an_article_is_identified_by_its_source_its_permalinks_its_old_url_and_its_headline() -> None:
    entry = enter(HERON, Site())
    former = ("/2013/heron.html", "/heron")
    identifiers = place_entry(entry, "/2014/heron.html", former).identifiers
    assert len(identifiers) == 6
    assert set(entry.identifiers) == set(identifiers_of(HERON)) < set(identifiers)
    for link in (
        Link("2014/heron.md"),
        Link("", "/2014/heron.html"),
        Link("", HERON.original_url),
        Link(HERON.headline),
        *(Link("", permalink) for permalink in former),
    ):
        assert set(identifiers) & set(references_of(Article("b.md", "B", related=(link,)), ()))


def test_an_article_is_identified_by_the_text_of_its_record_its_aliases_and_its_id() -> None:
    article = make_article("a.md.json", "Tide", aliases=("/tide",), id="t-1")
    paths = {path_identifier("a.md.json"), path_identifier("a.md")}
    assert {*paths, url_identifier("/tide"), id_identifier("t-1")} < set(identifiers_of(article))
