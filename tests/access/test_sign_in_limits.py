"""Rate limits of sign-ins: guessing slows down, and nobody is kept out of her own account."""

from dataclasses import replace
from datetime import timedelta

import pytest

from board.bots.proof_of_work import new_puzzle
from board.extensions import db
from board.http.device_cookies import LASTS
from board.models import Throttle
from tests.conftest import PASSWORD
from tests.support.puzzles import solve

ADDRESSES = [f"203.0.113.{number}" for number in range(30)]
NAMES = [f"reader{number}" for number in range(30)]
HOME = "198.51.100.7"
WRONG = "틀린 비밀번호"


@pytest.fixture
def knock(visit):
    """`knock("narae", address=…)` sends a sign-in from there and returns the answer. The browser is
    a new one, unless another is given; `proven` is what its script works out beforehand."""

    def send(username, password=WRONG, *, address=HOME, browser=None, proven=False):
        browser = browser or visit()
        browser.environ_base["REMOTE_ADDR"] = address
        proof = solve(new_puzzle()) if proven else None
        return browser.submit("/session/new", username=username, password=password, proof=proof)

    return send


@pytest.fixture
def known(visit, knock, admin):
    """이한결's browser, in which he has signed in before and signed out again."""
    browser = visit()
    assert knock(admin.username, PASSWORD, browser=browser).status_code == 303
    browser.submit("/session/end")
    return browser


@pytest.fixture
def crowd(app):
    """So many have guessed somewhere that strangers are asked for a proof."""
    for address in ADDRESSES * 10:
        Throttle.check("stranger", address=address)


@pytest.fixture
def is_known(knock, admin):
    """Whether a browser is known to 이한결's account: it still has tries where strangers have none."""

    def ask(browser):
        while knock(admin.username).status_code == 422:
            pass
        return knock(admin.username, browser=browser).status_code == 422

    return ask


def test_guessing_at_many_names_keeps_nobody_out(knock, known, admin, reader):
    tries = zip(ADDRESSES * 10, NAMES * 10, strict=True)
    guesses = [knock(name, address=address).status_code for address, name in tries]
    assert guesses == [422] * 300

    assert knock(admin.username, PASSWORD, browser=known).status_code == 303
    assert knock(admin.username, PASSWORD, address="192.0.2.1", proven=True).status_code == 303
    assert knock(reader.username, PASSWORD, address="192.0.2.2", proven=True).status_code == 303


def test_guessing_at_one_account_slows_and_does_not_lock(knock, known, admin, reader):
    for address in ADDRESSES * 2:
        knock(admin.username, address=address, proven=True)
    *more, last = [knock(admin.username, address=ADDRESSES[0], proven=True) for _ in range(3)]
    assert [answer.status_code for answer in more] == [422, 422] and last.status_code == 429
    assert "전에 로그인한 브라우저에서는 바로" in last.text

    assert knock(admin.username, PASSWORD, browser=known).status_code == 303
    assert knock(admin.username, PASSWORD, address="192.0.2.1", proven=True).status_code == 303
    assert knock(reader.username, PASSWORD, address="192.0.2.2").status_code == 303


def test_an_hour_of_guessing_at_one_account_is_twenty_guesses_and_three_from_each_address(
    knock, admin, later
):
    looked_at, addresses = 0, ADDRESSES[:4]
    for _ in range(12):  # whenever an address may guess anew
        tries = [knock(admin.username, address=each, proven=True) for each in addresses * 6]
        looked_at += sum(answer.status_code == 422 for answer in tries)
        later(timedelta(minutes=4, seconds=55))
    assert looked_at == 20 + 3 * len(addresses)


def test_without_a_script_each_address_has_one_try_and_is_told_when_the_next_is(
    knock, crowd, reader, later
):
    assert knock("narae").status_code == 422
    answer = knock("narae", PASSWORD)
    assert answer.status_code == 429
    assert "자바스크립트를 켜고" in answer.text and "전에 로그인한 브라우저" in answer.text
    later(timedelta(seconds=int(answer.headers["Retry-After"])))
    assert knock("narae", PASSWORD).status_code == 303


def test_an_unknown_name_slows_just_the_same(knock, admin, time_machine):
    time_machine.move_to("2026-11-22T05:00:00+00:00", tick=False)

    def told(name):
        answers = [knock(name, address=address) for address in ADDRESSES[:9] * 4]
        pages = [answer.text.replace(name, "") for answer in answers if answer.status_code == 429]
        return [answer.status_code for answer in answers], pages

    codes, pages = told(admin.username)
    db.session.execute(db.delete(Throttle))
    assert told("nobody") == (codes, pages) and pages


def test_a_known_browser_guesses_no_more_than_any_other(knock, known, admin):
    codes = [knock(admin.username, browser=known).status_code for _ in range(11)]
    assert codes == [422] * 10 + [429]
    assert knock("narae", browser=known, address="192.0.2.1").status_code == 422


def test_a_browser_is_known_to_its_own_account_only(knock, known, crowd, reader):
    codes = [knock(reader.username, browser=known).status_code for _ in range(2)]
    assert codes == [422, 429]


FORGETTING = {
    "a new password": lambda admin, _: admin.change_password("강물은 밤에도 흐른다"),
    "a first password": lambda admin, colleague: admin.reset_password(by=colleague),
    "all sessions ended": lambda admin, _: admin.end_sessions(),
    "another role": lambda admin, colleague: admin.give_role("moderator", by=colleague),
}


@pytest.mark.parametrize("deed", FORGETTING)
def test_what_ends_all_sessions_forgets_all_browsers(is_known, known, admin, other_admin, deed):
    assert is_known(known)
    FORGETTING[deed](admin, other_admin)
    assert not is_known(known)


def test_a_browser_is_forgotten_after_a_year(is_known, known, later):
    later(LASTS + timedelta(seconds=1))
    assert not is_known(known)


@pytest.mark.parametrize("forged", ["x", "", "가", "..", "a" * 4000])
def test_a_forged_cookie_is_known_to_nobody(is_known, known, forged):
    known.set_cookie("naru_device", forged)
    assert not is_known(known)


def test_a_cookie_signed_with_the_key_before_is_still_known(app, is_known, known):
    keys = {"secret_key": "n" * 32, "secret_key_fallbacks": (app.settings.secret_key,)}
    app.settings = replace(app.settings, **keys)
    assert is_known(known)


def test_a_new_password_makes_this_browser_known_anew(is_known, knock, known, admin):
    knock(admin.username, PASSWORD, browser=known)
    new = "강물은 밤에도 흐른다 그치지 않고"
    assert known.submit("/account/password", current=PASSWORD, password=new).status_code == 303
    known.submit("/session/end")
    assert is_known(known)


def test_the_cookie_names_nobody(known, admin):
    cookie = known.get_cookie("naru_device")
    assert cookie.http_only and cookie.max_age >= 365 * 24 * 3600
    assert str(admin.id) not in cookie.value.split(".") and admin.username not in cookie.value
