"""`today`: the day of a build or check."""

from __future__ import annotations

import datetime
import os
import time

# The end of the year 9999, in seconds.
_LAST_SECOND = 253_402_300_799


def today() -> datetime.date:
    """The day in UTC: that of SOURCE_DATE_EPOCH if it is set (reproducible-builds.org), else the clock's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    seconds = int(epoch) if epoch.isascii() and epoch.isdigit() else time.time()
    return datetime.datetime.fromtimestamp(min(seconds, _LAST_SECOND), datetime.UTC).date()
