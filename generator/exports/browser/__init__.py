"""Files that the scripts of the site read."""
