"""Serve: the site on this computer, and in the browser what was just saved."""
