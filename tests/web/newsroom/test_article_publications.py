"""Publishing: now, later, and not yet."""

from datetime import timedelta

import pytest

from board import clock
from board.extensions import db
from board.models import Article, AuditEntry
from tests.support import files


@pytest.fixture
def desk(visit, admin):
    return visit(admin)


@pytest.fixture
def draft(board, admin):
    draft = Article.draft(board=board, by=admin, title="다리가 놓인다", body="<p>글</p>")
    db.session.commit()
    return draft


def address(article):
    return f"/newsroom/articles/{article.id}/publication"


def in_seoul(moment):
    return clock.local(moment).strftime("%Y-%m-%dT%H:%M")


def test_a_draft_is_published_and_read(desk, client, draft):
    assert "지금 게시합니다" in desk.get(f"{address(draft)}/new").text
    answer = desk.submit(address(draft), when="now")
    assert answer.location == f"/articles/{draft.id}"
    assert "다리가 놓인다" in client.get(answer.location).text
    assert db.session.scalar(AuditEntry.newest()).action == "article.publish"


def test_publishing_twice_is_once(desk, draft):
    desk.submit(address(draft), when="now")
    db.session.expire_all()
    at = db.session.get(Article, draft.id).published_at
    desk.submit(address(draft), when="now")
    db.session.expire_all()
    assert db.session.get(Article, draft.id).published_at == at


def test_a_photo_without_alt_text_holds_it_up_with_a_link_to_the_field(desk, client, draft, admin):
    photo = draft.attach(files.picture(), "쉼터.jpg", by=admin)
    db.session.commit()
    answer = desk.submit(address(draft), when="now")
    assert answer.status_code == 422
    assert f"/edit#attachment-{photo.id}-alt" in answer.text
    assert client.get(f"/articles/{draft.id}").status_code == 404


def test_a_scheduled_article_appears_by_itself(desk, client, draft, later):
    at = clock.now() + timedelta(hours=3)
    answer = desk.submit(address(draft), when="later", at=in_seoul(at))
    assert answer.status_code == 303
    assert client.get(f"/articles/{draft.id}").status_code == 404
    later(timedelta(hours=4))
    assert client.get(f"/articles/{draft.id}").status_code == 200


def test_a_schedule_is_taken_back(desk, client, draft, later):
    desk.submit(address(draft), when="later", at=in_seoul(clock.now() + timedelta(hours=1)))
    desk.submit(f"{address(draft)}/removal")
    later(timedelta(hours=1, minutes=50))
    assert client.get(f"/articles/{draft.id}").status_code == 404


@pytest.mark.parametrize(
    ("at", "sentence"),
    [
        ("", "언제 올릴지 날짜와 시각을 골라 주세요."),
        ("2020-01-01T09:00", "이미 지났습니다"),
        ("내일", "2025-06-13 14:05처럼"),
        ("0001-01-01T00:00", "2025-06-13 14:05처럼"),
    ],
)
def test_an_invalid_time_is_explained(desk, draft, at, sentence):
    answer = desk.submit(address(draft), when="later", at=at)
    assert answer.status_code == 422 and sentence in answer.text


def test_a_published_article_is_not_scheduled(desk, article):
    at = in_seoul(clock.now() + timedelta(hours=3))
    answer = desk.submit(address(article), when="later", at=at)
    assert answer.status_code == 422
    assert db.session.get(Article, article.id).is_published


def test_a_withdrawn_article_comes_back_by_reinstatement_only(desk, client, article, admin):
    article.withdraw(by=admin, reason="날짜가 틀림")
    db.session.commit()
    answer = desk.submit(address(article), when="now")
    assert answer.status_code == 422 and "되살린 뒤" in answer.text
    assert client.get(f"/articles/{article.id}").status_code == 410


def test_everything_that_is_missing_is_named_with_a_way_to_it(desk, client, draft, admin):
    draft.revise(by=admin, title="제목 없는 글", body="")
    db.session.commit()
    page = desk.get(f"{address(draft)}/new").text
    for field in ("title", "body"):
        assert f'href="/newsroom/articles/{draft.id}/edit#{field}"' in page
    assert ">게시하기</button>" in page
    assert desk.submit(address(draft), when="now").status_code == 422
    assert client.get(f"/articles/{draft.id}").status_code == 404


def test_under_an_embargo_its_end_is_proposed_and_one_click_takes_it(desk, draft, admin):
    until = (clock.now() + timedelta(days=400)).replace(second=0, microsecond=0)
    draft.revise(by=admin, embargo_until=until)
    db.session.commit()
    page = desk.get(f"{address(draft)}/new").text
    assert "까지입니다. 그때로 예약합니다." in page and f'value="{in_seoul(until)}"' in page
    refused = desk.submit(address(draft), when="now")
    assert refused.status_code == 422 and "엠바고가" in refused.text
    assert f'value="{in_seoul(until)}"' in refused.text
    desk.submit(address(draft), when="later", at=in_seoul(until))
    db.session.expire_all()
    assert db.session.get(Article, draft.id).published_at == until


def test_a_release_posted_already_is_named_with_its_likeness_and_holds_nothing_up(
    board, visit, admin
):
    body = "<p>" + "솔내시는 나루터 옆 빈 창고를 고쳐 누구나 쉬어 가는 쉼터를 열었다고 밝혔다. " * 9
    posted = Article.draft(board=board, by=admin, title="쉼터를 열다", body=body)
    posted.publish(by=admin)
    again = Article.draft(board=board, by=admin, title="쉼터를 열다", body=body)
    desk = visit(admin)
    page = desk.get(f"/newsroom/articles/{again.id}/publication/new").text
    assert "같은 글이 있습니다." in page and "100 % 같음" in page
    assert f'href="/newsroom/articles/{posted.id}"' in page
    desk.submit(f"/newsroom/articles/{again.id}/publication", when="now")
    assert again.is_published


def test_a_release_like_no_other_is_published_without_a_word(board, visit, admin):
    draft = Article.draft(board=board, by=admin, title="하나뿐인 글", body="<p>글</p>")
    page = visit(admin).get(f"/newsroom/articles/{draft.id}/publication/new").text
    assert "같은 글이 있습니다" not in page


def test_what_has_just_been_published_can_be_changed_or_taken_back_at_once(desk, draft):
    page = desk.get(desk.submit(address(draft), when="now").location).text
    said = page.split('role="status">')[1].split("</div>")[0]
    assert "게시했습니다." in said
    assert f'href="/newsroom/articles/{draft.id}/edit">고치기</a>' in said
    assert f'href="/newsroom/articles/{draft.id}/withdrawal/new">게시 중단</a>' in said


def test_unsaved_text_is_not_published_without_a_warning(desk, draft, admin):
    typed = {"board_id": [str(draft.board_id)], "title": ["쓰던 제목"], "body": ["<p>글</p>"]}
    draft.autosave(typed, by=admin, base=draft.updated_at.isoformat())
    assert "저장하지 않고 쓰던 글이 있습니다" in desk.get(f"{address(draft)}/new").text
    page = desk.get(desk.submit(address(draft), when="now").location).text
    assert "쓰던 제목" not in page


def test_a_deleted_article_of_the_same_words_is_looked_for_where_it_lies(board, visit, admin):
    one, other = (
        Article.draft(board=board, by=admin, title="쉬는 날", body="<p>내일</p>") for _ in "ab"
    )
    one.delete(by=admin)
    page = visit(admin).get(f"/newsroom/articles/{other.id}/publication/new").text
    assert "지운 글" in page and 'href="/newsroom/articles?state=deleted"' in page
