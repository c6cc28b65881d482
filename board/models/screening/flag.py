"""What a phase of the screening found in a comment."""

from dataclasses import dataclass

from board.text.korean import josa

# What the writer can put right by writing other words. The rest says something about the hand.
ABOUT_THE_WORDS = ("duplicates", "words", "links", "personal")
# Of that, what the writer hears before anything is held.
WARNED_OF = ("words", "links", "personal")


@dataclass(frozen=True)
class Flag:
    """`why` is a few Korean words, `what` the words found (of personal data only their kind).

    A flag that `decides` ends the chain of phases; those that do not are gathered, so that the
    writer hears of all of them at once.
    """

    phase: str
    why: str
    what: tuple[str, ...] = ()
    decides: bool = True

    @property
    def is_warned_of(self) -> bool:
        return self.phase in WARNED_OF

    @property
    def sentence(self) -> str:
        """What its writer is told before it is held."""
        return f"{josa(self.why, '이/가')} 있습니다: {', '.join(self.what)}"

    def kept(self) -> dict:
        """As a hold remembers it."""
        return {"phase": self.phase, "why": self.why, "what": list(self.what)}
