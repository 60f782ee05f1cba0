"""Rules on days, dates and anniversaries."""
