"""Recommending an article."""

import pytest

from board.extensions import db
from board.models import Guest
from board.models.voting.daily_limit import MOST_A_DAY


def count(article):
    db.session.refresh(article)
    return article.recommendations_count


def test_a_guest_recommends_and_is_known_by_a_cookie_no_script_reads(client, article):
    address = f"/articles/{article.id}/recommendation"
    answer = client.submit(address, htmx=True, recommended="yes")
    assert "추천했습니다. 모두 1명" in answer.text
    cookie = answer.headers["Set-Cookie"]
    assert "naru_guest=" in cookie and "HttpOnly" in cookie and "SameSite=Lax" in cookie
    client.submit(address, recommended="yes")
    assert count(article) == 1
    client.submit(address, recommended="no")
    assert count(article) == 0


def test_the_button_remembers_who_pressed_it(visit, article, reader):
    narae = visit(reader)
    narae.submit(f"/articles/{article.id}/recommendation", recommended="yes")
    assert 'id="recommend-button" aria-pressed="true"' in narae.get(f"/articles/{article.id}").text
    assert (
        'id="recommend-button" aria-pressed="true"'
        not in visit().get(f"/articles/{article.id}").text
    )


def test_a_plain_form_comes_back_to_the_article(client, article):
    answer = client.submit(f"/articles/{article.id}/recommendation", recommended="yes")
    assert answer.status_code == 303
    assert answer.location == f"/articles/{article.id}#recommendation"


def test_without_a_script_the_button_itself_says_what_happened(client, article):
    address = f"/articles/{article.id}/recommendation"
    for wanted, said in (("yes", "추천했습니다. 모두 1명"), ("no", "추천을 취소했습니다.")):
        answer = client.submit(address, recommended=wanted)
        page = client.get(answer.location).text
        assert said in page.split('id="recommendation"')[1].split("</form>")[0]
        assert said not in client.get(answer.location).text


def test_two_hundred_presses_by_one_person_are_one(visit, article, reader):
    narae = visit(reader)
    for _ in range(200):
        narae.submit(f"/articles/{article.id}/recommendation", recommended="yes")
    assert count(article) == 1


def test_the_author_cannot_recommend_the_own_article(visit, article, admin):
    answer = visit(admin).submit(f"/articles/{article.id}/recommendation", recommended="yes")
    assert answer.status_code == 403 and count(article) == 0


def test_a_board_may_keep_recommending_to_members(visit, article, board, reader):
    board.recommending = "member"
    address = f"/articles/{article.id}/recommendation"
    assert visit().submit(address, recommended="yes").status_code == 403
    assert visit(reader).submit(address, recommended="yes").status_code == 303
    assert count(article) == 1


@pytest.mark.parametrize("htmx", [True, False])
def test_who_has_recommended_enough_today_is_told_beside_the_button(visit, article, reader, htmx):
    narae, address = visit(reader), f"/articles/{article.id}/recommendation"
    for number in range(MOST_A_DAY):
        comment = article.comment(
            f"{number}번째 말", by=Guest(str(number)), nickname="별", password="0000"
        )
        comment.recommend(by=reader)
    answer = narae.submit(address, htmx=htmx, recommended="yes")
    told = answer.text if htmx else narae.get(answer.location).text.split('id="recommendation"')[1]
    assert "추천은 하루에 20번까지 할 수 있습니다." in told and count(article) == 0
    assert answer.status_code == (429 if htmx else 303)
    assert int(answer.headers["Retry-After"]) > 0 if htmx else True


def test_pressing_on_after_the_daily_limit_reaches_the_limit_per_minute(
    visit, article, reader, guest
):
    for number in range(MOST_A_DAY):
        comment = article.comment(f"{number}번째 말", by=Guest(str(number)), password="0000")
        comment.recommend(by=reader)
    narae, address = visit(reader), f"/articles/{article.id}/recommendation"
    refused = [narae.submit(address, htmx=True, recommended="yes").text for _ in range(31)]
    assert all("하루에 20번까지" in said for said in refused[:30])
    assert "추천을 너무 자주 눌렀습니다." in refused[30]
