"""Facts about what changed in the index, from which the outdated targets follow."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsgen.archive.targets import Target


class Placement(NamedTuple):
    """Where a card stands: its sort key ("": it is not listed), and its section's group."""

    sort_key: str
    section: int | None


class Extent(StrEnum):
    """How much of an article changed, as the reason that is given for its own page."""

    ADDED = "{} is new"
    CARD = "the card of {} changed"
    TEXT = "the text of {} changed"
    REMOVED = "{} is gone"


class ArticleChanged(NamedTuple):
    """An article came, changed or went.

    `placements`, `groups` and `identifiers` hold the ones of before and those of now. They are empty where the change
    concerns none: a changed text leaves a card where it was.
    """

    path: str
    extent: Extent
    placements: tuple[Placement, ...] = ()
    groups: tuple[Target, ...] = ()
    identifiers: tuple[int, ...] = ()


class GroupRenamed(NamedTuple):
    """A group has another name or slug, which the pages of its articles show."""

    group: Target


class GroupToggled(NamedTuple):
    """The pages of a group of days were switched on or off in site.yaml."""

    group: Target


class PeriodChanged(NamedTuple):
    """A year, month or day came or went; `adjacent` is one before or after it, which links to it."""

    period: Target
    adjacent: Target


class SuggestionsChanged(NamedTuple):
    """An article suggests others, or is suggested by others, than before.

    `cause` is the path of the article that changed. `is_choice` says that another article was chosen; else the card of
    a suggested one changed.
    """

    path: str
    cause: str
    is_choice: bool


class TranslationsChanged(NamedTuple):
    """An article has other translations than before, or the cards of these changed."""

    path: str


class PermalinksMoved(NamedTuple):
    """Articles have other permalinks than before, or old ones lead elsewhere."""


class RecordsChanged(NamedTuple):
    """The records that dumps hold changed."""


class CommentsToggled(NamedTuple):
    """Pages show comments that did not before, or none does any more."""


class TakedownsChanged(NamedTuple):
    """Articles were withdrawn, removed or freed of names, or are so no more."""


class FileChanged(NamedTuple):
    """A file that articles may show or link to came, changed or went.

    `media` is its path in the output, and `identifiers` are the references that may mean it.
    """

    path: str
    media: str
    identifiers: tuple[int, ...]


class PageFileChanged(NamedTuple):
    """A file of the output came or went, to which texts may link; `identifiers` are the references that may mean it."""

    file: str
    identifiers: tuple[int, ...]


class TemplateChanged(NamedTuple):
    """A template, or a part that it includes, changed; `edited` are the files, as reasons name them."""

    template: str
    edited: str


class FrameChanged(NamedTuple):
    """What every page shows changed, such as the list of sections."""


class CardImageChanged(NamedTuple):
    """The card of an article shows another image than before."""

    path: str


class ImageChanged(NamedTuple):
    """An image came, changed or went; `reason` says how.

    `looks_changed` says that pages show it otherwise, in another size or not at all: else its own files changed only.
    """

    media: str
    reason: str
    looks_changed: bool


class CopiedFileAdded(NamedTuple):
    """A file is published that was not before."""

    target: Target


class CopiedFileRemoved(NamedTuple):
    """A file is published no longer."""

    target: Target


Fact = (
    ArticleChanged
    | GroupRenamed
    | GroupToggled
    | PeriodChanged
    | SuggestionsChanged
    | TranslationsChanged
    | PermalinksMoved
    | RecordsChanged
    | CommentsToggled
    | TakedownsChanged
    | FileChanged
    | PageFileChanged
    | TemplateChanged
    | FrameChanged
    | CardImageChanged
    | ImageChanged
    | CopiedFileAdded
    | CopiedFileRemoved
)
