"""Dates as people and other systems write them."""
