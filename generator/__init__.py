"""writing-site: a static site generator for therapeutic writing; its content is YAML."""

__version__ = "0.2.0"
