"""From planned pages to text: Jinja templates, and Markdown written by people made safe."""
