"""YAML texts: their values, the lines of errors, and that no text crashes the reader."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsgen.errors import NewsgenError
from newsgen.text.yaml.reader import Mapping, load_mapping

SIGNS = st.lists(
    st.sampled_from([*"[]{}:-?&*!|>'\"#%@`,~", "\n", " ", "\t", "\r", ": ", "- ", "a", "b", "\n  ", "true", "é", "\0"]),
    max_size=40,
).map("".join)


def failure_of(text: str, path: str = "articles/heron.md", first_line: int = 1) -> str:
    with pytest.raises(NewsgenError) as failed:
        load_mapping(text, path, first_line)
    return str(failed.value)


def load_or_fail(text: str, first_line: int = 1) -> Mapping | NewsgenError:
    try:
        return load_mapping(text, "heron.md", first_line)
    except NewsgenError as failed:
        return failed


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("Yes", "Yes"),
        ("on", "on"),
        ("12:30", "12:30"),
        ("007", "007"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        (".5", ".5"),
        ("2014-02-03", "2014-02-03"),
        ("2014-02-03 07:15:00 +01:00", "2014-02-03 07:15:00 +01:00"),
        ("=", "="),
        ("<<", "<<"),
        ('"true"', "true"),
        ("'null'", "null"),
        ("Heron's reeds", "Heron's reeds"),
        ("back # a note", "back"),
        ("|\n  Two\n  lines\n", "Two\nlines\n"),
        (">\n  One\n  line\n", "One line\n"),
        ("true", True),
        ("True", True),
        ("TRUE", True),
        ("false", False),
        ("~", None),
        ("null", None),
        ("", None),
        ("[one, two]", ["one", "two"]),
        ("[1, true, ~]", ["1", True, None]),
        ("\n- one\n- two", ["one", "two"]),
        ("{name: Ada, age: 40}", {"name": "Ada", "age": "40"}),
        ("[]", []),
    ],
)
def test_a_scalar_stays_text_unless_it_is_null_true_or_false(written: str, value: object) -> None:
    assert load_mapping(f"a: {written}", "heron.md").values == {"a": value}


@pytest.mark.parametrize("text", ["", "\n\n", "# a note", "---\n# title: Heron\n", "---\n...\n"])
def test_a_text_without_keys_is_an_empty_mapping(text: str) -> None:
    assert load_mapping(text, "heron.md") == Mapping({}, {}, {})


def test_every_key_keeps_its_line() -> None:
    text = "title: Heron\n\n# a note\nnotes: |\n  one\n  two\ntags:\n- birds\n"
    assert load_mapping(text, "heron.md").lines == {"title": 1, "notes": 4, "tags": 7}


def test_lines_count_from_the_first_line_of_the_text() -> None:
    assert load_mapping("title: Heron\ndek: Back", "heron.md", first_line=2).lines == {"title": 2, "dek": 3}


def test_keys_are_text_too() -> None:
    assert load_mapping("2014: a\nno: b\n12:30: c\n'': d", "heron.md").values == {
        "2014": "a",
        "no": "b",
        "12:30": "c",
        "": "d",
    }


@pytest.mark.parametrize("key", ["true", "null", "~"])
def test_a_key_is_named_as_written(key: str) -> None:
    assert load_mapping(f"{key}: x", "heron.md").values == {key: "x"}


def test_a_repeated_key_has_its_last_line_and_all_its_values() -> None:
    mapping = load_mapping("title: One\ndek: Back\ntitle: Two\ntitle: [Three]", "heron.md")
    assert mapping == Mapping(
        {"title": ["Three"], "dek": "Back"}, {"title": 4, "dek": 2}, {"title": ["One", "Two", ["Three"]]}
    )


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    assert load_mapping("\ufefftitle: Heron", "heron.md").values == {"title": "Heron"}


@pytest.mark.parametrize("text", ["- one\n- two", "only text", '"quoted"', "[title, dek]"])
def test_a_text_that_is_no_mapping_is_refused(text: str) -> None:
    assert failure_of(text, first_line=2) == (
        "articles/heron.md:2: is not a list of keys and values\n"
        "    Its fields cannot be read until the YAML is.\n"
        '    Write one "key: value" a line.'
    )


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("title: 'Heron", 1, "found unexpected end of stream"),
        ("title: Heron\ntags: [birds", 2, "did not find expected ',' or ']'"),
        ("title: Heron\ndek: @home", 2, "found character that cannot start any token"),
        ("title: Heron\n\ndek: `Back`", 3, "found character that cannot start any token"),
        ("title: 'It's back'", 1, "did not find expected key"),
        ("title: one\n---\ntitle: two", 2, "but found another document"),
        ("title: *heron", 1, "found undefined alias"),
        ("title: Heron\ntags: {[a]: b}", 2, "a list or mapping cannot be a key"),
        ("? {a: b}\n: c", 1, "a list or mapping cannot be a key"),
        ('title: "\\q"', 1, "found unknown escape character"),
        ('title: "\\ud800"', 1, "found invalid Unicode character escape code"),
    ],
)
def test_broken_yaml_names_its_line(text: str, line: int, problem: str) -> None:
    assert failure_of(text) == (
        f"articles/heron.md:{line}: cannot read YAML: {problem}\n"
        "    Its fields cannot be read until the YAML is.\n"
        "    Check quotes, brackets and indentation here and in the line above."
    )


def test_the_fix_for_a_colon_inside_a_plain_value_is_to_quote_it() -> None:
    assert failure_of("kicker: Nature\ntitle: Reeds: the heron is back", first_line=2) == (
        "articles/heron.md:3: cannot read YAML: mapping values are not allowed in this context\n"
        "    Its fields cannot be read until the YAML is.\n"
        '    Put the value in quotes: a ": " inside a plain value ends it.'
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("notes: |\n\tindented", 2),
        ("tags:\n  one: a\n\ttwo: b", 3),
        ("tags:\n\tone: a", 2),
        ("\ttitle: Heron", 1),
    ],
)
def test_the_fix_for_indentation_with_tabs_is_spaces(text: str, line: int) -> None:
    lines = failure_of(text).split("\n")
    assert lines[0].startswith(f"articles/heron.md:{line}: cannot read YAML: found ")
    assert lines[1:] == [
        "    Its fields cannot be read until the YAML is.",
        "    Indent with spaces, not tabs.",
    ]


@pytest.mark.parametrize(("character", "code"), [("\0", "0000"), ("\x07", "0007"), ("\x1b", "001B")])
def test_a_control_character_is_named(character: str, code: str) -> None:
    problem = f"unacceptable character #x{code}: control characters are not allowed"
    assert (
        failure_of(f"title: He{character}ron").casefold()
        == (
            f"articles/heron.md:1: cannot read YAML: {problem}\n"
            "    Its fields cannot be read until the YAML is.\n"
            "    Remove the character."
        ).casefold()
    )


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("title: &t The mill\ndek: *t", {"title": "The mill", "dek": "The mill"}),
        ("one: &a [x, &b y]\ntwo: *a\nthree: *b", {"one": ["x", "y"], "two": ["x", "y"], "three": "y"}),
        ("one: {k: &a v, l: *a}", {"one": {"k": "v", "l": "v"}}),
        ("draft: &d false\ntoc: *d", {"draft": False, "toc": False}),
        ('title: &t "Mill: the end"\ndek: *t', {"title": "Mill: the end", "dek": "Mill: the end"}),
        (
            "all: &a {section: News, tags: [sea]}\n<<: *a\nsection: Harbour",
            {"all": {"section": "News", "tags": ["sea"]}, "tags": ["sea"], "section": "Harbour"},
        ),
        ("title: &c and so on\ndek: &t A", {"title": "&c and so on", "dek": "&t A"}),
    ],
)
def test_what_an_anchor_names_stands_where_it_is_referred_to(text: str, values: dict[str, object]) -> None:
    assert load_mapping(text, "a.md").values == values


@pytest.mark.parametrize(
    ("text", "line"),
    [("title: T\none: &a [*a]", 2), ("one: &a {k: [*a]}", 1), ("one: &a [x]\ntwo: [" + "*a," * 600 + "]", 1)],
)
def test_a_text_that_refers_to_itself_is_refused(text: str, line: int) -> None:
    assert failure_of(text) == (
        f"articles/heron.md:{line}: cannot read YAML: it refers to itself with & and *\n"
        "    Its fields cannot be read until the YAML is.\n"
        "    Write the value out where it is needed."
    )


def test_references_never_grow_to_gigabytes() -> None:
    lines = ["a0: &a0 [lol]", *(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 60))]
    assert "it refers to itself with & and *" in failure_of("\n".join(lines))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[" * 50_000, id="brackets"),
        pytest.param("a: " + "{" * 50_000, id="braces"),
        pytest.param("a: " + "[{" * 25_000, id="both"),
        pytest.param("a:\n" + "- " * 50_000, id="items"),
        pytest.param("? " * 50_000, id="keys"),
        pytest.param("- ? " * 25_000, id="items-of-keys"),
        pytest.param("a: " + "x" * 1_000_000, id="long"),
    ],
)
def test_a_text_that_is_too_large_or_deep_is_refused_before_it_is_parsed(text: str) -> None:
    assert failure_of(text) == (
        "articles/heron.md:1: cannot read YAML: too large or too deeply nested\n"
        "    Its fields cannot be read until the YAML is.\n"
        "    Keep it to plain keys, values and short lists."
    )


@pytest.mark.parametrize("signs", ["[" * 5_000, "{x} " * 5_000, "- " * 5_000, "? - : " * 500])
def test_signs_that_stand_in_a_text_open_nothing(signs: str) -> None:
    text = signs.strip()
    assert load_mapping(f'a: "{text}"\nb: [x]\n', "heron.md").values == {"a": text, "b": ["x"]}
    assert load_mapping(f"a: |\n  {text}\n", "heron.md").values == {"a": f"{text}\n"}


def indented(sign: str, depth: int) -> str:
    """A text nested by indentation alone."""
    return "a:\n" + "".join(f"{' ' * column}{sign}\n" for column in range(1, depth))


# PyYAML refuses some of these itself since 6.0.4; Python's stack ends before the others.
@pytest.mark.parametrize(
    "text",
    [
        pytest.param(indented("a:", 1_300), id="mappings"),
        pytest.param(indented("- #", 1_300), id="items"),
        pytest.param(indented("a:", 500) + " " * 500 + "[" * 999 + "]" * 999, id="mappings-of-brackets"),
        pytest.param(indented("-", 1_300), id="dashes"),
        pytest.param("a: " + "[" * 999 + "]" * 999, id="brackets"),
        pytest.param("a: " + "{a: " * 999 + "}" * 999, id="braces"),
    ],
)
def test_nesting_that_only_the_parser_can_see_is_refused_too(text: str) -> None:
    assert failure_of(text) == (
        "articles/heron.md:1: cannot read YAML: too large or too deeply nested\n"
        "    Its fields cannot be read until the YAML is.\n"
        "    Keep it to plain keys, values and short lists."
    )


def test_an_honest_text_of_many_short_lists_is_read() -> None:
    text = "\n".join(f"key{number}: [one, {{two: three}}]" for number in range(400))
    assert len(load_mapping(text, "heron.md").values) == 400


@pytest.mark.parametrize(
    ("tagged", "value"),
    [
        ("!!int 5", "5"),
        ("!!int ''", ""),
        ("!!int many", "many"),
        ("!!float 1.5", "1.5"),
        pytest.param("!!float " + "1:" * 300 + "1", "1:" * 300 + "1", id="float-of-300-parts"),
        ("!!bool perhaps", "perhaps"),
        ("!!timestamp 2014-02-03", "2014-02-03"),
        ("!!timestamp soon", "soon"),
        ("!!python/name:os.system heron", "heron"),
        ("!ruby/sym heron", "heron"),
        ("!str heron", "heron"),
        ("!<tag:yaml.org,2002:str> heron", "heron"),
        ("!shout 'heron'", "heron"),
        ("!!set {one, two}", {"one": None, "two": None}),
        ("!!omap [one: two]", [{"one": "two"}]),
    ],
)
def test_tags_are_ignored(tagged: str, value: object) -> None:
    assert load_mapping(f"a: {tagged}", "heron.md").values == {"a": value}


@given(st.text() | SIGNS | SIGNS.map(lambda text: "a: " + text))
@example("a: &b\n*b : c")
def test_any_text_is_read_or_refused(text: str) -> None:
    outcome = load_or_fail(text, first_line=3)
    if isinstance(outcome, NewsgenError):
        assert [problem.path for problem in outcome.problems] == ["heron.md"]
        assert outcome.problems[0].line >= 3
    else:
        assert outcome.values.keys() == outcome.lines.keys()
        assert outcome.duplicates.keys() <= outcome.values.keys()
        assert all(3 <= line <= 3 + len(text) for line in outcome.lines.values())


@pytest.mark.parametrize("text", ['title: "Heron\nb: c\n', "tags: [mud\nb: c\n"])
def test_an_unclosed_quote_or_bracket_is_reported_where_it_opens(text: str) -> None:
    with pytest.raises(NewsgenError) as failed:
        load_mapping(text, "a.md", 2)
    assert [problem.line for problem in failed.value.problems] == [2]
