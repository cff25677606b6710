"""Place dates with an offset from UTC on the paper's own day: of an evening story, UTC exports give the next day."""

from __future__ import annotations

import datetime
from dataclasses import replace
from zoneinfo import ZoneInfo

from newsgen.record.article import Article
from newsgen.record.dates import PartialDate
from newsgen.sources.dates.offsets import write_offset


def with_paper_days(article: Article, timezone: str) -> Article:
    """An article with its dates by the clocks of a time zone; without a time zone, the article itself."""
    if not timezone:
        return article
    zone = ZoneInfo(timezone)
    withdrawal = article.withdrawal
    if withdrawal and withdrawal.date:
        withdrawal = replace(withdrawal, date=place_date(withdrawal.date, zone))
    return replace(
        article,
        published=article.published and place_date(article.published, zone),
        updated=article.updated and place_date(article.updated, zone),
        corrections=tuple(
            replace(correction, date=correction.date and place_date(correction.date, zone))
            for correction in article.corrections
        ),
        withdrawal=withdrawal,
        comments=tuple(
            replace(comment, date=comment.date and place_date(comment.date, zone)) for comment in article.comments
        ),
    )


def place_date(date: PartialDate, zone: datetime.tzinfo) -> PartialDate:
    """The same instant by the clocks of a time zone; a date whose clock has no offset stays as it is.

    The offset is rounded to minutes, for that of the 19th century has seconds, which no format can write.
    """
    if not date.clock or len(date.clock) == len("hh:mm:ss"):
        return date
    try:
        instant = datetime.datetime.fromisoformat(str(date))
        offset = instant.astimezone(zone).utcoffset() or datetime.timedelta()
        minutes = round(offset.total_seconds() / 60)
        local = instant.astimezone(datetime.timezone(datetime.timedelta(minutes=minutes)))
    except (OverflowError, ValueError):
        return date
    return PartialDate(local.year, local.month, local.day, f"{local:%H:%M:%S}{write_offset(minutes)}")
