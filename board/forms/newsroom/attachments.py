"""Photos and files: choosing them, describing them, putting them in order."""

from flask_wtf.file import MultipleFileField
from wtforms import IntegerField
from wtforms.validators import InputRequired, ValidationError

from board.forms.base import Form
from board.forms.newsroom.fields import Line
from board.models import Article, User
from board.uploads import ACCEPTED, clean_name


class Uploads:
    """A box that takes several files."""

    accept = ",".join(f".{kind}" for kind in (*ACCEPTED.split(", "), "jpeg"))

    files = MultipleFileField(
        "사진과 파일",
        description=f"여러 개를 골라도 됩니다. 하나에 20 MB, 글 하나에 모두 100 MB까지. {ACCEPTED}",
    )

    @property
    def chosen(self) -> list:
        """The files that were really chosen; an empty file box sends one without a name."""
        return [file for file in self.files.data or [] if getattr(file, "filename", "")]

    def attach_to(self, article: Article, by: User) -> list[str]:
        """Attach each file; the sentences say which were refused and why."""
        problems = []
        for file in self.chosen:
            try:
                article.attach(file.stream, file.filename, by=by)
            except ValueError as error:
                problems.append(f"{clean_name(file.filename)}: {error}")
        return problems


class UploadForm(Uploads, Form):
    def validate_files(self, field) -> None:
        if not self.chosen:
            raise ValidationError("올릴 파일을 먼저 골라 주세요.")


class PhotoForm(Form):
    alt = Line(
        "대체글",
        most=200,
        needed="사진에 무엇이 보이는지 대체글을 써 주세요.",
        description="사진을 볼 수 없는 분께 읽어 드립니다.",
    )
    caption = Line("사진 설명", most=300, description="사진 아래에 보입니다.")
    credit = Line("사진 제공", most=100)


class PositionForm(Form):
    """The place a thing should have, counted from 0: posting it twice changes nothing more."""

    position = IntegerField(validators=[InputRequired()])
