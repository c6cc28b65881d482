"""Release paste: a pasted page becomes a draft."""

import pytest

from board.extensions import db
from board.models import Article

PAGE = """홈 > 지역소식

달모루 도서관, 밤 아홉 시까지 문을 엽니다
윤가람 2025-06-13 추천 0 댓글 0 조회 31

달모루 도서관, 밤 아홉 시까지 문을 엽니다

 - 7월부터 평일에 두 시간 더

솔내시는 달모루 도서관의 문 여는 시간을 밤 아홉 시까지 늘린다고 13일 밝혔다.

솔내시 관계자는 “일을 마치고 오는 주민이 많아 시간을 늘렸다”고 말했다.

Copyright © 솔내소식 All Rights reserved.
"""


@pytest.fixture
def desk(visit, admin):
    return visit(admin)


def drafts():
    db.session.expire_all()
    return db.session.scalars(db.select(Article)).all()


def test_a_page_becomes_a_draft_and_what_was_left_out_is_shown(desk, board):
    assert "통째로 복사해서" in desk.get("/newsroom/pastes/new").text
    answer = desk.submit("/newsroom/pastes/new", board_id=board.id, text=PAGE, once="form-1")
    (draft,) = drafts()
    assert answer.location == f"/newsroom/articles/{draft.id}/edit"
    assert draft.is_draft and draft.title == "달모루 도서관, 밤 아홉 시까지 문을 엽니다"
    assert draft.subtitles == ["7월부터 평일에 두 시간 더"]
    page = desk.get(answer.location).text
    assert "가져올 때 뺀 것" in page and "Copyright © 솔내소식" in page
    assert 'value="2025-06-13"' in page and 'value="윤가람"' in page


def test_two_releases_in_one_paste_are_two_drafts_also_after_a_double_click(desk, board):
    second = PAGE.replace("달모루 도서관", "물내 도서관").replace("아홉 시", "열 시")
    second = second.replace("일을 마치고 오는 주민이 많아", "시험을 앞둔 학생이 많아")
    text = f"보도자료 1\n\n{PAGE}\n\n보도자료 2\n\n{second}"
    form = {"board_id": board.id, "text": text, "once": "form-1"}
    answers = [desk.submit("/newsroom/pastes/new", **form) for _ in range(2)]
    assert {draft.title[:3] for draft in drafts()} == {"달모루", "물내 "} and len(drafts()) == 2
    assert {answer.location for answer in answers} == {"/newsroom/articles"}
    assert "초안도 2개 만들었습니다" in desk.get(answers[0].location).text


def test_a_double_click_makes_one_draft(desk, board):
    form = {"board_id": board.id, "text": PAGE, "once": "form-1"}
    answers = [desk.submit("/newsroom/pastes/new", **form) for _ in range(2)]
    (draft,) = drafts()
    assert {each.location for each in answers} == {f"/newsroom/articles/{draft.id}/edit"}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "글을 붙여 넣어 주세요."),
        ("홈 > 지역소식", "본문을 찾지 못했습니다."),
        ("가" * 200_001, "200,000자까지"),
    ],
)
def test_what_is_no_article_is_told_and_stays_in_the_box(desk, board, text, sentence):
    answer = desk.submit("/newsroom/pastes/new", board_id=board.id, text=text)
    assert answer.status_code == 422 and sentence in answer.text
    assert text[:20].split(" > ")[-1] in answer.text and drafts() == []


VECTORS = ("<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "{{ 7 * 7 }}", "\u202e")


@pytest.mark.parametrize("vector", VECTORS)
def test_hostile_pages_are_only_words(desk, board, vector):
    hostile = PAGE.replace("밤 아홉", vector).replace("윤가람", vector)
    answer = desk.submit("/newsroom/pastes/new", board_id=board.id, text=hostile)
    pages = [answer]
    if answer.status_code == 303:
        pages = [desk.get(answer.location), desk.get(answer.location.removesuffix("/edit"))]
    for page in pages:
        assert page.status_code in (200, 422)
        assert "<img src=x" not in page.text and "<script>alert" not in page.text
        assert ">49<" not in page.text
