"""`Site`: one edition (clinic and language) as published: visible entries, words, URLs."""
