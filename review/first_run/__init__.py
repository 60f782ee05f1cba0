"""The first run: a wizard in the place of the site, for as long as nobody can log in yet."""
