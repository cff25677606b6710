"""Permalinks: patterns, slugs and the ledger of published addresses."""

# Defined here because a build that finds nothing to do needs the name, and not the code that reads the file.
LEDGER_FILE = "permalinks.tsv"
