"""Vector drawings (SVG paths): mood lines, technique pictures, page header landscape, icons.

Procedural, or authored as path data, with strokes of one width. The package knows ids and nothing
of content, so that pages, exports and PDFs can share it.
"""
