"""Development server: serves the site locally, rebuilds on save, reloads open pages."""
