"""Comments: written once, answered, edited for ten minutes, removed and restored."""

from datetime import timedelta

import pytest

from board.extensions import db
from board.models import AuditEntry, ChangedError, Comment, Guest, Ruling, recount


def write(article, by, body="잘 읽었습니다.", **more):
    guest = {"nickname": "지나던 이", "password": "나무다리"} if by.is_guest else {}
    comment = article.comment(body, by=by, **(guest | more))
    db.session.commit()
    return comment


def test_a_member_comments_under_the_own_name(article, reader):
    comment = write(article, reader)
    assert comment.author_name == "김나래"
    assert article.comments_count == 1


def test_a_guest_leaves_a_nickname_and_a_password_nobody_can_read(article, guest):
    comment = write(article, guest)
    assert comment.author_name == "지나던 이"
    assert comment.password_hash.startswith("$argon2id$")
    assert comment.has_password("나무다리") and not comment.has_password("돌다리")


def test_a_guest_without_a_password_leaves_nothing(article, guest):
    with pytest.raises(ValueError, match="password"):
        article.comment("잘 읽었습니다.", by=guest, nickname="지나던 이")
    assert article.comments_count == 0


def test_the_same_form_twice_is_one_comment(article, guest):
    first = write(article, guest, once="form-1")
    second = write(article, guest, once="form-1")
    assert second is first and second.repeated
    assert article.comments_count == 1


def test_two_readers_of_the_same_page_are_two_people(article, guest):
    write(article, guest, once="form-1")
    write(article, Guest("another"), once="form-1", nickname="다른 이")
    write(article, guest, once="form-1", body="한마디 더 합니다.")
    assert article.comments_count == 3


def test_an_answer_knows_its_thread(article, reader, guest):
    first = write(article, reader)
    second = write(article, guest, parent=first)
    third = write(article, reader, parent=second)
    assert (second.root_id, third.root_id) == (first.id, first.id)
    assert [first.indent, second.indent, third.indent] == [0, 1, 2]


def test_an_edit_is_marked_and_only_possible_for_ten_minutes(article, reader, later):
    comment = write(article, reader)
    comment.edit("고쳐 씁니다.")
    assert comment.edited_at and "고쳐 씁니다." in comment.html
    later(timedelta(minutes=11))
    assert not reader.can_edit(comment)


def test_writing_the_same_words_again_is_no_edit(article, reader):
    comment = write(article, reader)
    comment.edit(comment.body)
    assert comment.edited_at is None


def test_a_moderator_removes_with_a_reason_and_restores(article, reader, moderator):
    comment = write(article, reader)
    Ruling.make(moderator, "remove", {comment: comment.seen}, reason="ad")
    db.session.commit()
    assert comment.removal.sentence == "운영자가 지운 댓글입니다. 사유: 광고"
    assert article.comments_count == 0
    comment.restore(by=moderator)
    db.session.commit()
    assert not comment.is_removed
    assert article.comments_count == 1
    deeds = [
        (entry.action, entry.actor) for entry in db.session.scalars(AuditEntry.newest().limit(2))
    ]
    assert deeds == [("comment.restore", moderator), ("comment.remove", moderator)]


def test_a_guest_undoes_no_ruling_even_on_the_own_comment(article, guest, moderator):
    comment = write(article, guest)
    Ruling.make(moderator, "remove", {comment: comment.seen}, reason="ad")
    with pytest.raises(ValueError, match="staff"):
        comment.restore(by=guest)
    assert comment.is_removed


def test_removing_twice_is_removing_once(article, reader, moderator):
    comment = write(article, reader)
    Ruling.make(moderator, "remove", {comment: comment.seen}, reason="ad")
    with pytest.raises(ChangedError):
        Ruling.make(moderator, "remove", {comment: comment.seen}, reason="abuse")
    comment.take_back(by=reader)
    db.session.commit()
    assert comment.removal.reason == "ad" and not comment.removal.by_author
    assert article.comments_count == 0


def test_a_moderator_must_say_why(article, reader, moderator):
    comment = write(article, reader)
    with pytest.raises(ValueError, match="사유"):
        Ruling.make(moderator, "remove", {comment: comment.seen}, reason="그냥")


def test_the_writer_may_take_back_a_deletion_for_ten_minutes(article, reader, later):
    comment = write(article, reader)
    comment.take_back(by=reader)
    db.session.commit()
    assert comment.removal.sentence == "작성자가 지운 댓글입니다."
    assert reader.can_restore(comment)
    later(timedelta(minutes=11))
    assert not reader.can_restore(comment)


def test_moderators_do_not_act_on_admins_nor_readers_on_anybody(
    article, reader, other_reader, moderator, admin
):
    by_admin, by_reader = write(article, admin), write(article, reader)
    assert not moderator.can_remove(by_admin)
    assert moderator.can_remove(by_reader) and admin.can_remove(by_reader)
    assert not other_reader.can_remove(by_reader) and not Guest().can_remove(by_reader)


def test_a_script_in_a_comment_is_only_text(article, reader):
    comment = write(article, reader, body="<script>alert(1)</script> 보세요 https://a.example/")
    db.session.refresh(comment)
    assert "<script" not in comment.html and "&lt;script&gt;" in comment.html
    assert 'href="https://a.example/"' in comment.html and "nofollow" in comment.html


def test_comments_close_ninety_days_after_publishing(article, reader, later):
    assert reader.can_comment_on(article)
    later(timedelta(days=91))
    assert not reader.can_comment_on(article)


def test_a_board_for_members_keeps_guests_from_commenting(article, board, reader):
    board.commenting = "member"
    assert reader.can_comment_on(article) and not Guest().can_comment_on(article)
    board.commenting = "nobody"
    assert not reader.can_comment_on(article)


def test_recounting_finds_nothing_on_a_healthy_site_and_mends_a_sick_one(
    article, reader, moderator
):
    write(article, reader)
    gone = write(article, reader, body="광고입니다.")
    Ruling.make(moderator, "remove", {gone: gone.seen}, reason="ad")
    gone.recommend(by=moderator)
    db.session.commit()
    assert sum(recount()) == 0
    article.comments_count = 7
    db.session.query(Comment).update({"recommendations_count": 3})
    db.session.commit()
    assert sum(recount()) == 3
    assert article.comments_count == 1
