"""Authority: moderators cannot undo an admin's decision, and nobody one that closed a case."""

from datetime import timedelta

import pytest

from board import clock
from board.extensions import db
from board.models import Block, Ruling, Slowdown, Suspension
from board.models.user.authority import IN_CASE, OUTRANKED

TOMORROW = timedelta(days=1)


@pytest.fixture
def comment(article, reader):
    return article.comment("다리가 언제 열리나요?", by=reader)


@pytest.fixture
def closed_case(contested, admin):
    contested.accept(by=admin)
    contested.remove(by=admin, reason="false")
    db.session.commit()
    return contested


def judge(by, verdict, *comments):
    reason = "abuse" if verdict in ("remove", "spam") else None
    ruling = Ruling.make(by, verdict, {each: each.seen for each in comments}, reason=reason)
    db.session.commit()
    return ruling


def seen(*comments):
    return [f"{each.id}:{each.seen}" for each in comments]


def suspend(by, comment, days=30):
    return Suspension.place(comment, by, clock.now() + timedelta(days=days), "ad")


# Each prepares what `by` decided, and gives the door that undoes it, its form, and whether it stands.


def removed(by, comment):
    judge(by, "remove", comment)
    return f"/comments/{comment.id}/restoration", {}, lambda: comment.is_removed


def removed_by_ruling(by, comment):
    ruling = judge(by, "remove", comment)
    return f"/moderation/rulings/{ruling.id}/reversal", {}, lambda: comment.is_removed


def held_by_ruling(by, comment):
    ruling = judge(by, "hold", comment)
    return f"/moderation/rulings/{ruling.id}/reversal", {}, lambda: comment.hold is not None


def held_then_kept(by, comment):
    judge(by, "hold", comment)
    form = {"seen": seen(comment), "verdict": "keep"}
    return "/moderation/rulings", form, lambda: comment.hold is not None


def kept_then_held(by, comment):
    judge(by, "keep", comment)
    form = {"seen": seen(comment), "verdict": "hold"}
    return "/moderation/rulings", form, lambda: comment.is_shown


def kept_then_deleted(by, comment):
    judge(by, "keep", comment)
    form = {"reason": "ad", "seen": comment.seen}
    return f"/comments/{comment.id}/removal", form, lambda: comment.is_shown


def suspended_then_lifted(by, comment):
    suspension = suspend(by, comment)
    path = f"/moderation/suspensions/{suspension.id}/lifting"
    return path, {}, lambda: suspension.stands


def suspended_then_shortened(by, comment):
    suspension = suspend(by, comment)
    form = {"comment": comment.id, "period": "1", "reason": "ad"}
    return "/moderation/suspensions", form, lambda: suspension.stands


def closed_then_opened(by, comment):
    slowdown = Slowdown.place(comment.article, by=by, seconds=None)
    return f"/moderation/slowdowns/{slowdown.id}/lifting", {}, lambda: slowdown.stands


def closed_then_slowed(by, comment):
    slowdown = Slowdown.place(comment.article, by=by, seconds=None)
    path = f"/moderation/articles/{comment.article_id}/slowdowns"
    return path, {"pace": "60", "hours": "1"}, lambda: slowdown.stands


DOORS = (
    removed,
    removed_by_ruling,
    held_by_ruling,
    held_then_kept,
    kept_then_held,
    kept_then_deleted,
    suspended_then_lifted,
    suspended_then_shortened,
    closed_then_opened,
    closed_then_slowed,
)


@pytest.mark.parametrize("htmx", [False, True])
@pytest.mark.parametrize("decided", DOORS)
def test_a_moderator_does_not_undo_what_an_admin_decided(
    visit, moderator, admin, comment, decided, htmx
):
    path, form, stands = decided(admin, comment)
    answer = visit(moderator).submit(path, htmx=htmx, **form)
    db.session.expire_all()
    assert answer.status_code == 403 and OUTRANKED in answer.text and stands()
    assert ("<html" in answer.text) is not htmx


@pytest.mark.parametrize("decided", DOORS)
def test_moderators_undo_each_others_decisions(visit, moderator, other_moderator, comment, decided):
    path, form, stands = decided(moderator, comment)
    answer = visit(other_moderator).submit(path, **form)
    db.session.expire_all()
    assert answer.status_code == 303 and not stands()


