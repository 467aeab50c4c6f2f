"""Bytes to disk: only what changed, never over someone else's file, whole or not at all."""
