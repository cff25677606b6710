"""Reasons why a target is outdated, as `newsgen build --explain` shows them."""

from __future__ import annotations

from typing import NamedTuple


class Reason(NamedTuple):
    """Why a target is outdated: a text with a gap for what changed, and what that is."""

    text: str
    subject: str = ""

    def __str__(self) -> str:
        return self.text.format(self.subject)

    def because_of(self, effect: str) -> Reason:
        """The reason of a target that the same change reaches by an effect."""
        return Reason(self.text + effect, self.subject)


FIRST_BUILD = Reason("it is new")
UNTRUSTED_OUTPUT = Reason("the output was not as the last build left it")
SETTINGS_CHANGED = Reason("{} changed", "site.yaml")
LEDGER_CHANGED = Reason("{} changed", "permalinks.tsv")
FRAME_CHANGED = Reason("what every page shows changed, such as the list of sections")
IMAGE_CODE_CHANGED = Reason("Pillow has another version")
IMAGES_CHANGED = Reason("pictures changed")
CARD_IMAGE_CHANGED = Reason("an article shows another picture")
PERMALINKS_MOVED = Reason("addresses moved")
RECORDS_CHANGED = Reason("articles changed")
TRANSLATIONS_CHANGED = Reason("its translations changed")
COMMENTS_TOGGLED = Reason("pages began or ceased to show comments")
TAKEDOWNS_CHANGED = Reason("articles were taken down, or are there again")
FILES_CHANGED = Reason("files changed")
ADDED = Reason("it is new")
REMOVED = Reason("it is gone")

FILE_CHANGED = "the file {} changed"
PAGE_CHANGED = "{} came or went, which it links to"
TEMPLATE_CHANGED = "template {} changed"
PERIOD_CHANGED = "{} came or went beside it"
GROUP_RENAMED = "{} has another name"
IMAGE_ADDED = "the picture {} is new"
IMAGE_CHANGED = "the picture {} changed"
IMAGE_REMOVED = "the picture {} is shown no longer"

# Effects: how a change reaches a target that is not its own.
BESIDE = ", which stands beside it"
SUGGESTED = ", which it suggests"
CHOICE = ", which changes what it suggests"
