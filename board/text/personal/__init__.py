"""Personal data: numbers of people in text, detected as typed and masked for good."""

from board.text.personal.masking import Found, find, masked

__all__ = ["Found", "find", "masked"]
