"""Withdrawal form: why an article is taken offline."""

from board.forms.base import Form
from board.forms.newsroom.fields import Line
from board.models.article.publishable import LONGEST_WITHDRAWAL


class WithdrawalForm(Form):
    reason = Line(
        "게시 중단 사유",
        most=LONGEST_WITHDRAWAL,
        needed="게시를 중단하는 사유를 써 주세요.",
        description="편집실 직원만 봅니다.",
    )
