"""Reports: in place or on a page, once, with the outcome."""

from datetime import timedelta

import pytest

from board import clock
from board.extensions import db
from board.models import Guest, OutgoingMail, Report, Ruling, User
from board.models.rate_limits import LIMITS


@pytest.fixture
def comment(article, reader):
    return article.comment("저 사람은 거짓말쟁이입니다.", by=reader)


def reports():
    db.session.commit()
    return db.session.scalars(db.select(Report).order_by(Report.id)).all()


def judge(comment, verdict, by, **more):
    Ruling.make(by, verdict, {comment: comment.seen}, **more)


def test_a_guest_reports_without_leaving_the_page(client, article, comment):
    page = client.get(f"/articles/{article.id}").text
    assert f'data-hx-get="/comments/{comment.id}/reports/new">신고</a>' in page
    form = client.htmx(f"/comments/{comment.id}/reports/new").text
    assert "욕설·비방" in form and f'data-hx-post="/comments/{comment.id}/reports"' in form
    address = f"/comments/{comment.id}/reports"
    answer = client.submit(address, htmx=True, reason="abuse", note="거듭 이럽니다", revision=1)
    assert 'data-say="신고를 받았습니다. 하루 안에 확인합니다."' in answer.text
    assert "신고함: 하루 안에 확인합니다" in answer.text
    [report] = reports()
    assert report.reporter.startswith("g:") and report.address_hash and report.note


def test_a_plain_form_does_the_same_and_keeps_what_was_written(client, article, comment):
    address = f"/comments/{comment.id}/reports"
    assert "<blockquote" in client.get(f"{address}/new").text
    again = client.submit(address, note="거듭 이럽니다")
    assert (
        again.status_code == 422 and "사유를 골라" in again.text and "거듭 이럽니다" in again.text
    )
    assert client.submit(address, reason="ad").location == f"/comments/{comment.id}"
    page = client.get(f"/articles/{article.id}").text
    assert "신고를 받았습니다." in page and "신고함" in page


def test_pressing_twice_shows_the_first(client, comment):
    address = f"/comments/{comment.id}/reports"
    client.submit(address, reason="ad")
    second = client.submit(address, htmx=True, reason="abuse")
    assert second.status_code == 200 and "이미 신고하신 댓글입니다." in second.text
    assert "이미 신고하신" in client.htmx(f"{address}/new").text
    assert [report.reason for report in reports()] == ["ad"]


def test_nobody_reports_their_own_words_or_what_they_answered(
    visit, article, comment, reader, other_reader
):
    article.comment("아닙니다.", by=other_reader, parent=comment)
    for who, words in ((reader, "내가 쓴 댓글은"), (other_reader, "답글을 지우면")):
        visitor = visit(who)
        for answer in (
            visitor.get(f"/comments/{comment.id}/reports/new"),
            visitor.submit(f"/comments/{comment.id}/reports", reason="ad"),
        ):
            assert answer.status_code == 403 and words in answer.text
    assert reports() == []


def test_what_is_gone_already_is_said_kindly(client, comment, moderator):
    Ruling.make(moderator, "remove", {comment: comment.seen}, reason="ad")
    answer = client.htmx(f"/comments/{comment.id}/reports/new")
    assert answer.status_code == 409 and "알려 주셔서 고맙습니다" in answer.text


def test_a_board_says_who_may_report(client, visit, board, article, comment, other_reader):
    board.reporting = "member"
    assert "신고</a>" not in client.get(f"/articles/{article.id}").text
    assert client.submit(f"/comments/{comment.id}/reports", reason="ad").status_code == 401
    assert "신고</a>" in visit(other_reader).get(f"/articles/{article.id}").text
    board.reporting = "nobody"
    refused = visit(other_reader).submit(f"/comments/{comment.id}/reports", reason="ad")
    assert refused.status_code == 403 and "신고를 받지 않습니다" in refused.text


def test_words_that_changed_meanwhile_are_looked_at_first(client, comment):
    comment.edit("저는 다르게 봅니다.")
    answer = client.submit(f"/comments/{comment.id}/reports", reason="ad", revision=1)
    assert answer.status_code == 422 and "그사이 고쳐진" in answer.text
    assert 'name="revision" value="2"' in answer.text and reports() == []


