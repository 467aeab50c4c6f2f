"""writing-site: from YAML written by clinicians to a searchable site for therapeutic writing."""

__version__ = "0.2.0"
