"""Corrections on top of an article, and requests for them."""

from datetime import date, timedelta

import pytest

from board import clock
from board.extensions import db
from board.models import Article, AuditEntry, CorrectionRequest
from board.models.legal.receipt import read_receipt

TYPED = {
    "kind": "correction",
    "name": "정한별",
    "contact": "hanbyeol@mail.example",
    "relation": "기사에 나온 쉼터의 관리인",
    "wrong": "문 여는 시각을 여섯 시라고 썼습니다.",
    "wanted": "문 여는 시각은 일곱 시입니다.",
}


def ask(article, guest, **other) -> CorrectionRequest:
    typed = {**TYPED, "known_on": clock.today(), **other}
    return article.request_correction(by=guest, **typed)


def test_the_newest_correction_stands_first_and_the_article_is_as_new(article, admin):
    article.correct(kind="correction", text="시각을 고칩니다.", by=admin)
    later = article.correct(kind="rebuttal", text="시의 말을 싣습니다.", by=admin)
    assert [each.kind_name for each in article.corrections] == ["반론보도", "정정보도"]
    assert article.updated_at == later.published_at
    db.session.commit()
    db.session.expire_all()
    assert [each.kind for each in article.corrections] == ["rebuttal", "correction"]


def test_nobody_objects_to_what_was_never_out(board, admin, guest):
    draft = Article.draft(board=board, by=admin, title="쉼터가 곧 문을 엽니다")
    with pytest.raises(ValueError, match="never published"):
        ask(draft, guest)
    assert db.session.scalar(db.select(CorrectionRequest)) is None


def test_a_correction_that_was_a_mistake_is_taken_back_with_a_reason(article, admin):
    correction = article.correct(kind="correction", text="잘못 고쳤습니다.", by=admin)
    correction.retract(by=admin, reason="다른 글의 정정임")
    db.session.commit()
    assert article.corrections == [] and article.all_corrections == [correction]
    entry = db.session.scalar(AuditEntry.newest())
    assert (entry.action, entry.detail["reason"]) == ("correction.retract", "다른 글의 정정임")


def test_what_nobody_can_read_is_not_corrected(article, admin):
    article.withdraw(by=admin, reason="확인 중")
    with pytest.raises(ValueError, match="먼저 글을 올려"):
        article.correct(kind="correction", text="시각을 고칩니다.", by=admin)


def test_a_request_gets_a_number_nobody_can_guess(article, guest):
    first, second = ask(article, guest), ask(article, guest, wrong="다른 곳도 틀렸습니다.")
    assert (first.number, second.number) == (1, 2)
    year, number, secret = first.receipt.split("-")
    assert (int(year), number) == (clock.today().year, "0001")
    assert len(secret) == 6 and secret != second.receipt.split("-")[2]


@pytest.mark.parametrize(
    ("contact", "found"),
    [
        ("HanByeol@mail.example ", True),
        ("narae@mail.example", False),
        ("", False),
    ],
)
def test_a_request_is_found_by_its_number_and_its_contact(article, guest, contact, found):
    request = ask(article, guest)
    typed = request.receipt.lower().replace("-", " ")
    assert (CorrectionRequest.found_by(typed, contact) is request) == found


def test_a_phone_number_is_the_same_however_it_is_written(article, guest):
    request = ask(article, guest, contact="010-0000-0000")
    for written in ("01000000000", "010 0000 0000", "+82 10-0000-0000"):
        assert CorrectionRequest.found_by(request.receipt, written) is request


def test_a_number_that_is_none_finds_nothing():
    assert read_receipt("2026-0007") == read_receipt("가나다") == ""


def test_the_paper_answers_in_three_days_and_publishes_in_seven(article, guest, time_machine):
    time_machine.move_to("2026-11-24T14:00+09:00")
    article.published_at = clock.now() - timedelta(days=1)
    request = ask(article, guest)
    assert (request.answer_by, request.publish_by) == (date(2026, 11, 27), date(2026, 12, 1))
    assert request.due_words == "3일 남음"
    time_machine.move_to("2026-11-29T09:00+09:00")
    assert request.is_overdue and request.due_words == "2일 지남"


def test_a_late_request_is_taken_and_says_so(article, guest, admin):
    article.published_at = clock.now() - timedelta(days=200)
    assert ask(article, guest).is_late
    assert not ask(article, guest, kind="follow_up").is_late


def test_an_accepted_request_waits_for_its_correction(article, guest, admin):
    request = ask(article, guest)
    request.accept(by=admin)
    assert request.state == "accepted" and request.due_on == request.publish_by
    correction = article.correct(
        kind="correction", text="일곱 시입니다.", by=admin, request=request
    )
    assert request.state == "published" and request.due_on is None
    correction.retract(by=admin, reason="숫자가 틀림")
    assert request.state == "accepted"


def test_a_refusal_opens_the_way_to_the_commission(article, guest, admin, time_machine):
    time_machine.move_to("2026-11-24T14:00+09:00")
    article.published_at = clock.now() - timedelta(days=1)
    request = ask(article, guest)
    request.decline(by=admin, ground="untrue", reason="시청의 공고와 다릅니다.")
    request.accept(by=admin)  # too late: it must be reopened first
    assert request.state == "declined" and request.arbitrate_by == date(2026, 12, 8)
    request.reopen(by=admin)
    assert request.state == "open"
    deeds = [entry.action.partition(".")[2] for entry in request.log]
    assert deeds == ["receive", "decline", "reopen"]


def test_what_is_due_soonest_stands_first(article, guest, admin, later):
    accepted = ask(article, guest)
    accepted.accept(by=admin)
    declined = ask(article, guest, wrong="다른 곳")
    declined.decline(by=admin, ground="other", reason="이미 고쳤습니다.")
    waiting = ask(article, guest, wrong="또 다른 곳")
    db.session.flush()
    assert list(db.session.scalars(CorrectionRequest.to_do())) == [waiting, accepted]
    assert list(db.session.scalars(CorrectionRequest.done())) == [declined]


def test_only_admins_see_who_asks(article, guest, admin, reader, moderator):
    request = ask(article, guest)
    assert list(db.session.scalars(CorrectionRequest.visible_to(admin))) == [request]
    for other in (guest, reader, moderator):
        assert list(db.session.scalars(CorrectionRequest.visible_to(other))) == []


def test_who_asked_is_forgotten_a_year_after_it_was_settled(article, guest, admin, later):
    settled, waiting = ask(article, guest), ask(article, guest, wrong="다른 곳")
    settled.decline(by=admin, ground="other", reason="이미 고쳤습니다.")
    later(timedelta(days=366))
    ask(article, guest, wrong="또 다른 곳")
    db.session.expire_all()
    assert (settled.name, settled.contact, settled.wrong) == ("", "", "")
    assert waiting.name == "정한별"


def test_a_request_outlives_its_article(article, guest):
    request = ask(article, guest)
    db.session.commit()
    db.session.delete(db.session.get(Article, article.id))
    db.session.commit()
    db.session.expire_all()
    assert request.article is None and request.answer_by