def report_together(visit, comment, since):
    """Three members since then report it from three homes; the last answer."""
    for number in range(3):
        member = User.join(f"reader{number}", f"이웃{number}", "파란 나룻배 두 척")
        member.created_at = clock.now() - since
        neighbour = visit(member)
        neighbour.environ_base["REMOTE_ADDR"] = f"203.0.113.{number}"
        answer = neighbour.submit(f"/comments/{comment.id}/reports", htmx=True, reason="abuse")
    return answer


def test_the_third_member_hides_it_before_everybodys_eyes(visit, client, article, comment):
    answer = report_together(visit, comment, timedelta(days=60))
    assert "신고가 들어와 확인하는 동안" in answer.text and "거짓말쟁이" not in answer.text
    assert '<span class="num" id="comments-count" data-hx-swap-oob="true">0개' in answer.text
    assert "거짓말쟁이" not in client.get(f"/articles/{article.id}").text


def test_three_who_joined_a_minute_ago_hide_nothing(visit, client, article, comment):
    answer = report_together(visit, comment, timedelta(minutes=1))
    assert "신고함: 하루 안에 확인합니다" in answer.text and len(reports()) == 3
    assert "거짓말쟁이" in client.get(f"/articles/{article.id}").text


def test_the_outcome_is_told_where_it_was_reported(client, visit, article, comment, moderator):
    client.submit(f"/comments/{comment.id}/reports", reason="ad")
    judge(comment, "remove", moderator, reason="abuse")
    page = client.get(f"/articles/{article.id}").text
    assert "신고함: 확인하고 지웠습니다" in page
    assert "신고함" not in visit().get(f"/articles/{article.id}").text


def test_a_member_finds_all_outcomes_on_the_own_page(
    visit, article, comment, other_reader, moderator
):
    other = article.comment("싸게 팝니다.", by=Guest("a"), nickname="강바람", password="1234")
    narae = visit(other_reader)
    assert "내가 한 신고" not in narae.get("/account").text
    for each in (comment, other):
        narae.submit(f"/comments/{each.id}/reports", reason="ad")
    db.session.commit()
    judge(comment, "keep", moderator)
    page = narae.get("/account").text
    mine = page[page.index("내가 한 신고") :]
    assert "확인하고 그대로 두었습니다" in mine and "하루 안에 확인합니다" in mine
    assert "거짓말쟁이" not in mine and "김나래" not in mine and "강바람" not in mine


def test_the_reporter_hears_that_the_writer_took_the_comment_back(
    client, visit, article, comment, reader, other_reader
):
    dohyun = visit(other_reader)
    for visitor in (client, dohyun):
        visitor.submit(f"/comments/{comment.id}/reports", reason="ad")
    visit(reader).submit(f"/comments/{comment.id}/removal")
    assert "신고함: 쓴 사람이 지웠습니다" in client.get(f"/articles/{article.id}").text
    assert "<strong>쓴 사람이 지웠습니다</strong>" in dohyun.get("/account").text


def test_whoever_reports_without_end_waits(client, article, reader):
    most = LIMITS["report"].person
    comments = [article.comment(f"{number}번째", by=reader) for number in range(most + 1)]
    answers = [client.submit(f"/comments/{each.id}/reports", reason="ad") for each in comments]
    assert [answer.status_code for answer in answers] == [303] * most + [429]
    assert len(reports()) == most


def test_a_member_hears_the_outcome_by_mail(visit, posting, comment, moderator, other_reader):
    other_reader.email = "dohyun@mail.example"
    visit(other_reader).submit(f"/comments/{comment.id}/reports", reason="ad")
    visit(moderator).submit(f"/comments/{comment.id}/removal", reason="ad")
    [letter] = db.session.scalars(db.select(OutgoingMail)).all()
    assert (letter.to, letter.kind) == (other_reader.email, "report")
    assert "확인하고 지웠습니다" in letter.body and "거짓말쟁이" not in letter.body
