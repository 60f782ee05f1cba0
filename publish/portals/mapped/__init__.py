"""Articles in somebody's own tables, as a mapping in `config.toml` says. See docs/portal-mapped.md."""
