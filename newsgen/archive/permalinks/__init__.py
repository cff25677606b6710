"""Permalinks: patterns, slugs and the ledger of published addresses."""
