"""Pieces that several kinds of page show: cards, contacts, evidence, reviews."""
