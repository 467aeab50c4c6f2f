"""What an author writes, as frozen typed records."""
