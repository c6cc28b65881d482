"""Writing a correction."""

from board.extensions import db
from board.models import Correction


def test_an_editor_corrects_of_the_papers_own_accord(visit, admin, client, article):
    desk, place = visit(admin), f"/newsroom/articles/{article.id}/corrections"
    assert f"{place}/new" in desk.get(f"/newsroom/articles/{article.id}/edit").text
    assert "바로잡은 내용" in desk.get(f"{place}/new").text
    answer = desk.submit(place, kind="correction", text="일곱 시에 엽니다.", once="a")
    assert f"/articles/{article.id}#correction-" in answer.location
    assert "일곱 시에 엽니다." in client.get(f"/articles/{article.id}").text


def test_a_double_click_is_one_correction(visit, admin, article):
    desk, place = visit(admin), f"/newsroom/articles/{article.id}/corrections"
    for _ in range(2):
        assert desk.submit(place, kind="correction", text="고칩니다.", once="a").status_code == 303
    assert db.session.query(Correction).count() == 1


def test_publishing_it_closes_the_request(visit, admin, article, asked):
    asked.accept(by=admin)
    desk, place = visit(admin), f"/newsroom/articles/{article.id}/corrections"
    fields = {"kind": "correction", "text": "일곱 시에 엽니다.", "request": asked.id}
    answer = desk.submit(place, **fields)
    page = desk.get(answer.location).text
    assert "게재 통지" in page and "일곱 시에 엽니다." in page
    db.session.expire_all()
    assert asked.state == "published"


def test_a_request_about_another_article_is_not_found(visit, admin, article, asked, board):
    other = type(article).draft(board=board, by=admin, title="다른 글")
    other.publish(by=admin)
    desk = visit(admin)
    place = f"/newsroom/articles/{other.id}/corrections"
    assert desk.get(f"{place}/new?request={asked.id}").status_code == 404
    fields = {"kind": "correction", "text": "고칩니다.", "request": asked.id}
    assert desk.submit(place, **fields).status_code == 404


def test_what_is_missing_is_said_and_what_was_typed_is_kept(visit, admin, article):
    desk, place = visit(admin), f"/newsroom/articles/{article.id}/corrections"
    answer = desk.submit(place, kind="praise", text="일곱 시에 엽니다.")
    assert answer.status_code == 422 and "하나를 골라" in answer.text
    assert "일곱 시에 엽니다." in answer.text
    assert "무엇을 바로잡는지" in desk.submit(place, kind="correction", text=" ").text


def test_a_withdrawn_article_is_not_corrected(visit, admin, article):
    article.withdraw(by=admin, reason="확인 중")
    place = f"/newsroom/articles/{article.id}/corrections"
    answer = visit(admin).submit(place, kind="correction", text="일곱 시에 엽니다.")
    assert answer.status_code == 422 and "먼저 글을 올려" in answer.text
    assert "일곱 시에 엽니다." in answer.text


def test_others_correct_nothing(visit, client, reader, moderator, article):
    place = f"/newsroom/articles/{article.id}/corrections"
    for visitor, status in ((visit(reader), 403), (visit(moderator), 403), (client, 401)):
        answer = visitor.submit(place, kind="correction", text="고칩니다.")
        assert answer.status_code == status
    assert db.session.query(Correction).count() == 0
