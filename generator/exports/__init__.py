"""Exports: what the site shows, for programs: JSON, calendars, feeds, and facts in page heads."""
