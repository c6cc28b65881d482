"""A member's own page."""


def test_a_member_sees_the_own_comments_only(visit, article, reader, other_reader):
    article.comment("나래의 말", by=reader)
    article.comment("도현의 말", by=other_reader)
    page = visit(reader).get("/account").text
    assert "나래의 말" in page and "도현의 말" not in page


def test_a_guest_is_led_to_signing_in_and_back(client):
    answer = client.get("/account")
    assert answer.status_code == 303 and answer.location == "/session/new?next=/account"
