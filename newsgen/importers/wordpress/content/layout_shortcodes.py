"""Shortcodes of page builders, which lay out words and pictures, and of plug-ins for forms, which pages have not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from urllib.parse import unquote

from newsgen.importers.wordpress.content.context import Context
from newsgen.importers.wordpress.content.figures import attachment_html, embed_html, figure_html
from newsgen.importers.wordpress.content.shortcode_syntax import Shortcode

# WPBakery, Divi, Avada, Enfold, Cornerstone, Shortcodes Ultimate, Themify, Fusion, and those that themes share.
_BUILDERS = re.compile(
    r"(?:vc_|et_pb_|fusion_|av_|avia_|cs_|x_|su_|themify_|tdc_|td_block_|mk_|nectar_|qode_|eltdf_|mkdf_|edgtf_|ux_|"
    r"cmsms_|kc_|wr_|fl_|stm_|thb_|bs_|jnews_block_)\w+"
)
# Words that a text may have in brackets, too.
_LAYOUT = re.compile(
    r"(?:one|two|three|four|five)_(?:half|thirds?|fourths?|fifths?|sixths?)(?:_last|_first)?|columns?|col|row|section|"
    r"container|tabs?|tabgroup|tab_group|accordions?|accordion-item|accordion_item|toggles?|spoiler|box|boxed|divider|"
    r"spacer|gap|clearfix|hr|heading|button|btn|message|alert|info|notice|div|span|card|list|lists|ul|li|item|panel|"
    r"text_block|textblock|full_width|fullwidth|half|third|left_column|right_column|row_column|col_\w+|expand|"
    r"collapse|collapsibles?|content_box|service|testimonials?|person|images?_frame|frame|imageframe|layout|slide|slider|"
    r"dropcap|drop_cap|highlight|lead|intro|center|left|right|small|big|clear|nobr|raw|no_toc"
)
_FORMS = re.compile(
    r"contact-form(?:-7)?|contact-field|gravityforms?|ninja_forms?(?:_\w+)?|wpforms|formidable|mc4wp_form|mailpoet_form|"
    r"caldera_form|fluentform|forminator_\w+|contact_form|newsletter(?:_\w+)?|subscribe\w*|jetpack_subscription_form|"
    r"et_pb_(?:contact|signup|login|search)\w*|fusion_form\w*|"
    r"login(?:-form|_form)?|register\w*|woocommerce_\w+|paypal\w*|give_form|donat\w+_form|wp_login_form|searchform"
)
# Members, Restrict Content, MemberPress, S2Member, WishList, Paid Memberships, Passster, Ultimate Member, and others.
_RESTRICTED = re.compile(
    r"private|members?|members?[-_]?only|members_access|members_logged_in|member_check|restrict\w*|rcp_\w+|membership\w*|"
    r"mepr[-_](?:show|active|rules?)\w*|s2if|s2member\w*|wlm_(?:private|ismember)\w*|pmpro_member\w*|passster|ppwp?|"
    r"content_protector|protect(?:ed|ed_content)?|password(?:_protect\w*)?|ihc-hide-content|um_loggedin|logged_?in|"
    r"is_logged_in|user_only|registered(?:_only)?|subscribers?(?:_only)?|wpmem_logged_in|access|accessible|hidden|hide|"
    r"paywall|premium|locked?(?:er)?|sociallocker|memberful\w*|leaky_paywall\w*"
)
_HEADINGS = ("title", "heading", "title_text", "tab_title", "name", "header")
_WORDS = ("text", "subtitle", "subhead", "sub_heading", "description", "content", "caption", "button_text", "job_title")
_SPEAKER = ("author", "job_title", "position", "company_name", "company")
_PICTURES = ("src", "image_url", "image", "img", "picture", "portrait_url", "photo", "source")
_GALLERIES = ("images", "ids", "gallery_ids", "image_ids", "include")
_NUMBERS = re.compile(r"\d+(?:\s*,\s*\d+)*")
_LINKS = ("link", "url", "href", "button_url", "button_link")
_FILMS = ("video_url", "video", "youtube", "vimeo")


def is_layout(shortcode: Shortcode) -> bool:
    """Whether a shortcode lays out what it encloses."""
    if _BUILDERS.fullmatch(shortcode.name.lower()):
        return True
    return _LAYOUT.fullmatch(shortcode.name.lower()) is not None and _is_surely_one(shortcode)


def _is_surely_one(shortcode: Shortcode) -> bool:
    return shortcode.inner is not None or bool(shortcode.attributes)


def is_restricted(name: str) -> bool:
    """Whether a shortcode shows what it encloses to members, subscribers or those who know a password."""
    return _RESTRICTED.fullmatch(name) is not None


def is_form(name: str) -> bool:
    """Whether a shortcode shows a form."""
    return _FORMS.fullmatch(name) is not None


def layout_html(shortcode: Shortcode, context: Context) -> str:
    """What the opening tag of a layout shows by itself: its heading, words, picture and link, which are attributes."""
    parts: list[str] = []
    heading, words = shortcode.first(*_headings_of(shortcode.name)), shortcode.first(*_WORDS)
    if "testimonial" in shortcode.name:
        words = ", ".join(filter(None, map(shortcode.first, _SPEAKER))) or words
    link = _link(shortcode)
    has_words = bool(words) and words != heading and _is_text(words)
    if heading and _is_text(heading):
        shown = f"<strong>{escape(heading, quote=False)}</strong>"
        parts.append(f"<p>{shown if has_words else _linked(shown, link)}</p>")
    if has_words:
        shown = escape(words, quote=False)
        tag = "h3" if "heading" in shortcode.name and not link else "p"
        parts.append(f"<{tag}>{_linked(shown, link)}</{tag}>")
    if link and not parts:
        parts.append(f"<p>{_linked(escape(link, quote=False), link)}</p>")
    parts += [figure for figure in (*_pictures(shortcode, context), _film(shortcode)) if figure]
    if parts:
        return "\n\n" + "\n\n".join(parts) + "\n\n"
    return "\n\n" if _ENDS_PARAGRAPH.match(shortcode.name) else ""


def _headings_of(name: str) -> tuple[str, ...]:
    """The attributes that are a layout's heading; that of a picture of Divi only shows below a mouse."""
    return tuple(key for key in _HEADINGS if name != "et_pb_image" or key != "title_text")


