"""The HTML of the cards of Ghost's editors: pictures, galleries, embeds, bookmarks and the like."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

from newsgen.record.import_entry import Entry

# Cards that are for readers who are logged in, or who read by e-mail, and no part of the page.
_HIDDEN = frozenset("email email-cta emailcta signup paywall transistor".split())
_ADDRESS = re.compile(r"https?://\S+")


def card_html(kind: str, card: Mapping[str, Any], entries: list[Entry]) -> str:
    """The HTML of a card; each has an entry by its kind."""
    shown = _card(kind.replace("-card", ""), card)
    if kind in _HIDDEN:
        entries.append(Entry("card", kind, "left out", "it is for e-mail or for members"))
    elif shown is None:
        shown = "\n".join(map(_raw_text, _texts(card)))
        reason = "an unknown card, whose words and addresses are paragraphs"
        entries.append(Entry("card", kind, "kept raw", reason, next(_texts(card), "")[:80]))
    else:
        entries.append(Entry("card", kind, "taken"))
    return shown or ""


def _card(kind: str, card: Mapping[str, Any]) -> str | None:
    def text(*keys: str) -> str:
        return next((str(card[key]) for key in keys if isinstance(card.get(key), str | int) and card[key] != ""), "")

    def escaped(*keys: str) -> str:
        return html.escape(text(*keys))

    match kind:
        case "image":
            picture = f'<img src="{escaped("src")}" alt="{escaped("alt", "altText")}">'
            picture = f'<a href="{escaped("href")}">{picture}</a>' if text("href") else picture
            return _figure(picture, text("caption"))
        case "gallery":
            images = card.get("images")
            pictures = [_picture(image) for image in (images if isinstance(images, list) else ())]
            caption = f"<p>{text('caption')}</p>" if text("caption") else ""
            return "\n".join(pictures) + caption
        case "codeblock" | "code":
            language = f' class="language-{escaped("language")}"' if text("language") else ""
            block = f"<pre><code{language}>{escaped('code')}</code></pre>"
            return block + (f"<p>{text('caption')}</p>" if text("caption") else "")
        case "html":
            return f"\n{text('html')}\n"
        case "markdown":
            return _markdown(text("markdown"))
        case "horizontalrule" | "hr":
            return "<hr>"
        case "embed":
            return _figure(text("html") or f'<a href="{escaped("url")}">{escaped("url")}</a>', text("caption"))
        case "bookmark":
            facts = card.get("metadata")
            title = str(facts.get("title") or "") if isinstance(facts, Mapping) else ""
            shown = html.escape(title or text("title", "url"))
            told = facts if isinstance(facts, Mapping) else card
            said = html.escape(str(told.get("description") or ""))
            caption = f"<p>{text('caption')}</p>" if text("caption") else ""
            return f'<p><a href="{escaped("url")}">{shown}</a></p>{f"<p>{said}</p>" if said else ""}{caption}'
        case "callout":
            return f"<blockquote><p>{escaped('calloutEmoji')} {text('calloutText')}</p></blockquote>"
        case "toggle":
            return f"<p><strong>{text('heading')}</strong></p>{text('content')}"
        case "button":
            return f'<p><a href="{escaped("buttonUrl")}">{escaped("buttonText")}</a></p>'
        case "audio":
            return f'<p>{escaped("title")}</p><audio src="{escaped("src")}" controls></audio>'
        case "video":
            return _figure(f'<video src="{escaped("src")}" controls></video>', text("caption"))
        case "file":
            name = escaped("fileTitle", "fileName", "src")
            caption = escaped("fileCaption")
            return f'<p><a href="{escaped("src")}">{name}</a>{f" {caption}" if caption else ""}</p>'
        case "header":
            return f"<h2>{text('heading', 'header')}</h2><p>{text('subheading', 'subheader')}</p>{_button(card)}"
        case "call-to-action":
            picture = f'<img src="{escaped("imageUrl")}" alt="">' if text("imageUrl") else ""
            return f"{picture}{text('textValue')}{_button(card)}" if _is_on_page(card) else ""
        case "product":
            picture = f'<img src="{escaped("productImageSrc")}" alt="">' if text("productImageSrc") else ""
            link = (
                f'<p><a href="{escaped("productUrl")}">{escaped("productButton")}</a></p>' if text("productUrl") else ""
            )
            return f"{picture}<h4>{text('productTitle')}</h4>{text('productDescription')}{link}"
    return None


def _button(card: Mapping[str, Any]) -> str:
    address, words = (str(card.get(key) or "") for key in ("buttonUrl", "buttonText"))
    is_shown = card.get("buttonEnabled", card.get("showButton", True))
    return f'<p><a href="{html.escape(address)}">{html.escape(words)}</a></p>' if is_shown and address and words else ""


def _is_on_page(card: Mapping[str, Any]) -> bool:
    """Whether readers who are not logged in see a card; Ghost writes who sees it."""
    visibility = card.get("visibility")
    web = visibility.get("web") if isinstance(visibility, Mapping) else None
    return not isinstance(web, Mapping) or web.get("nonMember") is not False


def _picture(image: Any) -> str:
    facts = image if isinstance(image, Mapping) else {}
    source, alt = (html.escape(str(facts.get(key) or "")) for key in ("src", "alt"))
    return f'<figure><img src="{source}" alt="{alt}"></figure>' if source else ""


def _figure(inner: str, caption: str) -> str:
    return f"<figure>{inner}{f'<figcaption>{caption}</figcaption>' if caption else ''}</figure>"


def _markdown(text: str) -> str:
    from newsgen.record.article import Block
    from newsgen.text.markup.html import render_body

    return render_body((Block("markdown", text, 0),), allow_html=True)


def _texts(card: Mapping[str, Any]) -> Iterator[str]:
    """The words and addresses that a card holds at any depth; one word alone is a name, a colour or a size."""
    waiting: list[object] = [card]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            if " " in value.strip() or _ADDRESS.match(value):
                yield value.strip()
        elif isinstance(value, Mapping):
            waiting += reversed(list(value.values()))
        elif isinstance(value, list):
            waiting += reversed(value)


def _raw_text(text: str) -> str:
    """A text as a paragraph, an address as a link; HTML stays what it is."""
    if _ADDRESS.fullmatch(text):
        return f'<p><a href="{html.escape(text)}">{html.escape(text)}</a></p>'
    return text if text.startswith("<") else f"<p>{html.escape(text)}</p>"
