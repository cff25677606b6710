"""The digests on which cached images depend."""

from importlib import metadata

import pytest

from newsgen.images import profile as module
from newsgen.images.profile import ImageProfile, image_code_digest, profile_digest


def test_every_profile_has_its_own_digest() -> None:
    profiles = [
        ImageProfile((480, 960), ("avif",)),
        ImageProfile((480,), ("avif",)),
        ImageProfile((480, 960), ("webp",)),
        ImageProfile((1,), ()),
    ]
    assert len({profile_digest(profile) for profile in profiles}) == len(profiles)


def test_another_version_of_pillow_changes_the_digests(monkeypatch: pytest.MonkeyPatch) -> None:
    profile = ImageProfile((480,), ("avif",))
    code_before, profile_before = image_code_digest(), profile_digest(profile)
    monkeypatch.setattr(module, "library_version", lambda name: f"{metadata.version(name)}.1")
    image_code_digest.cache_clear()
    try:
        assert image_code_digest() != code_before
        assert profile_digest(profile) != profile_before
    finally:
        monkeypatch.undo()
        image_code_digest.cache_clear()
    assert image_code_digest() == code_before
