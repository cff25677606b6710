"""What several copies of one document say: of the same text from two databases or layouts, one may name more."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from newsgen.importers.clippings.documents import ClippingDocument
from newsgen.importers.clippings.identity import Identity
from newsgen.importers.temporary_index import TemporaryIndex
from newsgen.record.article import Image
from newsgen.record.dates import PartialDate
from newsgen.sources.exports.label_names import fold

# The fields of which a second copy may know what the first does not: lines of text, and lists of names.
_TEXTS = ("headline", "dek", "dateline", "print_page", "language", "rights", "original_url")
_LISTS = ("byline", "section", "publication", "tags")


@dataclass(slots=True)
class Copies:
    """The documents of an import by what they say, on disk."""

    _index: TemporaryIndex
    _repeated: int = field(default=0)

    def note(self, identity: Identity, document: ClippingDocument) -> None:
        """Take note of a document before any is imported."""
        if not self._index.add(f"text:{identity.content}", identity.id if identity.has_number else ""):
            self._repeated += 1
            self._index.add(f"more:{identity.content}:{self._repeated:09}", json.dumps(_plain(identity, document)))

    def is_repeated(self, identity: Identity) -> bool:
        """Whether a document was imported before: the same words under the same number, or under none."""
        if self._index.find(f"id:{identity.id}") == identity.content:
            return True
        number = identity.id if identity.has_number else ""
        if self._index.add(f"done:{identity.content}", number):
            return False
        return not _is_other(identity, self._index.find(f"done:{identity.content}") or "")

    def add_id(self, identity: Identity) -> bool:
        """Take note that an id is in use; whether it is new."""
        return self._index.add(f"id:{identity.id}", identity.content)

    def complete(self, identity: Identity, values: dict[str, Any], extra: dict[str, Any]) -> None:
        """Add to the fields and the rest of a document what only another copy of it says."""
        labels = {fold(name) for name in extra}
        for text in self._index.find_all(f"more:{identity.content}:"):
            more = json.loads(text)
            if _is_other(identity, more["number"]):
                continue
            for name, value in more["fields"].items():
                values[name] = values.get(name) or (tuple(value) if isinstance(value, list) else value)
            if more["published"] and not values.get("published"):
                values["published"] = PartialDate(*more["published"])
            if more["captions"] and not values.get("images"):
                values["images"] = tuple(Image("", caption=caption) for caption in more["captions"])
            extra |= {name: value for name, value in more["extra"].items() if fold(name) not in labels}
            labels |= {fold(name) for name in more["extra"]}


def _plain(identity: Identity, document: ClippingDocument) -> Mapping[str, Any]:
    fields = document.pasted.fields
    published = fields["published"].value if "published" in fields else None
    return {
        "number": identity.id if identity.has_number else "",
        "fields": {name: fields[name].value for name in (*_TEXTS, *_LISTS) if name in fields},
        "captions": [image.caption for image in fields["images"].value] if "images" in fields else [],
        "published": [published.year, published.month, published.day] if published else None,
        "extra": dict(document.extra),
    }


def _is_other(identity: Identity, number: str) -> bool:
    """Whether a number of the same database says that a document of the same words is another one."""
    if not (number and identity.has_number) or number == identity.id:
        return False
    return number.partition(":")[0] == identity.id.partition(":")[0]
