"""Vote exclusion."""

from board.models import Guest
from board.models.screens.manipulation import BURST
from tests.web.newsroom.test_vote_manipulations import seen


def test_what_was_not_seen_is_not_decided(visit, admin, article):
    for each in range(BURST):
        article.recommend(by=Guest(f"stranger-{each}"), address=f"home of {each}")
    hangyeol = visit(admin)
    shown = seen(hangyeol.get("/newsroom/arrangements").text)
    article.recommend(by=Guest("one more"), address="another home")
    answer = hangyeol.submit("/newsroom/exclusions", seen=shown, why="새 손님뿐")
    assert answer.status_code == 409 and "다시 열어 보고" in answer.text
    assert article.recommendations_count == BURST + 1
