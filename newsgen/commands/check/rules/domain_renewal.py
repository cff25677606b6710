"""The day by which the domain must be renewed: a domain that runs out takes every published address with it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from newsgen.errors import Problem
from newsgen.record.dates import parse_date
from newsgen.settings import SITE_FILE
from newsgen.settings.site import Site

# Registrars remind their customers a month before; whoever checks once a month must still learn of it.
_NEAR = 60


def find_domain_renewal(site: Site, today: datetime.date) -> Iterator[Problem]:
    """The problem of a domain that has run out by site.yaml, or will soon."""
    day = parse_date(site.about.renew_domain).day_or_first() if site.about and site.about.renew_domain else None
    if not day or (day - today).days > _NEAR:
        return
    if day < today:
        message = f"the domain was to be renewed by {day}"
    else:
        message = f"the domain must be renewed by {day}: in {(day - today).days} days"
    reason = "A domain that runs out takes every address of the archive with it, and others may buy it."
    yield Problem(SITE_FILE, 0, message, reason, "Renew it, and write the next day as about.renew_domain.")
