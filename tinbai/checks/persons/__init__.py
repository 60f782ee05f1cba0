"""Rules on people: their names and titles."""
