"""Tags, entities and codes that readers would see, and text that resembles them."""

from dataclasses import replace
from typing import Any

import pytest

from newsgen.commands.check.rules.leftover_markup import find_leftover_markup
from newsgen.errors import Problem
from newsgen.settings.markdown import MarkdownSettings
from newsgen.settings.site import Site
from tests.support.checking import a_pasted_subject, a_subject

REASON = "Readers would see the code instead of what it stood for."
TAG = "Write it as Markdown, or let tags through with markdown: html: true in site.yaml."
CODE = "Write what it stood for, or replace all of them with markdown: replace: in site.yaml."


def test_the_first_of_each_kind_is_found_and_the_others_counted() -> None:
    text = 'Text.\n\n<div class="x">\n\nA{{< ref "flood.md" >}}B\n\n</div>'
    assert list(find_leftover_markup(a_subject(text))) == [
        Problem("articles/2024/ferry.md", 11, 'shows readers the tag <div class="x"> and 1 more', REASON, TAG),
        Problem(
            "articles/2024/ferry.md",
            13,
            'shows readers the code of another system {{< ref "flood.md" >}}',
            REASON,
            CODE,
        ),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Fish &amp; chips", "the entity &amp;"),
        ("caf&#233;", "the entity &#233;"),
        ("one<br>two", "the tag <br>"),
        ("<P CLASS=a>one", "the tag <P CLASS=a>"),
        ("one <!-- two -->", "the tag <!--"),
        ("one[^2]", "the code of another system [^2]"),
        ("{% include image.html %}", "the code of another system {% include"),
        ("{{ site.baseurl }}/x", "the code of another system {{ site.baseurl"),
        ('[caption id="1"]The gull[/caption]', 'the code of another system [caption id="1"] and 1 more'),
    ],
)
def test_markup_in_pasted_text_is_found(text: str, code: str) -> None:
    assert [problem.message for problem in find_leftover_markup(a_pasted_subject(text))] == [f"shows readers {code}"]


@pytest.mark.parametrize(
    "text",
    ["<U> fell by a tenth", "<Video Shopping Mall Inc>", "a < b > c", "AT&T", "[sic]", "[audio to come", "{1, 2}"],
)
def test_text_that_resembles_markup_is_left_alone(text: str) -> None:
    assert list(find_leftover_markup(a_pasted_subject(text))) == []


def test_code_is_left_alone() -> None:
    assert list(find_leftover_markup(a_subject("`<div>`\n\n    {% include x %}\n\nFish &amp; chips"))) == []


def test_allowed_html_is_left_alone() -> None:
    site = Site(markdown=MarkdownSettings(html=True))
    assert list(find_leftover_markup(a_subject("one<br>two", site=site))) == []


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("headline", "A *starred* night", "*starred*"),
        ("headline", "A <em>long</em> night", "<em>"),
        ("headline", "A [night](x.md)", "[night](x.md)"),
        ("headline", "A night {#night}", "{#night}"),
        ("dek", "Fish &amp; chips", "&amp;"),
        ("kicker", "**Live**", "**Live**"),
        ("byline", '<a href="https://e.example/ada">Ada Quill</a>', '<a href="https://e.example/ada">'),
    ],
)
def test_markup_in_fields_is_found(field: str, text: str, code: str) -> None:
    fields: dict[str, Any] = {field: (text,) if field == "byline" else text}
    subject = a_subject("Text.")
    subject = subject._replace(article=replace(subject.article, **fields))
    messages = [problem.message for problem in find_leftover_markup(subject)]
    assert messages == [f"shows readers the code {code} in the {field}"]


@pytest.mark.parametrize("text", ["2 * 3 * 4", "M*A*S*H", "A & B", "Fish [sic]", "{1}", "Q*bert and C*"])
def test_signs_in_a_headline_are_left_alone(text: str) -> None:
    subject = a_subject("Text.")
    assert list(find_leftover_markup(subject._replace(article=replace(subject.article, headline=text)))) == []
