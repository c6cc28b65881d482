"""Photo frame form: where to crop, or what to blur."""

from collections.abc import Callable

from wtforms import FloatField, IntegerField, RadioField
from wtforms.validators import ValidationError

from board.files.photos import framing
from board.files.photos.retouching import Box, checked
from board.forms.base import Form
from board.models import Attachment, RetouchedError

PRESS, FREE = "press", "free"


class Percent(FloatField):
    """A percentage with a decimal point or comma, or None."""

    data: float | None

    def process_formdata(self, valuelist: list[str]) -> None:
        typed = (valuelist[0] if valuelist else "").strip().replace(",", ".")
        try:
            self.data = float(typed)
        except ValueError:
            self.data = None
            raise ValueError("0부터 100까지의 숫자로 적어 주세요.") from None

    def _value(self) -> str:
        return "" if self.data is None else f"{self.data:.1f}"


class FrameForm(Form):
    """Four sides in percent; `box` is the same in fractions, `shown` what to draw in any case."""

    left = Percent("왼쪽에서")
    top = Percent("위에서")
    width = Percent("너비")
    height = Percent("높이")
    version = IntegerField()
    shape = None  # any; see `CropForm`

    @classmethod
    def asked(cls, photo: Attachment, given) -> "FrameForm":
        """The frame in the query string, or the default one."""
        form = cls(formdata=given if "left" in given else None)
        form.put(form._wanted(photo, given))
        return form

    @property
    def box(self) -> Box:
        left, top, width, height = ((side.data or 0.0) / 100 for side in self._sides)
        return left, top, width, height

    @property
    def shown(self) -> Box:
        try:
            return checked(self.box)
        except ValueError:
            return 0.0, 0.0, 1.0, 1.0

    def attempt(self, deed: Callable[[], None]) -> int:
        """Do it if the frame is valid; returns 200 or the status of a refusal."""
        if not self.validate():
            return 422
        try:
            deed()
        except ValueError as error:
            self.form_errors.append(str(error))
            return 409 if isinstance(error, RetouchedError) else 422
        return 200

    def put(self, box: Box) -> None:
        for side, fraction in zip(self._sides, box, strict=True):
            side.data = fraction * 100

    def validate_width(self, field: Percent) -> None:
        """All four sides are checked here, with one error sentence."""
        try:
            checked(self.box)
        except ValueError as error:
            raise ValidationError(str(error)) from None

    @property
    def _sides(self) -> list[Percent]:
        return [self.left, self.top, self.width, self.height]

    def _wanted(self, photo: Attachment, given) -> Box:
        return self.box if "left" in given else (0.4, 0.35, 0.2, 0.3)


class CropForm(FrameForm):
    PLACES = {
        framing.CENTRE: "가운데 3:2",
        framing.TOP: "위",
        framing.BOTTOM: "아래",
        framing.LEFT: "왼쪽",
        framing.RIGHT: "오른쪽",
    }
    shape = RadioField(
        "모양",
        choices={PRESS: "3:2", FREE: "자유롭게"},
        default=PRESS,
        validate_choice=False,
    )

    def _wanted(self, photo: Attachment, given) -> Box:
        size = photo.width or 0, photo.height or 0
        place = given.get("place")
        if place in self.PLACES or "left" not in given:
            return framing.largest(size, place if place in self.PLACES else framing.CENTRE)
        return self.box if self.shape.data == FREE else framing.fitted(self.box, size)
