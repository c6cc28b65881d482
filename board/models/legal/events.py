"""Request signals, sent inside the transaction of the action when its rows are written; an
exception in a receiver rolls the action back."""

from blinker import Signal

request_changed = Signal(
    "A request for a correction or a takedown; `deed` says what was done with it, in the audit"
    " log's word: receive, accept, decline, publish, object, keep, restore, remove, reopen."
)
