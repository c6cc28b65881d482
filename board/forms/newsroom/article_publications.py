"""Publication form: now, or at a set time."""

from wtforms import RadioField
from wtforms.validators import ValidationError

from board.forms.base import Form
from board.forms.newsroom.fields import Moment
from board.models import Article, EmbargoError, User

NOW, LATER = "now", "later"


class PublicationForm(Form):
    when = RadioField(
        "언제 올릴까요",
        choices={NOW: "지금 게시합니다", LATER: "예약합니다"},
        default=NOW,
        validate_choice=False,
    )
    at = Moment("예약 시각", description="‘예약합니다’를 골랐을 때만 씁니다. 서울 시각입니다.")

    @classmethod
    def of(cls, article: Article) -> "PublicationForm":
        """The form for an article; proposes the time chosen before, or the end of an embargo."""
        if article.is_scheduled:
            return cls(when=LATER, at=article.published_at)
        if article.is_embargoed:
            return cls(when=LATER, at=article.embargo_until)
        return cls()

    @property
    def is_later(self) -> bool:
        return self.when.data == LATER

    def validate_at(self, field: Moment) -> None:
        if self.is_later and field.data is None:
            raise ValidationError("언제 올릴지 날짜와 시각을 골라 주세요.")

    def publish(self, article: Article, by: User) -> bool:
        """Publish or schedule as chosen. False, with an error on the field, for an invalid time."""
        try:
            if self.is_later and self.at.moment:
                article.schedule(at=self.at.moment, by=by)
            else:
                article.publish(by=by)
        except EmbargoError as error:
            self.when.data = LATER
            self.at.propose(error.until)
            self.at.errors = [str(error)]
        except ValueError as error:
            self.at.errors = [str(error)]
        return not self.at.errors
