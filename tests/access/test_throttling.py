"""Rate limiting: counted across workers, whatever client address is claimed."""

from datetime import timedelta

import pytest

from board import clock, create_app
from board.bots.proof_of_work import new_puzzle
from board.config import Settings
from board.extensions import db
from board.models import Throttle
from board.models.rate_limits import LIMITS
from tests.conftest import Visitor
from tests.support.puzzles import solve

ELSEWHERE = "198.51.100.7"
HTMX = {"HX-Request": "true"}
WORDS = "강 산 들 길 집 꽃 비 눈 달 별 물".split()
JOINING = {"password": "강물 위 나룻배 셋", "fourteen": "y", "terms": "y"}


@pytest.fixture
def colleague(app, instance, database_url):
    """Another worker of the same site, as its own process would be."""
    other = create_app(Settings.for_tests(instance, database_url))
    other.test_client_class = Visitor
    yield other
    with other.app_context():
        db.engine.dispose()


def join(client, number, **more):
    fields = JOINING | {"username": f"reader{number}", "name": f"독자{number}"}
    return client.submit("/registration/new", **fields, **more)


def test_the_sixth_to_join_from_one_address_waits(visit, app):
    statuses = [join(visit(), number).status_code for number in range(6)]
    assert statuses == [303] * 5 + [429]


@pytest.fixture
def crowd(app):
    """Twenty addresses have used up what all together may join, and ask the paper for."""
    for kind in ("registrations", "requests"):
        for number in range(LIMITS[kind].everyone):
            Throttle.check(kind, address=f"203.0.113.{number % 20}")


def test_whoever_makes_accounts_from_everywhere_keeps_nobody_from_joining(crowd, visit):
    newcomer = visit()
    newcomer.environ_base["REMOTE_ADDR"] = ELSEWHERE
    proven = [join(newcomer, number, proof=solve(new_puzzle())) for number in range(2)]
    assert [answer.status_code for answer in proven] == [303, 303]
    plain = [join(newcomer, number) for number in (2, 3)]
    assert [answer.status_code for answer in plain] == [303, 429]
    assert "자바스크립트를 켜고" in plain[1].text and "Retry-After" in plain[1].headers


def test_nobody_can_keep_others_from_asking_the_paper(crowd, visit, article):
    asker = visit()
    asker.environ_base["REMOTE_ADDR"] = ELSEWHERE
    asked = {"article": article.id, "kind": "correction", "name": "정한별", "relation": "관리인"}
    asked |= {"contact": "hanbyeol@mail.example", "known_on": str(clock.today()), "consent": "y"}
    asked |= {"wanted": "쉼터는 일곱 시에 엽니다."}
    statuses = [
        asker.submit(
            "/correction-requests", **asked, wrong=f"{number}째 곳", proof=proof
        ).status_code
        for number, proof in enumerate((solve(new_puzzle()), None, None))
    ]
    assert statuses == [303, 303, 429]


def test_two_workers_count_together(app, colleague):
    statuses = [
        join((app if number % 2 else colleague).test_client(), number).status_code
        for number in range(7)
    ]
    assert statuses == [303] * 5 + [429] * 2


def test_an_address_that_is_only_claimed_does_not_count(visit, app):
    statuses = []
    for number in range(6):
        visitor = visit()
        visitor.environ_base["HTTP_X_FORWARDED_FOR"] = f"203.0.113.{number}"
        statuses.append(join(visitor, number).status_code)
    assert statuses[-1] == 429


def test_a_home_has_many_addresses_of_the_sixth_version(visit, app):
    statuses = []
    for number in range(6):
        visitor = visit()
        visitor.environ_base["REMOTE_ADDR"] = f"2001:db8::{number + 1}"
        statuses.append(join(visitor, number).status_code)
    neighbour = visit()
    neighbour.environ_base["REMOTE_ADDR"] = "2001:db8:0:1::1"
    assert statuses[-1] == 429 and join(neighbour, 7).status_code == 303


def test_the_answer_says_when_it_works_again_and_keeps_what_was_typed(client, app, time_machine):
    time_machine.move_to("2026-11-22T05:00:00+00:00", tick=False)
    for number in range(5):
        join(app.test_client(), number)
    answer = join(client, 6)
    assert int(answer.headers["Retry-After"]) == 3600
    assert "가입을 여러 번 했습니다. 60분 뒤에 다시 해 주세요. 오후 3시부터 됩니다." in answer.text
    assert 'name="name" value="독자6"' in answer.text and "나룻배" not in answer.text


def test_the_eleventh_comment_of_a_minute_keeps_its_words(app, colleague, article):
    address = f"/articles/{article.id}/comments"
    words = {"nickname": "물안개", "password": "나무다리"}
    answers = [
        (app, colleague)[number % 2]
        .test_client()
        .submit(address, body=f"{WORDS[number]} 소식 좋습니다", **words)
        for number in range(11)
    ]
    assert [answer.status_code for answer in answers] == [303] * 10 + [429]
    assert f"{WORDS[10]} 소식 좋습니다" in answers[-1].text
    assert int(answers[-1].headers["Retry-After"]) <= 60


def test_htmx_gets_the_sentence_alone(client, article, visit, reader):
    narae, address = visit(reader), f"/articles/{article.id}/recommendation"
    answers = [narae.submit(address, htmx=True, recommended="yes") for _ in range(31)]
    assert [answer.status_code for answer in answers] == [200] * 30 + [429]
    assert "추천을 너무 자주 눌렀습니다. 1분 뒤에" in answers[-1].text
    assert "<html" not in answers[-1].text


def test_searches_are_counted_without_writing_while_they_are_served(client, statements, settle):
    with statements() as made:
        for _ in range(30):
            assert client.get("/search?q=나루").status_code == 200
    assert not [each for each in made if each.startswith(("INSERT", "UPDATE", "DELETE"))]
    settle()
    answer = client.get("/search?q=나루")
    assert answer.status_code == 429 and "Retry-After" in answer.headers
    assert 'href="/search?q=나루"' in answer.text


def test_the_other_worker_knows_of_the_searches(client, colleague, settle):
    for _ in range(30):
        client.get("/search?q=나루")
    settle()
    assert colleague.test_client().get("/search?q=나루").status_code == 429
    assert colleague.test_client().get("/search").status_code == 200


def test_after_a_minute_one_searches_on(client, settle, later):
    for _ in range(30):
        client.get("/search?q=나루")
    settle()
    later(timedelta(minutes=1))
    assert client.get("/search?q=나루").status_code == 200


def test_a_search_counts_wherever_it_is_made(client, article, settle):
    pages = [
        "/search?q=나루",
        f"/boards/{article.board.slug}?q=나루",
        f"/articles/{article.id}?q=나루",
    ]
    for number in range(LIMITS["search"].person):
        assert client.get(pages[number % len(pages)]).status_code == 200
    settle()
    for page in pages:
        assert client.get(page).status_code == 429
        assert client.get(page.partition("?")[0]).status_code == 200
