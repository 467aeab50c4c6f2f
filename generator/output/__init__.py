"""Writing to disk: incremental, atomic, and never over files that this program did not write."""
