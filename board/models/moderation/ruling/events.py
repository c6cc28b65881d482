"""Ruling signals, sent inside the transaction of the action when its rows are written; an exception
in a receiver rolls the action back."""

from blinker import Signal

ruling_made = Signal("A moderator's or an admin's ruling, with its judgements.")
