"""What each record of an archive is: a capture, or something else that is counted and left out."""

from __future__ import annotations

from typing import NamedTuple

from newsgen.importers.warc.capture_index import CUT, NEVER, REDIRECT, WHOLE, CaptureRow, Revisit
from newsgen.importers.warc.choice import CaptureChoice, is_page_type
from newsgen.importers.warc.payload.answer import Answer, read_answer
from newsgen.importers.warc.records.heads import moment_of
from newsgen.importers.warc.records.scan import WRONG_LENGTH, Record
from newsgen.importers.web.address_key import address_key
from newsgen.record.import_entry import Entry
from newsgen.text.urls import is_whole

CAPTURE_RECORDS = ("response", "resource", "revisit")
_OTHER_RECORDS = {
    "request": "what a crawler asked is not of the site",
    "metadata": "what a crawler noted is not of the site",
    "warcinfo": "it describes the file",
    "conversion": "it is made from another record",
    "continuation": "it is a later part of a record that was divided",
}
# Answers that a revisit may stand for: the content again, or that it has not changed.
_WITH_CONTENT = (200, 203, 304)
_REDIRECTS = (301, 302, 303, 307, 308)


class RecordCapture(NamedTuple):
    """A capture for the index, and the identifier of its record. `revisit` is what one refers to instead of content.

    `entry` is its line of the account where it has one already.
    """

    row: CaptureRow
    record_id: str
    revisit: Revisit | None = None
    entry: Entry | None = None


def capture_of(record: Record, number: int, file: int, choice: CaptureChoice) -> RecordCapture | Entry:
    """The capture of a record, with its number; or its line of the account where it is none."""
    kind, url = record.head.kind, record.head.url
    if kind not in CAPTURE_RECORDS:
        reason = _OTHER_RECORDS.get(kind, "nobody knows its type")
        return Entry("record", kind if kind in _OTHER_RECORDS else "other", "left out", reason, url)
    if not is_whole(url) or url.startswith("//"):
        return Entry("record", f"{kind} of no web address", "left out", "it was not fetched from the web", url)
    answer = read_answer(record.head, record.start)
    if answer is None:
        if kind != "revisit":
            return Entry("record", kind, "left out", "the head of its answer has no end", url)
        answer = Answer(200, 0)
    fields, moment = record.head.fields, record.head.moment
    rank, reason = _rank(record, answer)
    asked = choice.why_not_at(url)
    row = CaptureRow(
        number=number,
        key=address_key(url),
        url=url,
        moment=moment,
        rank=rank,
        is_asked=not asked,
        status=answer.status,
        media_type=answer.media_type,
        charset=answer.charset,
        location=answer.location,
        codings=" ".join(answer.codings),
        digest=fields.get("warc-payload-digest", "").lower(),
        file=file,
        place=record.place.after(answer.head),
        length=max(0, record.length - answer.head),
        at=record.at,
    )
    record_id = fields.get("warc-record-id", "")
    if kind == "revisit" and answer.status in _WITH_CONTENT:
        return RecordCapture(row._replace(rank=NEVER), record_id, _revisit(record))
    if reason:
        return RecordCapture(row, record_id, None, Entry("capture", f"answer {answer.status}", "left out", reason, url))
    return _asked(RecordCapture(row, record_id), choice)


def resolved(capture: RecordCapture, original: CaptureRow, choice: CaptureChoice) -> RecordCapture:
    """A revisit with the content of the capture that it refers to."""
    row = capture.row
    content = original._replace(
        number=row.number,
        key=row.key,
        url=row.url,
        moment=row.moment,
        # The page that it refers to may be one that is not asked for.
        rank=original.rank or WHOLE,
        is_asked=row.is_asked,
    )
    return _asked(RecordCapture(content, capture.record_id), choice)


def _asked(capture: RecordCapture, choice: CaptureChoice) -> RecordCapture:
    """A capture that does not count if it is a page that nobody asked for; files are wanted by any page."""
    row = capture.row
    is_redirect = row.rank == REDIRECT
    if not is_redirect and not is_page_type(row.media_type):
        return capture._replace(row=row._replace(is_asked=True))
    reason = choice.why_not(row.url, row.moment)
    if not reason:
        return capture
    entry = Entry("capture", "redirect" if is_redirect else "page", "left out", reason, row.url)
    rank = REDIRECT if is_redirect else NEVER
    return capture._replace(row=row._replace(rank=rank, is_asked=False), entry=entry)


def _rank(record: Record, answer: Answer) -> tuple[int, str]:
    """What a capture is worth, and why it does not count, or ""."""
    if answer.status in _REDIRECTS:
        return (REDIRECT, "") if answer.location else (NEVER, "it leads nowhere")
    if answer.status not in (200, 203):
        return NEVER, "the server gave no page or file"
    is_cut = record.flaw not in ("", WRONG_LENGTH) or "warc-truncated" in record.head.fields
    is_cut = is_cut or "warc-segment-number" in record.head.fields
    if is_cut or not answer.is_whole(record.length, record.tail):
        return CUT, ""
    return (WHOLE, "") if record.length > answer.head else (NEVER, "it holds nothing")


def _revisit(record: Record) -> Revisit:
    fields = record.head.fields
    url = fields.get("warc-refers-to-target-uri", "").strip("<> ")
    moment = moment_of(fields.get("warc-refers-to-date", ""))
    return Revisit(fields.get("warc-refers-to", ""), address_key(url or record.head.url), moment)
