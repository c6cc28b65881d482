"""Takedown (임시조치) of comments under the Network Act, art. 44-2: requests, objections, ledger."""
