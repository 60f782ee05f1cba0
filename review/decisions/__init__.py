"""The decisions: one file each. A decision is a resource: POST /articles/7/approval."""