@pytest.mark.parametrize("decided", DOORS)
def test_another_admin_undoes_what_an_admin_decided(visit, other_admin, admin, comment, decided):
    path, form, stands = decided(admin, comment)
    answer = visit(other_admin).submit(path, **form)
    db.session.expire_all()
    assert answer.status_code == 303 and not stands()


@pytest.mark.parametrize("decided", DOORS)
def test_a_reader_undoes_nothing_and_hears_of_no_admin(
    visit, other_reader, admin, comment, decided
):
    path, form, stands = decided(admin, comment)
    answer = visit(other_reader).submit(path, **form)
    db.session.expire_all()
    assert answer.status_code == 403 and "편집자" not in answer.text and stands()


@pytest.mark.parametrize("became", ["reader", "gone"])
@pytest.mark.parametrize("decided", DOORS)
def test_it_stays_an_admins_decision_when_that_admin_is_one_no_longer(
    visit, moderator, admin, other_admin, comment, decided, became
):
    path, form, stands = decided(other_admin, comment)
    if became == "gone":
        db.session.commit()
        db.session.execute(db.delete(type(admin)).filter_by(id=other_admin.id))
    else:
        other_admin.give_role("reader", by=admin)
    desk = visit(moderator)
    assert desk.submit(path, **form).status_code == 403
    db.session.expire_all()
    assert stands()
    for page in ("/moderation", "/moderation/rulings?by=all", "/moderation/suspensions"):
        assert desk.get(page).status_code == 200
    assert desk.get(f"/articles/{comment.article_id}").status_code == 200


def test_no_button_is_shown_that_would_be_refused(visit, moderator, admin, article, comment):
    other = article.comment("싸게 팝니다.", by=comment.user)
    judge(admin, "remove", comment)
    judge(admin, "hold", other)
    suspend(admin, other)
    Slowdown.place(article, by=admin, seconds=None)
    bora, hangyeol = visit(moderator), visit(admin)

    def offers(path, *signs):
        return [[sign in who.get(path).text for sign in signs] for who in (bora, hangyeol)]

    page = f"/articles/{article.id}"
    assert offers(page, "restoration", "댓글 늦추기·닫기") == [[False] * 2, [True] * 2]
    signs = ('value="keep" data-key', 'data-key="b"', "스팸 처리")
    assert offers("/moderation?show=hidden", *signs) == [[False] * 3, [True] * 3]
    assert offers("/moderation/rulings?by=all", "reversal") == [[False], [True]]
    assert offers("/moderation/suspensions", "lifting") == [[False], [True]]
    slowing = f"/moderation/articles/{article.id}/slowdowns/new"
    assert offers(slowing, "lifting", "이렇게 하기") == [[False] * 2, [True] * 2]
    assert OUTRANKED in bora.get(slowing).text
    assert OUTRANKED in bora.get("/moderation?show=hidden").text
    assert bora.get(f"/moderation/suspensions/new?comment={other.id}").status_code == 403


@pytest.mark.parametrize("htmx", [False, True])
def test_of_many_the_one_an_admin_decided_is_left_and_said(
    visit, moderator, admin, article, comment, other_reader, htmx
):
    chiefs = article.comment("싸게 팝니다.", by=other_reader)
    judge(admin, "hold", chiefs)
    comment.hold_back("machine", [])
    desk = visit(moderator)
    chosen = {"seen": seen(comment, chiefs), "verdict": "keep"}
    answer = desk.submit("/moderation/rulings", htmx=htmx, **chosen)
    told = answer.text if htmx else desk.get(answer.location).text
    db.session.expire_all()
    assert comment.is_shown and chiefs.hold is not None
    assert OUTRANKED in told if htmx else "편집자가 정해 그대로 둔 댓글: 최도현." in told


def test_a_sweep_leaves_what_an_admin_decided(visit, moderator, admin, article, comment, reader):
    kept = article.comment("저도 궁금합니다.", by=reader)
    judge(admin, "keep", kept)
    desk, path = visit(moderator), f"/moderation/comments/{comment.id}/sweep"
    assert "편집자가 정한 댓글 1개는 그대로 둡니다." in desk.get(path).text
    desk.submit(path, reason="ad", days="7", seen=seen(comment))
    db.session.expire_all()
    assert comment.is_removed and kept.is_shown
    assert "편집자가 정한 댓글 1개는 그대로 두었습니다." in desk.get("/moderation").text


