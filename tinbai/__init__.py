"""What the stages share: the nouns, the rules, and the pure code that more than one of them needs.

Nothing here speaks IMAP or serves a page.
"""

__version__ = "0.1.0"
