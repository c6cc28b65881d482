"""Recommending an article."""

from board.extensions import db


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
