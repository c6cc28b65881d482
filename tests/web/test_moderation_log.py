"""Public moderation log: actions are published, without names or texts."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import text

from board import clock
from board.extensions import db
from board.models import (
    Alarm,
    Article,
    AuditEntry,
    Board,
    Guest,
    Head,
    Menu,
    OptionalWordlist,
    Ruling,
    Slowdown,
    Suspension,
    Sweep,
    audit,
)
from board.models.audit.labels import DEED_NAMES, PUBLIC_DEEDS
from board.models.moderation.ruling.verdict import DEEDS

WORDS, NOTE = "싸게 팝니다 연락 주세요", "또 강바람 님의 광고"


@pytest.fixture
def removed(article, moderator):
    """A guest's advertisement, taken away by 박보라."""
    comment = article.comment(WORDS, by=Guest("g"), nickname="강바람", password="0000!")
    Ruling.make(moderator, "remove", {comment: comment.seen}, reason="ad", note=NOTE)
    db.session.commit()
    return comment


def test_a_removal_is_listed_with_reason_time_and_role(client, removed):
    page = client.get("/moderation-log").text
    entry = db.session.scalar(AuditEntry.newest())
    assert "댓글을 지웠습니다." in page and "사유: 광고" in page and "운영자" in page
    assert f'id="deed-{entry.number}"' in page
    assert f'href="/comments/{removed.id}"' in page
    assert clock.local(entry.at).strftime("%H:%M") in page


def test_the_log_shows_no_name_no_text_and_no_note(client, visit, moderator, removed):
    for reader in (client, visit(moderator)):
        page = reader.get("/moderation-log").text
        told = page[page.index("<main") : page.index("</main>")]
        assert not [each for each in ("박보라", "강바람", WORDS, NOTE, "127.0.0") if each in told]


def test_a_restoration_is_listed_above_the_removal(client, removed, moderator):
    removed.restore(by=moderator)
    page = client.get("/moderation-log").text
    assert page.index("되살렸습니다.</strong>") < page.index("지웠습니다.</strong>")


def test_a_sweep_and_its_undoing_are_told_comment_by_comment(client, article, moderator):
    comments = [
        article.comment(f"{WORDS} {each}", by=Guest("g"), nickname="강바람", password="0000!")
        for each in range(2)
    ]
    seen = {each: each.seen for each in comments}
    Ruling.make(moderator, "spam", seen, reason="flood", note=NOTE).undo(moderator)
    page = client.get("/moderation-log").text
    assert page.count("댓글을 지웠습니다.</strong> 사유: 도배") == 2
    assert page.count("지운 댓글을 되살렸습니다.</strong>") == 2 and NOTE not in page


def test_a_hold_by_reports_is_told_without_what_they_say(client, article):
    comment = article.comment("글", by=Guest("h"), nickname="산바람", password="0000!")
    comment.hold_back("reports", [{"phase": "reports", "why": "신고", "what": ["비밀"]}], True)
    page = client.get("/moderation-log").text
    assert "댓글을 가렸습니다.</strong>" in page and "자동" in page and "비밀" not in page


def test_a_suspension_is_told_without_whom_or_where(client, removed, moderator):
    until = clock.now() + timedelta(days=7)
    Suspension.place(removed, moderator, until, "flood", "일주일 쉬세요")
    page = client.get("/moderation-log?deed=suspension.place").text
    assert "한동안 쓰지 못하게 했습니다.</strong> 사유: 도배" in page
    assert "/comments/" not in page and "일주일 쉬세요" not in page


def test_a_slowed_thread_is_linked(client, article, moderator):
    Slowdown.place(article, moderator, 30)
    page = client.get("/moderation-log").text
    assert "천천히 쓰게 했습니다.</strong>" in page and f'href="/articles/{article.id}">글' in page


# Whatever decides if a comment may be written, and when it is seen


def rows(client):
    """What was done, newest first: the sentence, and what stands below it."""
    page = client.get("/moderation-log").text
    return [
        re.sub(r"<[^>]+>|\s+", " ", row) for row in re.findall(r'<li id="deed-.*?</li>', page, re.S)
    ]


