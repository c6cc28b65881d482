"""Personal data: numbers of people in text, detected as typed, and masked."""

from board.text.personal.masking import NEVER_KEPT, Found, find, masked

__all__ = ["NEVER_KEPT", "Found", "find", "masked"]
