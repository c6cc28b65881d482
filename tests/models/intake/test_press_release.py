"""Press release: a pasted page becomes a draft that remembers its origin."""

from datetime import UTC, date, datetime, timedelta

import pytest

from board import clock
from board.extensions import db
from board.models import Article, PressRelease
from board.models.article.drafting import draft_once
from board.text.documents import Document
from board.text.documents.document import Envelope

PAGE = """홈 > 지역소식 > 솔내시

달모루 도서관, 밤 아홉 시까지 문을 엽니다
윤가람 2025-06-13 추천 0 댓글 0 조회 31

달모루 도서관, 밤 아홉 시까지 문을 엽니다

 - 7월부터 평일에 두 시간 더
 - 어린이실은 지금처럼 여섯 시까지

솔내시(시장 한누리)는 달모루 도서관의 문 여는 시간을 밤 아홉 시까지 늘린다고 13일 밝혔다.

이번에 늘어난 시간에는 ▲ 열람실 ▲ 자료실 ▲ 휴게실을 쓸 수 있다. 어린이실은 지금처럼 여섯 시에 닫는다.

솔내시 관계자는 “일을 마치고 오는 주민이 많아 시간을 늘렸다”고 말했다.

자유게시판 목록
구분 제목 작성자 등록일 추천 조회
다음글 나루터 가는 길이 넓어집니다 윤가람 2025.06.12 0 12

Copyright © 솔내소식 All Rights reserved.
"""


@pytest.fixture
def release():
    return PressRelease.read(PAGE)


def test_a_whole_page_is_read_into_its_parts(release):
    assert release.title == "달모루 도서관, 밤 아홉 시까지 문을 엽니다"
    assert release.subtitles == ["7월부터 평일에 두 시간 더", "어린이실은 지금처럼 여섯 시까지"]
    assert (release.released_on, release.byline) == (date(2025, 6, 13), "윤가람")
    assert release.body.count("<p>") == 3 and "자유게시판" not in release.body
    assert any("Copyright" in cut["text"] for cut in release.cut)


def test_a_draft_keeps_the_date_of_the_page_but_is_published_now(release, board, admin):
    draft = release.draft(board=board, by=admin)
    assert draft.is_draft and draft.author is admin and draft.byline == "윤가람"
    draft.publish(by=admin)
    db.session.commit()
    assert draft.origin.released_on == date(2025, 6, 13)
    assert clock.now() - draft.published_at < timedelta(minutes=1)
    assert draft.comments_open
    assert draft.origin.cut == release.cut


@pytest.mark.parametrize("text", ["", "   \n\n ", "홈 > 지역소식"])
def test_a_page_without_an_article_is_refused_in_words(text):
    with pytest.raises(ValueError, match="본문을 찾지 못했습니다"):
        PressRelease.read(text)


def test_the_same_form_makes_one_draft(release, board, admin):
    def write() -> Article:
        return release.draft(board=board, by=admin, once="form-1")

    first, is_new = draft_once("form-1", write)
    again, is_new_again = draft_once("form-1", write)
    assert again is first and (is_new, is_new_again) == (True, False)


def test_two_sendings_at_the_same_moment_make_one_draft(release, board, admin, monkeypatch):
    """Neither request saw the other before writing; the database decides."""
    first = release.draft(board=board, by=admin, once="form-1")
    db.session.commit()
    looks = iter([None, first])
    monkeypatch.setattr("board.models.article.drafting._made_by", lambda once: next(looks))
    again, is_new = draft_once(
        "form-1", lambda: release.draft(board=board, by=admin, once="form-1")
    )
    assert again is first and not is_new
    assert db.session.scalar(db.select(db.func.count()).select_from(Article)) == 1


def test_a_mail_without_a_date_in_its_text_is_of_the_day_it_was_sent():
    sent = datetime(2026, 3, 4, 16, 30, tzinfo=UTC)  # the next morning here
    envelope = Envelope("새들군", "press@saedeul.example", "나루터에 나무를 심는다", sent, "<1@x>")
    story = "<p>새들군은 물내나루에 버드나무 서른 그루를 심었다고 알렸다.</p>"
    release = PressRelease.of(Document("eml", story, mail=envelope))
    assert release.released_on == date(2026, 3, 5)
    assert [guess["line"] for guess in release.guesses if guess["field"] == "date"]
    dated = PressRelease.of(Document("eml", f"<p>배포일: 2026. 3. 2.</p>{story}", mail=envelope))
    assert dated.released_on == date(2026, 3, 2)
