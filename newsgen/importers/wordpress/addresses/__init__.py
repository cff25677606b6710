"""Addresses of the old site: permalinks, aliases and redirects."""