def test_what_an_admin_put_back_a_moderator_does_not_take_away_again(
    visit, moderator, admin, comment
):
    judge(moderator, "remove", comment)
    visit(admin).submit(f"/comments/{comment.id}/restoration")
    db.session.expire_all()
    fields = {"seen": seen(comment), "reason": "ad"}
    answer = visit(moderator).submit("/moderation/rulings", **fields)
    assert answer.status_code == 403 and OUTRANKED in answer.text and comment.is_shown


def test_an_admin_who_takes_back_an_own_decision_leaves_it_to_moderators(
    visit, moderator, admin, comment
):
    ruling = judge(admin, "remove", comment)
    visit(admin).submit(f"/moderation/rulings/{ruling.id}/reversal")
    db.session.expire_all()
    fields = {"seen": seen(comment), "reason": "ad"}
    assert visit(moderator).submit("/moderation/rulings", **fields).status_code == 303
    assert comment.is_removed


@pytest.mark.parametrize("verdict", ["grant", "deny"])
@pytest.mark.parametrize("hidden", ["remove", "hold", "machine"])
def test_what_an_admin_answered_to_an_appeal_stands(
    visit, moderator, admin, comment, reader, hidden, verdict
):
    if hidden == "machine":
        comment.hold_back("machine", [])
    else:
        judge(moderator, hidden, comment)
    appeal = comment.ask_again(by=reader, body="보통 물음입니다.")
    db.session.commit()
    answer = {"verdict": verdict, "answer": "살펴보았습니다."}
    visit(admin).submit(f"/newsroom/appeals/{appeal.id}", **answer)
    db.session.expire_all()
    shown = verdict == "grant"
    assert comment.is_shown is shown
    desk = visit(moderator)
    desk.submit(f"/comments/{comment.id}/restoration")
    for ruling in db.session.scalars(Ruling.newest()).all():
        desk.submit(f"/moderation/rulings/{ruling.id}/reversal")
    fields = {"verdict": "hold"} if shown else {"verdict": "keep"}
    desk.submit("/moderation/rulings", seen=seen(comment), **fields)
    db.session.expire_all()
    assert comment.is_shown is shown


def test_of_a_bulk_decision_what_an_admin_upheld_stays_and_the_rest_comes_back(
    visit, moderator, admin, article, comment, reader, other_reader
):
    other = article.comment("싸게 팝니다.", by=other_reader)
    ruling = judge(moderator, "spam", comment, other)
    ruling.blocks = [Block(kind="host", value="cheap.example", until=clock.now() + TOMORROW)]
    comment.ask_again(by=reader, body="보통 물음입니다.").deny(
        by=admin, answer="되풀이한 글입니다."
    )
    desk = visit(moderator)
    assert "되돌리기<" in desk.get("/moderation/rulings").text
    path = f"/moderation/rulings/{ruling.id}/reversal"
    desk.submit(path)
    told = "1개를 되돌렸습니다. 1개는 그사이 다른 결정이 있어 그대로 두었습니다."
    assert told in desk.get("/moderation").text
    db.session.expire_all()
    assert comment.is_removed and other.is_shown and ruling.blocks == []
    assert "되돌리기<" not in desk.get("/moderation/rulings").text
    again = desk.submit(path, htmx=True)
    assert again.status_code == 403 and OUTRANKED in again.text


def test_an_admin_who_was_quicker_is_named(visit, moderator, admin, comment):
    before = seen(comment)
    judge(admin, "hold", comment)
    answer = visit(moderator).submit("/moderation/rulings", seen=before, verdict="keep")
    assert answer.status_code == 409 and "이한결 님이 이미 정했습니다: 가림." in answer.text
    assert comment.hold is not None


def test_an_edited_comment_is_judged_anew_but_an_admins_hold_stays(
    visit, moderator, admin, article, comment, reader
):
    other = article.comment("싸게 팝니다.", by=reader)
    judge(admin, "keep", comment)
    judge(admin, "hold", other)
    comment.edit("다리가 안 열리면 좋겠습니다.")
    other.edit("값을 물어 주세요.")
    desk = visit(moderator)
    assert desk.submit("/moderation/rulings", seen=seen(comment), reason="ad").status_code == 303
    refused = desk.submit("/moderation/rulings", seen=seen(other), verdict="keep")
    db.session.expire_all()
    assert refused.status_code == 403 and other.hold is not None and comment.is_removed