@pytest.mark.parametrize("kind", ["blocked", "allowed"])
def test_words_of_the_list_leave_rows_without_the_word(client, visit, admin, kind):
    hangyeol = visit(admin)
    hangyeol.submit("/newsroom/words", words="감자바위\n수박바위", kind=kind)
    hangyeol.submit("/newsroom/words/1/removal")
    removed, added = rows(client)
    assert "어를 넣었습니다. (2개)" in added and "편집자" in added
    assert "어를 뺐습니다. (1개)" in removed
    assert "바위" not in added + removed


def test_a_list_that_is_switched_on_is_named(client, admin):
    OptionalWordlist.switch("political", on=True, by=admin)
    OptionalWordlist.switch("political", on=False, by=admin)
    off, on = rows(client)
    assert "하나를 켰습니다. (정치 비하 표현)" in on and "껐습니다. (정치 비하 표현)" in off


def test_alarms_are_told_whoever_raised_them(client, admin):
    Alarm.rise(lasting=timedelta(hours=1), why="댓글이 많음").end(by=admin)
    Alarm.rise(by=admin, lasting=timedelta(hours=12))
    again, end, itself = rows(client)
    assert "도배 막기를 켰습니다." in itself and "(1시간)" in itself and "자동" in itself
    assert "도배 막기를 껐습니다." in end and "(12시간)" in again and "편집자" in again


def test_a_board_that_closes_or_holds_newcomers_leaves_a_row(client, visit, admin, board):
    form = {"name": board.name, "slug": board.slug, "group_id": board.group_id}
    form |= {"recommending": "guest", "reporting": "guest", "comments_close_days": "30"}
    address = f"/newsroom/boards/{board.id}/edit"
    hangyeol = visit(admin)
    hangyeol.submit(address, **form, commenting="nobody")
    hangyeol.submit(address, **form, commenting="member", holds_newcomers="y")
    hangyeol.submit(address, **form, commenting="member", holds_newcomers="y", description="새말")
    opened, closed = rows(client)
    assert "댓글 쓰기: 아무도, 댓글 받는 기간: 30일" in closed and "게시판 솔내시" in closed
    assert "댓글 쓰기: 회원만, 처음 쓰는 댓글: 확인한 뒤에 보임" in opened


def test_a_board_made_with_rules_of_its_own_leaves_a_row(client, admin, board):
    Menu.add(Board(slug="open", name="열린방", group=board.group), by=admin)
    Menu.add(Board(slug="shut", name="닫힌방", group=board.group, commenting="nobody"), by=admin)
    [row] = rows(client)
    assert "댓글 쓰기: 아무도" in row and "닫힌방" in row


def test_an_article_closed_to_comments_leaves_a_row(client, article, admin):
    article.revise(by=admin, allows_comments=False, title="고친 제목")
    article.revise(by=admin, title="또 고친 제목")
    article.revise(by=admin, allows_comments=True)
    opened, closed = rows(client)
    assert "댓글 쓰기: 아무도" in closed and f"글 {article.id}" in closed
    assert "댓글 쓰기: 누구나" in opened


def test_an_article_that_appears_closed_leaves_a_row(client, article, board, admin):
    draft = {"board": board, "by": admin, "body": "<p>글</p>", "allows_comments": False}
    now, soon = (Article.draft(**draft, title=title) for title in ("바로", "나중에"))
    soon.revise(by=admin, title="나중에 올림")
    assert rows(client) == []
    now.publish(by=admin)
    soon.schedule(at=clock.now() + timedelta(hours=1), by=admin)
    scheduled, published = rows(client)
    assert f"글 {now.id}" in published and "댓글 쓰기: 아무도" in published
    assert "지금은 볼 수 없는 글" in scheduled and "나중에" not in scheduled


def test_an_article_moved_to_a_closed_board_leaves_a_row(client, article, board, admin):
    shut = Board(slug="shut", name="닫힌방", group=board.group, commenting="nobody")
    db.session.add(shut)
    article.revise(by=admin, board=shut)
    [row] = rows(client)
    assert "한 글의 댓글 규칙을 바꾸었습니다." in row and "댓글 쓰기: 아무도" in row


