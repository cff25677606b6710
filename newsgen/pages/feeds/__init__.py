"""Atom and JSON feeds with their history."""
