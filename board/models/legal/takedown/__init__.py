"""Takedown of comments (Network Act art. 44-2): requests, objections, the ledger."""
