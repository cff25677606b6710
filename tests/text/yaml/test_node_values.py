"""What values of front matter mean that YAML would read as something else."""

import pytest

from newsgen.text.yaml.reader import load_mapping


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("!binary SGVyb24=", "Heron"),
        ("!!binary SGVyb24=", "Heron"),
        ("!binary |-\n  SGVy\n  b24=", "Heron"),
        ('!binary "w4lyb24="', "Éron"),
        ("!<tag:yaml.org,2002:binary> SGVyb24=", "Heron"),
        ("[!binary SGVyb24=, x]", ["Heron", "x"]),
        ("!binary no base64", "no base64"),
        ("!binary /w==", "/w=="),
    ],
)
def test_binary_is_the_text_that_it_encodes(written: str, value: object) -> None:
    assert load_mapping(f"a: {written}", "heron.md").values == {"a": value}


@pytest.mark.parametrize(
    "text",
    [
        "&c and so on",
        "&c",
        "!important news",
        "! news",
        "!",
        "!!! play tonight",
        "!stringent rules",
    ],
)
def test_a_value_that_begins_with_a_sign_is_text(text: str) -> None:
    assert load_mapping(f"b: c\na: {text}\nd: e", "heron.md").values == {"b": "c", "a": text, "d": "e"}
    assert load_mapping(f"a:\n  - {text}\n  - e", "heron.md").values == {"a": [text, "e"]}


def test_an_anchor_of_a_quoted_value_is_no_text() -> None:
    assert load_mapping('a: &b "Heron"', "heron.md").values == {"a": "Heron"}


@pytest.mark.parametrize(
    ("written", "value", "comment"),
    [
        ("We are #1 in it", "We are", "#1 in it"),
        ("Heron # a bird", "Heron", "# a bird"),
        ("#Heron", None, "#Heron"),
        ("'Heron' # a bird", "Heron", ""),
        ("C#", "C#", ""),
        ("| # a bird\n  We are #1", "We are #1", ""),
    ],
)
def test_a_comment_behind_a_plain_value_is_named(written: str, value: object, comment: str) -> None:
    mapping = load_mapping(f"a: {written}", "heron.md")
    assert (mapping.values, mapping.comments) == ({"a": value}, {"a": comment} if comment else {})


def test_a_hashtag_is_an_item_of_a_list() -> None:
    values = load_mapping("a:\n  - #heron\n  - # a bird\n  - mill # 1st", "heron.md").values
    assert values == {"a": ["#heron", None, "mill"]}