def test_the_writer_takes_back_the_own_words_whatever_was_decided(
    visit, admin, reader, article, comment
):
    judge(admin, "keep", comment)
    narae = visit(reader)
    narae.submit(f"/comments/{comment.id}/removal")
    db.session.expire_all()
    assert comment.is_removed
    narae.submit(f"/comments/{comment.id}/restoration")
    db.session.expire_all()
    assert comment.is_shown


def test_when_an_admins_term_is_over_moderators_decide_again(
    visit, moderator, admin, comment, later
):
    suspend(admin, comment, days=1)
    until = clock.now() + TOMORROW
    Slowdown.place(comment.article, by=admin, seconds=None, until=until)
    db.session.commit()
    later(timedelta(days=1, seconds=1))
    desk = visit(moderator)
    form = {"comment": comment.id, "period": "1", "reason": "ad"}
    assert desk.submit("/moderation/suspensions", **form).status_code == 303
    path = f"/moderation/articles/{comment.article_id}/slowdowns"
    assert desk.submit(path, pace="60", hours="1").status_code == 303


# Cases of article 44-2


@pytest.mark.parametrize("htmx", [False, True])
@pytest.mark.parametrize("who", ["moderator", "admin"])
def test_a_decision_that_closed_a_case_is_undone_only_in_the_case(
    visit, request, closed_case, who, htmx
):
    comment, desk = closed_case.comment, visit(request.getfixturevalue(who))
    ruling = comment.last_judgement.ruling
    for path in (
        f"/comments/{comment.id}/restoration",
        f"/moderation/rulings/{ruling.id}/reversal",
    ):
        answer = desk.submit(path, htmx=htmx)
        assert answer.status_code == 403
        assert IN_CASE in answer.text
    fields = {"seen": seen(comment), "verdict": "keep"}
    answer = desk.submit("/moderation/rulings", htmx=htmx, **fields)
    assert answer.status_code == 403 and IN_CASE in answer.text
    db.session.expire_all()
    assert comment.is_removed
    for page in ("/moderation", "/moderation/rulings?by=all", f"/articles/{comment.article_id}"):
        text = desk.get(page).text
        assert "reversal" not in text and "restoration" not in text


def test_an_appeal_does_not_open_a_case(visit, admin, reader, closed_case):
    comment = closed_case.comment
    appeal = comment.ask_again(by=reader, body="사실입니다.")
    db.session.commit()
    desk, path = visit(admin), f"/newsroom/appeals/{appeal.id}"
    page = desk.get(path).text
    assert IN_CASE in page and 'value="grant"' not in page and 'value="deny"' in page
    assert desk.submit(path, verdict="grant").status_code == 422
    db.session.expire_all()
    assert comment.is_removed and appeal.answered_at is None


@pytest.mark.parametrize("earlier", ["writer", "moderator"])
def test_a_case_that_ends_with_removal_closes_an_earlier_removal_too(
    visit, contested, admin, moderator, reader, later, earlier
):
    comment = contested.comment
    contested.accept(by=admin, days=1)
    db.session.commit()
    later(timedelta(days=1, seconds=1))
    if earlier == "writer":
        comment.take_back(by=reader)
    else:
        Ruling.make(moderator, "remove", {comment: comment.seen}, reason="false")
    contested.remove(by=admin, reason="false")
    who = visit(reader if earlier == "writer" else moderator)
    answer = who.submit(f"/comments/{comment.id}/restoration")
    assert answer.status_code == 403 and IN_CASE in answer.text
    db.session.expire_all()
    assert comment.is_removed
    assert "restoration" not in who.get(f"/articles/{comment.article_id}").text


def test_the_words_under_a_case_are_not_a_moderators_to_judge(visit, contested, admin, moderator):
    contested.accept(by=admin)
    comment, desk = contested.comment, visit(moderator)
    fields = {"seen": seen(comment), "reason": "ad"}
    assert desk.submit("/moderation/rulings", **fields).status_code == 403
    contested.restore(by=admin)
    db.session.commit()
    answer = desk.submit("/moderation/rulings", **fields)
    assert answer.status_code == 403 and OUTRANKED in answer.text and comment.is_shown
    assert "지우기</a>" not in desk.get(f"/articles/{comment.article_id}").text
