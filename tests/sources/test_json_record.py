"""Records as sources: a record gives the article literally, and each wrong field is reported with its line."""

import json
from pathlib import Path

import pytest

from newsgen.errors import NewsgenError
from newsgen.record.article import Article, Block, Correction, Image, Link, Origin
from newsgen.record.dates import PartialDate
from newsgen.record.serialise import json_line, make_record_parts
from newsgen.settings.site import Site
from newsgen.sources.files import Source
from newsgen.sources.json_record import article_from_record, parse_record
from newsgen.sources.load import LoadedArticle, load_article
from newsgen.sources.metadata_table import load_metadata
from tests.support.records import FULL_ARTICLE

ORIGIN = Origin("a.jsonl", 1)
REASON_AND_FIX = (
    "    The article would not be what its record says.\n    Correct it, or take it from where it is whole."
)


def load(folder: Path, record: object, site: Site | None = None) -> Article | None:
    """The article that a record declares; None for a draft."""
    file = folder / "flood.txt.json"
    text = record if isinstance(record, str) else json.dumps(record, indent=2)
    file.write_text(text, encoding="utf-8")
    loaded = load_article(Source("flood.txt.json", "articles/flood.txt.json", file), {}, site or Site())
    return loaded.declared if isinstance(loaded, LoadedArticle) else None


def load_record(folder: Path, record: object) -> LoadedArticle:
    """A record as it was read, with what was found in it."""
    file = folder / "flood.txt.json"
    file.write_text(json.dumps(record, indent=2), encoding="utf-8")
    loaded = load_article(Source("flood.txt.json", "articles/flood.txt.json", file), {}, Site())
    assert isinstance(loaded, LoadedArticle)
    return loaded


def load_published(folder: Path, record: object, site: Site | None = None) -> Article:
    """The article that a record declares, which is no draft."""
    article = load(folder, record, site)
    assert article
    return article


def failure(folder: Path, record: object) -> str:
    with pytest.raises(NewsgenError) as failed:
        load(folder, record)
    return str(failed.value)


def test_an_article_read_from_its_record_has_the_same_record() -> None:
    line = json_line(
        FULL_ARTICLE.path, "/2020/flood.html", "https://q.example/2020/flood.html", make_record_parts(FULL_ARTICLE)
    ).decode()
    article = article_from_record(parse_record(line, ORIGIN), FULL_ARTICLE.path, Site(), ORIGIN)
    assert article.permalink == "/2020/flood.html"
    assert json_line(
        FULL_ARTICLE.path, "/2020/flood.html", "https://q.example/2020/flood.html", make_record_parts(article)
    ) == (line.encode())


def test_every_field_is_read(tmp_path: Path) -> None:
    article = load_published(
        tmp_path,
        {
            "headline": "The &amp; flood",
            "byline": ["nsor"],
            "section": "Environnement",
            "published": "2020-07",
            "corrections": [{"date": "", "text": "The year."}],
            "related": [{"headline": "Ferry", "url": ""}],
            "images": [{"file": "quay.jpg", "caption": "A quay"}],
            "blocks": [{"kind": "quote", "start": 0, "end": 3}, {"kind": "item", "start": 5, "end": 8}],
            "text": "One\n\ntwo",
            "extra": {"id": 7},
        },
        Site(authors={"nsor": "Nadia Sorrenby"}, section_names={"Environnement": "Environment"}, language="en-GB"),
    )
    assert (article.path, article.headline, article.byline) == ("flood.txt.json", "The &amp; flood", ("nsor",))
    assert (article.section, article.language, article.direction) == ("Environnement", "en-GB", "ltr")
    assert article.published == PartialDate(2020, 7)
    assert article.corrections == (Correction("The year."),)
    assert article.related == (Link("Ferry"),)
    assert article.images == (Image("quay.jpg", caption="A quay"),)
    assert article.body == (Block("quote", "One", 0), Block("item", "two", 0))
    assert article.extra == {"id": 7}
    assert article.origin["images"] == ("articles/flood.txt.json", 20)


def test_a_date_may_have_every_form_and_is_placed_on_the_papers_day(tmp_path: Path) -> None:
    record = {"headline": "Flood", "published": "Mon, 02 Mar 2020 01:30:00 +0000", "updated": "3/4/2020"}
    site = Site(timezone="America/New_York", date_order="day-first")
    article = load_published(tmp_path, record, site)
    assert (str(article.published), str(article.updated)) == ("2020-03-01T20:30:00-05:00", "2020-04-03")


def test_a_text_without_blocks_is_markdown(tmp_path: Path) -> None:
    assert load_published(tmp_path, {"headline": "Flood", "text": "One *two*"}).body == (
        Block("markdown", "One *two*", 0),
    )
    assert load_published(tmp_path, {"headline": "Flood"}).body == ()


def test_a_draft_is_none(tmp_path: Path) -> None:
    assert load(tmp_path, {"headline": "Flood", "draft": True}) is None


