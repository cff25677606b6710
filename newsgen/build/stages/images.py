"""The step of a build that looks at pictures: those that are new or changed are measured and made before anything is
written, and the pages that show one whose measures changed are touched.

Pages depend on measures alone. So a photograph in the place of another of its size changes its own files and no page.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator

from newsgen.archive.database import BuildMemo, decode_path, encode_path
from newsgen.archive.feed_blocks import all_blocks
from newsgen.archive.images import forget_images, known_images, put_image, shown_media
from newsgen.build.options import BuildOptions
from newsgen.build.workers.pool import Processes, make_images, run
from newsgen.build.workers.worker import ImageSource
from newsgen.images.profile import image_code_digest
from newsgen.images.renditions import ImageResult

# Articles that are read in the time that a picture takes.
_WORTH = 200
_ASSET = "asset:"


def update_images(
    state: sqlite3.Connection,
    touched: dict[str, str],
    moved: Collection[int],
    find: Callable[[str], ImageSource],
    again: str,
    processes: Processes,
    wishes: BuildOptions,
) -> None:
    """Bring the pictures of the index and of the cache up to date; `touched` gains the owners that this touches.

    `moved` are the articles whose cards show another picture than before, and `find` answers a picture's own file.
    `again` says why all pictures are looked at; "" where only some are.
    """
    remade = _save_code_digest(state)
    again = again or remade
    known, shown = known_images(state), shown_media(state)
    changed = {media: f"the picture {media} is shown no longer" for media in known.keys() - shown}
    forget_images(state, changed)
    waiting = _waiting(state, known, shown, touched, again)
    for media, made in _look_at(sorted(waiting), find, processes, wishes):
        old = known.get(media)
        if old == made:
            continue
        reason = again if again and old else f"the picture {media} {'changed' if old else 'is new'}"
        put_image(state, media, made)
        touched.setdefault(f"{_ASSET}{media}", reason)
        if not old or old.measures != made.measures:
            changed[media] = reason
    for media, reason in changed.items():
        touched.setdefault(f"{_ASSET}{media}", reason)
        touched.update((owner, reason) for owner in _showing(state, media) if owner not in touched)
    for number in moved:
        reason = "an article shows another picture"
        touched.update((owner, reason) for owner in _listing(state, number) if owner not in touched)
    if changed or moved:
        for owner in ("feed:", *all_blocks(state)):
            touched.setdefault(owner, "pictures changed")


def _save_code_digest(state: sqlite3.Connection) -> str:
    """Remember what makes pictures now; why those that were made before are made anew, "" where it was the same."""
    meta, maker = BuildMemo(state), image_code_digest()
    before = meta.get("maker")
    meta.put("maker", maker)
    return "Pillow has another version" if before is not None and before != maker else ""


def _waiting(
    state: sqlite3.Connection, known: Collection[str], shown: set[str], touched: Collection[str], again: str
) -> set[str]:
    """The pictures to look at: new ones, touched ones, and those that a build that was killed left to write."""
    if again:
        return shown
    rows = state.execute("SELECT owner FROM pending WHERE owner >= 'asset:' AND owner < 'asset;'")
    left = {decode_path(owner).removeprefix(_ASSET) for (owner,) in rows}
    return {media for media in shown if media not in known or media in left or f"{_ASSET}{media}" in touched}


def _look_at(
    waiting: list[str], find: Callable[[str], ImageSource], processes: Processes, wishes: BuildOptions
) -> Iterator[tuple[str, ImageResult]]:
    if not waiting:
        return
    with processes(len(waiting) * _WORTH) as (executor, count):
        made = run(executor, make_images, map(find, waiting), 1, count, wishes.verify)
        for done, batch in enumerate(made, start=1):
            yield from batch
            wishes.watch("pictures", done, len(waiting))


def _showing(state: sqlite3.Connection, media: str) -> Iterator[str]:
    """The owners of pages that show a picture or link to it."""
    rows = state.execute(
        "SELECT a.path FROM links l JOIN articles a ON a.id = l.article_id WHERE l.media = ? AND l.media <> ''",
        (encode_path(media),),
    )
    yield from (f"article:{decode_path(path)}" for (path,) in rows)
    cards = state.execute("SELECT id FROM articles WHERE picture = ?", (encode_path(media),)).fetchall()
    for (number,) in cards:
        yield from _listing(state, number)


def _listing(state: sqlite3.Connection, number: int) -> Iterable[str]:
    """The owners of pages that may show an article's card with its picture."""
    groups = state.execute(
        "SELECT g.kind, g.key FROM members m JOIN groups g ON g.id = m.group_id WHERE m.article_id = ?", (number,)
    )
    return [*(f"{kind}:{key}" for kind, key in groups), "front:"]
