"""A mapping for a portal of the kind "mapped", learned from one article that somebody posts there by hand."""
