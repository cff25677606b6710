"""A record in the RIS format, which most reference managers read."""

from __future__ import annotations

from newsgen.pages.metadata.citations.reference import Reference
from newsgen.pages.metadata.citations.wording import page_range


def write_ris(reference: Reference) -> str:
    """The record of a newspaper article, a tag a line. A date keeps the slashes of its unknown parts: "2024/02//"."""
    # Programs expect a comma between the parts of a name in every script.
    names = [
        ", ".join(filter(None, (name.family, name.given, name.suffix))) or name.whole for name in reference.authors
    ]
    lines = ["TY  - NEWS", *(f"AU  - {name}" for name in names)]
    lines += (f"TI  - {reference.headline}", f"T2  - {reference.paper}")
    date = reference.published
    if date:
        month, day = (f"{part:02}" if part else "" for part in (date.month, date.day))
        lines += (f"PY  - {date.year:04}", f"DA  - {date.year:04}/{month}/{day}/")
    if reference.section:
        lines.append(f"SE  - {reference.section}")
    if reference.page:
        first, last = page_range(reference.page)
        lines.append(f"SP  - {first}")
        if last:
            lines.append(f"EP  - {last}")
    if reference.language:
        lines.append(f"LA  - {reference.language}")
    if reference.url:
        lines.append(f"UR  - {reference.url}")
    return "\n".join((*lines, "ER  - "))
