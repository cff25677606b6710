"""Similarity of articles, computed from their own texts and fixed word lists of their languages."""
