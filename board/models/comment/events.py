"""Signal of the comments. It is sent inside the transaction of the deed, when its rows are written;
what a receiver raises undoes the deed."""

from blinker import Signal

appeal_answered = Signal("An appeal an admin has just granted or denied.")
