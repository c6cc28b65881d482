"""Correction request form."""

from wtforms import RadioField, StringField, TextAreaField
from wtforms.validators import ValidationError

from board import clock
from board.extensions import db
from board.forms.base import at_most, filled, hints, many_lines, one_line
from board.forms.newsroom.fields import Day
from board.forms.requests import (
    LONGEST_ADDRESS,
    RequestForm,
    agreed,
    asker_contact,
    asker_name,
    id_in,
)
from board.models import Article
from board.models.legal.receipted import LONGEST_RELATION, LONGEST_WORDS

KINDS = {
    "correction": "정정보도: 사실과 다른 내용을 바로잡습니다",
    "rebuttal": "반론보도: 기사에 대한 내 주장을 게재합니다",
    "follow_up": "추후보도: 수사나 재판이 무죄 등으로 끝났음을 게재합니다",
}


class CorrectionRequestForm(RequestForm):
    subject = "article"
    kept = ("kind", "name", "contact", "relation", "wrong", "wanted", "known_on")

    article = StringField(
        "어느 글입니까",
        description="글의 주소를 붙여 넣어 주세요.",
        filters=[one_line],
        validators=[
            filled("어느 글인지 주소를 써 주세요."),
            at_most(LONGEST_ADDRESS),
            hints(inputmode="url"),
        ],
    )
    kind = RadioField("무엇을 청구하십니까", choices=KINDS, validate_choice=False)
    wrong = TextAreaField(
        "글의 어느 곳이 어떻게 다릅니까",
        description="틀렸다고 보시는 문장을 옮겨 적고, 이유를 써 주세요.",
        filters=[many_lines],
        validators=[filled("글의 어느 곳이 다른지 써 주세요."), at_most(LONGEST_WORDS)],
    )
    wanted = TextAreaField(
        "어떻게 게재하기를 바라십니까",
        description="신문에 실릴 글이라고 생각하고 써 주세요.",
        filters=[many_lines],
        validators=[filled("어떻게 게재하기를 바라시는지 써 주세요."), at_most(LONGEST_WORDS)],
    )
    relation = StringField(
        "글과 어떤 관계입니까",
        description="예: 글에 나온 사람, 그 가족, 단체의 대표",
        filters=[one_line],
        validators=[filled("글과 어떤 관계인지 써 주세요."), at_most(LONGEST_RELATION)],
    )
    known_on = Day(
        "알게 된 날",
        description="정정·반론은 이 보도를, 추후보도는 사건이 무죄 등으로 끝난 것을 알게 된 날입니다.",
    )
    name = asker_name()
    contact = asker_contact()
    consent = agreed("이름과 연락처를 청구를 처리하는 데 쓰는 것에 동의합니다.", "청구를")
    found: Article | None = None

    def validate_article(self, field) -> None:
        self.found = article_at(field.data)
        if self.found is None:
            raise ValidationError("그런 글을 찾지 못했습니다. 글을 열어 주소를 복사해 주세요.")

    def validate_kind(self, field) -> None:
        if field.data not in KINDS:
            raise ValidationError("정정, 반론, 추후보도 가운데 하나를 골라 주세요.")

    def validate_known_on(self, field) -> None:
        if field.data is None:
            raise ValidationError("알게 된 날을 골라 주세요. 정확하지 않으면 짐작으로도 됩니다.")
        if field.data > clock.today():
            raise ValidationError("오늘이나 그 앞의 날을 골라 주세요.")
        if self.kind.data != "follow_up" and self.found and self.found.published_at:
            published = clock.local(self.found.published_at).date()
            if field.data < published:
                said = (
                    f"이 글은 {published:%Y.%m.%d}에 실렸습니다. 그날이나 그 뒤의 날을 골라 주세요."
                )
                raise ValidationError(said)


def article_at(address: str | None) -> Article | None:
    """The article with this address or number, if it was ever published."""
    article_id = id_in(address, before="/articles/")
    if article_id is None:
        return None
    return db.session.scalar(Article.ever_out().filter_by(id=article_id))
