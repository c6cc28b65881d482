"""Signal of the requests. It is sent inside the transaction of the deed, when its rows are written;
what a receiver raises undoes the deed."""

from blinker import Signal

request_changed = Signal(
    "A request for a correction or a takedown; `deed` says what was done with it, in the audit"
    " log's word: receive, accept, decline, publish, object, keep, restore, remove, reopen."
)
