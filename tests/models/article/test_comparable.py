"""Duplicate detection: the same text is recognised; other articles on the same event are not."""

import random
from datetime import timedelta

import pytest
from sqlalchemy import delete, select

from board import clock
from board.extensions import db
from board.models import Article, recompare
from board.models.article import comparable
from board.models.article.completable import UNTITLED
from board.models.article.similarity import MOST_ARTICLES, Shingle

RELEASE = """
달여울시는 오는 5월 9일부터 사흘 동안 강가 둔치에서 제12회 나룻배 축제를 연다고 밝혔다.
올해 축제는 ‘물길을 잇다’를 주제로 옛 나룻배 여섯 척을 물에 띄우고, 시민이 직접 노를 저어 강을 건너는 체험을 마련했다.
첫날 저녁에는 시립합창단과 어린이풍물패가 함께 여는 무대가 펼쳐진다.
둘째 날에는 마을 열세 곳이 솜씨를 겨루는 노젓기 대회가 열린다.
먹거리 장터에서는 관내 농가 마흔 곳이 참두릅과 곤드레, 민물매운탕을 내놓는다.
그릇은 모두 되돌려 씻어 쓰는 것만 쓰기로 했다.
시는 강변 주차장 세 곳에 차량 천이백 대를 댈 자리를 마련하고 역에서 둔치까지 십 분마다 순환 버스를 다니게 한다.
안전을 위해 구조 요원 서른 명을 물가에 두고, 비가 많이 올 때에는 체험을 멈추고 실내 전시장으로 행사를 옮길 계획이다.
정한별 관광과장은 “나룻배를 타 본 적 없는 아이들이 강과 가까워지는 사흘이 되기를 바란다”고 말했다.
참가 신청은 시 누리집에서 이달 말까지 받으며, 노젓기 대회는 마을마다 한 모둠씩 나설 수 있다.
"""
# The province sends the same news with words of its own here and there.
OTHER_OFFICE = (
    RELEASE.replace("달여울시는", "한내도는 달여울시가")
    .replace("연다고 밝혔다", "연다고 전했다")
    .replace("시민이 직접", "누구나 스스로")
    .replace("서른 명을", "30명을")
    .replace("정한별 관광과장은", "도 관계자는")
)
FOLLOW_UP = """
달여울시는 지난 11일 막을 내린 제12회 나룻배 축제에 사만 이천 명이 다녀갔다고 밝혔다.
지난해보다 팔천 명 늘어난 수로, 노를 저어 보려는 줄이 한 시간 넘게 이어진 때도 있었다.
노젓기 대회에서는 윗나루 마을이 결승에서 솔밭 마을을 배 반 척 차이로 누르고 처음으로 우승기를 가져갔다.
장터에 나온 농가의 매출은 모두 일억 삼천만 원으로 잠정 집계됐고, 곤드레는 이틀 만에 다 팔렸다.
다만 둘째 날 낮에는 순환 버스가 밀려 삼십 분 넘게 기다린 손님도 있어 내년에는 차를 더 늘리기로 했다.
정한별 관광과장은 “불편을 참아 준 손님과 늦은 밤까지 강가를 치운 자원봉사자 덕분”이라며 고마움을 전했다.
시는 이달 말까지 주민 의견을 모아 내년 축제의 날짜와 장소를 정할 생각이다.
"""
ELSEWHERE = """
솔내군 보건소는 오는 6월부터 혼자 사는 어르신 이백 명에게 손목에 차는 건강 기기를 빌려준다.
기기는 걸음과 맥박을 재어 보건소로 알리고, 반나절 넘게 움직임이 없으면 담당 간호사가 바로 전화를 건다.
군은 지난해 두 개 면에서 먼저 해 보니 쓰러진 어르신 다섯 분을 제때 병원으로 모실 수 있었다고 설명했다.
올해는 일곱 개 면으로 넓히고 글을 읽기 어려운 분을 위해 말로 알려 주는 기능도 새로 넣었다.
신청은 읍면 사무소에서 받으며 소득과 상관없이 일흔다섯이 넘은 홀로 사는 군민이면 된다.
"""
FOOTER = """
이 자료는 한내도 공보실이 제공했으며 출처를 밝히면 누구나 자유롭게 옮겨 실을 수 있습니다. 사진이 더 필요하시면
공보실로 연락해 주시기 바라며 자료에 실린 내용은 발표한 날을 기준으로 하므로 나중에 달라질 수 있음을 알려 드립니다.
"""


def html(text: str) -> str:
    return "".join(f"<p>{line}</p>" for line in text.split("\n") if line)


@pytest.fixture
def draft(board, admin):
    def write(text: str, title: str = "달여울 나룻배 축제") -> Article:
        return Article.draft(board=board, by=admin, title=title, body=html(text))

    return write


def told(article: Article) -> list[tuple[Article, int]]:
    db.session.flush()
    return [tuple(each) for each in article.duplicates()]


