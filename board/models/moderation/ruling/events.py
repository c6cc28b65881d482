"""Signal of the rulings. It is sent inside the transaction of the deed, when its rows are written;
what a receiver raises undoes the deed."""

from blinker import Signal

ruling_made = Signal("A moderator's or an admin's ruling, with its judgements.")
