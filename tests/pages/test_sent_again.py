"""A form that was refused comes back to be sent again: what will be sent is seen first."""

import pytest

from board.http.csrf import FIELD

PASSWORD = "남이 모르는 말"


@pytest.mark.parametrize(
    ("address", "fields", "label"),
    [
        ("/session/new", {"username": "narae"}, "아이디"),
        ("/registration/new", {"username": "narae", "name": "한나래"}, "아이디"),
        ("/articles/{}/comments", {"nickname": "물안개", "body": "잘 읽었습니다."}, "별명"),
    ],
)
def test_who_sends_a_form_again_sees_under_which_name(client, article, address, fields, label):
    address = address.format(article.id)
    answer = client.post(address, data={FIELD: "old", "password": PASSWORD} | fields)
    assert answer.status_code == 403 and PASSWORD not in answer.text
    name, value = next(iter(fields.items()))
    form = answer.text.partition(f'action="{address}"')[2]
    assert f">{label}</label>" in form and f'name="{name}" value="{value}" readonly' in form
    assert form.count(f'name="{name}"') == 1


def test_who_changes_the_password_is_asked_for_both_by_name(visit, reader):
    narae = visit(reader)
    answer = narae.post(
        "/account/password", data={FIELD: "old", "current": PASSWORD, "password": "새 비밀"}
    )
    assert answer.status_code == 403 and PASSWORD not in answer.text
    form = answer.text.partition('action="/account/password"')[2]
    assert form.index("지금 비밀번호</label>") < form.index('name="current"')
    assert form.index('name="current"') < form.index('name="password"')
