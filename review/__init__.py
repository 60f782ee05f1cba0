"""The review site: where editors read, correct and decide."""
