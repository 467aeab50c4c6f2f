"""Reading and decoding what clinicians write: files to one typed, frozen `Library`."""
