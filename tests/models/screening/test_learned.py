"""Learning from rulings: silent at first, then a moderator's judgement helps the next comment."""

from datetime import timedelta

import pytest

from board.extensions import db
from board.models import Comment, Guest, Ruling
from board.models.comment.judgement import Judgement
from board.models.screening import learned
from board.models.screening.learned import AGAIN_AFTER, FEWEST_RULINGS, learned_signs

# An advert none of whose words is known beforehand, and a neighbour.
ADVERT = "무지개비누 {n}번 손님께 거품방울 두 통, 여울상회 보라뚜껑을 찾으세요"
NEIGHBOUR = "{n}번 버스가 솔내다리 앞에 서면 좋겠습니다, 어르신들이 멀리 걸으십니다"
NEXT_ADVERT = "무지개비누 새 손님께 거품방울 세 통, 여울상회 보라뚜껑을 찾으세요"
NEXT_NEIGHBOUR = "새 버스가 솔내다리 앞에 서니 좋습니다, 어르신들이 덜 걸으십니다"


@pytest.fixture(autouse=True)
def _nothing_learned_before(monkeypatch):
    """Judgements have the same ids in every test, so a lesson of another would seem current."""
    monkeypatch.setattr(learned, "_learned", None)


@pytest.fixture
def judge(article, moderator):
    """`judge(10)`: a moderator removed five adverts and kept five comments of neighbours;
    `judge(10, kept_of=5)`: eight and two."""

    def judge(many: int, first: int = 0, kept_of: int = 2, reason: str = "ad") -> list[Ruling]:
        rulings = [
            _ruling(article, moderator, number, reason if (number + 1) % kept_of else None)
            for number in range(first, first + many)
        ]
        db.session.add_all(rulings)
        db.session.commit()
        return rulings

    return judge


def _ruling(article, moderator, number: int, reason: str | None) -> Ruling:
    """Written as rows: two hundred decisions one by one take a minute. None keeps the comment."""
    words = (ADVERT if reason else NEIGHBOUR).format(n=number)
    comment = Comment(article=article, body=words, nickname="누구", guest_key=f"g{number}")
    ruling = Ruling(by=moderator, verdict="remove" if reason else "keep", reason=reason)
    ruling.judgements = [Judgement(comment=comment, revision=1)]
    return ruling


def test_a_few_rulings_teach_nothing(judge):
    judge(FEWEST_RULINGS - 1)
    assert learned_signs(NEXT_ADVERT) == []


def test_many_adverts_teach_nothing_without_enough_kept_comments(judge):
    judge(FEWEST_RULINGS, kept_of=11)
    assert learned_signs(NEXT_ADVERT) == []
    judge(22, first=FEWEST_RULINGS, kept_of=11)
    assert learned_signs(NEXT_ADVERT)


def test_what_was_removed_for_another_reason_is_no_advert(judge):
    judge(FEWEST_RULINGS, reason="abuse")
    assert learned_signs(NEXT_ADVERT) == []


def test_words_edited_since_the_ruling_teach_nothing(judge, later):
    judge(FEWEST_RULINGS)[0].comments[0].edit("솔내다리 앞에 버스가 서면 좋겠습니다.")
    later(timedelta(hours=1))
    assert learned_signs(NEXT_ADVERT) == []


def test_two_hundred_rulings_hold_the_next_advert_of_the_kind(judge, article):
    judge(FEWEST_RULINGS)
    stranger = {"by": Guest("a stranger"), "nickname": "누구", "password": "나무다리"}
    held = article.comment(NEXT_ADVERT, **stranger)
    [flag] = held.hold.flags
    assert flag["phase"] == "spam" and flag["what"][0].startswith("지운 광고와 닮음(")
    assert article.comment(NEXT_NEIGHBOUR, **stranger).is_shown
    assert [sign.points for sign in learned_signs(NEXT_NEIGHBOUR)] == [-1]
    assert learned_signs("좋아요") == []


def test_what_is_undone_or_erased_is_unlearned_within_an_hour(judge, moderator, later):
    rulings = judge(FEWEST_RULINGS)
    assert learned_signs(NEXT_ADVERT)
    rulings[1].undo(moderator)
    db.session.flush()
    assert learned_signs(NEXT_ADVERT)
    later(timedelta(hours=1))
    assert learned_signs(NEXT_ADVERT) == []


def test_new_rulings_are_learned_from_without_waiting(judge, statements):
    judge(FEWEST_RULINGS - AGAIN_AFTER)
    assert learned_signs(NEXT_ADVERT) == []
    judge(AGAIN_AFTER, first=FEWEST_RULINGS)
    assert learned_signs(NEXT_ADVERT)
    with statements() as made:
        learned_signs(NEXT_ADVERT)
    assert len(made) == 1
