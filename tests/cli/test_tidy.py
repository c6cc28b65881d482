"""Retention: what is past its retention time is erased, and nothing else."""

import contextvars
import os
from datetime import timedelta
from io import BytesIO

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import OperationalError

from board import clock
from board.cli.tidy import tidy
from board.extensions import db
from board.files.storage import storage
from board.models import (
    Article,
    AuditEntry,
    Chain,
    Comment,
    Guest,
    Recommendation,
    Report,
    Ruling,
    Session,
    Thread,
    audit,
    recount,
)
from board.models.maintenance import addresses

DAYS = timedelta(days=1)
SOMEWHERE = ("a1b2c3", "203.0.113.*")


@pytest.fixture
def clean(app):
    """`clean()` runs `board tidy` and returns its output."""

    def run(*options: str) -> str:
        db.session.commit()
        said = contextvars.Context().run(app.test_cli_runner().invoke, tidy, options)
        assert said.exit_code == 0, said.output
        db.session.rollback()
        return said.output

    return run


@pytest.fixture
def write(article):
    """`write("글", under=comment)`: a guest's comment."""

    def comment(words: str, under: Comment | None = None) -> Comment:
        who = {"by": Guest("the-cookie"), "nickname": "강바람", "password": "0000!"}
        written = article.comment(words, parent=under, origin=SOMEWHERE, once=words, **who)
        db.session.commit()
        return written

    return comment


def rows(table: str) -> int:
    return db.session.scalar(text(f"SELECT count(*) FROM {table}"))  # noqa: S608


def test_a_removed_comment_goes_after_thirty_days_and_not_before(
    clean, write, moderator, later, client, article
):
    comment = write("팝니다")
    Ruling.make(moderator, "remove", {comment: comment.seen}, reason="ad")
    later(29 * DAYS)
    clean()
    assert db.session.scalar(select(Comment.body)) == "팝니다"
    later(DAYS)
    said = clean()
    assert rows("comments") == rows("removals") == rows("judgements") == 0
    assert "댓글의 말과 이름: 1건" in said and "댓글의 자리: 1건" in said
    assert "지금은 볼 수 없는 댓글" in client.get("/moderation-log").text


def test_what_was_masked_is_forgotten_thirty_days_after_the_ruling(clean, write, moderator, later):
    ruled, waiting = write("전화 010-0000-1234"), write("제 전화 010-0000-4321")
    later(20 * DAYS)
    Ruling.make(moderator, "keep", {ruled: ruled.seen})
    later(10 * DAYS)
    assert "가린 번호: 1건" in clean()
    assert (waiting.original, ruled.original.body) == (None, "전화 010-0000-1234")
    later(20 * DAYS)
    assert "가린 번호: 1건" in clean() and rows("originals") == 0


def test_what_was_masked_goes_with_the_words_of_a_removed_comment(clean, write, moderator, later):
    comment = write("전화 010-0000-1234")
    write("답", under=comment)
    Ruling.make(moderator, "remove", {comment: comment.seen}, reason="privacy")
    later(30 * DAYS)
    clean()
    assert rows("originals") == 0 and comment.body == ""


def test_where_somebody_answered_a_sentence_stays(clean, write, moderator, later, client, article):
    removed = write("팝니다")
    answer = write("사지 마세요", under=removed)
    report = {"reporter": "g:x", "reason": "ad", "note": "광고", "weight": 1.0}
    removed.reports.append(Report(body="팝니다", revision=1, **report))
    removed.hold_back("reports", [{"what": ["팝니다"]}], was_shown=True)
    Ruling.make(moderator, "remove", {removed: removed.seen}, reason="ad")
    later(31 * DAYS)
    clean()
    page = client.get(f"/articles/{article.id}").text
    assert "운영자가 지운 댓글입니다. 사유: 광고" in page and "사지 마세요" in page
    kept = db.session.get(Comment, removed.id)
    personal = "nickname password_hash guest_key address_hash address_mask once".split()
    assert [getattr(kept, name) for name in personal] == [None] * 6
    assert (kept.body, kept.html, kept.fingerprint, rows("holds")) == ("", "", "", 0)
    assert [(each.body, each.note) for each in kept.reports] == [("", "")]
    assert answer.nickname == "강바람" and not moderator.can_restore(kept)


def test_the_place_goes_when_the_last_answer_under_it_goes(clean, write, moderator, later):
    removed = write("팝니다")
    between = write("저도 팝니다", under=removed)
    answer = write("사지 마세요", under=between)
    for comment in (removed, between):
        Ruling.make(moderator, "remove", {comment: comment.seen}, reason="ad")
    later(20 * DAYS)
    Ruling.make(moderator, "remove", {answer: answer.seen}, reason="other")
    later(11 * DAYS)
    assert "말과 이름: 2건" in clean() and rows("comments") == 3
    later(20 * DAYS)
    assert "댓글의 자리: 3건" in clean() and rows("comments") == 0


