"""All that knows MkDocs and Material."""
