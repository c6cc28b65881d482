"""Publisher record form."""

import re

from wtforms import IntegerField
from wtforms.validators import ValidationError

from board.forms.base import Form
from board.forms.newsroom.fields import Day, Line, Lines, accepted
from board.models import Publisher
from board.models.site.publisher import (
    LONGEST,
    LONGEST_LINK_NAME,
    MOST_LINKS,
    MOST_VISITOR_DIGITS,
)
from board.text import plain
from board.text.registration import (
    business_number,
    corporation_doubt,
    corporation_number,
    look_swapped,
)

BY_LAW = "신문법에 따라 독자가 보는 모든 쪽 아래에 보여야 합니다."
SWAPPED = "사업자등록번호와 법인등록번호가 서로 바뀐 것 같습니다. 두 칸을 맞바꿔 주세요."

LONGEST_COUNT = 15  # characters: the digits of a number of visitors, with commas and spaces


class Count(IntegerField):
    """A number of people, 0 when left empty; it may be typed with commas and spaces."""

    def __init__(self, label: str, **options) -> None:
        super().__init__(label, **options)
        self.flags.maxlength = LONGEST_COUNT
        self.flags.inputmode = "numeric"

    def process_formdata(self, valuelist: list[str]) -> None:
        typed = re.sub(r"[,\s]", "", valuelist[0]) if valuelist else ""
        self.data = 0
        if typed:
            if not re.fullmatch(rf"[0-9]{{1,{MOST_VISITOR_DIGITS}}}", typed):
                raise ValueError(f"{MOST_VISITOR_DIGITS}자리까지의 숫자로 써 주세요. 예: 120345")
            self.data = int(typed)


class PublisherForm(Form):
    name = Line("제호", most=LONGEST["name"])
    tagline = Line("한 줄 소개", most=LONGEST["tagline"], description="신문 이름 옆에 보입니다.")
    newspaper_registration = Line(
        "등록번호", most=LONGEST["newspaper_registration"], description="예: 경기, 아00000"
    )
    registered_on = Day("등록연월일")
    first_published_on = Day("발행연월일", description="처음 펴낸 날입니다.")
    publisher = Line("발행인", most=LONGEST["publisher"])
    editor = Line("편집인", most=LONGEST["editor"])
    youth_officer = Line("청소년보호책임자", most=LONGEST["youth_officer"])
    privacy_officer = Line("개인정보보호책임자", most=LONGEST["privacy_officer"])
    postal_code = Line("우편번호", most=LONGEST["postal_code"])
    address = Line("발행소 주소", most=LONGEST["address"])
    phone = Line("전화", most=LONGEST["phone"])
    fax = Line("팩스", most=LONGEST["fax"])
    tip_email = Line("제보 이메일", most=LONGEST["tip_email"])
    company = Line("회사 이름", most=LONGEST["company"])
    business_number = Line(
        "사업자등록번호", most=LONGEST["business_number"], description="열 자리. 예: 000-00-00000"
    )
    corporation_number = Line(
        "법인등록번호",
        most=LONGEST["corporation_number"],
        description="열세 자리. 예: 000000-0000000",
    )
    copyright = Line("저작권 문구", most=LONGEST["copyright"])
    visitors_before = Count(
        "옮겨 오기 전의 방문자 수", description="Total은 이 수에서 이어 셉니다."
    )
    links = Lines(
        "다른 곳의 우리 신문",
        description="한 줄에 하나씩, 이름과 주소를 띄어 씁니다. 예: 페이스북 https://…",
    )

    @classmethod
    def of(cls, publisher: Publisher) -> "PublisherForm":
        """The form for the record; posted values come first."""
        links = "\n".join(f"{link['label']} {link['url']}" for link in publisher.links)
        return cls(
            links=links, **{name: getattr(publisher, name) for name in NAMES if name != "links"}
        )

    def validate_tip_email(self, field: Line) -> None:
        if field.data and not re.fullmatch(r"[^@\s<>\"']+@[^@\s<>\"']+\.[^@\s<>\"']+", field.data):
            raise ValidationError("이메일 주소를 name@example.kr처럼 써 주세요.")

    def validate_phone(self, field: Line) -> None:
        if field.data and not re.fullmatch(r"[0-9+()\-. ~,]{3,30}", field.data):
            raise ValidationError("전화번호를 031-000-0000처럼 써 주세요.")

    validate_fax = validate_phone

    def validate_business_number(self, field: Line) -> None:
        if look_swapped(field.data, self.corporation_number.data):
            raise ValidationError(SWAPPED)
        if field.data:
            field.data = accepted(business_number, field.data)

    def validate_corporation_number(self, field: Line) -> None:
        if field.data and not look_swapped(self.business_number.data, field.data):
            field.data = accepted(corporation_number, field.data)

    def validate_links(self, field: Lines) -> None:
        self.links_read = [_link(line) for line in field.lines]
        if len(self.links_read) > MOST_LINKS:
            raise ValidationError(f"{MOST_LINKS}개까지 쓸 수 있습니다.")

    @property
    def doubt(self) -> str | None:
        """A warning about a corporation number that may be right and yet looks mistyped."""
        return corporation_doubt(self.corporation_number.data or "")

    @property
    def written(self) -> dict:
        """Arguments for `publisher.revise`."""
        return {name: self[name].data for name in NAMES if name != "links"} | {
            "links": self.links_read
        }


NAMES = [
    name
    for name, value in vars(PublisherForm).items()
    if hasattr(value, "field_class") or name == "links"
]


def _link(line: str) -> dict[str, str]:
    label, _, url = line.rpartition(" ")
    if not label or not re.fullmatch(r"https?://[^\s/?#@\[\]]+(?:[/?#]\S*)?", url):
        raise ValidationError(
            f"‘{plain.excerpt(line, 40)}’: 이름과 https:// 주소를 띄어 써 주세요."
        )
    return {"label": plain.tidy(label)[:LONGEST_LINK_NAME], "url": url}
