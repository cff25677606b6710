"""Inline content of texts and separate marks is written in one pass, as the general way writes it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsgen.text.html_markdown.writing import inline
from newsgen.text.html_markdown.writing.pieces import BREAK, Atom, End, Mark, Piece, Start

_TEXTS = st.text(alphabet="ab1 \n*_~[](){}<&;!\\é“\xa0#/.:", max_size=6)
_KINDS = (
    ("*", "em", "*", "*", ""),
    ("**", "strong", "**", "**", ""),
    ("~~", "s", "~~", "~~", ""),
    ("sup", "sup", "<sup>", "</sup>", ""),
    ("link", "a", "[", "](/a)", "/a"),
)


def _marked(kind: tuple[str, str, str, str, str], inner: list[list[Piece]]) -> list[Piece]:
    mark = Mark(*kind)
    return [Start(mark), *(piece for part in inner for piece in part), End(mark)]


_PARTS = st.recursive(
    st.one_of(_TEXTS.map(lambda text: [text]), st.sampled_from(([BREAK], [Atom("`c`")]))),
    lambda inner: st.builds(_marked, st.sampled_from(_KINDS), st.lists(inner, min_size=1, max_size=2)),
    max_leaves=3,
)


@given(st.lists(_PARTS, max_size=6))
def test_simple_content_is_written_as_any_other(parts: list[list[Piece]]) -> None:
    pieces = [piece for part in parts for piece in part]
    simple = inline._write_simple(pieces)
    if simple is not None:
        general = [inline._write(items, "\\\n") for items in inline._tidy(pieces, splits=True)]
        on_a_line = [inline._write(items, "<br>") for items in inline._tidy(pieces, splits=False)]
        assert general == on_a_line == ([simple] if simple else [])


def test_words_with_separate_marks_are_simple() -> None:
    link, strong = Mark("link", "a", "[", "](/a)", "/a"), Mark("**", "strong", "**", "**")
    pieces: list[Piece] = ["\n One ", Start(strong), "two", End(strong), ", ", Start(link), "b] c", End(link), ".\n"]
    assert inline._write_simple(pieces) == "One **two**, [b\\] c](/a)."
    assert inline._write_simple([Start(strong), "“two”", End(strong)]) is None
    assert inline._write_simple([]) == ""
