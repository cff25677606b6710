"""Which pages are no articles, and why: fronts, lists, pages of people, search, errors, logins."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from newsgen.importers.html.page.reading import PageReading
from newsgen.importers.web.page_addresses import PageAddress, is_root
from newsgen.importers.web.page_facts import PageFacts

# Types that say that the page is an article (schema.org, Open Graph).
_ARTICLE = re.compile(r"(?:\w*article|\w*posting|report|review|obituary\w*|interview\w*)", re.IGNORECASE)
_LISTS = {
    "collectionpage": "section page",
    "searchresultspage": "search page",
    "profilepage": "author page",
    "profile": "author page",
}
# Classes of the body that themes of WordPress, Drupal, Ghost and others give to pages of one kind.
_CLASSES = {
    "error404": "error page",
    "search-results": "search page",
    "search-no-results": "search page",
    "tag-template": "tag page",
    "author-template": "author page",
    "home-template": "front page",
    "archive": "section page",
    "category": "section page",
    "tag": "tag page",
    "author": "author page",
    "date": "date page",
    "path-frontpage": "front page",
    "page-taxonomy": "section page",
}
_PLACES = (
    (re.compile(r"(?:^|/)(?:search|suche|recherche|buscar|busqueda|ricerca|zoeken|sok)(?:[./?]|$)"), "search page"),
    (re.compile(r"[?&](?:s|q|query|search|keyword|keywords)="), "search page"),
    (re.compile(r"(?:^|/)(?:tags?|topics?|themen?|labels?|keywords?|schlagwort)/[^/]+(?:/page/\d+)?/?$"), "tag page"),
    (re.compile(r"(?:^|/)(?:tags?|topics?|sections?|categories|authors?|archives?)(?:\.html?|/?)$"), "section page"),
    (
        re.compile(r"(?:^|/)(?:authors?|autor(?:en|es)?|writers?|contributors?|people|staff|profiles?)/[^/]+/?$"),
        "author page",
    ),
    (re.compile(r"(?:^|/)(?:category|categories|sections?|rubrik|rubrique|seccion|kategorie)/"), "section page"),
    (re.compile(r"(?:^|/)(?:19|20)\d\d(?:/\d\d?){0,2}/?(?:index\.html?)?$"), "date page"),
    (re.compile(r"(?:^|/)page/\d+/?$"), "section page"),
)
_LOGIN = re.compile(r"(?:^|/)(?:wp-login|log-?in|sign-?in|sign-?up|register|anmelden|connexion|account)(?:[./?]|$)")


def _plain(text: str) -> str:
    """A text without case and accents."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in letters if not unicodedata.combining(sign))


# What servers and systems call a page that is not there, as a whole headline or title or at the end or the beginning of
# one that names the site too.
_ERRORS = re.compile(
    _plain(
        r"(?:(?:error )?40[34](?: error)?|50[0234])(?: |$)|(?:the )?(?:page|file|article|story|url|site|requested page)"
        r"(?: you requested)? (?:was |is |could |can )?(?:not|no longer)(?: be)? (?:found|available)|not found$|"
        r"access denied|forbidden$|bad gateway|service unavailable|internal server error|"
        r"(?:seite|artikel) nicht (?:gefunden|verfugbar|vorhanden)|page (?:non|pas) trouvee|page introuvable|"
        r"pagina non trovata|pagina no encontrada|pagina nao encontrada|pagina niet gevonden|strona nie (?:zostala )?"
        r"znaleziona|sidan (?:hittades inte|kunde inte)|siden (?:blev |ble )?ikke fun|sivua ei loy|sayfa bulunamadi|"
        r"страница не найдена|сторінку не знайдено|页面不存在|找不到(?:网页|页面|頁面)|ページが見つかりません|"
        r"페이지를 찾을 수 없"
    )
)
# An article of fewer words is a stub, one of still fewer is hardly any.
_SHORT, _HARDLY_ANY = 120, 60
# Links of a list, those that are headings, and the share of its words that stand in one place.
_MANY, _CARDS, _TOGETHER = 8, 3, 0.5
# A paragraph with fewer letters may be what a list says of an article.
_LONG, _SEVERAL = 150, 3
# A list has fewer words than this for each of its links.
_WORDS_A_LINK = 30

