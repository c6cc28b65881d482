"""Takedown outcome of a hidden comment."""

from datetime import timedelta

import pytest

from board.extensions import db
from board.text.korean import full_date


@pytest.fixture
def hidden(contested, admin):
    contested.accept(by=admin)
    db.session.commit()
    return contested


@pytest.fixture
def end(visit, admin, hidden):
    def press(**fields):
        place = f"/newsroom/takedown-requests/{hidden.id}/ending"
        answer = visit(admin).submit(place, **fields)
        db.session.expire_all()
        return answer

    return press


def test_after_an_objection_it_is_kept_or_restored_and_both_are_told(
    end, visit, admin, hidden, reader
):
    form = f"/newsroom/takedown-requests/{hidden.id}/ending/new"
    assert "기한까지 계속" not in visit(admin).get(form).text
    hidden.object(by=reader, words="제가 보았습니다.")
    page = visit(admin).get(form).text
    assert "기한까지 계속" in page and "제가 보았습니다." in page
    assert end(outcome="kept", words="").status_code == 422
    end(outcome="kept", words="공고문을 기다립니다.")
    assert hidden.state == "hidden" and hidden.takedown.objection.answer == "공고문을 기다립니다."
    end(outcome="restored", words="사실로 보입니다.")
    assert hidden.state == "restored"
    assert [mail.kind for mail in hidden.mails] == [
        "received",
        "hidden",
        "notice",
        "objected",
        "kept",
        "settled",
        "settled_writer",
    ]
    assert all("사실로 보입니다." in mail.body for mail in hidden.mails[-2:])


def test_it_is_removed_for_good_with_a_public_reason(end, hidden):
    assert end(outcome="removed", words="", reason="privacy").status_code == 422
    end(outcome="removed", words="사생활을 드러냅니다.", reason="privacy")
    assert hidden.state == "removed" and hidden.comment.removal.reason == "privacy"
    assert all("댓글을 지웠습니다." in mail.body for mail in hidden.mails[-2:])


def test_a_lapsed_takedown_is_settled_without_words(end, hidden, later):
    later(timedelta(days=31))
    end(outcome="restored", words="")
    assert hidden.state == "restored"
    assert f"{full_date(hidden.takedown.until)}까지" in hidden.mails[-2].body


def test_nonsense_is_refused_and_what_is_over_stays(end, hidden):
    assert end(outcome="burned", words="x").status_code == 422
    assert end(outcome="removed", words="x", reason="whim").status_code == 422
    assert end(outcome="kept", words="아무도 이의를 내지 않았습니다.").status_code == 422
    for outcome in ("restored", "removed"):
        assert end(outcome=outcome, words="x", reason="false").status_code == 303
    assert hidden.state == "restored" and len(hidden.mails) == 3 + 2
