"""Spam sweep in one step, after a preview."""

import re
from datetime import timedelta

import pytest

from board.extensions import db
from board.models import Block, Comment, Guest, Ruling
from board.models.moderation import sweep

SPAM = "최저가 상품을 소개합니다 https://cheap.example/sale 지금 오세요"


@pytest.fixture
def spam(article):
    """Six by one browser, two from its address, one copy from elsewhere, and one of a reader."""

    def written(token, address, words):
        guest = {"by": Guest(token), "nickname": "떴다방", "password": "0000!"}
        comment = article.comment(words, **guest)
        comment.address_hash = address
        return comment

    first = [written("a", "here", f"{SPAM} {number}") for number in range(6)]
    near = [written(f"b{number}", "here", f"또 다른 말 {number}") for number in range(2)]
    written("c", "there", SPAM)
    written("d", "far", "저는 지나가던 사람입니다.")
    db.session.commit()
    return first + near


def press(desk, address, **fields):
    """Look at the page, then press its button."""
    page = desk.get(address).text
    hidden = dict(re.findall(r'<input type="hidden" name="(seen|sure)" value="([^"]*)">', page))
    return desk.submit(address, **hidden, **fields)


def shown(article):
    db.session.expire_all()
    here = db.session.query(Comment).filter_by(article_id=article.id).order_by(Comment.id)
    return [each.body for each in here if not each.is_removed]


def test_it_is_told_first_what_would_go_and_what_would_be_blocked(visit, moderator, spam):
    page = visit(moderator).get(f"/moderation/comments/{spam[0].id}/sweep").text
    assert '지울 댓글 <span class="num">9</span>' in page
    assert "다른 손님 이름으로 쓴 댓글 2개도" in page and "같은 글을 쓴 댓글 1개도" in page
    assert "링크: cheap.example" in page and "이 주소(IP) 2개" in page
    assert db.session.query(Ruling).count() == 0


def test_one_press_deletes_all_and_blocks_what_was_chosen(visit, moderator, spam, article):
    desk, address = visit(moderator), f"/moderation/comments/{spam[0].id}/sweep"
    chosen = {"kinds": ["fingerprint", "address"], "hosts": "cheap.example", "days": "30"}
    answer = press(desk, address, also=["near", "copies"], reason="ad", **chosen)
    assert answer.status_code == 303
    assert "댓글 9개를 스팸으로 지웠습니다." in desk.get("/moderation").text
    assert shown(article) == ["저는 지나가던 사람입니다."]
    met = Block.matching(hosts=["cheap.example"], address_hash="here", guest_key=spam[0].guest_key)
    assert [block.kind for block in db.session.scalars(met)] == ["host", "address"]


def test_what_was_not_ticked_stays(visit, moderator, spam, article):
    desk, address = visit(moderator), f"/moderation/comments/{spam[0].id}/sweep"
    press(desk, address, reason="ad", days="7", hosts="elsewhere.example")
    assert len(shown(article)) == 4 and db.session.query(Block).count() == 0


def test_pressed_twice_it_is_done_once(visit, moderator, spam):
    desk, address = visit(moderator), f"/moderation/comments/{spam[0].id}/sweep"
    for _ in range(2):
        press(desk, address, reason="ad", days="30", also=["near", "copies"])
    assert db.session.query(Ruling).count() == 1
    assert "지울 댓글이 남아 있지 않습니다." in desk.get("/moderation").text


def test_nobody_sweeps_an_admin_away(visit, moderator, admin, article):
    chief = article.comment("편집실에서 알립니다.", by=admin)
    db.session.commit()
    address = f"/moderation/comments/{chief.id}/sweep"
    assert visit(moderator).get(address).status_code == 403
    assert visit(moderator).submit(address, reason="ad", days="30").status_code == 403


def test_an_unoffered_period_is_refused(visit, moderator, spam):
    address = f"/moderation/comments/{spam[0].id}/sweep"
    answer = visit(moderator).submit(address, reason="ad", days="9999")
    assert answer.status_code == 422 and db.session.query(Ruling).count() == 0


