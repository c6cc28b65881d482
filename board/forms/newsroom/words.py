"""Wordlist forms: new words, and a sentence to try."""

from wtforms import RadioField
from wtforms.validators import ValidationError

from board.forms.base import Form
from board.forms.newsroom.fields import Lines, Text
from board.models import KIND_NAMES, LONGEST_COMMENT, WordProposal

MOST_AT_ONCE = 1_000
LONGEST_LIST = 40_000  # characters of them together


class WordsForm(Form):
    kind = RadioField(
        "어디에 넣습니까", choices=KIND_NAMES, default="blocked", validate_choice=False
    )
    words = Lines(
        "넣을 말",
        most=LONGEST_LIST,
        needed="넣을 말을 써 주세요.",
        description="한 줄에 하나씩 씁니다. 두 글자는 단어의 첫머리에서만, 세 글자부터는 단어 안 어디에서나 찾습니다.",
    )

    def validate_kind(self, field: RadioField) -> None:
        if field.data not in KIND_NAMES:
            raise ValidationError("금지어과 허용어 가운데 하나를 골라 주세요.")

    def validate_words(self, field: Lines) -> None:
        if len(field.lines) > MOST_AT_ONCE:
            most, count = f"{MOST_AT_ONCE:,}", f"{len(field.lines):,}"
            raise ValidationError(
                f"한 번에 {most}개까지 넣습니다. 지금 {count}개이니 나누어 넣어 주세요."
            )

    @property
    def proposal(self) -> WordProposal:
        return WordProposal(self.words.lines, self.kind.data)


class WordTrialForm(Form):
    sentence = Text(
        "시험해 볼 글",
        most=LONGEST_COMMENT,
        needed="시험해 볼 글을 써 주세요.",
        description="댓글에 나올 만한 글을 쓰면 어느 말이 어떻게 걸리는지 보여 줍니다.",
    )
