"""Comment signals, sent inside the transaction of the action when its rows are written; an
exception in a receiver rolls the action back."""

from blinker import Signal

appeal_answered = Signal("An appeal an admin has just granted or denied.")
