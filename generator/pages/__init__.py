"""What exists on the site and where: a `Library` to `Page` values, nothing rendered yet."""
