"""Attack mode: its page, and what readers see while it is on."""

import re

import pytest

from board.models import Alarm
from tests.access.test_throttling import JOINING
from tests.bots.test_proof_of_work import solve

GUEST = {"nickname": "물안개", "password": "나무다리", "body": "솔내 소식 잘 보았습니다."}


@pytest.fixture
def alarm(app, admin):
    return Alarm.rise(by=admin)


def test_an_admin_switches_it_on_and_off(visit, admin):
    hangyeol = visit(admin)
    assert "지금 꺼져 있습니다" in hangyeol.get("/newsroom/alarms").text
    answer = hangyeol.submit("/newsroom/alarms", hours="12")
    page = hangyeol.get(answer.location).text
    assert "지금 켜져 있습니다" in page and "이한결 님이 켰습니다." in page
    [ending] = re.findall(r'action="(/newsroom/alarms/\d+/ending)"', page)
    assert "도배 막기를 껐습니다." in hangyeol.get(hangyeol.submit(ending).location).text
    assert "이미 끝나 있었습니다." in hangyeol.get(hangyeol.submit(ending).location).text


def test_hours_that_are_not_offered_are_refused(visit, admin):
    assert visit(admin).submit("/newsroom/alarms", hours="9999").status_code == 422
    assert Alarm.now() is None


def test_pages_ask_for_a_proof_only_while_it_is_raised(client, article, admin, visit):
    address = f"/articles/{article.id}"
    assert "proof" not in client.get(address).text
    alarm = Alarm.rise(by=admin)
    page = client.get(address).text
    assert 'name="proof"' in page and "js/proof.js" in page and page == visit().get(address).text
    alarm.end(by=admin)
    assert "proof" not in client.get(address).text


def test_without_a_script_a_comment_waits_and_is_not_refused(client, article, alarm):
    answer = client.submit(f"/articles/{article.id}/comments", **GUEST)
    assert answer.status_code == 303
    assert "운영자가 확인한 뒤에 보입니다." in client.get(answer.location).text


def test_who_is_known_and_has_a_proof_writes_as_ever(visit, article, reader, alarm):
    for number in range(2):
        article.comment(f"{number}번째로 쓰는 말입니다.", by=reader)
    narae = visit(reader)
    puzzle = narae.get("/puzzles/new")
    assert "no-store" in puzzle.headers["Cache-Control"]
    fields = {"body": "세 번째 말입니다.", "proof": solve(puzzle.json)}
    page = narae.get(narae.submit(f"/articles/{article.id}/comments", **fields).location).text
    assert (
        "세 번째 말입니다." in page
        and "확인한 뒤에 보입니다." not in page.split("세 번째 말")[1][:300]
    )


def test_joining_goes_on_while_it_is_raised(client, alarm):
    fields = JOINING | {"username": "narae", "name": "김나래"}
    assert client.submit("/registration/new", **fields).status_code == 303