def test_the_same_release_from_two_offices_is_recognised(draft):
    first = draft(RELEASE)
    [(found, percentage)] = told(draft(OTHER_OFFICE, title="한내도, 나룻배 축제 지원"))
    assert found is first
    assert 70 <= percentage < 100


def test_a_follow_up_on_the_same_event_is_another_story(draft):
    draft(RELEASE)
    assert told(draft(FOLLOW_UP)) == []


def test_paragraphs_in_another_order_say_the_same(draft):
    first = draft(RELEASE)
    turned = "\n".join(reversed(RELEASE.strip().split("\n")))
    [(found, percentage)] = told(draft(turned))
    assert found is first
    assert percentage >= 80


def test_spaces_and_punctuation_make_no_other_text(draft):
    first = draft(RELEASE)
    spaced = RELEASE.replace("‘", "'").replace("’", "'").replace(" 수 ", "수").replace(",", "")
    assert told(draft(spaced)) == [(first, 100)]


def test_a_shortened_release_is_found_in_the_long_one(draft):
    first = draft(RELEASE)
    [(found, percentage)] = told(draft("\n".join(RELEASE.strip().split("\n")[:3])))
    assert found is first
    assert percentage >= 80


def test_a_common_closing_formula_makes_no_duplicate(draft):
    chance = random.Random(3)  # noqa: S311
    for number in range(3 * MOST_ARTICLES):
        story = "".join(chance.choices("가나다라마바사아자차카타파하", k=100))
        draft(story + FOOTER, title=f"{number}째 소식")
    assert told(draft(ELSEWHERE + FOOTER, title="건강 기기")) == []


def test_very_short_articles_match_only_when_they_are_the_same(draft):
    first = draft("오늘은 쉽니다.", title="알림")
    assert told(draft("오늘은 쉽니다", title="알림")) == [(first, 100)]
    assert told(draft("오늘은 일합니다.", title="알림")) == []


def test_an_empty_draft_is_like_nothing(draft):
    draft("", title="…")
    assert told(draft("", title="…")) == []


def test_what_was_withdrawn_is_told_too_and_the_newest_comes_first(draft, admin):
    old, new = draft(RELEASE), draft(RELEASE)
    old.publish(by=admin, at=clock.now() - timedelta(days=9))
    old.withdraw(by=admin, reason="중복")
    assert [each.article for each in draft(RELEASE).duplicates()] == [new, old]


def test_what_was_deleted_is_told_until_it_is_gone(draft, admin):
    first = draft(RELEASE)
    first.delete(by=admin)
    [(found, _)] = told(draft(RELEASE))
    assert found is first and found.state == "deleted"


def test_of_many_the_five_most_alike_are_told(draft):
    alike = [draft(RELEASE) for _ in range(5)]
    draft(OTHER_OFFICE)
    assert {each.article for each in draft(RELEASE).duplicates()} == set(alike)


def test_an_article_rewritten_is_compared_by_its_new_words(draft, admin):
    first = draft(RELEASE)
    first.revise(by=admin, body=html(ELSEWHERE))
    assert told(draft(RELEASE)) == []
    assert [each for each, _ in told(draft(ELSEWHERE))] == [first]


def test_an_article_that_is_gone_leaves_no_numbers(draft):
    db.session.delete(draft(RELEASE))
    db.session.commit()
    assert db.session.scalars(select(Shingle)).all() == []


def test_lost_numbers_can_be_computed_anew(draft):
    first, second = draft(RELEASE).id, draft(OTHER_OFFICE).id
    db.session.execute(delete(Shingle))
    db.session.commit()
    for done in recompare():
        db.session.commit()
        assert done == 2
    assert [each.article.id for each in db.session.get(Article, second).duplicates()] == [first]


def test_what_is_rewritten_while_numbers_are_computed_keeps_its_own(draft, admin, monkeypatch):
    first = draft(RELEASE)
    db.session.commit()
    compute = comparable._computed

    def rewrite_meanwhile(computed: dict) -> dict:
        first.revise(by=admin, body=html(ELSEWHERE))
        db.session.commit()
        return computed

    monkeypatch.setattr(comparable, "_computed", lambda *a: rewrite_meanwhile(compute(*a)))
    next(recompare())
    db.session.commit()
    assert [each for each, _ in told(draft(ELSEWHERE))] == [first]


def test_a_passage_is_indexed_for_a_limited_number_of_articles(draft):
    for _ in range(MOST_ARTICLES + 3):
        draft(RELEASE)
    often = select(db.func.count()).where(Shingle.number >= 0).group_by(Shingle.number)
    assert set(db.session.scalars(often)) == {MOST_ARTICLES}


def test_photos_without_a_word_are_not_like_each_other(board, admin):
    first, second = (Article.draft(board=board, by=admin, title=UNTITLED) for _ in range(2))
    db.session.commit()
    assert first.shingles == second.shingles == []
    assert second.duplicates() == []
