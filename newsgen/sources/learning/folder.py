"""Choose the texts of a site from which is learnt, and learn from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from newsgen.errors import NewsgenError
from newsgen.record.digests import digest_of
from newsgen.settings.learnt_reading import LearntReading
from newsgen.settings.site import Site
from newsgen.sources.email_message import read_email
from newsgen.sources.exports import read_export
from newsgen.sources.front_matter import split_pasted_front_matter
from newsgen.sources.learning.learn import learn_from
from newsgen.sources.learning.pasted_paths import pasted_paths
from newsgen.sources.pasted import Hints
from newsgen.text.encoding import read_text

# More texts say nothing new, and take longer.
_MOST_TEXTS = 300


def learn_folder(folder: Path, paths: Sequence[str], site: Site) -> LearntReading:
    """What the pasted texts of an articles folder have in common; `paths` are those of its sources.

    Of many texts some are chosen, by their paths. Texts that cannot be read are passed over: the build names them.
    """
    pasted = pasted_paths(paths)
    if len(pasted) > _MOST_TEXTS:
        pasted = sorted(pasted, key=digest_of)[:_MOST_TEXTS]
    return learn_from(_read_texts(folder, pasted, site))


def _read_texts(folder: Path, paths: Iterable[str], site: Site) -> Iterator[str]:
    for path in paths:
        try:
            text = read_text(folder / path, path, site.encoding_of(path))
            split = split_pasted_front_matter(text, path)
            if read_export(split.text, split.text_line, path, Hints()) or read_email(split.text, 1, path, Hints()):
                continue
        except NewsgenError:
            continue
        if split.text.strip():
            yield split.text
