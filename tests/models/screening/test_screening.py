"""Screening: what is shown at once, what is held for a moderator, what comes too soon."""

import random
from datetime import timedelta

import pytest

from board import clock
from board.extensions import db
from board.models import Block, Comment, Guest, Ruling, Slowdown, TooSoonError, WarnedError
from tests.bench.load.remarks import remark

AD = "지금 바로 신청하면 누구나 오늘 안에 받습니다"
NUMBERS = iter(range(10_000))


@pytest.fixture
def write(article):
    """`write(words, by)`: a comment from that person; a guest stands at an address."""

    def write(body="잘 읽었습니다.", by=None, at=None, **more):
        by = by or Guest(f"someone-{next(NUMBERS)}")
        guest = {"nickname": "지나던 이", "password": "나무다리"} if by.is_guest else {}
        comment = article.comment(body, by=by, origin=(at, None), **(guest | more))
        db.session.commit()
        return comment

    return write


@pytest.fixture
def known_reader(reader, write):
    """A member of whom readers have seen two comments."""
    for number in ("첫", "둘"):
        write(f"{number}째로 씁니다.", reader)
    return reader


def phases(comment):
    return [flag["phase"] for flag in comment.hold.flags] if comment.hold else []


def test_a_comment_without_a_flag_is_seen_at_once(write, article, guest, reader):
    assert write(by=guest).is_shown and write(by=reader).is_shown
    assert article.comments_count == 2


def test_a_held_comment_waits_and_is_neither_deleted_nor_counted(write, article):
    comment = write("이 너 바보 병신아")
    assert comment.hold.source == "machine" and comment.removal is None
    assert comment.hold.flags[0]["phase"] == "words" and comment.hold.flags[0]["what"]
    assert not comment.hold.was_shown and article.comments_count == 0


def test_staff_pass(write, moderator, admin):
    assert write("문의는 02-000-1234, https://a.example https://b.example", moderator).is_shown
    assert write("전화 010-0000-1234", admin).body == "전화 010-0000-1234"


# A slowed thread


def test_in_a_slowed_thread_a_writer_waits_between_two_comments(write, article, reader, moderator):
    Slowdown.place(article, by=moderator, seconds=30)
    comment = write("첫 댓글입니다.", reader)
    with pytest.raises(TooSoonError, match="30초에 하나씩"):
        write("둘째 댓글입니다.", reader)
    db.session.rollback()
    comment.edit("고쳐 쓰는 것은 됩니다.")
    assert comment.is_shown and write("다른 사람입니다.").is_shown


# Duplicates


def test_saying_the_same_again_within_ten_minutes_waits(write, reader, later):
    write(AD, reader)
    assert phases(write(f"{AD} 2!!", reader)) == ["duplicates"]
    later(timedelta(minutes=11))
    assert write(AD, reader).is_shown


def test_a_courtesy_may_be_repeated_elsewhere_but_not_in_the_same_place(write, reader):
    first = write("고맙습니다.", reader)
    assert write("고맙습니다.", reader, parent=first).is_shown
    assert phases(write("고맙습니다.", reader)) == ["duplicates"]


def test_whoever_took_a_comment_back_may_write_it_again(write, reader):
    write(AD, reader).take_back(by=reader)
    assert write(AD, reader).is_shown


def test_the_third_writer_of_the_same_text_is_held_and_courtesies_never(write):
    copies = [write(f"{AD} {number}", at=f"at-{number}") for number in range(3)]
    assert [copy.is_shown for copy in copies] == [True, True, False]
    assert all(write("삼가 고인의 명복을 빕니다").is_shown for _ in range(5))


def test_one_address_with_many_cookies_counts_as_one_writer(write):
    assert write(AD, at="here").is_shown
    assert phases(write(AD, at="here")) == ["duplicates"]


def test_what_a_spam_sweep_has_blocked_is_held(write, reader, moderator):
    comment = write(AD, at="here")
    ruling = Ruling.make(moderator, "spam", {comment: comment.seen}, reason="ad")
    until = clock.now() + timedelta(days=7)
    values = {"fingerprint": comment.fingerprint, "host": "www.go.kr", "address": "there"}
    for kind, value in values.items():
        db.session.add(Block(kind=kind, value=value, until=until, ruling=ruling))
    for words, by, at in ((AD, reader, None), ("www.go.kr", reader, None), ("안녕", None, "there")):
        assert phases(write(words, by, at)) == ["duplicates"]
    assert write("안녕하세요.", reader, "there").is_shown  # a neighbour with a name


# Links


def test_a_guest_or_a_newcomer_with_an_address_outside_waits(write, reader):
    assert phases(write("여기 보세요 money.example")) == ["links"]
    assert phases(write("여기 보세요 https://news.example/1", reader)) == ["links"]


