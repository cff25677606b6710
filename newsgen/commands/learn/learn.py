"""Learn from the pasted texts of a site."""

from __future__ import annotations

from pathlib import Path

from newsgen.settings.learnt_reading import LearntReading
from newsgen.settings.site import load_settings
from newsgen.sources.files import find_sources
from newsgen.sources.learning.folder import learn_folder


def learn_site(root: Path) -> LearntReading:
    """What the pasted texts of the site at `root` have in common, whatever its `reading.yaml` says.

    Raises NewsgenError if the settings cannot be read or there are no articles.
    """
    site = load_settings(root)
    folder = root / site.articles
    sources = find_sources(folder, site.articles, site.ignore)
    return learn_folder(folder, [source.path for source in sources], site)
