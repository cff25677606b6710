"""The files of a site's folder that are no pages: what readers may have linked to, and what made the old design."""

from __future__ import annotations

from pathlib import PurePosixPath

from newsgen.importers.imported import ImportedFile
from newsgen.importers.site_folder.folder import SiteFolder
from newsgen.record.import_entry import Entry
from newsgen.record.names import leaves_folder, safe_path

# Files that make pages look as they do, or that programs read.
_DESIGN = frozenset(
    ".css .scss .sass .less .styl .js .mjs .cjs .ts .jsx .tsx .map .woff .woff2 .ttf .otf .eot .html .htm .xml .xsl "
    ".json .yml .yaml .toml .lock .rb .gemspec .py .pyc .go .mod .sum .sh .bat .php .rss .atom .webmanifest .ico .njk "
    ".liquid .erb .haml .slim .jade .pug .svelte .vue .conf .ini .cfg .log .bak .swp .tmp".split()
)
_DESIGN_NAMES = frozenset(
    "gemfile rakefile makefile dockerfile license licence copying cname readme procfile robots.txt humans.txt "
    "netlify.toml _redirects _headers thumbs.db .ds_store package.json".split()
)
DESIGN = "it is part of the old design, or of the program that made it"


def take_file(folder: SiteFolder, path: str, address: str) -> tuple[ImportedFile | None, Entry]:
    """A file to keep at its address below the site's root, or none, and its entry in the account."""
    name = PurePosixPath(path).name.lower()
    suffix = PurePosixPath(name).suffix
    label = folder.label_of(path)
    if suffix in _DESIGN or name in _DESIGN_NAMES or name.partition(".")[0] in _DESIGN_NAMES or not suffix:
        return None, Entry("file", suffix, "left out", DESIGN, label)
    if leaves_folder(address.lstrip("/")):
        return None, Entry("file", suffix, "left out", "its path leads out of the site", label)
    file = folder.files[path].file
    return ImportedFile("/" + safe_path(address.lstrip("/")), file), Entry("file", suffix, "taken")
