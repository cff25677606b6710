"""Tags, entities and codes of another system: readers would see them on the page as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from newsgen.commands.check.subject import ArticleUnderCheck
from newsgen.errors import Problem

# One that does not end reaches to the end of the text, so that it is looked through once.
_CODE = re.compile(r"<(pre|code)\b(?:.*?</\1>|.*+)", re.DOTALL)
_NAMES = (
    "a|abbr|aside|b|blockquote|br|center|div|em|embed|figcaption|figure|font|h[1-6]|hr|i|iframe|img|li|object|ol|p|script"
    "|section|small|span|strong|style|sub|sup|table|tbody|td|th|thead|tr|u|ul|video"
)
# Only what certainly is a tag: a closing one, one with a value, or one in small letters. Agencies write "<U>" for a
# share.
_TAG = re.compile(
    rf"&lt;(?:/(?i:{_NAMES}) ?|(?i:{_NAMES})\s(?:(?!&[gl]t;|<)[^=\n])*+=(?:(?!&[gl]t;|<).)*+"
    rf"|(?:{_NAMES}|BR|HR) ?/?)&gt;"
    r"|&lt;!--"
)
_ENTITY = re.compile(
    r"&amp;(?:nbsp|amp|quot|apos|lt|gt|[lr][sd]quo|[mn]dash|hellip|eacute|ccedil|#\d{2,5}|#x[0-9a-fA-F]{2,5});"
)
_SHORTCODE = re.compile(
    r"\{\{(?:&lt;|%).{1,80}?(?:&gt;|%)\}\}|\{\{ ?[a-z_]+\.[a-z_.]+"
    r"|\{%-? ?(?:include|raw|endraw|assign|if|endif|for|endfor|capture|highlight|post_url|link)\b"
    r"|\[\^[^\]\s<]{1,30}\]|\[/?(?:caption|gallery|embed|youtube|audio|video|playlist|(?:su|vc|et_pb)_\w{1,60})\b[^\]<]{0,500}+\]"
)
# What Markdown writes, in lines that are no Markdown: links, emphasis, code, and attributes behind them.
_MARKDOWN = re.compile(
    r"!?\[[^\]\n]{1,500}+\]\([^)\s]{1,2000}+\)|(?<![\w*])(\*\*?)(?=[^\s*])[^*]{0,500}[^\s*]\1(?![\w*])|`[^`]{1,500}+`"
    r"|\{[#.:][^{}]{0,500}+\}"
)
_REASON = "Readers would see the code instead of what it stood for."
_KINDS = (
    (_TAG, "tag", "Write it as Markdown, or let tags through with markdown: html: true in site.yaml."),
    (_ENTITY, "entity", "Write the letter itself."),
    (
        _SHORTCODE,
        "code of another system",
        "Write what it stood for, or replace all of them with markdown: replace: in site.yaml.",
    ),
)
_FIELD_KINDS = (_TAG, _ENTITY, _SHORTCODE, _MARKDOWN)
_UNESCAPED = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&"))


def find_leftover_markup(subject: ArticleUnderCheck) -> Iterator[Problem]:
    """The first of each kind in the body, with the number of the others, and those of the fields that readers see."""
    yield from _find_in_fields(subject)
    yield from _find_in_body(subject)


def _find_in_fields(subject: ArticleUnderCheck) -> Iterator[Problem]:
    article = subject.article
    lines = {"headline": article.headline, "dek": article.dek, "kicker": article.kicker}
    for field, text in {**lines, "byline": "; ".join(article.byline)}.items():
        if not any(sign in text for sign in "<&[*`{"):
            continue
        found = [match for pattern in _FIELD_KINDS if (match := pattern.search(escape(text, quote=False)))]
        if found:
            message = f"shows readers the code {_unescape(found[0][0]):.60} in the {field}"
            yield subject.problem_of(field, message, _REASON, "Write the words alone.")


def _find_in_body(subject: ArticleUnderCheck) -> Iterator[Problem]:
    if not any(sign in subject.html for sign in ("&lt;", "&amp;", "{", "[")):
        return
    visible = _CODE.sub("", subject.html)
    for pattern, kind, fix in _KINDS:
        found = list(pattern.finditer(visible))
        if found:
            written = _unescape(found[0][0])
            more = f" and {len(found) - 1} more" if len(found) > 1 else ""
            message = f"shows readers the {kind} {written:.60}{more}"
            yield subject.problem(subject.line_of(written), message, _REASON, fix)


def _unescape(html: str) -> str:
    for escaped, sign in _UNESCAPED:
        html = html.replace(escaped, sign)
    return html
