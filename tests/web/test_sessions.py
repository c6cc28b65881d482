"""Sign-in and sign-out."""

import re
from datetime import timedelta

import pytest

from board.extensions import db
from board.models import Comment
from board.models.user.session import LONGEST
from tests.conftest import PASSWORD

HALF_A_DAY = timedelta(hours=13)


def sign_in(client, password=PASSWORD, **more):
    return client.submit("/session/new", username="narae", password=password, **more)


def test_a_member_signs_in_and_comes_back_to_where_she_was(client, reader, article):
    answer = sign_in(client, next=f"/articles/{article.id}")
    assert answer.status_code == 303 and answer.location == f"/articles/{article.id}"
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie and "Path=/" in cookie
    assert "김나래" in client.get("/account").text


def test_a_browser_keeps_a_session_as_long_as_the_site_does(client, reader):
    cookie = sign_in(client).headers["Set-Cookie"]
    assert f"Max-Age={LONGEST.total_seconds():.0f};" in cookie


@pytest.mark.parametrize("username", ["narae", "nobody"])
def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(client, reader, username):
    answer = client.submit("/session/new", username=username, password="틀린 비밀번호")
    assert answer.status_code == 422
    assert "아이디나 비밀번호가 맞지 않습니다." in answer.text
    assert username in answer.text and "틀린 비밀번호" not in answer.text


def test_signing_out_kills_a_copied_cookie(client, reader, visit):
    sign_in(client)
    thief = visit()
    thief.set_cookie("naru_session", client.get_cookie("naru_session").value)
    assert thief.get("/account").status_code == 200
    client.submit("/session/end")
    assert thief.get("/account").status_code == 303
    assert client.get("/account").status_code == 303


def test_signing_in_again_leaves_no_old_session(client, reader):
    sign_in(client)
    old = client.get_cookie("naru_session").value
    sign_in(client)
    assert client.get_cookie("naru_session").value != old
    client.set_cookie("naru_session", old)
    assert client.get("/account").status_code == 303


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "/%0d\\x",
        "\t//x",
    ],
)
def test_signing_in_never_leads_elsewhere(client, reader, elsewhere):
    answer = sign_in(client, next=elsewhere)
    assert answer.status_code == 303
    assert answer.location.startswith("/") and not answer.location.startswith(("//", "/\\"))


def test_after_ten_wrong_tries_one_waits_whatever_address_is_claimed(visit, reader):
    codes = []
    for number in range(12):
        visitor = visit()
        visitor.environ_base["HTTP_X_FORWARDED_FOR"] = f"203.0.113.{number}"
        codes.append(sign_in(visitor, password="틀림").status_code)
    assert codes == [422] * 10 + [429] * 2
    blocked = sign_in(visit())
    assert blocked.status_code == 429 and "Retry-After" in blocked.headers


def test_a_stranger_elsewhere_cannot_lock_a_member_out(visit, reader):
    stranger = visit()
    stranger.environ_base["REMOTE_ADDR"] = "203.0.113.5"
    for _ in range(12):
        sign_in(stranger, password="틀림")
    assert sign_in(visit()).status_code == 303


def test_a_forged_cookie_is_just_a_guest(client, article):
    for value in (
        "x",
        "가나다",
        "\udcff".encode("utf-8", "surrogatepass").decode("latin-1"),
        "a" * 4000,
    ):
        client.set_cookie("naru_session", value)
        client.set_cookie("naru_guest", value)
        assert client.get(f"/articles/{article.id}").status_code == 200


def test_a_first_password_must_be_changed_before_anything_else(visit, app):
    from board.models import User

    user, _first = User.appoint("saeron", "윤새론", "moderator")
    visitor = visit(user)
    answer = visitor.get("/")
    assert answer.status_code == 303 and answer.location == "/account/password"


@pytest.fixture
def left_alone(visit, reader, later):
    """김나래 opened a page, wrote, and came back half a day later: (her browser, its old token)."""
    narae = visit(reader)
    token = narae.token()
    later(HALF_A_DAY)
    return narae, token


def test_a_comment_after_the_session_ended_waits_for_the_sign_in_beside_it(left_alone, article):
    narae, token = left_alone
    address, htmx = f"/articles/{article.id}/comments", {"HX-Request": "true"}
    words = {"body": "반나절 걸려 쓴 댓글", "once": "한 번"}
    answer = narae.post(address, data={"csrf_token": token} | words, headers=htmx)
    assert answer.status_code == 401
    assert "다시 로그인하면 쓰신 글이 등록됩니다." in answer.text
    assert 'action="/session/new"' in answer.text and 'name="password"' in answer.text

    wrong = sign_in(narae, password="틀린 비밀번호", htmx=True)
    assert wrong.status_code == 422 and wrong.text.lstrip().startswith('<form class="write again"')
    assert "아이디나 비밀번호가 맞지 않습니다." in wrong.text

    token = re.search('data-token="([^"]+)"', sign_in(narae, htmx=True).text)[1]
    answer = narae.post(address, data={"csrf_token": token} | words, headers=htmx)
    assert answer.status_code == 200 and "댓글을 등록했습니다." in answer.text
    assert [each.author_name for each in db.session.scalars(db.select(Comment))] == ["김나래"]


def test_without_a_script_the_words_stand_on_the_page_to_be_sent_again(left_alone, article):
    narae, token = left_alone
    address = f"/articles/{article.id}/comments"
    answer = narae.post(address, data={"csrf_token": token, "body": "반나절 걸려 쓴 댓글"})
    assert answer.status_code == 401
    assert 'href="/session/new" target="_blank"' in answer.text
    assert '<input type="hidden" name="body" value="반나절 걸려 쓴 댓글">' in answer.text
    assert f'action="{address}"' in answer.text


@pytest.mark.parametrize("address", ["/session/end", "/preferences"])
def test_who_is_signed_out_already_is_not_asked_to_sign_in_for_that(left_alone, address):
    narae, token = left_alone
    assert narae.post(address, data={"csrf_token": token}).status_code == 303


def test_a_guest_on_a_board_for_members_is_asked_to_sign_in(client, article):
    article.board.commenting = "member"
    address = f"/articles/{article.id}/comments"
    fields = {"nickname": "강바람", "password": "0000!", "body": "한마디"}
    assert client.submit(address, **fields).status_code == 401
    assert 'id="again"' in client.submit(address, htmx=True, **fields).text


@pytest.mark.parametrize(
    ("role", "desk"), [("admin", "/newsroom"), ("moderator", "/moderation"), ("reader", "/")]
)
def test_who_wanted_no_page_begins_at_the_desk(client, reader, article, role, desk):
    reader.give_role(role)
    assert 'name="next" value="/"' in client.get("/session/new").text
    assert sign_in(client, next="/").location == desk
    assert sign_in(client, next="https://elsewhere.example").location == desk
    wanted = f"/articles/{article.id}"
    assert sign_in(client, next=wanted).location == wanted
