"""Reports on a whole library: its coverage, its readability."""
