"""Blogger's exports: Atom, as "Back up content" and as Google Takeout give it."""
