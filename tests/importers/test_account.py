"""The account of an import: it counts everything, and grows with what a source has of kinds, not with its things."""

from __future__ import annotations

from newsgen.importers.account import MOST_NAMES, MOST_REASONS, OTHER_NAMES, OTHER_REASONS, Account
from newsgen.record.import_entry import Entry


def test_names_beyond_a_number_are_counted_together() -> None:
    account = Account()
    account.add(Entry("field", f"_oembed_{number:05}", "left out", "It is technical.") for number in range(5_000))
    account.add([Entry("field", "_oembed_00007", "taken"), Entry("post", "publish", "taken")])
    rows = {(row.kind, row.name): row for row in account.rows()}
    assert len(rows) == MOST_NAMES + 2
    assert rows["field", "_oembed_00007"][2:5] == (1, 0, 1)
    others = rows["field", OTHER_NAMES]
    assert (others.left_out, others.reasons) == (
        5_000 - MOST_NAMES,
        (("left out", "It is technical.", 5_000 - MOST_NAMES, ""),),
    )
    assert sum(row.total for row in rows.values()) == 5_002


def test_reasons_beyond_a_number_are_counted_together() -> None:
    account = Account()
    account.add(Entry("block", "block", "left out", f"There is no block {number}.") for number in range(1_000))
    (row,) = account.rows()
    assert (row.left_out, len(row.reasons)) == (1_000, MOST_REASONS + 1)
    assert ("left out", OTHER_REASONS, 1_000 - MOST_REASONS, "") in row.reasons
