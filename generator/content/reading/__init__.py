"""YAML reader: bytes of a file to plain values that keep their line and column."""
