"""Articles as posts of WordPress: straight into its tables, with their photos in its uploads folder."""
