"""One edition as its readers see it: what is shown, in which words, at which address."""
