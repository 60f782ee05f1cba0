"""People: how they get in, their own accounts, who they are to a site, and what has been done."""
