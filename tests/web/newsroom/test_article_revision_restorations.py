"""Rollback to an earlier revision."""


def test_readers_get_the_earlier_text_and_the_desk_is_told_where_the_other_is(
    article, visit, admin, client
):
    title = article.title
    article.revise(by=admin, title="고친 제목")
    desk = visit(admin)
    answer = desk.submit(f"/newsroom/articles/{article.id}/revisions/1/restoration")
    assert answer.status_code == 303
    assert title in client.get(f"/articles/{article.id}").text
    assert "바로 앞 글은 2판에 있습니다" in desk.get(answer.location).text


def test_pressing_twice_restores_once(article, visit, admin):
    article.revise(by=admin, title="고친 제목")
    desk = visit(admin)
    for _ in range(2):
        answer = desk.submit(f"/newsroom/articles/{article.id}/revisions/1/restoration")
    assert len(article.revisions) == 3
    assert "바꾼 것이 없습니다" in desk.get(answer.location).text


def test_the_text_of_another_article_does_not_come_in(article, board, visit, admin):
    other = type(article).draft(board=board, by=admin, title="다른 글", body="<p>글</p>")
    article.revise(by=admin, title="고친 제목")
    answer = visit(admin).submit(f"/newsroom/articles/{other.id}/revisions/1/restoration")
    assert answer.status_code == 404
