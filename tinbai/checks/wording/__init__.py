"""Rules on the manner of a text: marks left behind, links, abbreviations, advertising."""
