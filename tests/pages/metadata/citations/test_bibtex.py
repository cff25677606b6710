import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors, SplitNameParts
from hypothesis import given

from newsgen.pages.metadata.citations.bibtex import escape_bibtex, make_key, write_bibtex
from newsgen.pages.metadata.citations.reference import Reference
from tests.support.references import REFERENCES, a_reference


def test_a_whole_entry() -> None:
    reference = a_reference(
        "Ada Quill",
        "The Courant",
        "Martin Luther King Jr.",
        published="2024-02-03",
        page="A1-A3",
        headline="Mill & wheel: 50% off",
        url="https://quay.example/50%25_off.html",
    )
    assert write_bibtex(reference) == (
        "@article{quill2024mill,\n"
        "  author = {Quill, Ada and {The Courant} and King, Jr., Martin Luther},\n"
        "  title = {{Mill \\& wheel: 50\\% off}},\n"
        "  journal = {The Quay},\n"
        "  entrysubtype = {newspaper},\n"
        "  year = {2024},\n"
        "  month = feb,\n"
        "  day = {3},\n"
        "  pages = {A1--A3},\n"
        "  url = {https://quay.example/50%25_off.html}\n"
        "}"
    )


def test_an_entry_of_a_headline_alone() -> None:
    assert write_bibtex(a_reference()) == (
        "@article{anonndmill,\n  title = {{The mill turns}},\n  journal = {The Quay},\n  entrysubtype = {newspaper}\n}"
    )


@pytest.mark.parametrize(
    ("reference", "key"),
    [
        (a_reference("Ada van der Berg", published="1998"), "vanderberg1998mill"),
        (a_reference("The Courant", published="1998"), "thecourant1998mill"),
        (a_reference("Siobhán O’Neill", headline="“Why?”"), "oneillndwhy"),
        (a_reference("水原駿", published="2020", headline="港", language="ja"), "shuiyuanjun2020gang"),
        (a_reference(headline="…"), "anonnd"),
    ],
)
def test_keys_are_plain_letters_of_author_year_and_headline(reference: Reference, key: str) -> None:
    assert make_key(reference) == key


def test_every_special_character_of_latex_is_escaped() -> None:
    assert escape_bibtex(r"\{}~^&%$#_") == (
        r"\textbackslash{}\textbraceleft{}\textbraceright{}\textasciitilde{}\textasciicircum{}\&\%\$\#\_"
    )


@given(REFERENCES)
def test_any_entry_is_read_back(reference: Reference) -> None:
    library = parse_string(write_bibtex(reference), append_middleware=[SeparateCoAuthors(), SplitNameParts()])
    assert not library.failed_blocks
    (entry,) = library.entries
    assert entry.key == make_key(reference)
    assert entry.key.isascii()
    assert entry.key.isalnum()
    fields = {name: field.value for name, field in entry.fields_dict.items()}
    assert len(fields.get("author", [])) == len(reference.authors)
    for parts, name in zip(fields.get("author", []), reference.authors, strict=True):
        if name.family:
            assert [*parts.von, *parts.last] == escape_bibtex(name.family).split()
    assert fields["title"] == f"{{{escape_bibtex(reference.headline)}}}"
    assert ("year" in fields) == (reference.published is not None)
    assert fields.get("url", "") == reference.url


def test_escaped_text_is_decoded_again() -> None:
    text = "50% & more: #1_a ~c $e"
    library = parse_string(write_bibtex(a_reference(headline=text)), append_middleware=[LatexDecodingMiddleware()])
    assert str(library.entries[0]["title"]).strip("{}") == text
