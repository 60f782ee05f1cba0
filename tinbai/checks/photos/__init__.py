"""Rules on photos and their captions."""
