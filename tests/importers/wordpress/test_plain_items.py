"""Items that are written as WordPress writes them are read at once; what comes of it is the same as one by one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsgen.importers.wordpress.wxr import read_item
from newsgen.importers.wordpress.wxr.elements import read_elements
from newsgen.importers.wordpress.wxr.item import Item
from newsgen.importers.wordpress.wxr.read_item import glance_at_post, parse_item

_TEXTS = st.text(alphabet="ab <>&;]![/\n'\"", max_size=8)
_NAMES = ("title", "link", "wp:post_id", "wp:status", "wp:post_type", "wp:post_password", "content:encoded", "x:y")


def _cdata(text: str) -> str:
    return f"<![CDATA[{text}]]>"


_VALUES = st.one_of(_TEXTS.map(_cdata), st.sampled_from(("", "post", "a &amp; b", "]]>", "<b>")))
_ELEMENTS = st.one_of(
    st.builds("<{0}>{1}</{0}>".format, st.sampled_from(_NAMES), _VALUES),
    st.builds(
        "<wp:{0}><wp:meta_key>{1}</wp:meta_key>\n<wp:meta_value>{2}</wp:meta_value></wp:{0}>".format,
        st.sampled_from(("postmeta", "commentmeta")),
        _VALUES,
        _VALUES,
    ),
    st.builds("<wp:comment><wp:comment_author>{0}</wp:comment_author></wp:comment>".format, _VALUES),
    st.builds('<category domain="{0}" nicename="n&amp;m">{1}</category>'.format, st.sampled_from("ab/"), _VALUES),
    st.sampled_from(
        ("<title/>", "<description />", "<wp:comment>", "</wp:comment>", "<wp:meta_key>k</wp:meta_key>", "x")
    ),
)


@given(st.lists(_ELEMENTS, max_size=9).map("\n\t".join))
def test_an_item_is_the_same_at_once_and_element_by_element(inner: str) -> None:
    text = f"<item>{inner}</item>"
    one_by_one = read_item._Parts()
    for element in read_elements(text, {}):
        one_by_one.add(*element)
    assert parse_item(text, {}) == one_by_one.item()


@given(st.lists(_ELEMENTS, max_size=9).map("\n\t".join))
def test_a_glance_at_a_post_tells_the_truth_about_its_fields(inner: str) -> None:
    text = f"<item><wp:post_type>post</wp:post_type>{inner}</item>"
    seen, whole = glance_at_post(text, {}, ("k",)), parse_item(text, {})
    if seen:
        names = ("id", "type", "status", "title", "link", "guid", "content", "excerpt", "is_protected")
        assert [getattr(seen, name) for name in names] == [getattr(whole, name) for name in names]


def test_a_glance_passes_over_what_stands_behind_the_fields() -> None:
    text = (
        "<item><title>A</title><wp:post_id>7</wp:post_id><wp:post_type>post</wp:post_type>"
        '<category domain="post_tag" nicename="b">B</category></item>'
    )
    assert glance_at_post(text, {}, ()) == Item(id="7", title="A", type="post")
    assert glance_at_post(text.replace(">B<", ">_role<"), {}, ("_role",)) is None
    assert glance_at_post(text.replace("</item>", "<wp:post_id>8</wp:post_id></item>"), {}, ()) is None
    assert glance_at_post(text.replace("type>post", "type>page"), {}, ()) is None