def test_characters_that_no_page_can_show_are_replaced(tmp_path: Path) -> None:
    article = load_published(tmp_path, '{"headline": "A\\u0000b \\ud800", "text": "c\\u0007"}')
    assert (article.headline, article.body[0].text) == ("A\ufffdb \ufffd", "c\ufffd")


WRONG = {
    "two lines": ({"headline": "a", "slug": "a\nb"}, 3, '"slug" must be one line'),
    "a permalink outside once decoded": (
        {"headline": "a", "permalink": "/%2e%2e/a"},
        3,
        '"permalink" must name one place inside the archive',
    ),
    "a permalink for no disk": (
        {"headline": "a", "permalink": "/con.html"},
        3,
        '"permalink" is no path for every disk and host: "con.html" is the name of a device on Windows',
    ),
    "a slug outside": ({"headline": "a", "slug": "../a"}, 3, '"slug" leads out of its folder'),
    "a permalink": ({"headline": "a", "permalink": "/../a"}, 3, '"permalink" must name one place inside the archive'),
    "a text": ({"headline": "a", "text": 7}, 3, '"text" must be text'),
    "a withdrawal": (
        {"headline": "a", "withdrawal": "yes"},
        3,
        '"withdrawal" must be an object with kind, reason and date; kinds are withdrawn, removed',
    ),
    "the date of a withdrawal": (
        {"headline": "a", "withdrawal": {"kind": "removed", "date": "soon"}},
        3,
        '"withdrawal" must be a date such as 2020, 2020-07 or 2020-07-12',
    ),
    "a kind of block": (
        {"headline": "a", "blocks": [{"kind": "sonnet"}]},
        3,
        '"blocks" must be a list of objects with kind, start and end; '
        "kinds are paragraph, subhead, quote, item, verse, table, markdown, html",
    ),
    "blocks that leave something out": (
        {"headline": "a", "text": "One two", "blocks": [{"kind": "quote", "start": 0, "end": 3}]},
        4,
        '"blocks" must part the "text" at its empty lines; without them it is Markdown',
    ),
    "blocks that overlap": (
        {"headline": "a", "text": "One", "blocks": [{"kind": "quote", "start": 1, "end": 3}]},
        4,
        '"blocks" must part the "text" at its empty lines; without them it is Markdown',
    ),
}


@pytest.mark.parametrize(("record", "line", "message"), WRONG.values(), ids=WRONG)
def test_a_wrong_value_that_decides_what_is_published_is_reported(
    tmp_path: Path, record: dict[str, object], line: int, message: str
) -> None:
    assert failure(tmp_path, record) == f"articles/flood.txt.json:{line}: {message}\n{REASON_AND_FIX}"


# The key, its value, what of it is used, and what is told.
UNUSABLE: dict[str, tuple[str, object, object, str]] = {
    "a number": ("dek", 7, "", "must be text"),
    "two lines": ("dek", "a\nb", "", "must be one line"),
    "names": ("tags", "tide", (), "must be a list of names"),
    "images": ("images", ["a.jpg"], (), "must be a list of objects with file and alt and caption and credit"),
    "a script": ("related", [{"url": "javascript:x"}], (), "must have web addresses or paths"),
    "nothing related": ("related", [{"url": ""}], (), "needs a headline or a url for each"),
    "an old address": ("original_url", "javascript:x", "", "must be a web address"),
    "a language outside": ("language", "../../a", "en", "must be a language code such as en or pt-BR"),
    "an alias outside": ("aliases", ["/%2e%2e/a", "/b"], ("/b",), "must be paths inside the archive"),
    "aliases outside": ("aliases", ["/%2e%2e/a"], (), "must be paths inside the archive"),
    "a direction": ("direction", "up", "ltr", "must be ltr or rtl"),
    "a correction's date": (
        "corrections",
        [{"date": "soon", "text": "The year."}, {"date": "2020", "text": "The day."}],
        (Correction("The year."), Correction("The day.", PartialDate(2020))),
        "must be a date such as 2020, 2020-07 or 2020-07-12",
    ),
}


@pytest.mark.parametrize(("key", "value", "used", "fault"), UNUSABLE.values(), ids=UNUSABLE)
def test_a_value_that_a_field_cannot_hold_is_kept_and_told(
    tmp_path: Path, key: str, value: object, used: object, fault: str
) -> None:
    loaded = load_record(tmp_path, {"headline": "a", key: value, "extra": {"mood": "calm"}})
    assert getattr(loaded.declared, key) == used
    assert loaded.declared.extra == {"mood": "calm", key: value}
    assert [(rule, str(problem)) for rule, problem in loaded.findings] == [
        (
            "unreadable-values",
            f'articles/flood.txt.json:3: "{key}" {fault}\n'
            "    It is kept with the article and shown on no page.\n"
            "    Correct it, or take it from where it is whole.",
        )
    ]


