"""Articles as files: for portals that are built from a folder, and for whoever wants them by a feed."""
