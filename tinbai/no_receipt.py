"""Why a letter that became an article was not answered with a receipt; kept with the message, for the page."""

from enum import StrEnum

KEPT_AS = "no_receipt"  # the key in a message's `reading`


class NoReceipt(StrEnum):
    """The first reason that holds."""

    SWITCHED_OFF = "switched_off"  # the site sends none
    MACHINE = "machine"  # automatic mail, a list, a bounce
    OURSELVES = "ourselves"  # it bears an address of ours
    RESTRICTED = "restricted"  # it had been kept from the board
    UNREGISTERED = "unregistered"  # or without any address
    UNVERIFIED = "unverified"  # registered, and no witness confirmed that it is he
    ENOUGH = "enough"  # as many letters as an address may get in a day, or one came back lately
