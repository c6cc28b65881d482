"""What was masked stands sealed: a moderator looks, the log knows it, and readers see ●."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from board.config import Settings
from board.extensions import db
from board.models import AuditEntry, Comment, Guest, Original

TYPED = "솔내 철물점 사장님 번호는 010-0000-1234 입니다"
SECRET = "010-0000-1234"


@pytest.fixture
def comment(article):
    written = {"by": Guest("who-typed"), "nickname": "강바람", "password": "나무다리"}
    comment = article.comment(TYPED, **written)
    db.session.commit()
    return comment


def _with(settings: Settings, key: str, fallbacks: tuple[str, ...]) -> Settings:
    return replace(settings, secret_key=key, secret_key_fallbacks=fallbacks)


def deeds() -> list[str]:
    return [entry.action for entry in db.session.scalars(AuditEntry.newest())]


def test_the_queue_offers_a_look_at_a_masked_comment_only(visit, moderator, comment, article):
    other = article.comment(
        "무직자 당일 200 상담 주세요", by=Guest("x"), nickname="a", password="0000!"
    )
    db.session.commit()
    page = visit(moderator).get("/moderation").text
    assert f"/comments/{comment.id}/original" in page and SECRET not in page
    assert not other.is_shown and f"/comments/{other.id}/original" not in page


@pytest.mark.parametrize("htmx", [True, False])
def test_a_look_is_logged_and_changes_nothing_for_readers(visit, client, moderator, comment, htmx):
    desk = visit(moderator)
    answer = desk.submit(f"/moderation/comments/{comment.id}/original", htmx=htmx)
    assert SECRET in answer.text and ("<html" in answer.text) != htmx
    assert "no-store" in answer.headers["Cache-Control"]
    assert deeds()[0] == "comment.look"
    db.session.expire_all()
    assert "1234" not in comment.body and not comment.is_shown
    assert SECRET not in client.get(f"/articles/{comment.article_id}").text


def test_to_keep_the_comment_does_not_show_its_number(visit, client, moderator, comment):
    seen = f"{comment.id}:{comment.seen}"
    visit(moderator).submit("/moderation/rulings", seen=seen, verdict="keep")
    page = client.get(f"/articles/{comment.article_id}").text
    assert "010-●●●●-●●●●" in page and SECRET not in page


def test_a_moderator_may_let_the_number_be_read(visit, client, moderator, comment):
    desk, address = visit(moderator), f"/moderation/comments/{comment.id}/original"
    desk.submit(f"{address}/publication", seen=comment.seen)
    assert SECRET in client.get(f"/articles/{comment.article_id}").text
    assert "comment.uncover" in deeds() and "comment.keep" in deeds()
    assert db.session.scalar(db.select(Original)) is None
    assert desk.submit(address).status_code == 404


def test_a_comment_edited_meanwhile_is_left_as_it_is(visit, moderator, comment):
    seen = comment.seen
    comment.edit("다른 번호는 010-0000-4321 입니다")
    db.session.commit()
    desk, address = visit(moderator), f"/moderation/comments/{comment.id}/original"
    desk.submit(f"{address}/publication", seen=seen)
    db.session.expire_all()
    assert "4321" not in comment.body and not comment.is_shown
    assert "010-0000-4321" in desk.submit(address).text


def test_a_better_text_leaves_nothing_sealed(comment):
    comment.edit("번호는 지웁니다. 가게로 오세요")
    db.session.commit()
    assert db.session.scalar(db.select(Original)) is None


def test_nobody_below_a_moderator_looks(visit, reader, comment):
    assert visit(reader).submit(f"/moderation/comments/{comment.id}/original").status_code in (
        403,
        404,
    )


def test_what_an_admin_decided_a_moderator_does_not_look_into(visit, moderator, admin, comment):
    visit(admin).submit("/moderation/rulings", seen=f"{comment.id}:{comment.seen}", verdict="hold")
    answer = visit(moderator).submit(f"/moderation/comments/{comment.id}/original")
    assert answer.status_code == 403 and SECRET not in answer.text
    assert "comment.look" not in deeds()


def test_the_database_holds_it_under_a_seal(comment, app):
    [stored] = db.session.execute(text("SELECT body FROM originals")).scalars()
    assert "1234" not in stored and "철물점" not in stored
    assert comment.original.body == TYPED


def test_a_replaced_secret_key_still_opens_it(visit, moderator, comment, app, monkeypatch):
    old, new = app.settings.secret_key, "나룻배를 저어 강을 건너는 아침 안개 속의 새 열쇠말"
    monkeypatch.setattr(app, "settings", _with(app.settings, new, (old,)))
    db.session.expire_all()
    assert comment.original.body == TYPED
    monkeypatch.setattr(app, "settings", _with(app.settings, new, ()))
    db.session.expire_all()
    assert comment.original.body is None


def test_numbers_that_nobody_may_keep_are_not_sealed_either(article):
    typed = "850615-1234560, 여권 M00001234, 전화 010-0000-1234"
    written = {"by": Guest("x"), "nickname": "강바람", "password": "나무다리"}
    comment = article.comment(typed, **written)
    only = article.comment("주민번호 850615-1234560 맞죠", **written)
    db.session.commit()
    assert comment.original.body == "●●●●●●-●●●●●●●, 여권 ●●●●●●●●●, 전화 010-0000-1234"
    assert only.original is None


def test_staff_write_what_they_write(article, admin):
    assert article.comment(TYPED, by=admin).original is None
    assert db.session.scalar(db.select(Comment.body)) == TYPED
