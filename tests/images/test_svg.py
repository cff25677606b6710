"""The size of an SVG, from its root tag alone."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsgen.images.svg import measure_svg


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="300" height="200"', (300, 200)),
        ("width='300px' height = '200.4px'", (300, 200)),
        ('width="1in" height="72pt"', (96, 96)),
        ('width="254mm" height="2.54cm"', (960, 96)),
        ('width="6pc" height=".5in"', (96, 48)),
        ('width=" 300 " height="+200"', (300, 200)),
        ('viewBox="0 0 300 200"', (1600, 1067)),
        ('viewBox="0,0, 3.0,2.0"', (1600, 1067)),
        ('viewBox="-10 -10 300 200" width="600"', (600, 400)),
        ('viewBox="0 0 300 200" height="600"', (900, 600)),
        ('viewBox="0 0 300 200" width="100%" height="100%"', (1600, 1067)),
        ('viewBox="0 0 300 200" width="20em" height="10em"', (1600, 1067)),
        ('viewBox="0 0 9000 1"', (1600, 1)),
        ('xmlns="http://www.w3.org/2000/svg"\n  data-width="7" width="300"\n  height="200" style="a > b"', (300, 200)),
        ('width="100%"', (0, 0)),
        ('width="300"', (0, 0)),
        ('width="300" height="0"', (0, 0)),
        ('width="-300" height="200"', (0, 0)),
        ('width="1e9" height="200"', (0, 0)),
        ('width="99999999" height="200"', (0, 0)),
        ('width="1e999" height="1e999"', (0, 0)),
        ('viewBox="0 0 1 9999999"', (0, 0)),
        (f'viewBox="0 0 .{"0" * 320}1 9999999"', (0, 0)),
        (f'viewBox="0 0 .{"0" * 400}1 1"', (0, 0)),
        ('viewBox="0 0 0 0"', (0, 0)),
        ('viewBox="0 0 300"', (0, 0)),
        ('viewBox="a b c d"', (0, 0)),
        ("", (0, 0)),
    ],
)
def test_the_size_is_that_of_the_root_tag(attributes: str, size: tuple[int, int]) -> None:
    assert measure_svg(f"<svg {attributes}><g/></svg>".encode()) == size


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!DOCTYPE svg [<!ENTITY a 'b'>]>\n<svg width='3' height='2'/>", (3, 2)),
        (b"<!-- <svg width='9' height='9'> --><svg width='3' height='2'>", (3, 2)),
        (b"<svg:svg xmlns:svg='http://www.w3.org/2000/svg' width='3' height='2'>", (3, 2)),
        (b"<svg width='3' height='2'><svg width='9' height='9'/></svg>", (3, 2)),
        (b"<svg><svg width='9' height='9'/></svg>", (0, 0)),
        (b"<!-- <svg width='9' height='9'>", (0, 0)),
        (b"<svg width='3' height='2", (0, 0)),
        (b"<svgx width='3' height='2'>", (0, 0)),
        ("<svg width='3' height='2'>".encode("utf-16"), (0, 0)),
        (b" " * 70_000 + b"<svg width='3' height='2'>", (0, 0)),
        (b"", (0, 0)),
    ],
)
def test_only_the_root_tag_counts(content: bytes, size: tuple[int, int]) -> None:
    assert measure_svg(content) == size


@given(st.binary() | st.text().map(lambda text: f"<svg {text}>".encode("utf-8", "surrogatepass")))
@example(b"<svg" * 16_000)
@example(b"<!--" * 16_000)
@example(b"<svg " + b"width='" * 9_000)
def test_any_file_has_both_a_width_and_a_height_or_neither(content: bytes) -> None:
    width, height = measure_svg(content)
    assert (width > 0) == (height > 0)