_PARAGRAPHS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "pre", "dd", "dt"))
# Elements whose own text counts too, where it stands in no paragraph.
_BLOCKS = ", ".join((*sorted(_PARAGRAPHS), "div", "td", "section", "article", "main", "blockquote", "body"))


class NoArticle(NamedTuple):
    """Why a page is no article: its kind, and the reason in the account."""

    name: str
    reason: str


def why_no_article(address: PageAddress, facts: PageFacts, reading: PageReading, words: int) -> NoArticle | None:
    """Why a page is no article; None if it may be one. `words` are those of its body."""
    says_article = any(_ARTICLE.fullmatch(kind) for kind in reading.declared.kinds)
    is_sure = says_article_itself(reading) and bool(reading.published)
    titles = [_folded(text) for text in (reading.headline, facts.title) if text]
    if words < _SHORT and not is_sure:
        if not says_article and (
            _LOGIN.search(_place(address)) or (facts.has_password and words < _HARDLY_ANY and not reading.published)
        ):
            return NoArticle("login page", "it asks for a name and a password")
        if any(map(_ERRORS.match, titles)) or _ERRORS.match(titles[-1].rpartition(" - ")[2] if titles else ""):
            return NoArticle("error page", "it says that a page is not there")
    if is_sure:
        return None
    is_list = _is_list(facts, reading, words)
    for kind in reading.declared.kinds:
        name = _LISTS.get(kind.lower())
        if name:
            return NoArticle(name, f"it says that it is one ({kind})")
    if is_root(address) and (is_list or (not says_article and (words < _SHORT or bool(address.url)))):
        return NoArticle("front page", "it stands at the root of the site")
    if not {"single", "single-post", "postid"} & facts.classes:
        name = next((name for mark, name in _CLASSES.items() if mark in facts.classes), "")
        if name:
            return NoArticle(name, "its theme marks it as one")
    if is_list or words < _SHORT:
        place = _place(address)
        name = next((name for pattern, name in _PLACES if pattern.search(place)), "")
        if name and not says_article:
            return NoArticle(name, "its address and its links are those of one")
    if is_list and not says_article:
        return NoArticle("section page", "it is a list of links")
    if not words and not says_article:
        return NoArticle("page without text", "nothing in it is the text of an article")
    return None


def says_article_itself(reading: PageReading) -> bool:
    """Whether a page says of itself that it is an article, or when it was published."""
    return bool(reading.declared.published) or any(_ARTICLE.fullmatch(kind) for kind in reading.declared.kinds)


def _is_list(facts: PageFacts, reading: PageReading, words: int) -> bool:
    """Whether a page is a list of links with some words to each: its words stand in many places."""
    if facts.cards < _CARDS and facts.headline_links < _MANY:
        return False
    if words >= _WORDS_A_LINK * max(facts.cards, facts.headline_links):
        return False
    return words < _HARDLY_ANY or _stands_in_many_places(reading.body_html, facts.cards)


def _stands_in_many_places(html: str, cards: int) -> bool:
    """Whether no element has half of a text in its paragraphs, and no more of those are long than cards stand there."""
    counts: Counter[int] = Counter()
    long = 0
    for node in LexborHTMLParser(html).css(_BLOCKS) if html else ():
        is_paragraph = node.tag in _PARAGRAPHS
        around = node.parent if is_paragraph and node.parent else node
        size = len(node.text(deep=is_paragraph).strip())
        counts[around.mem_id] += size
        long += size >= _LONG
    if long >= _SEVERAL and long > cards:
        return False
    return bool(counts.total()) and max(counts.values()) < _TOGETHER * counts.total()


def _place(address: PageAddress) -> str:
    whole = address.url or f"//-/{address.path}"
    return re.sub(r"^(?:https?:)?//[^/?#]*", "", whole, flags=re.IGNORECASE).lower()


def _folded(text: str) -> str:
    return " ".join(re.sub(r"(?:(?<!\s)\s++)?[|–—:·•»]\s*+", " - ", _plain(text)).split())
