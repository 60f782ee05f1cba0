"""Rules on official documents: their numbers, their fields, and whether they are still in force."""
