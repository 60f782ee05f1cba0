"""From an approval to the portal, exactly once, with proof.

The way of a publication: `due` finds it, `claim` makes it ours for a while, `render` gives it the portal's form,
`portal` writes it, `verify` compares what is read back with what was meant, `record` says so in our database.
`run` calls them in this order.
"""
