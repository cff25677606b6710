"""Text of front matter that is a comment to YAML."""

import pytest

from newsgen.settings.site import FrontMatterSettings
from newsgen.sources.declared_fields import read_fields
from newsgen.text.yaml.reader import load_mapping

FILE = "articles/ferry.md"


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("title: We are #1 in it", "headline", "We are #1 in it"),
        ("title: #Ferry2024 is back", "headline", "#Ferry2024 is back"),
        ("tags: #ferry, mill", "tags", ("#ferry", "mill")),
        ("author: Ada #Quill", "byline", ("Ada #Quill",)),
    ],
)
def test_words_with_a_hash_belong_to_the_text_and_are_told(line: str, field: str, value: object) -> None:
    key, _, whole = line.partition(": ")
    declared = read_fields(load_mapping(line, FILE), FILE, FrontMatterSettings())
    assert declared.fields[field].value == value
    assert [(found.rule, str(found.problem)) for found in declared.findings] == [
        (
            "yaml-comments",
            f'articles/ferry.md:1: "{key}" is read as "{whole}"\n'
            '    To other programs the text ends before the "#", where a comment begins in YAML.\n'
            "    Put the text in quotes, or a space behind the # of a comment.",
        )
    ]


def test_a_comment_behind_a_line_of_text_is_told() -> None:
    declared = read_fields(load_mapping("title: Ferry # check this", FILE), FILE, FrontMatterSettings())
    assert declared.fields["headline"].value == "Ferry"
    assert [(found.rule, str(found.problem)) for found in declared.findings] == [
        (
            "yaml-comments",
            'articles/ferry.md:1: "title" ends before "# check this"\n'
            '    In YAML a comment begins at a "#" behind a space, and is not published.\n'
            "    Put the whole text in quotes if it belongs to it, or the comment on a line of its own.",
        )
    ]


@pytest.mark.parametrize("line", ["draft: true #later", "slug: ferry #1", "date: 2024 #about", "tags: ferry # x"])
def test_comments_behind_other_values_are_comments(line: str) -> None:
    assert not read_fields(load_mapping(line, FILE), FILE, FrontMatterSettings()).findings