def test_what_was_removed_long_ago_cannot_be_put_back(clean, write, moderator, later, visit):
    comment = write("팝니다")
    write("답", under=comment)
    ruling = Ruling.make(moderator, "remove", {comment: comment.seen}, reason="ad")
    later(30 * DAYS)
    assert visit(moderator).submit(f"/comments/{comment.id}/restoration").status_code == 403
    clean()
    assert ruling.undo(moderator) == [] and comment.is_removed
    assert not comment.may_be_appealed


def test_while_an_appeal_waits_the_words_wait_too(clean, write, moderator, admin, later):
    denied, granted = write("팝니다"), write("그냥 글")
    appeals = []
    for comment in (denied, granted):
        Ruling.make(moderator, "remove", {comment: comment.seen}, reason="ad")
        appeals.append(comment.ask_again(Guest("the-cookie"), "광고가 아닙니다."))
    later(31 * DAYS)
    assert "댓글의 말과 이름: 0건" in clean()
    appeals[0].deny(by=admin, answer="광고입니다.")
    appeals[1].grant(by=admin)
    assert "댓글의 말과 이름: 1건" in clean()
    assert list(db.session.scalars(select(Comment.body))) == ["그냥 글"]


def test_counters_and_the_chain_stay_right(clean, write, moderator, later, reader, article):
    removed, other = write("팝니다"), write("그냥 글")
    write("답", under=removed)
    removed.recommend(by=reader)
    other.recommend(by=reader)
    Ruling.make(moderator, "remove", {removed: removed.seen}, reason="ad")
    before = rows("audit_entries")
    later(31 * DAYS)
    clean()
    assert sum(recount()) == 0 and article.comments_count == 2
    assert len(Thread(article, reader).items) == 3
    assert Chain.walk().head.number == rows("audit_entries") == before + 1


def test_many_go_a_few_at_a_time(clean, article, moderator, later, statements):
    like = {"article": article, "guest_key": "g:the-cookie"}
    comments = [Comment(body=f"팝니다 {number}", **like) for number in range(201)]
    db.session.add_all(comments)
    db.session.flush()
    seen = {each: each.seen for each in comments}
    Ruling.make(moderator, "spam", seen, reason="flood")
    later(31 * DAYS)
    with statements() as made:
        said = clean()
    assert "댓글의 말과 이름: 201건" in said and rows("comments") == 0
    assert len([each for each in made if each.startswith("DELETE FROM comments")]) == 2


def test_a_deleted_article_goes_with_its_comments_and_files(clean, article, admin, later, write):
    write("댓글")
    file = article.attach(BytesIO("이름,수\n쉼터,1\n".encode()), "현황.csv", by=admin)
    article.delete(by=admin)
    db.session.commit()
    path = file.path()
    later(29 * DAYS)
    assert "글과 그 파일: 0건" in clean() and path.exists()
    later(DAYS)
    assert "글과 그 파일: 1건" in clean() and not path.exists()
    assert rows("articles") == rows("comments") == rows("attachments") == 0
    assert db.session.scalar(AuditEntry.newest()).action == "article.purge"


def test_addresses_are_forgotten_after_the_days_that_are_set(clean, write, later, app):
    write("글")
    later(89 * DAYS)
    clean()
    assert db.session.scalar(select(Comment.address_mask)) == "203.0.113.*"
    later(DAYS)
    assert "90일이 지난 댓글에 남은 주소(IP): 1건" in clean()
    assert db.session.execute(select(Comment.address_hash, Comment.address_mask)).one() == (
        None,
        None,
    )
    assert db.session.scalar(select(Comment.body)) == "글"


def test_a_vote_stays_when_from_where_it_came_is_forgotten(clean, article, reader, guest, later):
    article.recommend(by=reader, address="a-hash")
    db.session.commit()
    later(91 * DAYS)
    article.recommend(by=guest, address="a-hash")
    assert "90일이 지난 추천에 남은 주소(IP): 1건" in clean()
    kept = db.session.scalars(select(Recommendation.address_hash).order_by(Recommendation.id))
    assert kept.all() == [None, "a-hash"]


