"""RTF, DOCX and HTML: their letters, links, cells and notes, what is no text of theirs, and files that are hostile."""

import io
import zipfile
from pathlib import Path

import pytest

from newsgen.errors import Problem
from newsgen.importers.clippings.files.docx import read_docx
from newsgen.importers.clippings.files.html import read_html
from newsgen.importers.clippings.files.rtf import read_rtf
from newsgen.importers.clippings.files.source_text import SourceText, TextLink
from tests.support.clippings import docx_of, html_of, read_files, rtf_of, word_part
from tests.support.exports import FACTIVA, NEXIS_UNI
from tests.support.importing import (
    articles_in,
    count_entries,
    markdown_of,
    messages_in,
    only_article,
    zip_of,
)

SHOP = '"We have been patient," said Cy Dunn, who keeps the shop.'
LINKED = NEXIS_UNI.replace("said Cy Dunn", "said [Cy Dunn](https://courant.example/dunn?a=1&b=2)").replace(
    "Chain ferry returns to the quay\n",
    "[Chain ferry returns to the quay](https://advance.lexis.com/api?id=urn:1)\n",
    1,
)


def read_word(content: bytes) -> SourceText:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return read_docx(archive)


def rtf(text: str) -> SourceText:
    return read_rtf(b"{\\rtf1\\ansi\\ansicpg1252 " + text.encode("latin-1") + b"}")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"Caf\'e9 \u8211? quay\par", "Café – quay"),
        (r"\uc0\u233 \uc1\u8220\'93x\u8221\'94", "é“x”"),
        (r"{\uc2\u12390\'82\'c4}!", "て!"),
        (r"\u55357?\u56834?", "😂"),
        (r"\u-3913?", "\uf0b7"),
        (r"a\emdash b\endash c\lquote d\rquote\tab e\~f\_g\-h\{i\}\\", "a—b–c‘d’\te f-gh{i}\\"),
        ("one\ntwo\r\nthree", "onetwothree"),
        (
            r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Cyr;}{\f2\fcharset128 Jp;}}{\f1\'d2\'e5} {\f2\'82\'c4}",
            "Те て",
        ),
        (r"{\*\unknown secret}{\info{\author Ada}}{\pict 0011ff}{\stylesheet{\s1 Title;}}shown", "shown"),
        (r"{\header Page 1}{\*\bkmkstart _1}x{\*\bkmkend _1}{\b bold} {\i italic}", "xbold italic"),
        (r"\bin5 {{{{{x", "x"),
        (r"text{\footnote\chftn A note.} on", "text A note. on"),
        (r"kept {\deleted\revauthdel1 gone}{\revised and {\deleted0 new}}", "kept and new"),
        (r"\pc caf\'82, \pca caf\'82, \mac caf\'8e", "café, café, café"),
        (r"}}}still here", "still here"),
    ],
)
def test_letters_and_groups_of_rtf(written: str, read: str) -> None:
    assert rtf(written).text.strip("\n") == read


def test_paragraphs_and_cells_of_rtf_are_lines_with_tabs() -> None:
    source = rtf(r"\trowd HD\cell Ferry\cell\row\trowd LP\cell One.\par Two.\cell\row A short line\par Next\line Last")
    assert source.text == "HD\tFerry\nLP\tOne.\n\nTwo.\n\nA short line\nNext\nLast\n"


def test_links_of_rtf_keep_their_words_and_addresses() -> None:
    source = rtf(
        r'See {\field{\*\fldinst HYPERLINK "https://a.example/x" \\o "tip"}{\fldrslt {\ul the {\b quay}}}} and '
        r'{\field{\*\fldinst{HYPERLINK \\l "_top"}}{\fldrslt top}} page {\field{\*\fldinst PAGE}{\fldrslt 3}}.\par'
    )
    assert source.text.strip() == "See the quay and top page 3."
    assert source.links == {1: (TextLink("the quay", "https://a.example/x"), TextLink("top", "_top"))}


