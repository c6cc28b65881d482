"""Personal numbers in text: found as people type them, and blackened for good."""

from board.text.personal.masking import Found, find, masked

__all__ = ["Found", "find", "masked"]
