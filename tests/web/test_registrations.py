"""Registration."""

import pytest

from board.extensions import db
from board.models import Publisher, User
from board.models.user.authenticated import LONGEST_PASSWORD, SHORTEST_PASSWORD
from board.models.user.user import LONGEST_EMAIL
from board.text.names import LONGEST_USERNAME, SHORTEST_USERNAME

WANTED = {
    "username": "saebom",
    "name": "정새봄",
    "password": "봄날의 나룻배를 타고",
    "fourteen": "y",
    "terms": "y",
}


def test_a_guest_joins_and_is_signed_in(client):
    answer = client.submit("/registration/new", **WANTED)
    assert answer.status_code == 303
    assert "정새봄" in client.get("/account").text
    assert db.session.scalar(User.named("saebom")).role == "reader"


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("username", "가나다", "영문 소문자와 숫자"),
        ("username", "admin", "이미 쓰고 있는 아이디"),
        ("name", "편집자", "이름"),
        ("password", "12345678", "비밀번호"),
        ("email", "주소가 아님", "이메일 주소"),
        ("fourteen", None, "만 14세가 안 되면"),
        ("terms", None, "동의해야"),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_is_kept(client, field, value, sentence):
    answer = client.submit("/registration/new", **(WANTED | {field: value}))
    assert answer.status_code == 422 and sentence in answer.text
    assert "봄날의 나룻배를" not in answer.text
    assert db.session.query(User).count() == 0


def test_nobody_joins_as_an_admin(client):
    client.submit("/registration/new", role="admin", is_admin="1", **WANTED)
    assert db.session.scalar(User.named("saebom")).role == "reader"


def test_a_taken_name_is_refused_even_when_it_only_looks_the_same(client, reader):
    answer = client.submit("/registration/new", **(WANTED | {"name": "김 나 래"}))
    assert answer.status_code == 422 and "이미 쓰고 있는 이름" in answer.text


@pytest.mark.parametrize("name", ["강건너신문", "윤해솔", "한결 기자", "ᴀᴅᴍɪɴ"])
def test_no_member_is_the_paper(client, article, admin, name):
    Publisher.current().revise(by=admin, name="강건너신문", publisher="윤해솔")
    article.revise(by=admin, byline="한결 기자")
    answer = client.submit("/registration/new", **(WANTED | {"name": name}))
    assert answer.status_code == 422 and "운영진으로 보일 수 있는 이름" in answer.text
    assert db.session.scalar(User.named("saebom")) is None


@pytest.mark.parametrize(
    ("box", "lengths"),
    [
        ("username", f'maxlength="{LONGEST_USERNAME}" minlength="{SHORTEST_USERNAME}"'),
        ("password", f'maxlength="{LONGEST_PASSWORD}" minlength="{SHORTEST_PASSWORD}"'),
        ("email", f'maxlength="{LONGEST_EMAIL}"'),
    ],
)
def test_a_box_takes_as_many_letters_as_its_form(client, box, lengths):
    [made] = [
        line
        for line in client.get("/registration/new").text.splitlines()
        if f'name="{box}"' in line
    ]
    assert f" {lengths} " in made


def test_an_address_as_long_as_mail_allows_is_taken(client):
    """The box took 254 letters and the form refused more than 200."""
    domain = ".".join(["naru"] * 38) + ".example"
    email = "saebom@".rjust(LONGEST_EMAIL - len(domain), "s") + domain
    assert len(email) == LONGEST_EMAIL
    assert client.submit("/registration/new", **(WANTED | {"email": email})).status_code == 303
    assert db.session.scalar(User.named("saebom")).email == email


def test_an_address_longer_than_that_is_refused(client):
    email = "s" * LONGEST_EMAIL + "@mail.example"
    answer = client.submit("/registration/new", **(WANTED | {"email": email}))
    assert answer.status_code == 422 and f"{LONGEST_EMAIL}자까지" in answer.text
