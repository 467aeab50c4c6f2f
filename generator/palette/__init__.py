"""The colours of a clinic: what each is used for, whether it can be read there, and the CSS."""
