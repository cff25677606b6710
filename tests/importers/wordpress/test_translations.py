"""Posts that WPML and Polylang know as each other's translation name each other in their front matter."""

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from newsgen.importers.markdown_file import format_markdown_file
from tests.support.wordpress import articles_of, entries_of, export, item, read_export, term


def post(number: int, more: str = "", meta: Mapping[str, str] | None = None, **fields: str) -> str:
    return item(
        f"<p>Text {number}.</p>",
        meta or {},
        id=str(number),
        name=f"post-{number}",
        link=f"https://courant.example/2019/05/post-{number}/",
        more=more,
        **fields,
    )


def of_polylang(number: int, language: str, group: str = "pll_5f", **fields: str) -> str:
    return post(number, term("language", language, language) + term("post_translations", group, group), {}, **fields)


def of_wpml(number: int, language: str, source: str = "", group: str = "77", **fields: str) -> str:
    keys = ("translation_group", "language_code", "source_language_code")
    values = zip(keys, (group, language, source), strict=True)
    return post(number, "", {f"_wpml_import_{key}": value for key, value in values if value}, **fields)


@pytest.mark.parametrize(
    ("posts", "named"),
    [
        (
            (of_polylang(1, "en"), of_polylang(2, "de"), of_polylang(3, "fr"), of_polylang(4, "en", "pll_60")),
            [("en", ["2", "3"]), ("de", ["1", "3"]), ("fr", ["1", "2"]), ("en", [])],
        ),
        ((of_polylang(1, "en"), of_polylang(2, "de", status="draft")), [("en", []), ("de", [])]),
        ((of_polylang(1, "en"), of_polylang(2, "de", password="secret")), [("en", [])]),
        (
            (of_wpml(2, "de", "en"), of_wpml(1, "en"), of_wpml(3, "fr", "en")),
            [("de", ["1"]), ("en", []), ("fr", ["1"])],
        ),
        ((of_wpml(1, "en"), of_wpml(2, "pt-br", "en", "78")), [("en", []), ("pt-br", [])]),
        ((of_wpml(1, "en"), of_wpml(2, "de")), [("en", ["2"]), ("de", ["1"])]),
        ((post(1), post(2)), [("", []), ("", [])]),
    ],
)
def test_each_names_the_others_or_the_original(
    tmp_path: Path, posts: tuple[str, ...], named: list[tuple[str, list[str]]]
) -> None:
    found = articles_of(read_export(tmp_path, export(*posts)))
    assert [(one.article.language, list(one.article.translation_of)) for one in found] == [
        (language, [f"wordpress:{number}" for number in numbers]) for language, numbers in named
    ]


def test_the_account_says_that_groups_are_taken_over(tmp_path: Path) -> None:
    found = read_export(tmp_path, export(of_polylang(1, "en"), of_wpml(2, "de", "en")))
    taken = {(entry.kind, entry.name) for entry in entries_of(found) if entry.outcome == "taken"}
    assert ("term", "post_translations") in taken
    assert {("custom field", f"_wpml_import_{key}") for key in ("translation_group", "source_language_code")} < taken


def test_front_matter_has_the_names(tmp_path: Path) -> None:
    (english, _) = articles_of(read_export(tmp_path, export(of_polylang(1, "en"), of_polylang(2, "de"))))
    assert "language: en\ntranslation_of: " in format_markdown_file(english)
    assert yaml.safe_load(format_markdown_file(english).split("---\n")[1])["translation_of"] == ["wordpress:2"]
