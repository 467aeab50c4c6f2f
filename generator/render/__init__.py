"""Rendering: planned pages to Markdown and cards to HTML by Jinja templates; the theme's assets."""
