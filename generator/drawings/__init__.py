"""Drawings: lines of moods, pictures of ways of writing, the landscape, small signs.

Computed from a few numbers or written as path data, and all strokes of one width. The room knows
ids and nothing of content, so that pages, exports and the press for paper can draw alike.
"""