def test_a_document_of_word_is_read_as_it_is_shown() -> None:
    body = (
        "<w:p><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t><w:noBreakHyphen/><w:t>four</w:t></w:r></w:p>"
        "<w:p><w:ins><w:r><w:t>kept</w:t></w:r></w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>'
        "<w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Fallback>"
        "</mc:AlternateContent>"
        '<w:p><w:r><w:t>noted</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>LP</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>The note.</w:t></w:r></w:p></w:footnote>'
    parts = {
        "word/document.xml": word_part("document", body),
        "word/footnotes.xml": word_part("footnotes", note),
        "word/header1.xml": word_part("hdr", "<w:p><w:r><w:t>Page 1 of 2</w:t></w:r></w:p>"),
        "word/comments.xml": word_part("comments", "<w:comment><w:p><w:r><w:t>Odd.</w:t></w:r></w:p></w:comment>"),
    }
    source = read_word(docx_of("", parts))
    assert source.text == "One\ttwo\nthree-four\nkept\nbox\nnoted [The note.]\n\nLP\ta\nb\n"
    assert source.left_out == {"comments": 1, "header": 4}


def test_a_page_of_html_is_read_by_its_blocks() -> None:
    html = (
        "<html><head><title>No</title><style>p{}</style></head><body><script>no()</script><div>One\n two<br>three</div>"
        "<p>Four <a href='https://a.example/'>five</a></p><ul><li>six</li><li>seven</li></ul>"
        "<table><tr><td><b>HD</b></td><td><span>Ferry</span></td></tr><tr><td>LP</td><td><p>a</p><p>b</p></td></tr></table>"
        "<!-- no --><noscript>no</noscript><div hidden>eight</div></body></html>"
    )
    source = read_html(html)
    assert source.text == "One two\nthree\n\nFour five\n\nsix\nseven\nHD\tFerry\nLP\ta\nb\neight\n"
    assert source.links == {4: (TextLink("five", "https://a.example/"),)}


@pytest.mark.parametrize("write", [rtf_of, docx_of, html_of])
def test_links_in_the_text_stay_but_for_those_to_the_database(tmp_path, write) -> None:  # type: ignore[no-untyped-def]
    text = LINKED.replace("on Tuesday", "[on Tuesday](https://advance.lexis.com/x)")
    article = only_article(read_files(tmp_path, {"export.x": write(text)}))
    assert article.article.headline == "Chain ferry returns to the quay"
    assert markdown_of(article) == (
        "The chain ferry returned to the quay on Tuesday morning after ten years in the yard.\n\n"
        '"We have been patient," said [Cy Dunn](https://courant.example/dunn?a=1&b=2), who keeps the shop.\n'
    )


def test_cover_pages_of_nexis_uni_name_nobody(tmp_path: Path) -> None:
    cover = (
        "User Name: ZANZIBAR ADA\nDate and Time: Tuesday, October 6, 2015\nJob Number: 79565034\nDocuments (1)\n"
        "1. [Chain ferry returns to the quay](https://advance.lexis.com/1)\nClient/Matter: -None-\n"
        "Search Terms: ferry\nSearch Type: Natural Language\nNarrowed by:\nContent Type\tNarrowed by\n"
        "News\tSources: The Sorrel Courant\n\n"
    )
    found = read_files(tmp_path, {"export.docx": docx_of(cover + NEXIS_UNI)})
    article = only_article(found)
    assert article.article.headline == "Chain ferry returns to the quay"
    assert article.article.publication == "The Sorrel Courant"
    assert "ZANZIBAR" not in repr(found)
    assert count_entries(found, "line")["cover", "left out"] == 11


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
def test_plain_texts_are_read_in_their_encoding(tmp_path: Path, codec: str) -> None:
    text = FACTIVA.replace("who keeps the shop", "who keeps the café “Señor Müller” by the quay’s end")
    content = text.replace("\n", "\r\n").encode(codec)
    encoding = codec if codec == "mac_roman" else ""
    article = only_article(read_files(tmp_path, {"export.txt": content}, encoding=encoding))
    assert "the café “Señor Müller” by the quay’s end" in markdown_of(article)


def test_pages_are_read_in_the_encoding_that_they_name(tmp_path: Path) -> None:
    page = html_of(FACTIVA.replace("the shop", "the café")).decode().replace("utf-8", "iso-8859-1").encode("cp1252")
    assert "keeps the café" in markdown_of(only_article(read_files(tmp_path, {"export.html": page})))


def test_archives_of_documents_are_opened(tmp_path: Path) -> None:
    archive = zip_of({"a.docx": docx_of(NEXIS_UNI), "b/c.rtf": rtf_of(FACTIVA), "d.docx": docx_of(NEXIS_UNI)})
    found = read_files(tmp_path, {"files.zip": archive})
    assert len(articles_in(found)) == 2
    assert not messages_in(found)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"%PDF-1.7\n", "is a PDF, which holds pages and not text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is a document of Word before 2007"),
        (b"{\\rtf1" + b"{" * 6_000, "cannot be read: its groups are nested too deeply"),
        (zip_of({"word/document.xml": "<w:p>"}), "cannot be read: its XML is not well-formed: undefined prefix"),
        (
            docx_of("", {"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}),
            "cannot be read: it has a document type, which no document of Word has",
        ),
        (
            docx_of("", {"word/document.xml": "<a>" * 3_000 + "</a>" * 3_000}),
            "cannot be read: its elements are nested too deeply",
        ),
        (docx_of(NEXIS_UNI)[:-60], "is a ZIP archive without its end"),
        (b"", "is empty"),
    ],
)
def test_what_cannot_be_read_is_told_and_all_else_is_imported(tmp_path: Path, content: bytes, message: str) -> None:
    found = read_files(tmp_path, {"a.bin": content, "b.txt": FACTIVA})
    (problem,) = [item for item in found if isinstance(item, Problem)]
    assert problem.message.startswith(message.split(": undefined")[0])
    assert only_article(found).article.id == "factiva:SORCOU0020150303eb330004v"


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = docx_of("", {"word/document.xml": word_part("document", "<w:p/>" * 9_000_000)})
    found = read_files(tmp_path, {"a.docx": bomb})
    assert not articles_in(found)
    (problem,) = [item for item in found if isinstance(item, Problem)]
    assert problem.message == "cannot be read: its part word/document.xml is unpacked to more than 300 times its size"


@pytest.mark.long
@pytest.mark.parametrize("write", [rtf_of, docx_of, html_of])
def test_damaged_bytes_never_end_an_import(tmp_path, write) -> None:  # type: ignore[no-untyped-def]
    whole = write(NEXIS_UNI)
    for place in range(0, len(whole), max(1, len(whole) // 60)):
        damaged = whole[:place] + b"\x00\xff{" + whole[place + 3 :]
        found = read_files(tmp_path, {"a.bin": damaged, "b.txt": FACTIVA})
        assert "factiva:SORCOU0020150303eb330004v" in [article.article.id for article in articles_in(found)]
