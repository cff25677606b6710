"""What decides a picture's bytes beside its content."""

from importlib import metadata

import pytest

from newsgen.images import profile as module
from newsgen.images.profile import Recipe, digest_recipe, maker_digest


def test_every_setting_makes_another_recipe() -> None:
    recipes = [
        Recipe((480, 960), ("avif",)),
        Recipe((480,), ("avif",)),
        Recipe((480, 960), ("webp",)),
        Recipe((1,), ()),
    ]
    assert len({digest_recipe(recipe) for recipe in recipes}) == len(recipes)


def test_another_pillow_makes_other_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = Recipe((480,), ("avif",))
    before, made = maker_digest(), digest_recipe(recipe)
    monkeypatch.setattr(module, "version", lambda name: f"{metadata.version(name)}.1")
    maker_digest.cache_clear()
    try:
        assert maker_digest() != before
        assert digest_recipe(recipe) != made
    finally:
        monkeypatch.undo()
        maker_digest.cache_clear()
    assert maker_digest() == before
