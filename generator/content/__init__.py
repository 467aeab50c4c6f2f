"""Content pipeline: YAML and Markdown files to one typed, frozen `Library`."""
