"""Revisions: every text that readers saw is kept, compared and brought back."""

from datetime import timedelta

from sqlalchemy import select, update

from board import clock
from board.extensions import db
from board.models import Article, AuditEntry, Board, Revision
from board.text.differences import GONE, NEW

FIRST = "<p>솔내시는 나루터 옆 빈 창고를 고쳐 쉼터를 열었습니다.</p>"
SECOND = "<p>솔내시가 나루터 옆 빈 창고를 고쳐 쉼터를 열었습니다.</p>"


def said(revisions, mark):
    """(part, words) that came with the last of two revisions or went with the first."""
    earlier, later = revisions
    return [
        (name, piece.text.strip())
        for name, passages in later.changes_since(earlier)
        for passage in passages
        for piece in passage.pieces
        if piece.mark == mark
    ]


def test_the_first_text_and_the_changed_one_are_kept(article, admin, reader):
    article.revise(by=reader, reason="토씨를 바로잡음", body=SECOND)
    first, second = article.revisions
    assert (first.number, str(first.body), first.by) == (1, FIRST, admin)
    assert first.created_at == article.published_at
    assert (second.number, str(second.body), second.by_id) == (2, SECOND, reader.id)
    assert (second.reason, second.changed_names) == ("토씨를 바로잡음", ["본문"])
    assert (second.added, second.removed) == (1, 1)


def test_a_particle_alone_is_marked(article, admin):
    article.revise(by=admin, body=SECOND, title=article.title + " 축하")
    assert said(article.revisions, GONE) == [("본문", "는")]
    assert said(article.revisions, NEW) == [("제목", "축하"), ("본문", "가")]


def test_saving_without_a_change_keeps_nothing(article, admin):
    article.revise(by=admin, title=article.title, body=str(article.body))
    assert article.revisions == []


def test_a_draft_has_no_history_and_its_last_text_is_the_first(board, admin):
    draft = Article.draft(board=board, by=admin, title="처음 제목", body=FIRST)
    draft.revise(by=admin, title="올린 제목")
    assert draft.revisions == []
    draft.publish(by=admin)
    draft.revise(by=admin, title="고친 제목")
    assert [each.title for each in draft.revisions] == ["올린 제목", "고친 제목"]


def test_a_withdrawn_article_goes_on_keeping_texts(article, admin):
    article.withdraw(by=admin, reason="사실 확인")
    article.revise(by=admin, title="다시 쓴 제목")
    assert [each.number for each in article.revisions] == [1, 2]


def test_an_old_text_comes_back_and_goes_again(article, admin):
    title = article.title
    article.revise(by=admin, title="고친 제목", body=SECOND)
    article.restore(article.revisions[0], by=admin)
    assert (article.title, str(article.body)) == (title, FIRST)
    article.restore(article.revisions[1], by=admin)
    assert (article.title, str(article.body)) == ("고친 제목", SECOND)
    assert [each.number for each in article.revisions] == [1, 2, 3, 4]
    assert article.revisions[2].reason == "1판으로 되돌림"


def test_restoring_what_stands_there_already_changes_nothing(article, admin):
    article.revise(by=admin, title="고친 제목")
    article.restore(article.revisions[1], by=admin)
    assert len(article.revisions) == 2


def test_a_new_board_or_closed_comments_are_no_new_text(article, admin):
    elsewhere = Board(slug="else", name="다른 시", group=article.board.group)
    db.session.add(elsewhere)
    opened = article.updated_at
    article.revise(by=admin, board=elsewhere, allows_comments=False)
    assert article.updated_at > opened
    assert article.edited_at is None and article.revisions == []


def test_bold_letters_are_kept_but_not_told_to_readers(article, admin):
    article.revise(by=admin, body=FIRST.replace("쉼터", "<strong>쉼터</strong>"))
    assert len(article.revisions) == 2
    assert article.edited_at is None


def test_a_photo_put_elsewhere_is_kept_but_not_told_to_readers(article, admin):
    picture = '<figure><img src="/photos/7"></figure>'
    article.revise(by=admin, body=picture + FIRST)
    assert said(article.revisions, NEW) == [("본문", "[[사진 7]]")]
    assert article.edited_at is None


def test_a_text_brought_back_is_an_edit_readers_see(article, admin, later):
    article.revise(by=admin, title="고친 제목")
    first = article.edited_at
    later(timedelta(hours=1))
    article.restore(article.revisions[0], by=admin)
    assert article.edited_at > first


def test_an_article_changed_before_texts_were_kept_begins_with_what_it_had(article, admin):
    changed = clock.now() - timedelta(minutes=20)
    db.session.execute(update(Article).values(rewritten_at=changed, title="그때 고친 제목"))
    db.session.commit()
    article.revise(by=admin, title="오늘 고친 제목")
    first = article.revisions[0]
    assert (first.title, first.created_at) == ("그때 고친 제목", changed)


def test_what_another_window_left_is_kept_too(article, admin):
    assert article.title  # read before the other window saves
    db.session.execute(
        update(Article).values(title="다른 창의 제목"),
        execution_options={"synchronize_session": False},
    )
    article.revise(by=admin, body=SECOND)
    assert [each.title for each in article.revisions] == ["다른 창의 제목"] * 2


def test_the_log_names_the_revision_and_holds_no_text(article, admin):
    article.revise(by=admin, reason="오타", body=SECOND)
    entry = db.session.scalars(select(AuditEntry).filter_by(action="article.revise")).one()
    assert entry.detail == {"changed": ["body"], "revision": 2, "reason": "오타"}


def test_kept_texts_go_with_their_article(article, admin):
    article.revise(by=admin, title="고친 제목")
    db.session.commit()
    db.session.delete(article)
    db.session.commit()
    assert db.session.scalars(select(Revision)).all() == []