def test_who_is_known_may_show_two_addresses_but_not_three(write, known_reader):
    two = "https://a.example https://b.example"
    assert write(two, known_reader).is_shown
    assert phases(write(f"{two} https://c.example", known_reader)) == ["links"]


def test_our_own_pages_and_offices_are_no_outside(write, app):
    own = f"http://{app.settings.hosts[0]}/articles/1"
    assert write(f"지난 글 {own} 과 https://www.solnae.go.kr/notice 를 보세요").is_shown


@pytest.mark.parametrize(
    "host", ["gov.kr", "www.solnae.ac.kr", "solnae.es.kr", "www.fss.or.kr", "kinfa.or.kr"]
)
def test_readers_may_point_to_offices_and_schools(write, host):
    assert write(f"{host} 에서 찾으세요. https://{host}에 있습니다").is_shown


@pytest.mark.parametrize(
    "host", ["youtu.be", "www.youtube.com", "n.news.naver.com", "news.kbs.co.kr", "www.yna.co.kr"]
)
def test_readers_may_point_to_films_and_to_the_news(write, host):
    assert write(f"그날 일이 https://{host}/watch-31 에 나옵니다").is_shown


def test_a_film_does_not_excuse_what_is_said_about_it(write):
    assert phases(write("https://youtu.be/a31 꽁머니 카지노 추천 코드 3344")) == ["words", "spam"]


@pytest.mark.parametrize(
    "host",
    ["solnaenews.co.kr", "youtu.be.example", "myyoutube.com", "blog.naver.com", "cafe.daum.net"],
)
def test_a_page_anybody_may_own_is_outside_whatever_it_is_called(write, host):
    assert phases(write(f"그날 일이 https://{host}/31 에 나옵니다")) == ["links"]


@pytest.mark.parametrize(
    "host", ["gov.kr.example", "fake-gov.kr", "help.or.kr", "go.kr-help.example"]
)
def test_what_only_looks_like_an_office_is_outside(write, host):
    assert phases(write(f"{host} 에서 찾으세요")) == ["links"]


# Personal data


def test_personal_numbers_are_masked_before_anything_is_stored(write):
    comment = write("제 번호는 010-0000-1234입니다", nickname="0100000 1234")
    db.session.expire_all()
    assert comment.body == "제 번호는 010-●●●●-●●●●입니다" and "1234" not in comment.html
    assert comment.nickname == "010●●●● ●●●●"
    assert comment.hold.flags == [{"phase": "personal", "why": "개인정보", "what": ["전화번호"]}]


def test_a_flag_on_the_way_does_not_let_a_number_through(write, reader):
    write(f"{AD} 010-0000-1234", reader)
    again = write(f"{AD} 010-0000-1235", reader)
    assert phases(again) == ["duplicates"] and "1235" not in again.body


# Newcomers, guards, repeat offenders


def test_a_board_may_hold_the_first_two_comments_of_a_writer(write, board, reader, moderator):
    board.holds_newcomers = True
    first = write("첫 댓글입니다.", reader)
    assert phases(first) == ["newcomers"]
    second = write("둘째 댓글입니다.", reader)
    for comment in (first, second):
        Ruling.make(moderator, "keep", {comment: comment.seen})
    assert write("셋째 댓글입니다.", reader).is_shown


def test_suspicions_of_the_form_hold_a_comment(write):
    comment = write(suspicions=["너무 빨리 보냄"])
    assert phases(comment) == ["guards"]


def test_comments_of_a_repeat_offender_are_held(write, reader, moderator, later):
    for number in range(5):
        comment = write(f"{number}번째로 씁니다.", reader)
        verdict = {"verdict": "remove", "reason": "abuse"} if number < 2 else {"verdict": "keep"}
        Ruling.make(moderator, seen={comment: comment.seen}, **verdict)
    assert phases(write("여섯 번째로 씁니다.", reader)) == ["offenders"]
    later(timedelta(days=8))
    assert write("여드레 뒤에 씁니다.", reader).is_shown


def test_few_judgements_or_few_rejections_say_nothing(write, reader, moderator):
    for number in range(4):
        comment = write(f"{number}번째로 씁니다.", reader)
        Ruling.make(moderator, "remove", {comment: comment.seen}, reason="abuse")
    assert write("다섯 번째로 씁니다.", reader).is_shown


# A writer who goes on


def test_whoever_keeps_swearing_is_slowed_alone(write, reader, other_reader, later):
    """The vandal of the alarm: from the fourth on one waits three minutes, and nobody else does."""
    for number in range(3):
        assert not write(f"{number}번째 너 바보 병신아", reader, "home").is_shown
    with pytest.raises(TooSoonError, match="3분에 하나씩"):
        write("이제 얌전히 씁니다.", reader, "home")
    db.session.rollback()
    assert write("저는 다른 사람입니다.", other_reader, "home").is_shown
    later(timedelta(minutes=3))
    assert not write("너 아직 병신아", reader, "home").is_shown
    with pytest.raises(TooSoonError):
        write("너 또 병신아", reader, "home")


