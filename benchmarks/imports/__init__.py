"""Benchmarks of imports from other systems."""
