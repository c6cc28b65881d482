"""When to publish: now, or by itself later."""

from wtforms import RadioField
from wtforms.validators import ValidationError

from board.forms.base import Form
from board.forms.newsroom.fields import Moment
from board.models import Article, User

NOW, LATER = "now", "later"


class PublicationForm(Form):
    when = RadioField(
        "언제 올릴까요",
        choices=[(NOW, "지금 올립니다"), (LATER, "예약합니다")],
        default=NOW,
        validate_choice=False,
    )
    at = Moment("예약 시각", description="‘예약합니다’를 골랐을 때만 씁니다. 서울 시각입니다.")

    @property
    def is_later(self) -> bool:
        return self.when.data == LATER

    def validate_at(self, field: Moment) -> None:
        if self.is_later and field.data is None:
            raise ValidationError("언제 올릴지 날짜와 시각을 골라 주세요.")

    def publish(self, article: Article, by: User) -> None:
        """Do what was chosen; ValueError with a Korean sentence when the time will not do."""
        if self.is_later and self.at.moment:
            article.schedule(at=self.at.moment, by=by)
        else:
            article.publish(by=by)