def test_a_new_cookie_at_the_same_address_does_not_help(write):
    for number in range(3):
        write(f"{number}번째 너 바보 병신아", at="here")
    with pytest.raises(TooSoonError):
        write("새로 온 사람입니다.", at="here")
    assert write("이웃집입니다.", at="there").is_shown


def test_what_a_moderator_has_shown_or_the_writer_put_right_slows_nobody(write, reader, moderator):
    held = [write(f"{number}번째 너 바보 병신아", reader, "home") for number in range(3)]
    Ruling.make(moderator, "keep", {held[0]: held[0].seen})
    assert write("고맙습니다, 더 씁니다.", reader, "home").is_shown
    held.append(write("네 번째 너 바보 병신아", reader, "home"))
    held[-1].edit("부드럽게 고쳐 씁니다.")
    assert write("끝으로 한마디 더 씁니다.", reader, "home").is_shown


def test_newcomers_who_wait_for_being_new_are_not_slowed(write, board, reader):
    board.holds_newcomers = True
    comments = [write(f"{number}번째로 여쭙니다.", reader, "home") for number in range(5)]
    assert [phases(comment) for comment in comments] == [["newcomers"]] * 5


# Heat


def test_a_heated_thread_slows_itself_down_and_holds_nobody(write, article):
    for number in range(20):
        write("money.example" if number < 5 else f"{number}번째 말입니다.")
    assert article.slowdown is None
    assert write("스물한 번째 말입니다.").is_shown
    assert article.slowdown.by is None and article.slowdown.seconds


def test_a_lively_thread_stays_as_it_is(write, article):
    for number in range(21):
        write("money.example" if number < 4 else f"{number}번째 말입니다.")
    assert article.slowdown is None


def test_one_who_swears_and_one_who_reports_do_not_slow_a_thread(write, article, guest):
    for number in range(21):
        at = "the vandal's home" if number < 3 else f"home {number}"
        comment = write("money.example" if number < 3 else f"{number}번째 말입니다.", at=at)
        if comment.is_shown:
            comment.report(guest, "abuse", address="the critic's foe")
    assert article.slowdown is None


# Warned first


def test_the_writer_hears_of_all_that_can_be_put_right_before_it_is_held(write, article):
    with pytest.raises(WarnedError) as warning:
        write("너 바보 병신아 money.example 010-0000-1234", warned=False)
    said = [flag.sentence for flag in warning.value.flags]
    assert said[0].startswith("금지어가 있습니다: ")
    assert said[1:] == [
        "다른 사이트 링크가 있습니다: money.example",
        "개인정보가 있습니다: 전화번호",
    ]
    assert db.session.scalar(db.select(Comment)) is None


# Edits


def test_an_edit_is_screened_and_hides_what_readers_had_seen(write, article, reader):
    comment = write("좋은 글입니다.", reader)
    comment.edit("너 바보 병신아")
    db.session.commit()
    assert phases(comment) == ["words"] and comment.hold.was_shown
    assert article.comments_count == 0


def test_a_better_text_ends_an_automatic_hold(write, article):
    comment = write("너 바보 병신아")
    comment.edit("그렇게 생각하지 않습니다.")
    db.session.commit()
    assert comment.is_shown and article.comments_count == 1


def test_other_bad_words_are_the_new_reason(write):
    comment = write("너 바보 병신아")
    comment.edit("money.example 로 오세요")
    assert phases(comment) == ["links"]


def test_a_better_text_does_not_end_the_hold_of_a_newcomer(write, board, reader):
    board.holds_newcomers = True
    comment = write("너 바보 병신아", reader)
    comment.edit("그렇게 생각하지 않습니다.")
    assert phases(comment) == ["newcomers"] and not comment.is_shown


def test_what_readers_or_moderators_hid_stays_hidden_and_comes_to_the_queue_once(
    write, reader, moderator, later
):
    comment = write("좋은 글입니다.", reader)
    Ruling.make(moderator, "hold", {comment: comment.seen})
    comment.edit("고쳐 씁니다.")
    first = comment.hold.resubmitted_at
    assert first is not None and not comment.is_shown
    later(timedelta(minutes=1))
    comment.edit("또 고쳐 씁니다.")
    assert comment.hold.resubmitted_at == first


def test_an_edited_comment_is_no_copy_of_itself(write, reader):
    comment = write(AD, reader)
    comment.edit(f"{AD}!")
    assert comment.is_shown


def test_nothing_that_the_benchmark_writes_is_held(write):
    chance = random.Random(1)  # noqa: S311
    written = [write(remark(chance)) for _ in range(60)]
    assert [comment.body for comment in written if not comment.is_shown] == []
