"""What an editor is told of a text that is not shown as it is written."""

from dataclasses import replace

import pytest

from newsgen.record.article import Article, Block, Image, Origin
from newsgen.sources.omitted import find_omitted, find_remote_images

FILE = "articles/ferry.md"


@pytest.mark.parametrize(
    ("text", "rule", "message"),
    [
        ("a\n\n<!--more-->", "left-out-markup", '7: leaves out the comment "<!--more-->"'),
        ("<!-- a -->\n\n<!-- b -->", "left-out-markup", '5: leaves out 2 comments, the first "<!-- a -->"'),
        ("a\n{: .b}", "left-out-markup", '6: leaves out the attributes "{: .b}"'),
        ("[a](javascript:b)", "left-out-markup", '5: leaves out the address "javascript:b"'),
        ("<script>a</script>", "left-out-markup", '5: leaves out "<script>"'),
        (
            "<iframe src='https://e.example'></iframe>",
            "embeds",
            '5: shows a box with its address in place of "<iframe>"',
        ),
        ("a\n![b](https://e.example/c.jpg)", "embeds", '6: links an image of another site, "https://e.example/c.jpg"'),
        ("a\n\n[^1]: b", "left-out-markup", '7: lists the footnote "[^1]", to which nothing refers'),
    ],
)
def test_each_kind_is_told_once_with_its_number(text: str, rule: str, message: str) -> None:
    (found,) = find_omitted([Block("markdown", text, 5)], FILE, allow_html=True)
    assert (found.rule, f"{found.problem.line}: {found.problem.message}") == (rule, message)


def test_nothing_is_told_of_pasted_text_and_of_plain_markdown() -> None:
    body = [Block("paragraph", "<!--more--> {.a}", 1), Block("markdown", "a `{.b}` {c} [d](tel:1)", 2)]
    assert list(find_omitted(body, FILE, allow_html=True)) == []


def test_a_declared_image_of_another_site_is_told() -> None:
    article = Article("ferry.md", "Ferry", images=(Image("https://e.example/a.jpg"), Image("b.jpg"), Image("")))
    article = replace(article, origin={"images": Origin(FILE, 3)})
    assert [str(found.problem) for found in find_remote_images(article)] == [
        'articles/ferry.md:3: the image "https://e.example/a.jpg" is on another site\n'
        "    Pages of the archive load nothing from other sites, so that they show a link in its place.\n"
        "    Save it beside the article and name the file."
    ]
