"""Reports on a whole library: coverage, clarity of techniques, counts."""
