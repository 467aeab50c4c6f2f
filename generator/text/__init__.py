"""Text written by people: escaping, character checks, typography, readability, near-duplicates."""
