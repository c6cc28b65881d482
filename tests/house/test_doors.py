"""Access control: every role tries every route."""

import pytest
from flask import Flask

from board import create_app
from board.access.doors import (
    UndeclaredDoorError,
    admins,
    anyone,
    check_all_declared,
    door_of,
    members,
    moderators,
)
from board.config import Settings

pytestmark = pytest.mark.one_database

FOR_MEMBERS = {"accounts.show", "passwords.edit", "passwords.update"}
ADMITTED = {
    anyone: {"guest", "reader", "moderator", "admin"},
    members: {"reader", "moderator", "admin"},
    moderators: {"moderator", "admin"},
    admins: {"admin"},
}
# Behind these doors stands a question about the comment itself, which may well be answered no.
ASKED_AGAIN = {"comments.edit", "removals.new"}


def who_may(endpoint: str) -> str:
    """The rule, stated a second time and independently of the code."""
    if endpoint.startswith("newsroom."):
        return admins
    if endpoint.startswith("moderation."):
        return moderators
    return members if endpoint in FOR_MEMBERS else anyone


@pytest.fixture
def knock(visit, reader, moderator, admin):
    """`knock("reader", "GET", address)`: the answer to somebody who has just come."""
    people = {"guest": None, "reader": reader, "moderator": moderator, "admin": admin}

    def ask(who: str, method: str, address: str):
        visitor = visit(people[who])
        return visitor.get(address) if method == "GET" else visitor.submit(address)

    return ask


def test_every_route_has_the_door_it_should(app: Flask):
    wrong = {
        endpoint: door_of(app, endpoint)
        for endpoint in app.view_functions
        if door_of(app, endpoint) != who_may(endpoint)
    }
    assert wrong == {}


def test_a_route_without_a_door_stops_the_start(instance):
    app = create_app(Settings.for_tests(instance))
    app.add_url_rule("/back-door", "back_door", lambda: "")
    with pytest.raises(UndeclaredDoorError, match="back_door"):
        check_all_declared(app)


@pytest.mark.parametrize("who", ["guest", "reader", "moderator", "admin"])
def test_nobody_comes_through_a_door_that_is_not_theirs(who, knock, addresses):
    wrong = []
    for method, address, endpoint in addresses:
        if who in ADMITTED[who_may(endpoint)]:
            continue
        answer = knock(who, method, address)
        if who == "guest":
            refused = answer.status_code == (303 if method == "GET" else 401)
            refused &= method == "POST" or answer.location.startswith("/session/new")
        else:
            refused = answer.status_code == 403
        if not refused:
            wrong.append((method, address, answer.status))
    assert wrong == []


@pytest.mark.parametrize("who", ["guest", "reader", "moderator", "admin"])
def test_everybody_comes_through_their_own_doors(who, knock, addresses):
    wrong = []
    for method, address, endpoint in addresses:
        if who not in ADMITTED[who_may(endpoint)]:
            continue
        answer = knock(who, method, address)
        refused = answer.status_code in (401, 403) and endpoint not in ASKED_AGAIN
        if answer.status_code >= 500 or (method == "GET" and refused):
            wrong.append((method, address, answer.status))
    assert wrong == []


def test_a_fragment_is_refused_like_its_page(client, visit, reader, addresses):
    signed_in = visit(reader)
    for method, address, endpoint in addresses:
        if who_may(endpoint) == admins and method == "GET":
            assert client.htmx(address).status_code == 401, address
            assert signed_in.htmx(address).status_code == 403, address


def test_no_change_is_made_without_a_token(visit, admin, addresses):
    signed_in = visit(admin)
    accepted = [
        address
        for method, address, _ in addresses
        if method == "POST" and signed_in.post(address).status_code != 403
    ]
    assert accepted == []


def test_no_change_is_made_for_another_site(visit, admin, addresses):
    signed_in = visit(admin)
    token = signed_in.token()
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}):
        for method, address, _ in addresses:
            if method == "POST":
                answer = signed_in.post(address, data={"csrf_token": token}, headers=headers)
                assert answer.status_code == 403, address
