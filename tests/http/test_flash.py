"""A sentence for the next page."""

from board.http.flash import COOKIE


def test_it_is_said_once(client, article):
    client.submit(f"/articles/{article.id}/recommendation", recommended="yes")
    client.submit("/session/end")
    assert "로그아웃했습니다." in client.get("/").text
    assert "로그아웃했습니다." not in client.get("/").text


def test_nobody_else_can_put_words_on_a_page(client, article):
    client.set_cookie(COOKIE, "WyJkYW5nZXIiLCAiXHViMDk4XHVjMDFjIl0.forged.signature")
    page = client.get("/")
    assert page.status_code == 200
    assert "signature" not in page.text
