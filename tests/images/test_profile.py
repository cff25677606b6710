"""What decides a picture's bytes beside its content."""

from importlib import metadata

import pytest

from newsgen.images import profile as module
from newsgen.images.profile import ImageProfile, image_code_digest, profile_digest


def test_every_setting_makes_another_recipe() -> None:
    recipes = [
        ImageProfile((480, 960), ("avif",)),
        ImageProfile((480,), ("avif",)),
        ImageProfile((480, 960), ("webp",)),
        ImageProfile((1,), ()),
    ]
    assert len({profile_digest(recipe) for recipe in recipes}) == len(recipes)


def test_another_pillow_makes_other_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = ImageProfile((480,), ("avif",))
    before, made = image_code_digest(), profile_digest(recipe)
    monkeypatch.setattr(module, "version", lambda name: f"{metadata.version(name)}.1")
    image_code_digest.cache_clear()
    try:
        assert image_code_digest() != before
        assert profile_digest(recipe) != made
    finally:
        monkeypatch.undo()
        image_code_digest.cache_clear()
    assert image_code_digest() == before
