"""Board and group forms."""

import re
from typing import Any, ClassVar, Self

from wtforms import BooleanField, IntegerField
from wtforms.validators import ValidationError

from board.forms.newsroom.entries import EntryForm
from board.forms.newsroom.fields import Choice, Line
from board.models import AUDIENCE_NAMES, Board, Group, Menu, User
from board.models.site.board import (
    COMMENTS_CLOSE_DAYS,
    LONGEST_BOARD_NAME,
    LONGEST_DESCRIPTION,
    LONGEST_SLUG,
    MOST_CLOSE_DAYS,
)
from board.models.site.group import LONGEST_GROUP_NAME

SLUG = re.compile(rf"[a-z0-9](?:[a-z0-9-]{{0,{LONGEST_SLUG - 2}}}[a-z0-9])?")


class Slug(Line):
    """A slug: a word for addresses."""

    def __init__(self, label: str, **options) -> None:
        super().__init__(label, most=LONGEST_SLUG, **options)

    def pre_validate(self, form) -> None:
        if not SLUG.fullmatch(self.data or ""):
            raise ValidationError(
                f"주소 이름은 영문 소문자와 숫자, 붙임표(-)로 {LONGEST_SLUG}자까지 써 주세요."
            )


class Days(IntegerField):
    """A number of days from 1 to `MOST_CLOSE_DAYS`, or None when left empty."""

    def __init__(self, label: str, **options) -> None:
        super().__init__(label, **options)
        self.flags.maxlength, self.flags.inputmode = len(str(MOST_CLOSE_DAYS)), "numeric"

    def process_formdata(self, valuelist: list[str]) -> None:
        typed = valuelist[0].strip() if valuelist else ""
        self.data = None
        if typed:
            if not re.fullmatch(r"[0-9]{1,9}", typed) or not 1 <= int(typed) <= MOST_CLOSE_DAYS:
                raise ValueError(f"1부터 {MOST_CLOSE_DAYS} 사이의 날수를 쓰거나 비워 두세요.")
            self.data = int(typed)


class MenuForm(EntryForm):
    """Form of a board or group; its slug must be unique among its kind."""

    kind: ClassVar[type[Board] | type[Group]]

    def validate_slug(self, field: Slug) -> None:
        if Menu.is_taken(self.kind, field.data or "", but=self.own_id):
            raise ValidationError("이미 쓰고 있는 주소 이름입니다. 다른 이름을 써 주세요.")

    def add(self, by: User) -> None:
        Menu.add(self.kind(**self.written), by=by)

    def revise(self, thing: Board | Group, by: User) -> None:
        Menu.revise(thing, by=by, **self.written)

    @property
    def written(self) -> dict[str, Any]:
        raise NotImplementedError


class GroupForm(MenuForm):
    kind = Group
    name = Line("메뉴 이름", most=LONGEST_GROUP_NAME, needed="메뉴 이름을 써 주세요.")
    slug = Slug("주소 이름", description="영문 소문자와 숫자로 씁니다. 예: regions")

    @property
    def written(self) -> dict[str, Any]:
        return {"name": self.name.data, "slug": self.slug.data}


class BoardForm(MenuForm):
    kind = Board
    name = Line("게시판 이름", most=LONGEST_BOARD_NAME, needed="게시판 이름을 써 주세요.")
    slug = Slug(
        "주소 이름",
        description="영문 소문자와 숫자로 씁니다. 예: news. 바꾸면 독자가 저장한 옛 주소는 열리지 않습니다.",
    )
    description = Line(
        "설명", most=LONGEST_DESCRIPTION, description="목록 위와 검색 결과에 보입니다."
    )
    group_id = Choice("메뉴", coerce=int, description="게시판을 모아 두는 큰 갈래입니다.")
    new_group = Line(
        "새 메뉴 이름",
        most=LONGEST_GROUP_NAME,
        description="쓰면 위에서 고른 메뉴 대신 이 이름의 메뉴를 만들어 그 안에 둡니다.",
    )
    commenting = Choice("댓글을 쓸 수 있는 사람", choices=AUDIENCE_NAMES)
    recommending = Choice("추천할 수 있는 사람", choices=AUDIENCE_NAMES)
    reporting = Choice("댓글을 신고할 수 있는 사람", choices=AUDIENCE_NAMES)
    holds_newcomers = BooleanField(
        "처음 쓰는 댓글 두 개는 확인한 뒤에 보입니다.",
        description="운영자가 살펴볼 때까지 쓴 사람에게만 보입니다.",
    )
    comments_close_days = Days(
        "댓글을 받는 날수",
        default=COMMENTS_CLOSE_DAYS,
        description="글을 게시한 뒤 며칠 동안 받을지 씁니다. 비우면 계속 받습니다.",
    )

    def among(self, groups: list[Group]) -> Self:
        """Offer the groups to choose from; where there are none, the form asks for the first."""
        self.groups = {group.id: group for group in groups}
        if groups:
            self.group_id.choices = {group.id: group.name for group in groups}
        else:
            del self.group_id
            self.new_group.label.text = "메뉴 이름"
            self.new_group.description = "게시판을 모아 두는 큰 갈래입니다. 예: 지역소식"
            self.new_group.needed = "메뉴 이름을 써 주세요."
            self.new_group.flags.required = True
        return self

    def add(self, by: User) -> None:
        self._find_group(by)
        super().add(by)

    def revise(self, thing: Board | Group, by: User) -> None:
        self._find_group(by)
        super().revise(thing, by)

    def _find_group(self, by: User) -> None:
        named = self.new_group.data
        self.group = Menu.group_called(named, by=by) if named else self.groups[self.group_id.data]

    @property
    def written(self) -> dict[str, Any]:
        plain = "name slug description commenting recommending reporting holds_newcomers"
        written = {name: self[name].data for name in (*plain.split(), "comments_close_days")}
        return written | {"group": self.group}
