"""The reference portal: three documented tables and a folder of files. See docs/portal-reference.md."""