def test_what_a_sweep_blocks_is_told_by_number(client, article, moderator):
    guest = {"by": Guest("g"), "nickname": "강바람", "password": "0000!"}
    comment = article.comment(WORDS, **guest)
    db.session.commit()
    Sweep(comment, by=moderator).perform({comment.id: comment.seen}, reason="ad", days=7).undo(
        moderator
    )
    told = [row for row in rows(client) if "닮은 댓글" in row]
    assert "다시 바로 보이기로 했습니다. (1개)" in told[0]
    assert "한동안 확인한 뒤에 보이기로 했습니다. (1개, 7일)" in told[1]


def test_what_the_program_takes_from_readers_and_gives_back_is_told(client, article, reader):
    comment = article.comment("좋은 글입니다.", by=reader)
    comment.edit("너 바보 병신아")
    comment.edit("아쉬운 글입니다.")
    shown, hidden = rows(client)
    assert "댓글을 가렸습니다." in hidden and "다시 보였습니다." in shown
    assert "자동" in hidden and "병신" not in hidden + shown


def test_the_page_says_how_many_comments_wait_now(client, article, reader, moderator):
    comments = [article.comment(f"{number}번째 말", by=reader) for number in range(7)]
    by_hand, reported, *by_machine = comments
    for comment in by_machine:
        comment.hold_back("machine", [])
    removed, kept, taken_back, *_waiting = by_machine
    reported.hold_back("reports", [], was_shown=True)
    Ruling.make(moderator, "hold", {by_hand: by_hand.seen})
    Ruling.make(moderator, "remove", {removed: removed.seen}, reason="ad")
    Ruling.make(moderator, "keep", {kept: kept.seen})
    taken_back.take_back(by=reader)
    page = client.get("/moderation-log").text
    assert '자동으로 가린 것 <span class="num">2개' in page
    assert '신고로 가린 것 <span class="num">1개' in page


def test_readers_are_told_how_many_reports_hide_a_comment(client, article):
    page = client.get("/moderation-log").text
    assert "회원 3명이 신고한" in page and "30일이 안 된 회원만 신고했으면 12명부터" in page


def test_readers_learn_whether_a_moderator_or_an_editor_decided(
    client, article, reader, moderator, admin
):
    for by, verdict in ((moderator, "remove"), (admin, "remove"), (admin, "hold")):
        comment = article.comment(f"{by.name}의 {verdict}", by=reader)
        reason = "ad" if verdict == "remove" else None
        Ruling.make(by, verdict, {comment: comment.seen}, reason=reason)
    page = client.get(f"/articles/{article.id}").text
    assert "운영자가 지운 댓글입니다." in page and "편집자가 지운 댓글입니다." in page
    assert "편집자가 가린 댓글입니다." in page
    admin.role = "reader"  # the decisions stay an editor's
    assert "편집자가 지운 댓글입니다." in client.get(f"/articles/{article.id}").text


# The log itself


def test_every_ruling_and_its_undoing_is_public():
    assert {deed for pair in DEEDS.values() for deed in pair} <= set(PUBLIC_DEEDS)


def test_every_public_deed_has_a_name_in_the_newsroom_too():
    assert set(PUBLIC_DEEDS) <= set(DEED_NAMES)


def test_what_writers_do_to_their_own_comments_is_not_listed(client, article, reader, moderator):
    for writer in (reader, moderator):
        comment = article.comment("제 말입니다.", by=writer)
        comment.take_back(by=writer)
        comment.restore(by=writer)
    assert "아직 적은 일이 없습니다." in client.get("/moderation-log").text


@pytest.mark.parametrize("deed", PUBLIC_DEEDS)
def test_no_deed_of_a_reader_is_listed_whatever_is_noted_of_it(client, article, reader, deed):
    comment = article.comment("제 말입니다.", by=reader)
    audit.record(deed, by=reader, on=comment, reason="ad")
    db.session.commit()
    assert rows(client) == []