def test_the_log_forgets_with_the_addresses_which_place_its_words_stood_for(clean, app, later):
    def look_in() -> str | None:
        audit.client.set("the hash of an address")
        entry = audit.record("session.fail")
        audit.client.set(None)
        db.session.commit()
        return entry.origin

    then = look_in()
    later((app.settings.address_days - 1) * DAYS)
    clean()
    assert rows("audit_salts") == 1
    later(DAYS)
    assert "주소(IP)를 알아내는 열쇠: 1건" in clean() and rows("audit_salts") == 0
    assert look_in() != then
    assert Chain.walk().head.number == 2


def test_every_row_that_keeps_an_address_forgets_it():
    tables = {table.name for table in db.metadata.sorted_tables if "address_hash" in table.columns}
    assert tables == {kind.__tablename__ for kind in addresses.KEEPERS}


def test_sessions_that_are_over_go_and_living_ones_stay(clean, reader, other_reader, later):
    Session.start(reader)
    db.session.commit()
    later(timedelta(hours=13))
    Session.start(other_reader)
    assert "끝난 로그인: 1건" in clean()
    assert db.session.scalar(select(Session.user_id)) == other_reader.id


def test_old_requests_forget_who_asked(clean, asked, admin, later):
    asked.decline(by=admin, ground="other", reason="근거 없음")
    later(366 * DAYS)
    assert "정정 청구에 적힌 이름과 연락처: 1건" in clean()
    db.session.refresh(asked)
    assert asked.name == asked.contact == ""


def test_files_that_no_row_knows_go_after_a_month(clean, app, article, admin):
    kept = article.attach(BytesIO("이름,수\n쉼터,1\n".encode()), "현황.csv", by=admin)
    db.session.commit()
    stray, fresh = (storage().path(f"{letter * 32}{storage().mark}") for letter in "ab")
    ages = {stray: 31 * DAYS, fresh: 29 * DAYS, kept.path().parent: 31 * DAYS}
    for folder, age in ages.items():
        folder.mkdir(parents=True, exist_ok=True)
        made = (clock.now() - age).timestamp()  # else the disk notes the real time
        os.utime(folder, (made, made))
    assert "글이 없는 파일: 1건" in clean()
    assert not stray.exists() and fresh.exists() and kept.path().exists()


def test_a_dry_run_tells_the_same_and_changes_nothing(clean, write, moderator, later, article):
    removed = write("팝니다")
    answer = write("답", under=removed)
    for each in (answer, removed):
        Ruling.make(moderator, "remove", {each: each.seen}, reason="ad")
    later(31 * DAYS)
    told = clean("--dry-run")
    assert rows("comments") == 2 and db.session.scalar(select(func.min(Comment.body))) != ""
    done = clean()
    assert told.splitlines()[1:] == done.splitlines()[1:] and rows("comments") == 0


def test_the_desk_turns_red_when_nothing_was_erased_for_two_days(clean, visit, admin, later):
    desk = visit(admin)

    def is_red() -> bool:
        desk.sign_in(admin)
        page = desk.get("/newsroom").text
        return "board tidy" in page.partition("고칠 것")[2].partition("</section>")[0]

    assert not is_red()  # of a paper that opened today nothing is due yet
    later(2 * DAYS)
    assert is_red()
    clean("--dry-run")
    assert is_red()
    clean()
    assert not is_red() and rows("retention_runs") == 1
    later(2 * DAYS - timedelta(minutes=1))
    assert not is_red()
    clean()
    later(2 * DAYS)
    assert is_red() and rows("retention_runs") == 1


def test_a_run_that_left_something_behind_does_not_count(app, admin, monkeypatch):
    refused = OperationalError("", {}, Exception("database is locked"))
    monkeypatch.setattr(Session, "is_over", lambda: (_ for _ in ()).throw(refused))
    said = contextvars.Context().run(app.test_cli_runner().invoke, tidy)
    assert said.exit_code == 1 and rows("retention_runs") == 0


def test_the_planner_learns_how_many_rows_there_are(clean, write):
    write("잘 읽었습니다.")
    clean()
    if db.engine.dialect.name == "sqlite":  # the other one gathers them itself
        known = db.session.execute(text("SELECT DISTINCT tbl FROM sqlite_stat1"))
        assert {"articles", "comments"} <= set(known.scalars())


def test_a_second_run_finds_nothing(clean, write, moderator, later):
    removed = write("팝니다")
    write("답", under=removed)
    Ruling.make(moderator, "remove", {removed: removed.seen}, reason="ad")
    later(31 * DAYS)
    clean()
    log = rows("audit_entries")
    assert {line.rpartition(": ")[2] for line in clean().splitlines()[1:]} == {"0건"}
    assert rows("audit_entries") == log and db.session.scalar(select(func.count(Article.id))) == 1
