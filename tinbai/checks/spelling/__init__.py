"""Rules on how words are written."""
