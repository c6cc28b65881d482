"""Moderation queue."""

from datetime import timedelta

from sqlalchemy import insert

from board import clock
from board.extensions import db
from board.models import Comment, Guest, Queue, Report, Ruling, User
from board.models.screens.queue import MOST_NEW


def report(comment, *reporters, reason="abuse"):
    for who in reporters:
        words = {"revision": comment.revision, "body": comment.body}
        comment.reports.append(Report(reporter=who, reason=reason, weight=1, **words))
    db.session.commit()


def test_held_and_reported_comments_stand_with_their_reasons(visit, moderator, article, reader):
    held = article.comment("좋은 상품 소개합니다.", by=reader)
    held.hold_back("machine", [{"phase": "words", "why": "금지어", "what": ["상품"]}])
    reported = article.comment("바보 같은 소리입니다.", by=reader)
    report(reported, "g:1", "g:2")
    page = visit(moderator).get("/moderation").text
    assert "금지어</strong>: 상품" in page and "신고 2번</strong> (욕설·비방 2)" in page
    assert page.index(reported.body) < page.index("소개합니다.")  # readers still see that one
    assert "<title>검토 (2)" in page


def test_the_desk_sees_who_stands_behind_the_reports(visit, moderator, article, reader):
    """One person with three fresh accounts and six cookies, beside a neighbour of long ago."""
    words = article.comment("시장님께 여쭙니다.", by=reader)
    for number in range(3):
        fresh = User.join(f"fresh{number}", f"새이웃{number}", "파란 나룻배 두 척")
        words.report(fresh, "abuse", address="one roof")
    for number in range(6):
        words.report(Guest(f"cookie {number}"), "ad", address="one roof")
    page = visit(moderator).get("/moderation").text
    assert "신고 9번 · 한 주소</strong> (광고 6, 욕설·비방 3) · 손님 6, 새 회원 3" in page
    reader_of_old = User.join("okja", "정옥자", "파란 나룻배 두 척")
    reader_of_old.created_at = clock.now() - timedelta(days=60)
    words.report(reader_of_old, "abuse", address="another roof")
    page = visit(moderator).get("/moderation").text
    assert "신고 10번 · 주소 2곳</strong>" in page and "회원 1" in page


def test_the_word_a_comment_was_held_for_is_marked_where_it_stands(
    visit, moderator, article, reader
):
    held = article.comment("<b>이런 시1발 행정</b>이 cheap.example만 못합니다.", by=reader)
    held.hold_back(
        "machine",
        [
            {"phase": "words", "why": "금지어", "what": ["시발"]},
            {"phase": "links", "why": "다른 사이트 링크", "what": ["cheap.example"]},
        ],
    )
    page = visit(moderator).get("/moderation").text
    assert "&lt;b&gt;이런 <mark>시1발</mark> 행정&lt;/b&gt;이 <mark>cheap.example</mark>만" in page


def test_a_word_taken_from_the_list_since_is_marked_still(visit, moderator, article):
    by = {"by": Guest("a-cookie"), "nickname": "돌무지꾼", "password": "0000!"}
    held = article.comment("돌무지나 쌓으시지요.", **by)
    flag = {"phase": "words", "why": "금지어", "what": ["돌무지"]}
    held.hold_back("machine", [flag])
    page = visit(moderator).get("/moderation").text
    assert "<mark>돌무지</mark>나 쌓으시지요." in page and "<mark>돌무지</mark>꾼</strong>" in page


def test_an_address_in_a_comment_leads_nowhere_from_the_desk(visit, moderator, admin, article):
    spam = article.comment(
        "여기로 오세요 https://cheap.example/sale",
        by=Guest("a-cookie"),
        nickname="떴다방",
        password="0000!",
    )
    spam.hold_back("machine", [], was_shown=True)
    appeal = spam.ask_again(by=Guest("a-cookie"), body="광고가 아닙니다.")
    db.session.commit()
    for person, address in (
        (moderator, "/moderation"),
        (moderator, f"/moderation/comments/{spam.id}/context"),
        (moderator, f"/moderation/suspensions/new?comment={spam.id}"),
        (moderator, f"/moderation/hands/{spam.id}"),
        (moderator, f"/moderation/comments/{spam.id}/sweep"),
        (admin, f"/newsroom/appeals/{appeal.id}"),
    ):
        page = visit(person).get(address).text
        assert "cheap.example" in page and 'href="https://cheap' not in page, address


def test_the_bar_says_what_it_would_undo_after_a_reload_too(visit, moderator, article, reader):
    first = article.comment("다리 이름을 왜 숨깁니까?", by=reader)
    second = article.comment("다리 이름은 솔내입니다.", by=reader)
    Ruling.make(moderator, "remove", {each: each.seen for each in (first, second)}, reason="flood")
    bar = visit(moderator).get("/moderation").text.partition('id="undo"')[2]
    assert "도배 · 김나래: “다리 이름을 왜 숨깁니까?” 외 1개" in bar


