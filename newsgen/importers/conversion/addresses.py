"""Addresses that two articles of a source declare: the first has it, and the other gets one of its own."""

from __future__ import annotations

import datetime

from newsgen.importers.conversion.fields import KeyedFields
from newsgen.importers.conversion.statuses import is_future
from newsgen.importers.temporary_index import TemporaryIndex

DOUBLE = "another article has its address: the site's pattern gives it one"


def claim_address(keyed: KeyedFields, index: TemporaryIndex, today: datetime.date) -> tuple[KeyedFields, str]:
    """The fields of an article without an address that an earlier one has, and what its entry says of it ("": nothing).

    What is not public has no address that could be one of others.
    """
    address = keyed.fields.get("permalink")
    if not address or keyed.status or is_future(keyed.fields.get("published"), today):
        return keyed, ""
    if index.add(f"address:{address.rstrip('/').removesuffix('/index.html').casefold()}", ""):
        return keyed, ""
    fields = {name: value for name, value in keyed.fields.items() if name not in ("permalink", "slug")}
    return keyed._replace(fields=fields), DOUBLE
