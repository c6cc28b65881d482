"""Spam phase: what adds up to a hold, and who is told of it."""

from datetime import timedelta

import pytest

from board.extensions import db
from board.models import Comment, Guest

AD = "무직자 당일 200 가능 상담 주세요"
HINT = "양봉 부업 배우실 분은 문의 주세요. 봄에 엽니다"  # a point short


@pytest.fixture
def write(article):
    def write(body, by=None, at=None, **more) -> Comment:
        by = by or Guest(f"guest-of-{body}")
        guest = {"nickname": "지나던 이", "password": "나무다리"} if by.is_guest else {}
        comment = article.comment(body, by=by, origin=(at, None), **(guest | more))
        db.session.commit()
        return comment

    return write


def flags(comment: Comment) -> list[dict]:
    return comment.hold.flags if comment.hold else []


def test_an_advert_without_a_link_waits_and_the_moderator_reads_why(write):
    [flag] = flags(write(AD))
    assert (flag["phase"], flag["why"]) == ("spam", "광고로 보임")
    assert "급전·대출 +2" in flag["what"] and all(" +" in sign for sign in flag["what"])


def test_its_writer_is_told_no_sign(write):
    assert write(AD).hold.reasons == "광고로 보임"


def test_a_neighbour_may_speak_of_loans(write):
    assert write("대출 금리가 내렸다는데 우리 농협은 그대로네요.").is_shown


def test_being_known_speaks_for_a_writer(write, reader):
    assert not write(HINT, reader).is_shown
    for number in ("첫", "둘"):
        write(f"{number}째로 씁니다.", reader)
    assert write(f"{HINT}. 벌통은 있습니다", reader).is_shown


def test_the_same_text_of_somebody_else_is_a_sign_for_a_week(write, reader, other_reader, later):
    for number in ("첫", "둘"):
        write(f"{number}째로 씁니다.", reader)
        write(f"{number}째로 저도 씁니다.", other_reader)
    assert write(HINT, reader).is_shown
    assert any("얼마 전에도" in sign for sign in flags(write(HINT, other_reader))[0]["what"])
    later(timedelta(days=8))
    assert write(HINT, other_reader).is_shown


def test_a_nickname_may_be_the_advert(write):
    assert [flag["phase"] for flag in flags(write("좋은 글이네요", nickname="텔 sol3344"))] == [
        "spam"
    ]


def test_other_words_end_the_hold(write):
    comment = write(AD)
    comment.edit("다시 씁니다. 다리가 언제 열리나요?")
    assert comment.is_shown
