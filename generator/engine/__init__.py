"""Static site engines: all that knows MkDocs, Material, ProperDocs and Zensical."""
