import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.feeds import SITE, documents, feed_of, json_of
from tests.support.paths import ROOT
from tests.support.records import an_article
from tests.support.rendering import texts
from tests.support.validators import ATOM, walk_atom, walk_json

# XML 1.0, production 2 "Char"; vertical tabs and form feeds are line ends here.
NOT_XML = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff]")
LISTS = ROOT.parent / "shared" / "data" / "hostile"
HOSTILE = [
    "]]><script>alert(1)</script>",
    "bell \x07 and \x00 and \x0b here",
    "last \ufffe of \uffff",
    "<![CDATA[x]]> &amp; &unknown; <?xml?> <!-- --",
    "\u202eright\u2028line\u2029\x85 \U0010ffff \U0001f40b",
    "\" ' \\ / </title>",
    "{{ 7 * 7 }} {% raw %}",
]


@pytest.mark.parametrize("text", HOSTILE, ids=repr)
def test_hostile_text_does_not_break_a_feed(text: str) -> None:
    site = SITE.model_copy(update={"title": text, "description": text, "rights": text})
    article = an_article(
        "a.md", headline=text, dek=text, byline=(text,), section=text, tags=(text,), published="2024", slug="a"
    )
    expected = " ".join(NOT_XML.sub("\ufffd", text).split())
    root = feed_of([article], site)
    for path in (
        "title",
        "subtitle",
        "rights",
        "entry/atom:title",
        "entry/atom:summary",
        "entry/atom:author/atom:name",
    ):
        assert texts(root, f"atom:{path}") == [expected]
    assert texts(root, "atom:entry/atom:category/@term") == [expected, expected]
    (item,) = json_of([article], site)["items"]
    assert (item["title"], item["summary"], item["tags"]) == (text, text, [text, text])


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_no_text_breaks_a_feed(text: str) -> None:
    article = an_article("a.md", headline=text, dek=text, published="2024", slug="a")
    feed_of([article], SITE.model_copy(update={"title": text}))
    (item,) = json_of([article], SITE)["items"]
    assert (item["title"], item["content_text"]) == (text, text)


@pytest.mark.long
@pytest.mark.skipif(not LISTS.is_dir(), reason="the lists of hostile texts are not here")
@pytest.mark.parametrize("step", [10, pytest.param(1, marks=pytest.mark.long)])
def test_lists_of_hostile_text_do_not_break_feeds(step: int) -> None:
    lines = [*json.loads((LISTS / "blns.json").read_text(encoding="utf-8"))]
    lines += (LISTS / "payloadbox.txt").read_text(encoding="utf-8").splitlines()
    texts_of = [line for line in dict.fromkeys(lines) if line.strip()][::step]
    articles = [
        an_article(f"{number}.md", headline=text, dek=text, tags=(text,), published="2024", slug=f"a-{number}")
        for number, text in enumerate(texts_of)
    ]
    site = SITE.model_copy(update={"feed_size": 1000})
    found = documents(articles, site)
    read = {f"https://quay.example/news/{file}": content for file, content in found.items()}
    count = sum(
        len(root.findall("atom:entry", ATOM)) for _, root in walk_atom(read.__getitem__, f"{SITE.url}/feed.xml")
    )
    titles = [
        item["title"] for _, feed in walk_json(read.__getitem__, f"{SITE.url}/feed.json") for item in feed["items"]
    ]
    assert count == len(texts_of)
    assert sorted(titles) == sorted(texts_of)
