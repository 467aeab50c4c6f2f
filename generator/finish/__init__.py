"""Built pages to site: repaired, checked, and under a strict Content-Security-Policy.

Knows HTML, and nothing of the program that built it but a few repairs of its pages.
"""
