"""From the mailbox to a draft: letters are received, read, shaped and drafted here."""
