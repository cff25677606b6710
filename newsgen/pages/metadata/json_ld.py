"""The JSON-LD of a story for search engines: schema.org's NewsArticle and the breadcrumb to it.

The properties are those that Google's documentation of articles asks for, and others of schema.org for which the record
has a value. Unknown values are left out. A date may be a year or a month alone: schema.org's Date is any date of ISO
8601, and an unknown day would be made up.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from newsgen.pages.metadata.story_facts import Author, Paper, Photo, StoryFacts
from newsgen.pages.translations import Alternate
from newsgen.record.article import Correction

Node = dict[str, Any]
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
# The JSON escapes of characters that could end the script element, begin a comment in it, or break a line in it.
_UNSAFE = (("&", "\\u0026"), ("<", "\\u003c"), (">", "\\u003e"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))


def write_json_ld(facts: StoryFacts, paper: Paper) -> str:
    """The content of the script element."""
    graph = [_describe_article(facts, paper), _describe_breadcrumb(facts, paper)]
    text = _encode({"@context": "https://schema.org", "@graph": graph})
    for character, escape in _UNSAFE:
        text = text.replace(character, escape)
    return text


def _describe_article(facts: StoryFacts, paper: Paper) -> Node:
    article = facts.article
    rights = article.rights or paper.rights
    is_license = rights.startswith(("https://", "http://")) and " " not in rights
    return _known(
        {
            "@type": "NewsArticle",
            "headline": article.headline,
            "description": article.dek,
            "datePublished": str(article.published or ""),
            "dateModified": str(article.updated or ""),
            "author": list(map(_describe_author, facts.authors)),
            "dateline": article.dateline,
            "articleSection": article.section,
            "keywords": list(article.tags),
            "inLanguage": article.language,
            "image": list(map(_describe_photo, facts.photos)),
            "url": facts.url,
            "mainEntityOfPage": facts.url,
            "sameAs": article.original_url,
            "printPage": article.print_page,
            "translationOfWork": list(map(_describe_version, facts.originals)),
            "workTranslation": list(map(_describe_version, facts.translations)),
            "commentCount": facts.comments,
            "correction": list(map(_describe_correction, article.corrections)),
            "contentLocation": [{"@type": "Place", "name": name} for name in article.groups.get("places", ())],
            "mentions": [{"@type": "Person", "name": name} for name in article.groups.get("people", ())],
            **_describe_paper(facts, paper),
            "copyrightNotice": "" if is_license else rights,
            "license": rights if is_license else "",
        }
    )


def _describe_paper(facts: StoryFacts, paper: Paper) -> Node:
    """Who published the article, and of what it is a part: its newspaper, if it names one, and the site."""
    name, url = facts.article.publication, facts.publication_url
    site = _describe_site("WebSite", paper.title, paper.url)
    if not name:
        return {"publisher": _describe_site("NewsMediaOrganization", paper.title, paper.url), "isPartOf": site}
    newspaper = _describe_site("Newspaper", name, url)
    return {"publisher": _describe_site("NewsMediaOrganization", name, ""), "isPartOf": [newspaper, site]}


@lru_cache(maxsize=100)
def _describe_site(kind: str, title: str, url: str) -> Node:
    """The paper or its site, the same on all pages."""
    return _known({"@type": kind, "name": title, "url": url})


@lru_cache(maxsize=20_000)
def _describe_author(author: Author) -> Node:
    kind = "Organization" if author.name.is_group else "Person"
    return _known({"@type": kind, "name": author.name.whole, "url": author.url})


def _describe_photo(photo: Photo) -> Node:
    return _known(
        {
            "@type": "ImageObject",
            "url": photo.url,
            "width": photo.width,
            "height": photo.height,
            "caption": photo.caption,
            "creditText": photo.credit,
        }
    )


def _describe_version(version: Alternate) -> Node:
    return {"@type": "NewsArticle", "inLanguage": version.language, "url": version.url}


def _describe_correction(correction: Correction) -> Node:
    return _known({"@type": "CorrectionComment", "text": correction.text, "datePublished": str(correction.date or "")})


def _describe_breadcrumb(facts: StoryFacts, paper: Paper) -> Node:
    """The breadcrumb that the page shows above its headline, from the front page on."""
    steps = [(paper.title, f"{paper.url}/" if paper.url else "")]
    if facts.article.section:
        steps.append((facts.article.section, facts.section_url))
    steps.append((facts.article.headline, facts.url))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [_describe_step(number, name, url) for number, (name, url) in enumerate(steps, 1)],
    }


def _describe_step(number: int, name: str, url: str) -> Node:
    step: Node = {"@type": "ListItem", "position": number, "name": name}
    if url:
        step["item"] = url
    return step


def _known(node: Node) -> Node:
    """A node without its empty properties."""
    return {name: value for name, value in node.items() if value}
