"""Bytes of YAML to plain values with line and column."""
