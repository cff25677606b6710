"""What differs between two manifests."""

from hypothesis import given
from hypothesis import strategies as st

from newsgen.archive.database import encode_path
from newsgen.output.manifest import ManifestEntry
from newsgen.output.publishing.comparison import Changes, compare

FILES = st.dictionaries(st.sampled_from([*"abcdef", "a/b", "a-b", "é"]), st.sampled_from([b"1", b"2"]))


def listed(files: dict[str, bytes]) -> list[ManifestEntry]:
    return [ManifestEntry(file, files[file]) for file in sorted(files, key=encode_path)]


@given(FILES, FILES)
def test_it_is_what_two_mappings_differ_in(site: dict[str, bytes], target: dict[str, bytes]) -> None:
    changes = compare(iter(listed(site)), iter(listed(target)), {}, {})
    assert changes == Changes(
        new=tuple(entry for entry in listed(site) if entry.file not in target),
        changed=tuple(entry for entry in listed(site) if target.get(entry.file, entry.digest) != entry.digest),
        removed=tuple(sorted(target.keys() - site.keys())),
        kept=len(site.items() & target.items()),
    )


@given(FILES, FILES, FILES, FILES)
def test_of_what_is_unsure_only_what_was_sent_is_kept(
    site: dict[str, bytes], target: dict[str, bytes], unsure: dict[str, bytes], sent: dict[str, bytes]
) -> None:
    sent = {file: digest for file, digest in sent.items() if unsure.get(file) == digest}
    changes = compare(iter(listed(site)), iter(listed(target)), unsure, sent)
    kept = {file for file in site if sent.get(file) == site[file]}
    kept |= {file for file in site if file not in unsure and target.get(file) == site[file]}
    assert {entry.file for entry in changes.uploads} == site.keys() - kept
    assert set(changes.removed) == (target.keys() | unsure.keys()) - site.keys()
    assert changes.kept == len(kept)
