"""Rulings: moderators judge comments as they saw them, and undo a ruling exactly."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from board.extensions import db
from board.models import ChangedError, Hold, Report, Ruling, Thread, recount
from board.text.plain import text_of


@pytest.fixture
def comments(article, reader):
    words = ("다리가 언제 열리나요?", "싸게 팝니다.", "저도 궁금합니다.")
    written = [article.comment(each, by=reader) for each in words]
    db.session.commit()
    return written


def seen(*comments):
    return {each: each.seen for each in comments}


def rows():
    """Every row a ruling may touch, as it stands in the database."""
    db.session.expire_all()
    kinds = (Hold, Report)
    return {
        kind.__name__: db.session.execute(select(kind.__table__).order_by(kind.id)).all()
        for kind in kinds
    }


def shown_to(viewer, article):
    comments = [item.comment for item in Thread(article, viewer).items]
    return [text_of(comment.html) for comment in comments if comment.is_shown]


def test_many_are_deleted_and_put_back_as_one(article, comments, moderator, guest):
    ruling = Ruling.make(moderator, "spam", seen(*comments[1:]), reason="ad")
    assert shown_to(guest, article) == ["다리가 언제 열리나요?"] and article.comments_count == 1
    assert len(ruling.undo(moderator)) == 2
    assert len(shown_to(guest, article)) == 3 and article.comments_count == 3
    assert sum(recount()) == 0 and not ruling.is_undoable


def test_nothing_is_decided_on_words_nobody_saw(article, comments, moderator):
    before = seen(comments[0])
    comments[0].edit("다리는 다음 달에 열립니다.")
    with pytest.raises(ChangedError):
        Ruling.make(moderator, "remove", before, reason="false")
    assert comments[0].is_shown and article.comments_count == 3


def test_the_second_of_two_moderators_learns_of_the_first(comments, moderator, admin):
    before = seen(comments[0])
    Ruling.make(moderator, "keep", before)
    with pytest.raises(ChangedError):
        Ruling.make(admin, "remove", before, reason="abuse")


def test_what_changed_is_passed_over_and_the_rest_is_done(comments, moderator):
    before = seen(*comments)
    comments[0].edit("다리는 다음 달에 열립니다.")
    ruling = Ruling.make(moderator, "remove", before, reason="other", note="도배")
    assert ruling.passed_over == [comments[0]] and len(ruling.judgements) == 2


def test_a_hold_ended_by_a_ruling_is_in_force_again_once_it_is_undone(
    article, comments, moderator, guest
):
    comments[1].hold_back("machine", [{"phase": "links", "why": "링크", "what": []}])
    db.session.commit()
    before = rows()
    ruling = Ruling.make(moderator, "keep", seen(comments[1]))
    assert len(shown_to(guest, article)) == 3
    ruling.undo(moderator)
    assert rows() == before and len(shown_to(guest, article)) == 2
    assert sum(recount()) == 0


def test_reports_are_closed_with_the_ruling_and_open_again_without(comments, moderator):
    words = {"revision": 1, "body": comments[1].body}
    report = Report(comment_id=comments[1].id, reporter="g:1", reason="ad", weight=1, **words)
    db.session.add(report)
    db.session.commit()
    ruling = Ruling.make(moderator, "hold", seen(comments[1]))
    assert report.ruling is ruling and comments[1].hold.source == "moderator"
    ruling.undo(moderator)
    assert report.ruling_id is None and comments[1].is_shown


def test_a_ruling_followed_by_another_is_not_undone_alone(comments, moderator, admin):
    first = Ruling.make(moderator, "hold", seen(comments[0]))
    Ruling.make(admin, "keep", seen(comments[0]))
    assert first.undo(moderator) == [] and comments[0].is_shown


def test_after_thirty_days_a_ruling_stands(comments, moderator, later):
    ruling = Ruling.make(moderator, "remove", seen(comments[0]), reason="ad")
    db.session.commit()
    later(timedelta(days=30))
    assert not ruling.is_undoable


def test_a_moderator_does_not_judge_an_admin_nor_herself(article, moderator, admin):
    own = article.comment("제 의견입니다.", by=moderator)
    chief = article.comment("편집실에서 알립니다.", by=admin)
    with pytest.raises(ChangedError):
        Ruling.make(moderator, "remove", seen(own, chief), reason="other")


def test_what_was_held_before_anybody_saw_it_is_there_for_its_writer_alone(
    article, reader, other_reader, guest
):
    held = article.comment("좋은 상품 소개합니다.", by=reader)
    held.hold_back("machine", [])
    db.session.commit()
    assert [item.comment for item in Thread(article, reader).items] == [held]
    assert Thread(article, other_reader).items == Thread(article, guest).items == []


def test_a_comment_readers_had_seen_leaves_a_sentence(article, comments, guest):
    comments[0].hold_back("reports", [], was_shown=True)
    [first, *_] = Thread(article, guest).items
    assert first.comment.absence.sentence == "신고가 들어와 확인하는 동안 가린 댓글입니다."


def test_a_ruling_is_undone_although_one_comment_of_it_was_held_again_since(
    article, comments, moderator
):
    for comment in comments[:2]:
        comment.hold_back("machine", [])
    ruling = Ruling.make(moderator, "keep", seen(*comments[:2]))
    comments[0].edit("싸게 팝니다 https://shop.example/a https://b.example https://c.example")
    again = comments[0].hold
    assert again is not None
    assert len(ruling.undo(moderator)) == 2
    assert comments[0].hold is again and comments[1].hold is not None
    assert article.comments_count == 1 and sum(recount()) == 0
