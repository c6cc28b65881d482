"""Attachment forms: upload, description, order."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from flask import request
from flask_wtf.file import MultipleFileField
from wtforms import IntegerField
from wtforms.validators import InputRequired, ValidationError

from board.files.limits import LARGEST_ARTICLE, LARGEST_FILE
from board.files.staging import staged
from board.files.types import ACCEPTED, clean_name
from board.forms.base import Form
from board.forms.newsroom.fields import Line
from board.models import Article, Attachment, User
from board.models.attachment.attachment import LONGEST_ALT, LONGEST_CAPTION, LONGEST_CREDIT
from board.text.korean import file_size


class Uploads:
    """A field for several files."""

    accept = ",".join(f".{kind}" for kind in (*ACCEPTED.split(", "), "jpeg"))

    files = MultipleFileField(
        "사진과 파일",
        description=(
            f"여러 개를 골라도 됩니다. 하나에 {file_size(LARGEST_FILE)}, "
            f"글 하나에 모두 {file_size(LARGEST_ARTICLE)}까지. {ACCEPTED}"
        ),
    )

    @property
    def chosen(self) -> list:
        """The chosen files; an empty file field sends one without a name."""
        return [file for file in self.files.data or [] if getattr(file, "filename", "")]

    @contextmanager
    def staged(self) -> Iterator[None]:
        """Context manager: makes the chosen files ready. That takes seconds: commit before it."""
        with ExitStack() as held:
            self._ready, self._refused = [], []
            for file in self.chosen:
                try:
                    self._ready.append(held.enter_context(staged(file.stream, file.filename)))
                except ValueError as error:
                    self._refused.append(f"{clean_name(file.filename)}: {error}")
            yield

    def attach_to(self, article: Article, by: User) -> list[str]:
        """Attach each staged file; returns sentences about files that were refused or changed."""
        problems = list(self._refused)
        for upload in self._ready:
            try:
                article.enclose(upload, by=by)
                if upload.remark:
                    problems.append(f"{upload.name}: {upload.remark}")
            except ValueError as error:
                problems.append(f"{upload.name}: {error}")
        return problems


class UploadForm(Uploads, Form):
    def validate_files(self, field) -> None:
        if not self.chosen:
            raise ValidationError("올릴 파일을 먼저 골라 주세요.")


class PhotoForm(Form):
    """Texts of one photo. `seen` marks the texts it had when the page was made."""

    alt = Line("사진 설명(화면 읽기용)", most=LONGEST_ALT)
    caption = Line("사진 설명", most=LONGEST_CAPTION)
    credit = Line("사진 제공", most=LONGEST_CREDIT)
    seen = Line("")

    @property
    def words(self) -> dict[str, str]:
        return {"alt": self.alt.data, "caption": self.caption.data, "credit": self.credit.data}


class PhotosForm:
    """Texts of an article's photos, each photo with its own fields. They are posted with every
    action on one of them, so that no other photo's text is lost."""

    def __init__(self, article: Article) -> None:
        self._forms = {
            photo: PhotoForm(prefix=f"attachment-{photo.id}-")
            for photo in article.photos
            if f"attachment-{photo.id}-seen" in request.form
        }

    def save(self, by: User) -> bool:
        """Save changed texts. False, and nothing is saved, when one is too long."""
        valid = [form.validate() for form in self._forms.values()]
        if not all(valid):
            return False
        for photo, form in self._forms.items():
            before = photo.words_mark
            if photo.mark_of(**form.words) not in (before, form.seen.data):
                photo.describe(by=by, **form.words)
        return True

    def typed_for(self, photo: Attachment) -> PhotoForm | None:
        """The form of a photo whose texts could not be saved, else None."""
        form = self._forms.get(photo)
        return form if form and any(each.errors for each in self._forms.values()) else None


class PositionForm(Form):
    """The desired position, from 0: posting it twice changes nothing more."""

    position = IntegerField(validators=[InputRequired()])
