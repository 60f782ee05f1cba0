"""Rules on the names of administrative units."""
