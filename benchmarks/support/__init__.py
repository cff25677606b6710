"""What the benchmarks share: corpus, measuring, and reports."""
