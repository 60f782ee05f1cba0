"""The demonstration: a whole office in one process, with a mailbox, a mail sink and a portal of its own."""