def test_other_actions_of_the_staff_are_not_listed(client, article, admin, reader):
    article.withdraw(by=admin, reason="날짜가 틀림")
    reader.give_role("moderator", by=admin)
    page = client.get("/moderation-log").text
    assert "아직 적은 일이" in page and "날짜가 틀림" not in page


def test_a_comment_that_is_gone_has_no_link(client, removed):
    address, row = f'href="/comments/{removed.id}"', {"id": removed.id}
    db.session.execute(text("DELETE FROM comments WHERE id = :id"), row)
    page = client.get("/moderation-log").text
    assert "지금은 볼 수 없는 댓글" in page and address not in page


def test_a_later_comment_with_the_same_number_is_not_linked(client, removed, article):
    article_id, gone = article.id, removed.id
    db.session.execute(text("DELETE FROM comments WHERE id = :id"), {"id": gone})
    db.session.commit()
    other = article.comment("다른 말", by=Guest("h"), nickname="산바람", password="0000!")
    other.id, other.article_id = gone, article_id
    assert f'href="/comments/{gone}"' not in client.get("/moderation-log").text


def test_it_can_be_filtered_by_action_reason_and_month(client, removed, moderator):
    removed.restore(by=moderator)
    db.session.commit()
    this_month = f"{clock.local(clock.now()):%Y-%m}"
    ask = "/moderation-log?deed={}&reason={}&month={}".format
    only = client.get(ask("comment.remove", "ad", this_month)).text
    assert "댓글을 지웠습니다.</strong>" in only and "되살렸습니다.</strong>" not in only
    assert f'<option value="{this_month}" selected>' in only
    for asked in (ask("", "abuse", ""), ask("", "", "2020-01"), ask("comment.keep", "", "")):
        assert "이렇게 찾은 기록이 없습니다." in client.get(asked).text


@pytest.mark.parametrize("nonsense", ["deed=user.role", "reason=x", "month=2026-13", "page=2"])
def test_what_is_not_there_is_not_found(client, removed, nonsense):
    assert client.get(f"/moderation-log?{nonsense}").status_code == 404


def test_a_month_begins_at_midnight_in_seoul(client, article, moderator, time_machine):
    comment = article.comment("글", by=Guest("g"), nickname="강바람", password="0000!")
    time_machine.move_to("2026-11-30T15:00:00Z")
    Ruling.make(moderator, "remove", {comment: comment.seen}, reason="ad")
    assert "사유: 광고" in client.get("/moderation-log?month=2026-12").text
    assert "이렇게 찾은" in client.get("/moderation-log?month=2026-11").text


def test_a_long_log_has_pages_and_keeps_what_was_asked(client, removed, moderator):
    for _ in range(30):
        removed.restore(by=moderator)
        Ruling.make(moderator, "remove", {removed: removed.seen}, reason="ad")
    page = client.get("/moderation-log?reason=ad").text
    assert "reason=ad&amp;page=2" in page
    assert client.get("/moderation-log?reason=ad&page=2").status_code == 200


def test_what_was_counted_is_not_counted_again_unless_the_log_is_another(client, removed):
    def told() -> str:
        return re.search(r"모두 (\d+)건", client.get("/moderation-log").text)[1]

    assert told() == "1"
    audit.record("comment.keep")
    assert told() == "2"
    entries = db.session.scalars(AuditEntry.newest()).all()
    for entry in entries:  # from a copy of the database
        entry.action, entry.digest = "session.fail", f"other {entry.digest[:32]}"
    assert told() == "0"


def test_everybody_gets_the_same_bytes_and_can_note_the_head(client, visit, removed):
    first = client.get("/moderation-log")
    assert first.data == visit().get("/moderation-log").data and first.headers["ETag"]
    again = client.get("/moderation-log", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    head = Head.now()
    assert f"{head.number}번, {head.digest[:16]}" in first.text
    audit.record("session.fail")
    db.session.commit()
    assert client.get("/moderation-log").headers["ETag"] != first.headers["ETag"]


def test_the_footer_leads_there(client, article):
    assert '<a href="/moderation-log">운영 기록</a>' in client.get("/").text
