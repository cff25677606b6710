"""docs/limits.md: its table is that of the limits in force."""

from newsgen.record.limits import LIMITS
from tests.support.paths import ROOT


def test_every_limit_is_documented_and_no_other() -> None:
    page = (ROOT / "docs/limits.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| ")][1:]
    assert rows == [f"| {limit.most:,} | {limit.of_what} | {limit.beyond} |" for limit in LIMITS]
