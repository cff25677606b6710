"""Read the text of a source that is no Markdown and no HTML: a database's export, an e-mail, or a pasted page."""

from __future__ import annotations

from collections.abc import Mapping

from newsgen.settings.site import Site
from newsgen.sources.dates.custom import declared_custom
from newsgen.sources.email_message import read_email
from newsgen.sources.exports import read_export
from newsgen.sources.front_matter import Split
from newsgen.sources.pasted import Hints, PastedText, read_pasted
from newsgen.sources.pasted.learned.phrase_form import in_phrase_form
from newsgen.sources.pasted.phrases import bare


def read_pasted_source(
    split: Split, label: str, site: Site, has_headline: bool
) -> tuple[PastedText, Mapping[str, object]]:
    """The text below the front matter as it was read, and what it says that newsgen keeps but does not use."""
    text, first_line, hints = split.text, split.text_line, _hints(site, has_headline)
    export = read_export(text, first_line, label, hints)
    if export:
        return export
    return read_email(text, first_line, label, hints) or read_pasted(text, first_line, label, hints), {}


def _hints(site: Site, has_headline: bool) -> Hints:
    chrome = frozenset(map(bare, site.chrome))
    return Hints(has_headline, declared_custom(site).day_first, chrome, site.title, in_phrase_form(site.learnt))
