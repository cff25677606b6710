"""The reading of a build in parts, which are planned, read anywhere in any order, and joined by one build."""