def linked_html(shortcode: Shortcode) -> str:
    """A button or another layout that is one line of words with a link, "" for any other."""
    inner, link = (shortcode.inner or "").strip(), _link(shortcode)
    if not link or not inner or "[" in inner or _BLOCKS.search(inner) or shortcode.first(*_HEADINGS, *_WORDS):
        return ""
    return f"\n\n<p>{_linked(inner, link)}</p>\n\n"


def _link(shortcode: Shortcode) -> str:
    """The address that a layout leads to; WPBakery writes "url:https%3A%2F%2Fx.example|title:Go"."""
    link = shortcode.first(*_LINKS)
    if link.startswith("url:"):
        link = unquote(link[4:].partition("|")[0]).strip()
    return link if link.startswith(("http://", "https://", "/", "#", "mailto:")) and link != "#" else ""


def _linked(html: str, link: str) -> str:
    return f'<a href="{escape(link)}">{html}</a>' if link else html


_BLOCKS = re.compile(r"\n\s*\n|<(?:a|p|div|h[1-6]|ul|ol|table|blockquote|figure|iframe)\b", re.IGNORECASE)
_ENDS_PARAGRAPH = re.compile(r"(?!span|nobr)")


def _is_text(value: str) -> bool:
    return re.fullmatch(r"(?:[\d.%#-]+(?:px|em)?|yes|no|true|false|on|off|none)", value, re.IGNORECASE) is None


def _pictures(shortcode: Shortcode, context: Context) -> Iterator[str]:
    """The pictures that a layout names: by their addresses, or by the numbers of their attachments."""
    value = shortcode.first(*_PICTURES)
    numbers = value or shortcode.first(*_GALLERIES)
    if _NUMBERS.fullmatch(numbers):
        for number in re.findall(r"\d+", numbers):
            attachment = context.index.attachment(number)
            if attachment and attachment.path:
                yield attachment_html(attachment)
            else:
                context.note("picture of a layout", "", "left out", f"The export holds no attachment {number}.")
        return
    yield _picture(shortcode, value)


def _picture(shortcode: Shortcode, value: str) -> str:
    if re.match(r"(?:https?:)?/\S+\.(?:jpe?g|png|gif|webp|svg)(?:\?\S*)?$", value, re.IGNORECASE):
        return figure_html(f'<img src="{escape(value)}" alt="{escape(shortcode.first("alt"))}" />', "")
    return ""


def _film(shortcode: Shortcode) -> str:
    value = shortcode.first(*_FILMS)
    return embed_html(value) if value.startswith(("http://", "https://")) else ""
