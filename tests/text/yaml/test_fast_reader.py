"""The fast path for front matter: what it reads, what it leaves to the parser, and that both always agree."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsgen.text.yaml.fast_reader import read_plain
from newsgen.text.yaml.reader import load_mapping, parse_mapping
from tests.support.examples import times

VALUES = """Heron Heron's 2014-02-03 2014-02-03T07:15:00Z 12:30 007 1e3 true True null ~ no <<  = https://e.example/a?b=c#d
    x#y x: y:z a:  : :: - -- -a ? ?a [ ] [] [a] [a,b] {} {a: , &a *a !t !!int | > |- % @ ` ' '' 'a' 'it''s' " "" "a" \\"
    "a\\"b" \\ \\n # #a ... --- é 日本 \U0001f600 $ / ( . + _ ^""".split()
SPACES = [" ", " ", "  ", "", "\t", "\u00a0", "\u2028", "\x85", "\ufeff", "\x7f", "\0", "\n", "\n  ", "\r", ": ", " #"]
LOOSE = st.lists(st.sampled_from([*VALUES, " ", " "]) | st.sampled_from(SPACES), max_size=5).map("".join)
QUOTED = st.builds(str.format, st.sampled_from(['"{}"', "'{}'", "[{}]", '"{}', "[{}, {}]", '["{}",{}]']), LOOSE, LOOSE)
SCALARS = st.sampled_from(VALUES) | LOOSE | QUOTED
KEYS = st.sampled_from("title a b-c _d null true 1x é 'q' \"q\" - ? <<".split()) | st.just("a b")
PAIRS = st.builds(
    "{}{}{}{}".format,
    KEYS,
    st.sampled_from([": ", ": ", ":", ":  ", " : "]),
    SCALARS,
    st.sampled_from(["", " ", " # c"]),
)
LISTS = st.builds(
    lambda key, sign, items: "\n".join([f"{key}:", *(sign + item for item in items)]),
    KEYS,
    st.sampled_from(["- ", "  - ", "    -  ", "  -", " "]),
    st.lists(SCALARS, max_size=3),
)
ODDITIES = st.sampled_from(
    ["", "  ", "# note", "  # note", "---", "...", "  more", "- a", "  - a", "? a", "- - a", "\ta: b"]
)
TEXTS = st.lists(PAIRS | PAIRS | LISTS | ODDITIES, max_size=6).map("\n".join)


def plain(text: str) -> dict[str, Any] | None:
    """The values read without the parser, if any, which must be those that the parser reads."""
    mapping = read_plain(text, 3)
    if mapping is None:
        return None
    parsed = parse_mapping(text, "heron.md", 3)
    assert (repr(mapping.values), repr(mapping.lines), parsed.duplicates) == (
        repr(parsed.values),
        repr(parsed.lines),
        {},
    )
    return mapping.values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("", {}),
        ("\n\n# a note\n   \n", {}),
        ("title: The heron", {"title": "The heron"}),
        ("title:   The heron  ", {"title": "The heron"}),
        ("title: Über den Reiher", {"title": "Über den Reiher"}),
        ("title: It's 12:30, “he” said (again)!", {"title": "It's 12:30, “he” said (again)!"}),
        ("url: https://e.example/a#b", {"url": "https://e.example/a#b"}),
        ('title: "The heron: back # again"', {"title": "The heron: back # again"}),
        (r'title: "The \"heron\""', {"title": 'The "heron"'}),
        ("title: 'The heron: it''s back'", {"title": "The heron: it's back"}),
        ('a: ""', {"a": ""}),
        ("a: ''", {"a": ""}),
        ("a: '\"'", {"a": '"'}),
        ("a:\nb: ~\nc: null", {"a": None, "b": None, "c": None}),
        ("a: true\nb: False\nc: 'true'", {"a": True, "b": False, "c": "true"}),
        ("a: no\nb: 007\nc: 1e3\nd: 2014-02-03", {"a": "no", "b": "007", "c": "1e3", "d": "2014-02-03"}),
        ("date: 2014-02-03T07:15:00Z", {"date": "2014-02-03T07:15:00Z"}),
        ("date: 2014-02-03 07:15:00 +01:00", {"date": "2014-02-03 07:15:00 +01:00"}),
        ("tags:\n  - one\n  - 'two'\n  - \"three\"\nb: c", {"tags": ["one", "two", "three"], "b": "c"}),
        ("tags:\n- one\n\n# a note\n- true", {"tags": ["one", True]}),
        ("tags: [one, two words, 'three', \"four\", true]", {"tags": ["one", "two words", "three", "four", True]}),
        ("tags: [ one,two ]", {"tags": ["one", "two"]}),
        ("tags: []", {"tags": []}),
        ("null: a\ntrue: b", {"null": "a", "true": "b"}),
    ],
)
def test_plain_front_matter_needs_no_parser(text: str, values: dict[str, Any]) -> None:
    assert plain(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "a: b: c",
        "a: b:",
        "a: b # c",
        "a: 'b' # c",
        "a: b\n  c",
        "a: b\n  - c",
        "a: b\n- c",
        "a: |\n  b",
        "a: >-\n  b",
        "a:\n  b: c",
        "a:\n  b",
        "a:\n  - b: c",
        "a:\n  - - b",
        "a:\n  -",
        "a:\n  - b\n   - c",
        "a:\n  - b\n    c",
        "a:\n  - [b]",
        "- a",
        "a: &b c",
        "a: *b",
        "a: !!int 1",
        "a: {b: c}",
        "a: [b, [c]]",
        "a: [b: c]",
        "a: [b,]",
        "a: ['b, c']",
        "a: [b\n  c]",
        "a: @b",
        "a: `b`",
        "a: -b",
        "a: ?b",
        "a: %b",
        "a: 'b",
        'a: "b',
        r'a: "\n"',
        r'a: "b\\"',
        "a: 'b'c",
        "a: 'b'c'",
        "a: : b",
        "a: >",
        "a: |",
        "a: 1\na: 2",
        "a : b",
        "a b: c",
        "'a': b",
        "? a",
        " a: b",
        "\ta: b",
        "a:\tb",
        "a: b\tc",
        "a: b\u00a0c",
        "a: b\u2028c",
        "a: b\x85c",
        "\ufeffa: b",
        "a: b\0",
        "a: b\rc: d",
        "---\na: b",
        "...",
        "text",
    ],
)
def test_other_texts_are_left_to_the_parser(text: str) -> None:
    assert plain(text) is None
    assert plain(f"title: The heron\n{text}\n") is None


def test_every_key_keeps_its_line() -> None:
    mapping = read_plain("title: Heron\n\n# a note\ntags:\n- birds\ndek: Back", 2)
    assert mapping is not None
    assert mapping.lines == {"title": 2, "tags": 5, "dek": 7}


def test_both_ways_give_the_same_mapping() -> None:
    text = "title: Heron\ntags: [birds]\ndraft: true"
    assert load_mapping(text, "heron.md", 2) == parse_mapping(text, "heron.md", 2)


@times(8)
@given(TEXTS)
@example("a: b\n\n c")
@example("a:\n# c\n  - b\n - c")
def test_every_text_is_read_as_by_the_parser(text: str) -> None:
    plain(text)


@times(4)
@given(st.text(max_size=12), st.sampled_from(["a: {}", "a: '{}'", 'a: "{}"', "a: [{}]", "a:\n- {}", "{}: a"]))
def test_every_value_is_read_as_by_the_parser(value: str, line: str) -> None:
    plain(line.replace("{}", value))
