"""Flag: what a phase of the screening found in a comment."""

from dataclasses import dataclass

from board.text.korean import josa

# What the writer can put right by writing other words. The rest says something about the hand.
ABOUT_THE_WORDS = ("duplicates", "words", "links", "spam", "personal")
# Of that, what the writer hears before anything is held.
WARNED_OF = ("words", "links", "personal")


@dataclass(frozen=True)
class Flag:
    """A flag. `why` is a short Korean phrase, `what` the words found (of personal data only their
    kind).

    A flag that `decides` ends the screening; others are collected, so that the writer learns of all
    of them at once.
    """

    phase: str
    why: str
    what: tuple[str, ...] = ()
    decides: bool = True

    @property
    def is_warned_of(self) -> bool:
        """Whether the writer is warned before sending."""
        return self.phase in WARNED_OF

    @property
    def sentence(self) -> str:
        """The warning for its writer."""
        return f"{josa(self.why, '이/가')} 있습니다: {', '.join(self.what)}"

    def kept(self) -> dict:
        """The flag as stored with a hold."""
        return {"phase": self.phase, "why": self.why, "what": list(self.what)}
