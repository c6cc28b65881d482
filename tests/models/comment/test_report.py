"""Reports: enough of them hide a comment until a moderator has looked."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from board import clock
from board.extensions import db, writing
from board.models import Comment, Guest, Hold, Report, Ruling, Thread, User, recount
from board.models.comment.report import KNOWN_AFTER


@pytest.fixture
def comment(article, reader):
    return article.comment("저 사람은 거짓말쟁이입니다.", by=reader)


@pytest.fixture
def members(app):
    """Four neighbours who joined months ago."""
    return [neighbour(each) for each in range(4)]


def neighbour(number, since=timedelta(days=100)):
    return age(User.join(f"reader{number}", f"이웃{number}", "파란 나룻배 두 척"), since)


def age(member, since=KNOWN_AFTER):
    member.created_at = clock.now() - since
    return member


def guests(count, address="home-{}"):
    return [(Guest(f"cookie-{each}"), address.format(each)) for each in range(count)]


def judge(comment, verdict, by):
    reason = "abuse" if verdict in ("remove", "spam") else None
    return Ruling.make(by, verdict, {comment: comment.seen}, reason=reason)


def test_a_report_keeps_the_words_as_they_were(comment, other_reader):
    age(other_reader)
    report = comment.report(other_reader, "abuse", "전화는 010-0000-0000입니다", address="home")
    comment.edit("저는 다르게 봅니다.")
    assert (report.body, report.revision) == ("저 사람은 거짓말쟁이입니다.", 1)
    assert "0000" not in report.note and report.weight == 1


def test_one_person_reports_once(comment, other_reader, guest):
    first = comment.report(other_reader, "abuse")
    assert comment.report(other_reader, "ad") is first and first.reason == "abuse"
    assert comment.report(guest, "ad") is not first and len(comment.reports) == 2


def test_three_members_hide_a_comment_until_somebody_has_looked(article, comment, members):
    for member in members[:2]:
        comment.report(member, "abuse")
    assert comment.is_shown
    comment.report(members[2], "ad")
    assert comment.hold.source == "reports" and comment.hold.was_shown
    assert comment.hold.flags[0]["what"] == ["욕설·비방 2", "광고 1"]
    assert article.comments_count == 0 and sum(recount()) == 0


def test_guests_weigh_a_quarter_and_count_by_their_address(comment):
    for guest, address in guests(20, "one roof"):
        comment.report(guest, "ad", address=address)
    assert comment.is_shown
    for guest, address in guests(10):
        comment.report(Guest(f"{guest.key} elsewhere"), "ad", address=address)
    assert comment.is_shown
    comment.report(Guest("the twelfth"), "ad", address="another home")
    assert not comment.is_shown


def test_three_accounts_of_a_minute_ago_silence_nobody(comment):
    """One person joins three times and reports a critic, once from home and once on the road."""
    for number in range(3):
        comment.report(neighbour(number, timedelta(minutes=1)), "abuse", address="home")
    for number in range(3, 6):
        comment.report(neighbour(number, timedelta(minutes=1)), "abuse", address=f"road {number}")
    assert comment.is_shown and len(comment.reports) == 6


def test_a_new_member_weighs_as_a_guest_does_until_a_month_has_passed(article, reader, later):
    newcomer = neighbour(0, timedelta(0))
    weights = []
    for days in (0, 29, 1):
        later(timedelta(days=days))
        weights.append(article.comment(f"{days}일째 말", by=reader).report(newcomer, "ad").weight)
    assert weights == [0.25, 0.25, 1]


def test_accounts_of_one_address_count_once_however_old(comment, members):
    for member in members:
        comment.report(member, "abuse", address="the house of a family")
    assert comment.is_shown
    comment.report(Guest("the grandmother"), "abuse", address="the house of a family")
    assert comment.is_shown


def test_a_family_counts_with_its_heaviest_word(comment, members):
    comment.report(Guest("the child"), "abuse", address="the house of a family")
    for number, member in enumerate(members[:3]):
        home = "the house of a family" if number == 0 else f"home {number}"
        assert comment.is_shown
        comment.report(member, "abuse", address=home)
    assert not comment.is_shown


def test_ten_neighbours_hide_it_with_the_third_report(comment):
    shown = []
    for number in range(10):
        shown.append(comment.is_shown)
        comment.report(neighbour(number), "abuse", address=f"home {number}")
    assert shown == [True] * 3 + [False] * 7


def test_a_trusted_reader_and_a_few_strangers_hide_it(article, comment, reader, moderator):
    trusted = neighbour(0)
    for number in range(8):
        advertisement = article.comment(f"{number}번째 광고", by=reader)
        advertisement.report(trusted, "ad", address="home")
        judge(advertisement, "remove", moderator)
    assert comment.report(trusted, "abuse", address="home").weight == 1.8
    for guest, address in guests(4):
        comment.report(guest, "abuse", address=address)
    assert comment.is_shown
    comment.report(Guest("the fifth"), "abuse", address="another home")
    assert not comment.is_shown


def test_two_people_are_not_enough_whatever_they_weigh(comment, members):
    for member in members[:2]:
        comment.report(member, "abuse").weight = 2.0
    comment.report(members[0], "abuse")
    assert comment.is_shown


def test_reports_of_other_words_do_not_count(comment, members):
    for member in members[:2]:
        comment.report(member, "abuse")
    comment.edit("생각이 다릅니다.")
    comment.report(members[2], "abuse")
    assert comment.is_shown


def test_what_a_moderator_kept_stays_until_its_words_change(comment, members, moderator):
    comment.report(members[0], "abuse")
    judge(comment, "keep", moderator)
    for member in members[1:]:
        comment.report(member, "abuse")
    assert comment.is_shown
    comment.edit("더 심한 말을 합니다.")
    for each in range(3):
        comment.report(Guest(f"g{each}"), "abuse", address=f"a{each}").weight = 1.0
    comment.report(Guest("last"), "abuse", address="last")
    assert not comment.is_shown


def test_reports_do_not_hide_comments_of_staff(article, admin, members):
    comment = article.comment("편집실에서 알립니다.", by=admin)
    for member in members:
        comment.report(member, "abuse")
    assert comment.is_shown and len(comment.reports) == 4


def test_reports_weigh_more_the_more_often_they_were_right(
    article, reader, other_reader, moderator
):
    age(other_reader)
    weights = []
    for number in range(6):
        comment = article.comment(f"{number}번째 광고", by=reader)
        weights.append(comment.report(other_reader, "ad").weight)
        judge(comment, "remove", moderator)
    assert weights == sorted(weights) and weights[0] == 1 and 1.6 < weights[-1] <= 2


def test_reports_weigh_less_the_more_often_they_were_wrong(
    article, reader, other_reader, moderator
):
    age(other_reader)
    for number in range(12):
        comment = article.comment(f"{number}번째 의견", by=reader)
        last = comment.report(other_reader, "ad")
        ruling = judge(comment, "keep", moderator)
    assert last.weight == 0.2
    before = Report.weight_of(other_reader)
    ruling.undo(moderator)
    assert Report.weight_of(other_reader) >= before


def test_whoever_answered_does_not_report(article, comment, other_reader, guest):
    answer = article.comment("아닙니다.", by=other_reader, parent=comment)
    assert comment.is_answered_by(other_reader) and not comment.is_answered_by(guest)
    answer.take_back(by=other_reader)
    assert not comment.is_answered_by(other_reader)


def test_the_reporter_alone_sees_what_became_of_it(
    article, comment, other_reader, guest, moderator
):
    comment.report(other_reader, "abuse")
    judge(comment, "keep", moderator)
    [mine] = Thread(article, other_reader).items
    [others] = Thread(article, guest).items
    assert mine.report.outcome == "확인하고 그대로 두었습니다" and others.report is None


def test_hidden_and_shown_again_is_told_as_kept(comment, other_reader, moderator):
    report = comment.report(other_reader, "abuse")
    judge(comment, "hold", moderator)
    assert report.outcome == "확인하고 가렸습니다"
    judge(comment, "keep", moderator)
    assert report.outcome == "확인하고 그대로 두었습니다"


def test_a_report_is_closed_as_long_as_its_comment_is_taken_back(comment, reader, other_reader):
    report = comment.report(other_reader, "abuse")
    comment.take_back(by=reader)
    assert report.outcome == "쓴 사람이 지웠습니다"
    comment.restore(by=reader)
    assert report.outcome == "하루 안에 확인합니다"


def test_what_a_moderator_found_is_told_also_of_a_comment_taken_back(
    comment, reader, other_reader, moderator
):
    report = comment.report(other_reader, "abuse")
    judge(comment, "keep", moderator)
    comment.take_back(by=reader)
    assert report.outcome == "확인하고 그대로 두었습니다"


def report_at_once(app, members, addresses):
    """All these members report the first comment in the same moment."""
    db.session.commit()

    def report(user_id: int, address: str) -> None:
        writing.set(True)
        with app.app_context():
            reporter = db.session.get(User, user_id)
            db.session.get(Comment, 1).report(reporter, "abuse", address=address)
            db.session.commit()

    with ThreadPoolExecutor(len(members)) as pool:
        list(pool.map(report, [member.id for member in members], addresses))
    db.session.commit()


def test_at_once_from_one_address_they_are_still_one(app, comment, members):
    report_at_once(app, members, ["home"] * 4)
    assert db.session.query(Hold).count() == 0 and db.session.query(Report).count() == 4


def test_many_at_once_hide_it_once(app, comment, members):
    report_at_once(app, members, [f"home {number}" for number in range(4)])
    assert db.session.query(Hold).count() == 1 and db.session.query(Report).count() == 4
    assert comment.article.comments_count == 0
