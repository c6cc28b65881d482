"""Wordlist preview: which new words are acceptable, and what they would change."""

from dataclasses import dataclass, field
from functools import cached_property

from sqlalchemy import select

from board.extensions import db
from board.models.comment.comment import Comment
from board.models.screening.wordlist import (
    BLOCKED,
    KIND_NAMES,
    MOST_ENTRIES,
    WordlistEntry,
    first_entries,
    wordlist_in_force,
    words_in_force,
)
from board.text.korean import josa
from board.text.words import (
    LONGEST_WORD,
    SHORTEST_WORD,
    Hit,
    Piece,
    Wordlist,
    key_of,
    pieces_of,
)

RECENT_COMMENTS = 500
MOST_EXAMPLES = 3
ROOM = 40  # characters shown on either side of a word
MOST_SIGNS = 60  # of a word as it is written

TOO_SHORT = (
    "한 글자는 넣을 수 없습니다. 다른 말 속의 같은 글자까지 모두 걸립니다. 두 글자부터 써 주세요."
)
TOO_LONG = f"{LONGEST_WORD}글자까지 넣을 수 있습니다."
NO_LETTERS = "글자가 없습니다. 한글이나 영문, 숫자로 써 주세요."
TWICE = "위에 같은 말이 있습니다."
FULL = f"목록에는 {MOST_ENTRIES:,}개까지 넣습니다. 쓰지 않는 말을 먼저 빼 주세요."
FIRST = "처음부터 있는 말입니다."


@dataclass
class Effect:
    """How many of the newest comments a word would affect, with some of them."""

    word: str
    count: int = 0
    examples: list[list[Piece]] = field(default_factory=list)


class WordProposal:
    """`accepted` words can be added; `refused` are (word, sentence that says why not)."""

    def __init__(self, words: list[str], kind: str) -> None:
        self.kind = kind
        self.accepted: list[str] = []
        self.refused: list[tuple[str, str]] = []
        self._taken = WordlistEntry.known()
        self._first = {entry.letters for entry in first_entries(kind)}
        for word in words:
            problem = self._problem(word)
            if problem:
                self.refused.append((word, problem))
            else:
                self.accepted.append(word)
                self._taken[key_of(word)] = ""

    @cached_property
    def effects(self) -> list[Effect]:
        """Effects of words that have any, the greatest first."""
        effects = {word: Effect(word) for word in self.accepted}
        for body in self._bodies:
            for word, hit in self._changes(body).items():
                effect = effects[word]
                effect.count += 1
                if len(effect.examples) < MOST_EXAMPLES:
                    effect.examples.append(_around(body, hit))
        changing = [effect for effect in effects.values() if effect.count]
        return sorted(changing, key=lambda effect: -effect.count)

    @property
    def idle(self) -> list[str]:
        """Words without any effect."""
        changing = {effect.word for effect in self.effects}
        return [word for word in self.accepted if word not in changing]

    @cached_property
    def looked_at(self) -> int:
        """The number of comments examined."""
        return len(self._bodies)

    @cached_property
    def _bodies(self) -> list[str]:
        newest = select(Comment.body).order_by(Comment.id.desc()).limit(RECENT_COMMENTS)
        return list(db.session.scalars(newest))

    def _changes(self, body: str) -> dict[str, Hit]:
        """{word: its first match} for the words that affect this comment."""
        if self.kind == BLOCKED:
            changed = [(hit.word, hit) for hit in self._after.find(body)]
        else:
            held = set(wordlist_in_force().find(body))
            hits = [hit for hit in self._after.explain(body) if hit.shield in self.accepted]
            changed = [
                (hit.shield, hit) for hit in hits if Hit(hit.start, hit.end, hit.word) in held
            ]
        return dict(reversed(changed))

    @cached_property
    def _after(self) -> Wordlist:
        """The wordlist with the new words; of blocked words, only the new ones."""
        blocked, allowed = words_in_force()
        if self.kind == BLOCKED:
            keys = set(map(key_of, self.accepted))
            return Wordlist(self.accepted, [word for word in allowed if key_of(word) not in keys])
        return Wordlist(blocked, self.accepted + allowed)

    def _problem(self, word: str) -> str:
        letters = key_of(word)
        if not letters:
            return NO_LETTERS
        if len(letters) < SHORTEST_WORD:
            return TOO_SHORT
        if len(letters) > LONGEST_WORD or len(word) > MOST_SIGNS:
            return TOO_LONG
        if letters in self._taken:
            return self._already(self._taken[letters])
        if letters in self._first:
            return FIRST
        return FULL if len(self._taken) >= MOST_ENTRIES else ""

    def _already(self, kind: str) -> str:
        if not kind:
            return TWICE
        name = KIND_NAMES[kind]
        if kind == self.kind:
            return f"이미 {name}에 있습니다."
        return f"{josa(name, '으로/로')} 넣어 둔 말입니다. 그쪽에서 먼저 지워 주세요."


def _around(text: str, hit: Hit) -> list[Piece]:
    """The match with its context."""
    start, end = max(hit.start - ROOM, 0), min(hit.end + ROOM, len(text))
    here = Hit(hit.start - start, hit.end - start, hit.word, hit.shield)
    first, last = "…" if start else "", "…" if end < len(text) else ""
    return [(first, None), *pieces_of(text[start:end], [here]), (last, None)]