def test_a_date_that_cannot_be_read_leaves_a_record_undated_and_keeps_its_words(tmp_path: Path) -> None:
    loaded = load_record(tmp_path, {"headline": "a", "published": "last summer", "updated": "2020", "extra": [1]})
    assert (loaded.declared.published, loaded.declared.updated) == (None, PartialDate(2020))
    assert loaded.declared.extra == {"published": "last summer", "extra": [1]}
    assert [(rule, problem.line, problem.message) for rule, problem in loaded.findings] == [
        ("unreadable-values", 5, '"extra" must be an object'),
        ("unreadable-dates", 3, '"published" must be a date such as 2020, 2020-07 or 2020-07-12'),
    ]


def test_unknown_keys_are_kept_and_slips_are_told(tmp_path: Path) -> None:
    loaded = load_record(tmp_path, {"headline": "a", "sectoin": "B", "mood": "calm", "extra": {"mood": "wild"}})
    assert loaded.declared.extra == {"sectoin": "B", "mood": ["wild", "calm"]}
    assert [(rule, problem.line, problem.message) for rule, problem in loaded.findings] == [
        ("misspelt-keys", 3, 'unknown key "sectoin". Did you mean "section"?'),
        ("unknown-keys", 4, 'unknown key "mood"'),
    ]


@pytest.mark.parametrize(("headline", "extra", "rules"), [("", {}, []), (7, {"headline": 7}, ["unreadable-values"])])
def test_a_record_without_a_headline_is_listed_by_its_opening_words(
    tmp_path: Path, headline: object, extra: dict[str, object], rules: list[str]
) -> None:
    loaded = load_record(tmp_path, {"headline": headline, "text": "The river rose. It rained."})
    assert (loaded.declared.headline, loaded.declared.extra) == ("The river rose", extra)
    assert [found.rule for found in loaded.findings] == [*rules, "no-headline"]
    assert str(loaded.findings[-1].problem) == (
        'articles/flood.txt.json: has no headline and is listed as "The river rose"\n'
        "    Every listing and link names an article by its headline.\n"
        '    Write "headline": "…" in the record.'
    )


def test_a_dump_with_a_wrong_value_is_refused() -> None:
    record = parse_record('{"headline": "a", "tags": "tide"}', ORIGIN)
    with pytest.raises(NewsgenError) as failed:
        article_from_record(record, "a.txt", Site(), ORIGIN)
    assert str(failed.value) == f'a.jsonl:1: "tags" must be a list of names\n{REASON_AND_FIX}'
    with pytest.raises(NewsgenError) as failed:
        parse_record('{"headline": "a", "tgas": []}', ORIGIN)
    assert str(failed.value) == (
        'a.jsonl:1: unknown key "tgas". Did you mean "tags"?\n'
        "    newsgen would not know what to do with its value.\n"
        '    Correct it, put it into "extra" or, if it has names to list, name it in site.yaml under groups:.'
    )


LOST = "    Its article would be lost.\n    Correct it, or take it from where it is whole."


def test_a_text_that_is_no_record_is_reported(tmp_path: Path) -> None:
    message = "articles/flood.txt.json:2: cannot read JSON: Expecting ',' delimiter"
    assert failure(tmp_path, '{\n"headline",}').startswith(
        "articles/flood.txt.json:2: cannot read JSON: Expecting ':' d"
    )
    assert failure(tmp_path, "{\n}}").startswith("articles/flood.txt.json:2: cannot read JSON: Extra data\n")
    assert failure(tmp_path, '{"a": 1\n"b": 2}') == f"{message}\n{LOST}"
    assert failure(tmp_path, "[]") == f"articles/flood.txt.json: is no record\n{LOST}"
    assert failure(tmp_path, "[" * 100_000) == (
        f"articles/flood.txt.json: cannot read JSON: too large or too deeply nested\n{LOST}"
    )


def test_an_altered_text_is_reported(tmp_path: Path) -> None:
    assert failure(tmp_path, {"headline": "a", "text": "b", "text_sha256": "0" * 64}) == (
        'articles/flood.txt.json:4: the text is not the one of which "text_sha256" is the digest\n'
        "    It was damaged, or edited.\n"
        '    If it was edited, take "text_sha256" away.'
    )


def test_a_row_of_the_metadata_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/flood.txt.json").write_text('{"headline": "a"}', encoding="utf-8")
    (tmp_path / "articles/metadata.csv").write_text("path,rights\nflood.txt.json,Free\n", encoding="utf-8")
    table = load_metadata(tmp_path, Site(), {"flood.txt.json"}).rows
    source = Source("flood.txt.json", "articles/flood.txt.json", tmp_path / "articles/flood.txt.json")
    with pytest.raises(NewsgenError) as failed:
        load_article(source, table[source.path], Site())
    assert str(failed.value) == (
        "articles/metadata.csv:2: has a row for articles/flood.txt.json, which is a record\n"
        "    A record tells all fields of its article itself.\n"
        "    Write the fields into the record, and take the row away."
    )