def test_an_appeal_waits_in_the_queue_of_who_answers_it(visit, moderator, admin, article, reader):
    removed = article.comment("다리 이름을 왜 숨깁니까?", by=reader)
    Ruling.make(moderator, "remove", {removed: removed.seen}, reason="false")
    appeal = removed.ask_again(by=reader, body="물어본 것뿐입니다.")
    db.session.commit()
    desk, way = visit(admin), f'href="/newsroom/appeals/{appeal.id}"'
    page = desk.get("/moderation").text
    assert "<title>검토 (1)" in page and way in page and "“물어본 것뿐입니다.”" in page
    assert "운영자가 지운 댓글입니다." in page and "다리 이름을 왜 숨깁니까?</div>" in page
    assert 'value="keep" data-key' not in page
    appeal.deny(by=admin, answer="거짓이었습니다.")
    db.session.commit()
    assert "기다리는 댓글이 없습니다" in desk.get("/moderation").text


def test_a_moderator_sees_an_appeal_and_who_answers_it(visit, moderator, article, reader):
    held = article.comment("다리 이름을 왜 숨깁니까?", by=reader)
    Ruling.make(moderator, "hold", {held: held.seen})
    held.ask_again(by=reader, body="물어본 것뿐입니다.")
    desk = visit(moderator)
    assert "<title>검토 (0)" in desk.get("/moderation").text
    page = desk.get("/moderation?show=appealed").text
    assert "“물어본 것뿐입니다.”" in page and "편집자가 답합니다" in page
    assert "/newsroom/appeals" not in page and 'value="keep" data-key' in page
    assert '이의 신청 <span class="num">1</span>' in page


def test_new_comments_have_a_list_of_their_own(visit, moderator, article, reader, later):
    article.comment("다리가 언제 열리나요?", by=reader)
    desk = visit(moderator)
    assert "기다리는 댓글이 없습니다" in desk.get("/moderation").text
    assert "다리가 언제" in desk.get("/moderation?show=new").text
    later(timedelta(days=3))
    assert "다리가 언제" not in visit(moderator).get("/moderation?show=new").text


def test_every_list_holds_what_its_tab_counts(visit, moderator, admin, article, reader):
    new, reported, held, put_aside, removed = (
        article.comment(f"{number}번째 물음입니다.", by=reader) for number in range(5)
    )
    report(reported, "g:1", "g:2")
    held.hold_back("machine", [])
    Ruling.make(moderator, "hold", {put_aside: put_aside.seen})
    Ruling.make(moderator, "remove", {removed: removed.seen}, reason="false")
    removed.ask_again(by=reader, body="물어본 것뿐입니다.")
    db.session.commit()
    lists = {"reported": [reported], "appealed": [removed], "hidden": [held, put_aside]}
    lists |= {"new": [new], "all": [reported, held, removed, new]}
    for person, waiting in ((moderator, [reported, held]), (admin, [reported, held, removed])):
        for shown, comments in ({"waiting": waiting} | lists).items():
            queue = Queue(person, shown)
            assert [item.comment for item in queue.items] == comments, shown
            assert queue.counts[shown] == queue.total == len(comments), shown


def test_of_many_new_comments_the_newest_are_listed_first(visit, moderator, article, reader, later):
    words = {"article_id": article.id, "user_id": reader.id, "html": ""}
    since = clock.now() - timedelta(hours=2)
    rows = [
        words | {"body": f"{number}번째 말", "created_at": since + timedelta(seconds=number)}
        for number in range(MOST_NEW + 5)
    ]
    db.session.execute(insert(Comment), rows)
    page = visit(moderator).get("/moderation?show=new").text
    assert '새 댓글 <span class="num">1,000+</span>' in page and f"{MOST_NEW + 4}번째 말" in page
    assert "1,000개 넘게 더 있습니다." in page
    last = visit(moderator).get("/moderation?show=new&page=99").text
    assert ">5번째 말" in last and ">4번째 말" not in last


def test_a_moderator_sees_her_own_and_an_admins_comment_without_buttons(
    visit, moderator, admin, article
):
    report(article.comment("제 의견입니다.", by=moderator), "g:1")
    report(article.comment("알립니다.", by=admin), "g:1")
    page = visit(moderator).get("/moderation").text
    assert "내가 쓴 댓글입니다" in page and "편집자가 쓴 댓글입니다" in page
    assert 'value="keep"' not in page.split('id="queue-rest"')[0]
    assert 'value="keep"' in visit(admin).get("/moderation").text


def test_a_page_of_fifty_asks_ten_questions_at_most(visit, moderator, article, statements):
    for number in range(55):
        by = Guest(f"손님 {number}")
        written = article.comment(f"{number}번째 말", by=by, nickname="강바람", password="0000!")
        report(written, "g:1", "g:2")
    desk = visit(moderator)
    desk.get("/moderation")
    with statements() as made:
        page = desk.get("/moderation").text
    assert page.count('class="card"') == 50 and len(made) <= 10


def test_readers_are_not_told_of_the_queue(client, visit, reader, moderator):
    assert "검토" not in client.get("/").text + visit(reader).get("/").text
    assert ">검토 <span" in visit(moderator).get("/").text
