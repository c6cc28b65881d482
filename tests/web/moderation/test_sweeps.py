"""Spam sweep in one step, after a preview."""

import pytest

from board.extensions import db
from board.models import Block, Comment, Guest, Ruling

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


def shown(article):
    db.session.expire_all()
    here = db.session.query(Comment).filter_by(article_id=article.id)
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
    answer = desk.submit(address, also=["near", "copies"], reason="ad", **chosen)
    assert answer.status_code == 303
    assert "댓글 9개를 스팸으로 지웠습니다." in desk.get("/moderation").text
    assert shown(article) == ["저는 지나가던 사람입니다."]
    met = Block.matching(hosts=["cheap.example"], address_hash="here", guest_key=spam[0].guest_key)
    assert [block.kind for block in db.session.scalars(met)] == ["host", "address"]


def test_what_was_not_ticked_stays(visit, moderator, spam, article):
    desk, address = visit(moderator), f"/moderation/comments/{spam[0].id}/sweep"
    desk.submit(address, reason="ad", days="7", hosts="elsewhere.example")
    assert len(shown(article)) == 4 and db.session.query(Block).count() == 0


def test_pressed_twice_it_is_done_once(visit, moderator, spam):
    desk, address = visit(moderator), f"/moderation/comments/{spam[0].id}/sweep"
    for _ in range(2):
        desk.submit(address, reason="ad", days="30", also=["near", "copies"])
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