def test_what_changed_or_came_since_stays_and_is_named(visit, moderator, spam, article):
    desk, address = visit(moderator), f"/moderation/comments/{spam[0].id}/sweep"
    seen = re.search(r'name="seen" value="([^"]*)"', desk.get(address).text)[1]
    spam[1].edit("다시 생각하니 이 길은 위험합니다.")
    copy = db.session.query(Comment).filter_by(address_hash="there").one()
    copy.edit("저는 광고한 적이 없습니다.")
    late = article.comment("방금 쓴 말입니다.", by=Guest("a"), nickname="떴다방", password="0000!")
    desk.submit(address, seen=seen, reason="ad", days="30", also=["near", "copies"])
    told = desk.get("/moderation").text
    assert "댓글 7개를 스팸으로 지웠습니다." in told
    for comment in (spam[1], copy, late):
        assert comment.body in shown(article) and f"떴다방 “{comment.body}”" in told


def test_nothing_goes_that_no_page_has_shown(visit, moderator, spam, article):
    desk, address = visit(moderator), f"/moderation/comments/{spam[0].id}/sweep"
    answer = desk.submit(address, reason="ad", days="30", also=["near", "copies"])
    assert answer.status_code == 409 and "아무것도 지우지 않았습니다" in answer.text
    assert len(shown(article)) == 10


def test_a_member_with_an_honest_history_is_swept_away_only_when_asked_twice(
    visit, moderator, reader, article, later
):
    old = [article.comment(f"{number}번째 걱정입니다.", by=reader) for number in range(7)]
    db.session.commit()
    later(timedelta(days=2))
    spam = article.comment(SPAM, by=reader)
    db.session.commit()
    desk, address = visit(moderator), f"/moderation/comments/{spam.id}/sweep"
    page = desk.get(address).text
    assert all(each.body in page for each in old) and "전부터 써 온 댓글 7개" in page
    first = press(desk, address, reason="ad", days="30")
    assert first.status_code == 422 and "한 번 더 눌러 주세요" in first.text
    assert len(shown(article)) == 8
    seen = re.search(r'name="seen" value="([^"]*)"', first.text)[1]
    assert 'name="sure" value="y"' in first.text
    assert desk.submit(address, seen=seen, sure="y", reason="ad", days="30").status_code == 303
    assert shown(article) == []


def test_whose_comments_are_all_new_is_swept_away_at_once(visit, moderator, reader, article):
    spam = [article.comment(f"{SPAM} {number}", by=reader) for number in range(3)]
    db.session.commit()
    address = f"/moderation/comments/{spam[0].id}/sweep"
    assert press(visit(moderator), address, reason="ad", days="30").status_code == 303
    assert shown(article) == []


def test_many_are_swept_away_page_by_page_each_bound_to_what_it_showed(
    visit, moderator, reader, article, monkeypatch
):
    monkeypatch.setattr(sweep, "MOST", 5)
    spam = [article.comment(f"{SPAM} {number}", by=reader) for number in range(12)]
    words = [each.body for each in spam]
    db.session.commit()
    desk, address = visit(moderator), f"/moderation/comments/{spam[0].id}/sweep"
    page = desk.get(address).text
    assert "댓글 5개부터 처리합니다. 남은 7개는 이어서" in re.sub("<.*?>", "", page)
    assert [each for each in words if f"</strong> {each} <" in page] == [words[0], *words[8:]]

    seen = re.search(r'name="seen" value="([^"]*)"', page)[1]
    late = article.comment("방금 쓴 말입니다.", by=reader).body
    answer = desk.submit(address, seen=seen, reason="ad", days="30")
    assert answer.location.startswith(f"{address}?before=")
    assert shown(article) == [*words[1:9], late]
    while answer.location.startswith(address):
        assert desk.get(answer.location).text.count("<li><strong>") <= 5
        answer = press(desk, answer.location, reason="ad", days="30")
    assert shown(article) == [late]
