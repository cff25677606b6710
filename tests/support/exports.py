"""Exports as databases write them, with invented articles, and how they are read in tests."""

from typing import Any, NamedTuple

from newsgen.sources.exports import read_export

NEXIS = """\
                               2 of 7 DOCUMENTS


                               The Sorrel Courant

                            March 3, 2015 Tuesday
                                 First Edition

Chain ferry returns to the quay after ten years in the yard at the mouth of
the river

BYLINE: By Ada Quill and Bo Fenn

SECTION: NEWS; Pg. 4

LENGTH: 84 words

HIGHLIGHT: Several hundred people watch it cross

DATELINE: SORREL

The chain ferry returned to the quay on Tuesday morning after ten years in
the yard, and several hundred people watched it cross, among them a twenty-
six-year-old goat.

"We have been patient," said Cy Dunn, who keeps the shop at the landing
stage.

LOAD-DATE: March 4, 2015

LANGUAGE: ENGLISH

SUBJECT: FERRIES (92%); RIVERS
(75%)

GRAPHIC: The ferry below the old bridge.

                     Copyright 2015 Sorrel Press Holdings
                              All Rights Reserved
"""
NEXIS_UNI = """\
Chain ferry returns to the quay
The Sorrel Courant
March 3, 2015 Tuesday
First Edition
Copyright 2015 Sorrel Press Holdings All Rights Reserved
Section: NEWS; Pg. 4
Length: 84 words
Byline: Ada Quill
Body

The chain ferry returned to the quay on Tuesday morning after ten years in the yard.

"We have been patient," said Cy Dunn, who keeps the shop.

Graphic

The ferry below the old bridge.

Classification

Language: ENGLISH

Load-Date: March 4, 2015

End of Document
"""
FACTIVA = """\
News
Chain ferry returns to the quay

By Ada Quill
1,084 words
3 March 2015
11:15
The Sorrel Courant
SORCOU
A4
English
(c) 2015 Sorrel Press Holdings. All rights reserved

The chain ferry returned to the quay on Tuesday morning after ten years in the yard.

"We have been patient," said Cy Dunn, who keeps the shop.

Document SORCOU0020150303eb330004v
"""
FACTIVA_CODES = """\
SE      News
HD      Chain ferry returns to the quay
BY      By Ada Quill
WC      84 words
PD      3 March 2015
SN      The Sorrel Courant
SC      SORCOU
PG      4
LA      English
CY      (c) 2015 Sorrel Press Holdings

LP      The chain ferry returned to the quay on Tuesday morning after ten years in the yard.

TD      "We have been patient," said Cy Dunn, who keeps the shop.

IN the end, nobody was late.

RE      uk : United Kingdom
AN      Document SORCOU0020150303eb330004v
"""
PROQUEST = """\
Document 1 of 2

Chain ferry returns to the quay

Author: Quill, Ada; Fenn, Bo

Publication info: The Sorrel Courant ; Sorrel [Sorrel]03 Mar 2015: 4.

ProQuest document link

Abstract: The ferry is back.

Full text: The chain ferry returned to the quay on Tuesday morning after ten years in the yard.

Location: the landing stage. So the sign had it.

Nobody was late.

The shop was shut.

The goat was not.

It rained.

Subject: Ferries

Title: Chain ferry returns to the quay

Publication title: The Sorrel Courant; Sorrel

Publication date: Mar 3, 2015

Section: Local News

Language of publication: English

ProQuest document ID: 1017700123

Copyright: Copyright Sorrel Press Mar 3, 2015

Last updated: 2016-11-09
"""


class Read(NamedTuple):
    """What a text gave: the values of its fields, what is kept beside, and its paragraphs with their lines."""

    fields: dict[str, Any]
    extra: dict[str, object]
    body: list[tuple[int, str]]


def read(text: str) -> Read:
    """Read a text that is one document of an export."""
    export = read_export(text, 1, "a.txt")
    assert export is not None
    # Every line that is not blank has a label.
    assert [line.number for line in export.pasted.lines] == [
        number for number, line in enumerate(text.split("\n"), 1) if line.strip()
    ]
    assert len(export.pasted.labels) == len(export.pasted.lines)
    fields = {name: field.value for name, field in export.pasted.fields.items()}
    return Read(fields, export.extra, [(block.line, block.text) for block in export.pasted.body])
