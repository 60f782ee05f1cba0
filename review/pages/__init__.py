"""The pages: one file each. They only read."""
