"""Articles: drafted, scheduled, published, revised, withdrawn, pinned."""

from datetime import timedelta

import pytest

from board import clock
from board.extensions import db
from board.models import Article, AuditEntry, Guest


def readable(article):
    return db.session.scalar(Article.readable_by(Guest()).filter_by(id=article.id)) is article


def test_a_draft_is_for_the_newsroom_only(board, admin):
    draft = Article.draft(board=board, by=admin, title="아직 쓰는 글", body="<p>초안</p>")
    assert draft.is_draft
    assert not readable(draft)
    assert db.session.scalar(Article.editable_by(admin).filter_by(id=draft.id)) is draft
    assert db.session.scalar(Article.editable_by(Guest()).filter_by(id=draft.id)) is None


def test_a_scheduled_article_appears_by_itself_when_its_time_comes(board, admin, later):
    article = Article.draft(board=board, by=admin, title="내일 아침 소식", body="<p>내일</p>")
    article.schedule(at=clock.now() + timedelta(hours=2), by=admin)
    db.session.commit()
    assert article.is_scheduled and not readable(article)
    later(timedelta(hours=3))
    assert article.is_published and readable(article)


def test_a_time_that_has_passed_cannot_be_scheduled(board, admin):
    article = Article.draft(board=board, by=admin, title="어제 소식", body="<p>어제</p>")
    with pytest.raises(ValueError, match="이미 지났습니다"):
        article.schedule(at=clock.now() - timedelta(minutes=1), by=admin)
    assert article.is_draft


def test_withdrawing_hides_and_reinstating_brings_back(article, admin):
    article.withdraw(by=admin, reason="사실 확인")
    db.session.commit()
    assert article.is_withdrawn and not readable(article)
    article.reinstate(by=admin)
    db.session.commit()
    assert article.is_published and readable(article)
    deeds = [entry.action for entry in db.session.scalars(AuditEntry.newest().limit(2))]
    assert deeds == ["article.reinstate", "article.withdraw"]


def test_a_revision_that_changes_nothing_leaves_no_mark(article, admin):
    before = article.updated_at
    article.revise(by=admin, title=article.title, body=str(article.body))
    assert article.updated_at == before
    article.revise(by=admin, title="고친 제목")
    assert article.updated_at > before
    assert article.edited_at == article.updated_at


def test_a_slip_mended_at_once_is_not_shown_as_an_edit(board, admin):
    article = Article.draft(board=board, by=admin, title="방금 올린 글", body="<p>글</p>")
    article.publish(by=admin)
    article.revise(by=admin, title="방금 올린 글의 오자를 고침")
    assert article.edited_at is None


def test_the_body_is_clean_whoever_wrote_it(board, admin):
    article = Article.draft(
        board=board,
        by=admin,
        title="나쁜 본문",
        body='<p onclick="x()">안녕<script>alert(1)</script></p><img src=x onerror=alert(1)>',
    )
    db.session.commit()
    db.session.refresh(article, ["body"])
    assert str(article.body).startswith("<p>안녕</p>")
    assert "script" not in article.body and "onerror" not in article.body


def test_a_body_spoiled_behind_our_back_is_cleaned_when_it_is_read(article):
    db.session.execute(
        db.text("update articles set body = :body where id = :id"),
        {"body": "<p>글</p><script>alert(1)</script>", "id": article.id},
    )
    db.session.refresh(article, ["body"])
    assert str(article.body) == "<p>글</p>"


def test_a_notice_stays_up_until_its_day(article, admin, later):
    article.pin(until=clock.now() + timedelta(days=1), by=admin)
    db.session.commit()
    assert article.is_notice
    assert db.session.scalars(Article.published().where(Article.is_pinned())).all() == [article]
    later(timedelta(days=2))
    assert not article.is_notice
    assert db.session.scalars(Article.published().where(Article.is_pinned())).all() == []


@pytest.mark.parametrize(
    "word", ["나루터", "루터", "쉼터가", "SEOUL", "누구나 아침", "이한결", "100%"]
)
def test_any_part_of_any_word_finds_an_article(article, admin, word):
    article.revise(by=admin, body="<p>Seoul에서 온 <b>손님</b>이 100% 만족했습니다.</p>")
    db.session.commit()
    assert db.session.scalars(Article.published().where(Article.matching(word))).all() == [article]


@pytest.mark.parametrize("word", ["없는단어", "%", "_쉼터", "script", "100_"])
def test_signs_of_the_query_language_are_just_signs(article, word):
    assert not db.session.scalars(Article.published().where(Article.matching(word))).all()


def test_a_foreign_picture_is_not_loaded_by_readers(board, admin):
    article = Article.draft(
        board=board,
        by=admin,
        title="남의 사진",
        body='<p>글<img src="https://elsewhere.example/pixel.gif" alt=""></p><img src="/photos/1/480.webp" alt="우리">',
    )
    db.session.commit()
    db.session.refresh(article, ["body"])
    assert "elsewhere" not in article.body
    assert 'src="/photos/1"' in article.body
