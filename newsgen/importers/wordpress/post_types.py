"""What each type of post is: an article, something that others are made of, or nothing that a site publishes."""

from __future__ import annotations

import re
from typing import Literal

from newsgen.importers.imported import Status
from newsgen.importers.wordpress.wxr.item import Item

Role = Literal["article", "attachment", "block", "guest", "redirect", "technical", "personal"]

_ROLES: dict[str, Role] = {
    "attachment": "attachment",
    "wp_block": "block",
    "guest-author": "guest",
    "guest_author": "guest",
    "redirect_rule": "redirect",
}
# Settings, forms, menus, templates and logs that WordPress and plug-ins keep as posts.
_TECHNICAL = re.compile(
    r"nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|wp_template(?:_part)?|"
    r"wp_global_styles|wp_navigation|wp_font_\w+|acf(?:-[\w-]+)?|elementor_\w+|e-\w+|fl-builder-\w+|et_\w+|vc_grid_item|"
    r"vc4_templates|fusion_\w+|wpcf7_contact_form|wpforms\w*|mc4wp-form|ml-slider|ml-slide|tablepress_table|jp_\w+|"
    r"jetpack_\w+|scheduled-action|amp_\w+|wpseo_\w+|rank_math_\w+|postman_sent_mail|sucuri\w*|itsec\w*|"
    r"blc_\w+|bp-email|popup(?:_theme)?|spucpt|ngg_\w+|display_type|gal_display_source|lightbox_library|"
    r"newspack_popups?_cpt|newspack_nl_\w+|newspack_lst_\w*|safecss|optionsframework|wp-types-\w+|product_variation|"
    r"wp_log|wpcode|code_snippet|custom-css-js|widget|sidebar|cms_block|mt_pp|tribe_rsvp_\w+|wprss_\w+|shortcode|"
    r"option-tree|cpt_\w*layout\w*|ppma_boxes|psppnotif_workflow|polylang_mo|dfp_\w+|advanced_ads\w*|coauthor-profile"
)
# What readers wrote or bought, with their names and addresses.
_PERSONAL = re.compile(
    r"feedback|flamingo_\w+|shop_\w+|wc_\w+|edd_\w+|give_\w+|nf_sub|wpforms_entries|subscription\w*|inbound\w*|"
    r"wpcf7s|cfdb7\w*|ticket\w*|bookings?|wc_booking|mphb_\w+|customer\w*|orders?|tribe_\w*(?:attendee|ticket)\w*|"
    r"memberpress\w+|mepr\w+|llms_order|sensei_\w*message|um_\w+|private_message|message|mailpoet_\w+|newsletter_\w+"
)
# Fields by which plug-ins keep an article from some readers, with the values that keep it from none.
RESTRICTING = {
    "_members_access_role": ("",),
    "rcp_user_level": ("", "all", "none"),
    "rcp_subscription_level": ("", "0", "all"),
    "_jetpack_newsletter_access": ("", "everybody"),
    "_memberful_acl": ("", "a:0:{}"),
}
_STATUSES: dict[str, Status] = {
    "publish": "",
    "draft": "draft",
    "pending": "pending",
    "future": "future",
    "private": "private",
    "trash": "trash",
}
# What was begun, and never saved or shown.
UNSAVED = frozenset(("auto-draft", "inherit"))


def role_of(post_type: str) -> Role:
    """What a type of post is."""
    role = _ROLES.get(post_type)
    if role:
        return role
    if post_type in ("post", "page", ""):
        return "article"
    if _PERSONAL.fullmatch(post_type):
        return "personal"
    return "technical" if _TECHNICAL.fullmatch(post_type) else "article"


def status_of(status: str) -> Status:
    """The status of an article: "publish" only makes one public, and a status of a plug-in makes a draft."""
    return _STATUSES.get(status, "draft")


def is_restricted(item: Item) -> bool:
    """Whether a plug-in shows an article to some readers only: those of a role, or subscribers."""
    return any(item.value(key).lower() not in everybody for key, everybody in RESTRICTING.items())


def is_known_status(status: str) -> bool:
    """Whether WordPress itself has a status."""
    return status in _STATUSES or status in UNSAVED
