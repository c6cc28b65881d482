"""Form fields: text is tidied, and errors say what to do."""

from datetime import UTC, datetime

import pytest
from werkzeug.datastructures import MultiDict
from wtforms import Form

from board.forms.newsroom.boards import Days, Slug
from board.forms.newsroom.fields import Choice, Day, Line, Lines, Moment


class Sheet(Form):
    line = Line("제목", most=5, needed="제목을 써 주세요.")
    lines = Lines("부제", most=100)
    day = Day("날짜")
    moment = Moment("시각")
    days = Days("날수")
    slug = Slug("주소 이름")
    choice = Choice("게시판", coerce=int, choices={1: "솔내시"})


def typed(**fields):
    sheet = Sheet(MultiDict({"line": "글", "slug": "solnae", "choice": "1"} | fields))
    sheet.validate()
    return sheet


def test_a_valid_form_has_no_errors():
    assert typed().errors == {}


def test_a_line_is_one_line_without_what_nobody_sees():
    assert typed(line=" 가\u200b나\n다 ").line.data == "가나 다"


def test_lines_come_one_by_one():
    assert typed(lines="첫째\r\n\r\n 둘째 ").lines.lines == ["첫째", "둘째"]


def test_a_moment_is_on_the_clock_in_seoul():
    moment = typed(moment="2025-06-13T09:00").moment.moment
    assert moment == datetime(2025, 6, 13, 0, 0, tzinfo=UTC)


def test_what_is_left_empty_is_nothing():
    sheet = typed(day="", moment="", days="")
    assert (sheet.day.data, sheet.moment.moment, sheet.days.data, sheet.errors) == (
        None,
        None,
        None,
        {},
    )


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("line", " ", "제목을 써 주세요."),
        ("line", "\u200b", "제목을 써 주세요."),
        ("line", "가나다라마바", "5자까지 쓸 수 있습니다. 지금 6자입니다."),
        ("day", "2025-02-30", "날짜를 2025-06-13처럼 써 주세요."),
        ("moment", "2025-06-13", ""),
        ("moment", "9999-12-31T23:59", ""),
        ("moment", "0001-01-01T00:00", "날짜와 시각을 2025-06-13 14:05처럼 써 주세요."),
        ("moment", "곧", "날짜와 시각을 2025-06-13 14:05처럼 써 주세요."),
        ("days", "0", "1부터 3650 사이의 날수를 쓰거나 비워 두세요."),
        ("days", "١٢", "1부터 3650 사이의 날수를 쓰거나 비워 두세요."),
        ("slug", "-a", "주소 이름은 영문 소문자와 숫자, 붙임표(-)로 40자까지 써 주세요."),
        ("slug", "a" * 41, "주소 이름은 영문 소문자와 숫자, 붙임표(-)로 40자까지 써 주세요."),
        ("choice", "2", "게시판: 목록에서 하나를 골라 주세요."),
        ("choice", "", "게시판: 목록에서 하나를 골라 주세요."),
    ],
)
def test_an_error_says_what_to_do(field, value, sentence):
    errors = typed(**{field: value}).errors.get(field, [])
    assert errors == ([sentence] if sentence else [])
