"""Moderation signals, sent inside the transaction of the action when its rows are written; an
exception in a receiver rolls the action back."""

from blinker import Signal

suspension_placed = Signal("A suspension, new or instead of another.")
suspension_lifted = Signal("A suspension that was ended early.")
