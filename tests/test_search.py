import gzip

from newsgen.search.stemmer_scripts import BROWSER

# Search has 12 KB for all its scripts but the stemmers, as they travel.
LARGEST = 2_200


def test_the_browser_has_little_to_load_for_its_terms() -> None:
    assert len(gzip.compress((BROWSER / "terms.js").read_bytes())) <= LARGEST
