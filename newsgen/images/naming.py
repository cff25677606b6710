"""File names of an image's renditions, each derived from the name of the image alone.

"media/2021/fair.jpg" stays the name of the file that every browser can show, and its renditions lie beside it as
"media/2021/fair-960.avif". Only ".jpg" is dropped from their names: "fair.png" in the same folder has
"fair.png-960.avif". Where a name would still be another file's, the output register reports it.
"""

from __future__ import annotations

import os

from newsgen.record.digests import digest_of_bytes
from newsgen.record.names import safe_path

# The endings by which browsers, servers and people expect a format.
_ENDINGS = {"jpg": ("jpg", "jpeg", "jpe", "jfif"), "png": ("png",)}
# The format of a file that keeps its own, without what cameras write into it.
ORIGINAL = "original"
_PHOTOGRAPHS = frozenset(
    "|jpg|jpeg|jpe|jfif|mpo|png|apng|webp|gif|avif|tif|tiff|heic|heif|hif|jp2|j2k|jpf|jpx|dng|cr2|nef|arw|orf|rw2".split(
        "|"
    )
)
# Films, sounds and documents of formats into which cameras, telephones and programs write too.
_BLANKED = frozenset("mp4 m4v m4a m4b mov qt 3gp 3g2 webm mkv mka mp3 aac ogg oga ogv opus spx flac wav pdf".split())
# What browsers open as a document of the site, in which there may be scripts.
_OPENED = frozenset("htm html xhtml xht xml xsl xslt xsd wsdl xpdl xul rdf rss atom mathml mml".split())
# What servers run instead of sending it, some of them wherever in a name it stands between dots.
_HANDLED = frozenset("shtm shtml stm phtml pht phtm phar php php2 php3 php4 php5 php6 php7 php8 asp aspx jsp".split())
# What may have scripts in a way that cannot be told, what else servers run, and their settings (web.config).
_RUN = _HANDLED | frozenset(
    "svgz mht mhtml hta htc swf ascx ashx asmx asa asax axd cer cdx svc cshtml vbhtml config"
    " jspx jspf jsw jsv cfm cfml cfc cgi fcgi pl py rb sh".split()
)
# What every server sends as something that browsers show as a plain text, play or save, whatever is in it.
_TYPED = frozenset(
    "txt text log csv tsv json jsonl geojson md css js mjs ics vcf srt vtt tex bib kml kmz gpx"
    " doc docx dot dotx xls xlsx ppt pptx pps odt ods odp odg rtf epub mobi djvu ps eps ai psd ico bmp"
    " zip gz tgz bz2 xz 7z rar tar iso dmg exe msi apk woff woff2 ttf otf eot mid midi aif aiff wma wmv avi flv"
    " mpg mpeg".split()
)
_DROPPED_ENDING = ".jpg"
# File systems allow 255 bytes, and what is appended to a name fits into the rest.
_MAX_BYTES = 230
_TRUNCATED_BYTES = 200


def may_be_photograph(file: str) -> bool:
    """Whether a file's name says that it is an image into which a camera writes, or says nothing of what it is."""
    return ending_of(file) in _PHOTOGRAPHS


def may_have_private_parts(file: str) -> bool:
    """Whether a file's name says that it is a film, a sound or a document, which may say where it was made."""
    return ending_of(file) in _BLANKED


def may_be_run(file: str) -> bool:
    """Whether a browser or a server may run what is in a file with this name."""
    return ending_of(file) in _RUN or not _HANDLED.isdisjoint(_endings_of(file)) or is_opened(file)


def is_opened(file: str) -> bool:
    """Whether a file's name says that it is a document of HTML or XML, which runs something only if it has scripts.

    A server that does not know the last ending goes by those before it.
    """
    endings = _endings_of(file)
    return _HANDLED.isdisjoint(endings) and (
        ending_of(file) in _OPENED or (tells_no_type(file) and not (_OPENED | {"svg"}).isdisjoint(endings))
    )


def tells_no_type(file: str) -> bool:
    """Whether a file's name has an ending that servers do not know, so that browsers go by how the file begins."""
    ending = ending_of(file)
    return ending not in _TYPED | _PHOTOGRAPHS | _BLANKED | _OPENED | _RUN and not is_drawing(file)


def is_drawing(file: str) -> bool:
    """Whether a file's name says that it is an SVG, in which scripts may be."""
    return ending_of(file) == "svg"


def ending_of(file: str) -> str:
    """The ending of a file's name in lower case, without the dot; "" where it has none."""
    return file.rpartition("/")[2].rpartition(".")[2].lower() if "." in file.rpartition("/")[2] else ""


def _endings_of(file: str) -> list[str]:
    """All that stands behind dots in a file's name, in lower case."""
    return file.rpartition("/")[2].lower().split(".")[1:]


def name_fallback(file: str, format_: str) -> str:
    """The path of the file for browsers that know none of the newer formats.

    `format_` is "jpg" or "png", of which an original with another ending, such as ".tiff", gets the ending appended, or
    "original" for a file that keeps its format.
    """
    file = safe_path(file)
    if format_ == ORIGINAL:
        return file
    return file if ending_of(file) in _ENDINGS[format_] else f"{_shorten(file)}.{format_}"


def name_stem(file: str) -> str:
    """The common beginning of the paths of all renditions of a file."""
    file = safe_path(file)
    return _shorten(file[: -len(_DROPPED_ENDING)] if file.lower().endswith(_DROPPED_ENDING) else file)


def name_rendition(file: str, width: int, format_: str) -> str:
    """The path of the rendition of a file in a width and a format, such as "avif"."""
    return f"{name_stem(file)}-{width}.{format_}"


def _shorten(file: str) -> str:
    """A path whose name leaves room for an ending: a very long name is truncated, and a digest keeps it unique."""
    folder, slash, name = file.rpartition("/")
    encoded = os.fsencode(name)
    if len(encoded) <= _MAX_BYTES:
        return file
    return f"{folder}{slash}{encoded[:_TRUNCATED_BYTES].decode(errors='ignore')}-{digest_of_bytes(encoded).hex()[:8]}"
