"""The account adds up with the source, and nothing that is not for everyone is in any byte that is written."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.cli import main
from newsgen.importers.imported import ImportedArticle, ImportedRedirect, MissingFile
from newsgen.record.import_entry import Entry
from tests.support.edits import tree
from tests.support.wordpress import (
    articles_of,
    attachment,
    author,
    category,
    comment,
    entries_of,
    export,
    item,
    read_export,
    term,
)

SECRETS = (
    "hunter2",
    "Sealed",
    "Drafted",
    "Hushed",
    "binned",
    "members' words",
    "mail.example",
    "203.0.113.77",
    "198.51.100.7",
    "boughtwords",
)


def whole_site() -> str:
    """An export with one of everything, and secrets wherever an export has them."""
    secret = comment(31, "Sealed comment", author="Sealed Sue")
    meta = {"smtp": 'a:1:{s:8:"password";s:7:"hunter2";}', "mail": "x@mail.example", "ip": "198.51.100.7", "views": "9"}
    return export(
        author("hq77", "Hester Quill", 3),
        author("boss@mail.example", "boss@mail.example", 4),
        category(5, "town", "Town"),
        item(
            "<p>The wheel turns.</p>[members_only]members' words[/members_only]",
            meta,
            more=term("category", "town", "Town")
            + comment(1, "At last! Write to ada@mail.example.")
            + comment(3, "203.0.113.77", author="x@mail.example")
            + comment(2, "binned", approved="trash"),
        ),
        item(
            "<p>Sealed text</p>",
            {"note": "Sealed note"},
            id="102",
            title="Wheel",
            name="w2",
            password="hunter2",
            link="https://courant.example/w2/",
            guid="-",
            more=secret,
        ),
        item(
            "<p>Sealed draft</p>",
            id="103",
            title="W",
            name="w3",
            password="hunter2",
            status="draft",
            link="-",
            guid="-",
        ),
        item(
            "[ghost a='Drafted']<table><caption>Drafted",
            id="104",
            title="Drafted",
            name="w4",
            status="draft",
            link="-",
            guid="-",
        ),
        item(
            "Hushed",
            id="105",
            title="Hushed",
            name="w5",
            status="private",
            link="https://courant.example/w5/",
            guid="-",
        ),
        item("", id="106", type="page", title="About", name="about", link="https://courant.example/about/", guid="-"),
        attachment(107, "2019/05/hushed-picture.png", parent="105", excerpt="Hushed caption"),
        attachment(108, "2019/05/wheel.png", parent="101"),
        item("boughtwords", {"_billing_email": "z@mail.example"}, id="109", type="shop_order", link="-", guid="-"),
        item("boughtwords", id="110", type="feedback", link="-", guid="-"),
        item("", {"_menu_item_url": "/x"}, id="111", type="nav_menu_item", link="-", guid="-"),
        item("One", id="112", type="wp_block", link="-", guid="-"),
        item("", id="113", status="auto-draft", link="-", guid="-"),
    )


def test_everything_that_the_source_holds_has_one_entry(tmp_path: Path) -> None:
    content = whole_site()
    found = read_export(tmp_path, content)
    counts = Counter(entry.kind for entry in entries_of(found))
    types = Counter(re.findall(r"<wp:post_type><!\[CDATA\[([\w-]+)", content))
    assert {kind: counts[kind] for kind in types} == dict(types)
    assert counts["custom field"] == content.count("<wp:postmeta>")
    assert counts["comment"] == content.count("<wp:comment>")
    assert counts["author"] == content.count("<wp:author>")
    assert counts["category"] == content.count("<wp:category>")
    assert counts["term"] == content.count("<category ")
    assert all(entry.outcome == "taken" or entry.reason for entry in entries_of(found))


def test_what_is_sealed_is_left_out_and_told(tmp_path: Path) -> None:
    found = read_export(tmp_path, whole_site())
    sealed = [entry for entry in entries_of(found) if entry.reason == "It has a password."]
    assert [(entry.kind, entry.name, entry.outcome) for entry in sealed] == [
        ("post", "publish", "left out"),
        ("comment", "approved", "left out"),
        ("custom field", "note", "left out"),
        ("post", "draft", "left out"),
    ]
    assert [part.article.id for part in articles_of(found)] == [
        f"wordpress:{number}" for number in (101, 104, 105, 106)
    ]


def test_no_secret_is_in_any_byte_but_drafts_in_their_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, root = tmp_path / "export.xml", tmp_path / "site"
    source.write_text(whole_site(), encoding="utf-8")
    root.mkdir()
    with pytest.raises(SystemExit) as ended:
        main(["import", "wordpress", str(source), "--root", str(root)])
    assert ended.value.code == 0
    with (root / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write("comments: true\ndata: [jsonl, csv, sqlite]\n")
    build_site(root, BuildOptions(workers="1"))
    printed = capsys.readouterr()
    files = {path: content for path, content in tree(root).items() if not path.startswith("articles/_drafts/")}
    assert sorted(path for path in tree(root) if path.startswith("articles/_drafts/")) == [
        "articles/_drafts/2019/05/w4.md",
        "articles/_drafts/2019/05/w5.md",
    ]
    assert b"At last! Write to" in files["public/2019/05/mill-wheel/index.html"]
    files |= {path: gzip.decompress(content) for path, content in files.items() if content[:2] == b"\x1f\x8b"}
    everything = {**files, "printed": (printed.out + printed.err).encode()}
    assert [
        (path, secret) for path, content in everything.items() for secret in SECRETS if secret.encode() in content
    ] == []


def test_json_has_an_object_an_article_and_then_the_account(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "export.xml"
    source.write_text(export(item()), encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["import", "wordpress", str(source), "--root", str(tmp_path / "site"), "--json", "--dry-run"])
    assert ended.value.code == 0
    article, account = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (article["id"], article["permalink"], article["body"]) == (
        "wordpress:101",
        "/2019/05/mill-wheel/",
        ["The wheel turns."],
    )
    assert account["account"]["post"]["publish"] == {
        "total": 1,
        "taken": 1,
        "kept_raw": 0,
        "left_out": 0,
        "reasons": [],
    }
    assert not (tmp_path / "site").exists()


def test_files_of_what_is_not_public_are_neither_copied_nor_asked_for(tmp_path: Path) -> None:
    found = read_export(tmp_path, whole_site())
    shown = [part for part in found if isinstance(part, MissingFile | ImportedRedirect | ImportedArticle)]
    paths = [part.path for part in shown if isinstance(part, MissingFile)]
    assert paths == ["/wp-content/uploads/2019/05/wheel.png"]
    assert Entry(
        "attachment", "", "left out", "It belongs to an article that is not public.", attachment_place(found)
    ) in entries_of(found)


def attachment_place(found: Sequence[object]) -> str:
    """The place of the attachment that is left out."""
    return next(
        part.example
        for part in found
        if isinstance(part, Entry) and part.kind == "attachment" and part.outcome == "left out"
    )


def test_later_parts_of_an_export_replace_what_stands_in_earlier_ones(tmp_path: Path) -> None:
    from newsgen.importers.wordpress.read import read_wordpress
    from tests.support.wordpress import input_file

    files = [
        input_file(tmp_path, export(item("<p>Old.</p>")), "one.xml"),
        input_file(tmp_path, export(item("<p>New.</p>")), "two.xml"),
    ]
    found = list(read_wordpress(files))
    assert [part.article.body[0].text for part in articles_of(found)] == ["New.\n"]
    assert [(entry.outcome, entry.reason) for entry in entries_of(found) if entry.kind == "post"] == [
        ("left out", "It stands again in a later part of the export."),
        ("taken", ""),
    ]
    # Two items of one file are two, whatever their numbers say.
    both = export(item("<p>One.</p>"), item("<p>Two.</p>", link="https://courant.example/two/"))
    assert [part.article.body[0].text for part in articles_of(read_export(tmp_path, both))] == ["One.\n", "Two.\n"]
