"""Rules on the parts of an article: title, sapo, length, author, column."""
