"""What agencies and systems write differently: each row is one habit, with the value that is right."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.importers.agency.reading import read_texts, records_in


def nitf(head: str = "", above: str = "", body: str = "<p>It stands.</p>") -> str:
    return f"""<nitf><head>{head}</head><body><body.head><hedline><hl1>Mill</hl1></hedline>{above}</body.head>
      <body.content>{body}</body.content></body></nitf>"""


def g2(content: str = "", body: str = "<p>It stands.</p>") -> str:
    return f"""<newsItem guid="a" version="1" xml:lang="en">
      <contentMeta><headline>Mill</headline>{content}</contentMeta><contentSet>
      <inlineXML contenttype="application/xhtml+xml"><html><body>{body}</body></html></inlineXML>
      </contentSet></newsItem>"""


def newsml1(lines: str = "", meta: str = "", body: str = "<p>It stands.</p>") -> str:
    return f"""<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Mill</HeadLine>{lines}</NewsLines>
      <DescriptiveMetadata>{meta}</DescriptiveMetadata><NewsComponent><Role FormalName="Main"/><ContentItem>
      <MediaType FormalName="Text"/><DataContent>{body}</DataContent></ContentItem></NewsComponent></NewsComponent>
      </NewsItem></NewsML>"""


def ninjs(**values: object) -> str:
    return json.dumps({"uri": "a", "type": "text", "headline": "Mill", "body_html": "<p>It stands.</p>", **values})


DIALECTS: dict[str, tuple[str, dict[str, Any]]] = {
    "NITF: several persons in one element": (
        nitf(above="<byline><person>Ada Quill and Tom Reed</person><byttl>The Press</byttl></byline>"),
        {"byline": ["Ada Quill", "Tom Reed"]},
    ),
    "NITF: a paper after a stroke": (nitf(above="<byline>Ada Quill / Courant</byline>"), {"byline": ["Ada Quill"]}),
    "NITF: keywords as text": (
        nitf("<docdata><key-list><keyword>Bridges</keyword></key-list></docdata>"),
        {"tags": ["Bridges"]},
    ),
    "NITF: placeholders for dates": (
        nitf('<docdata><date.release norm="YYYYMMDD000000-HHMM"/><date.issue norm="20200703T165136-0400"/></docdata>'),
        {"published": "2020-07-03T16:51:36-04:00", "draft": False},
    ),
    "NITF: a revision at the time of issue": (
        nitf('<docdata><date.issue norm="20200703"/></docdata><revision-history norm="20200703"/>'),
        {"published": "2020-07-03", "updated": None},
    ),
    "NITF: the kind as a section": (nitf('<tobject tobject.type="Innenriks"/>'), {"section": "Innenriks"}),
    "NITF: news as a kind": (nitf('<tobject tobject.type="News"/>'), {"section": ""}),
    "NITF: city, state and country": (
        nitf(above="<dateline><location><city>Sorrel</city><state>Fen</state></location></dateline>"),
        {"dateline": "Sorrel, Fen"},
    ),
    "NITF: a page of the web": (nitf('<pubdata type="web" position.sequence="4"/>'), {"print_page": ""}),
    "NITF: a rule of underscores": (
        nitf(body="<p>It stands.</p><p>_____</p><p>End.</p>"),
        {"markdown": "It stands.\n\n***\n\nEnd.\n"},
    ),
    "NITF: lines of a telex": (
        nitf(body=f"<p>{'word ' * 11}<br/>{'word ' * 11}<br/>end.</p>"),
        {"markdown": f"{'word ' * 22}end.\n"},
    ),
    "NITF: lines of verse": (nitf(body="<p>The mill<br/>stands.</p>"), {"markdown": "The mill\\\nstands.\n"}),
    "NITF: entities escaped twice": (
        nitf(above="<abstract>The mill&amp;apos;s wheel</abstract>"),
        {"dek": "The mill's wheel"},
    ),
    "NITF: an abstract that the text begins with": (
        nitf(above="<abstract>It stands</abstract>", body="<p>It stands at last.</p>"),
        {"dek": ""},
    ),
    "G2: a date as a dateline": (g2("<dateline>2018-01-03 20:13:08 GMT</dateline>"), {"dateline": ""}),
    "G2: subjects that follow from others": (
        g2('<subject why="why:ancestor"><name>Trade</name></subject><subject><name>Mills</name></subject>'),
        {"tags": ["Mills"]},
    ),
    "G2: codes of one letter": (g2("<subject><name>f</name></subject>"), {"tags": []}),
    "G2: a department": (g2('<subject qcode="xdepartment:9"><name>Town</name></subject>'), {"section": "Town"}),
    "G2: text without paragraphs": (g2(body="One.\n\n   Two\n   goes on."), {"body": ["One.", "Two goes on."]}),
    "G2: a heading that repeats the headline": (g2(body="<h1>Mill</h1><p>It stands.</p>"), {"body": ["It stands."]}),
    "NewsML 1: a category by its code": (
        newsml1(meta='<Property FormalName="Category" Value="HHH"/><Property FormalName="Keyword" Value="Fair"/>'),
        {"section": "", "tags": ["Fair"]},
    ),
    "NewsML 1: NITF inside": (
        newsml1(body="<nitf><body><body.content><p>It stands.</p></body.content></body></nitf>"),
        {"body": ["It stands."]},
    ),
    "NewsML 1: plain text": (newsml1(body="One.\n\nTwo."), {"body": ["One.", "Two."]}),
    "NewsML 1: HTML in a section": (
        newsml1(body="<![CDATA[<P>One &eacute;</P><P>Two</P>]]>"),
        {"body": ["One é", "Two"]},
    ),
    "ninjs: editors are no writers": (
        ninjs(authors=[{"name": "Tom Reed", "role": "editor"}, {"name": "Ada Quill", "role": "author"}]),
        {"byline": ["Ada Quill"]},
    ),
    "ninjs: caption and credit of the AP": (
        ninjs(
            type="picture",
            body_html="",
            description_creditline="Ada Quill/MNU",
            description_caption="The mill.",
            photographer={"name": "Ada Quill"},
            datelinelocation={"city": "Sorrel"},
            renditions={"main": {"href": "https://img.example/mill.jpg"}},
        ),
        {
            "byline": ["Ada Quill"],
            "dateline": "Sorrel",
            "images": [{"file": "/mill.jpg", "alt": "", "caption": "The mill.", "credit": "Ada Quill/MNU"}],
        },
    ),
    "ninjs: names of accounts": (ninjs(byline="", authors=[{"name": "quill.ada"}]), {"byline": []}),
}


@pytest.mark.parametrize(("text", "expected"), DIALECTS.values(), ids=DIALECTS)
def test_a_habit_of_writing_is_read_right(tmp_path: Path, text: str, expected: dict[str, Any]) -> None:
    (record,) = records_in(read_texts(tmp_path, text))
    assert {key: record[key] for key in expected} == expected
