"""Spam signs: what the words of an advert have in common, each with its points."""

from board.text.spam.learning import Lesson
from board.text.spam.signs import Sign, signs_of

__all__ = ["Lesson", "Sign", "signs_of"]
