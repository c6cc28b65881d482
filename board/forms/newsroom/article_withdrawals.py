"""Withdrawal form: why an article is taken offline."""

from board.forms.base import Form
from board.forms.newsroom.fields import Line
from board.models.article.publishable import LONGEST_WITHDRAWAL


class WithdrawalForm(Form):
    reason = Line(
        "내리는 까닭",
        most=LONGEST_WITHDRAWAL,
        needed="글을 내리는 까닭을 써 주세요.",
        description="편집실 사람만 봅니다.",
    )
