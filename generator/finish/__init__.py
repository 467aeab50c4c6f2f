"""Post-processing of the engine's HTML into the site: repair, check, Content-Security-Policy.

Knows HTML, and of the engine that made it nothing but a few repairs of its pages.
"""
