"""The front page."""

from datetime import timedelta

from board import clock
from board.extensions import db
from board.models import Publisher
from tests.support import files


def test_a_reader_finds_the_newest_articles_of_each_group(client, article):
    page = client.get("/").text
    assert "지역소식" in page and article.title in page


def test_the_first_photo_stands_beside_the_first_article(client, article, admin):
    for place in range(2):
        picture = files.picture(640, 480 + place)
        article.attach(picture, f"쉼터{place}.jpg", by=admin, alt="쉼터의 문")
    db.session.commit()
    photo = article.lead_photo
    page = client.get("/").text
    assert photo.address(photo.widths[0]) in page and page.count("<img") == 1


def test_a_new_paper_asks_readers_for_patience_and_tells_an_editor_what_comes_first(
    client, visit, admin, moderator
):
    for visitor in (client, visit(moderator)):
        page = visitor.get("/").text
        assert "곧 첫 소식으로 찾아뵙겠습니다" in page and "처음 할 일" not in page
    assert "처음 할 일" in visit(admin).get("/").text


def test_the_publisher_stands_at_the_foot_and_the_counters_too(client, article):
    Publisher.current().revise(name="물결신문", publisher="한도윤", visitors_before=1234)
    page = client.get("/").text
    assert "물결신문" in page and "한도윤" in page and "1,234" in page


def test_rankings_appear_once_there_is_something_to_rank(client, article, reader):
    assert "많이 추천한 글" not in client.get("/").text
    article.recommend(by=reader)
    assert "많이 추천한 글" in client.get("/").text


def test_a_notice_stands_on_top(client, article, admin):
    article.pin(by=admin, until=clock.now() + timedelta(days=1))
    db.session.commit()
    page = client.get("/").text
    assert "공지" in page and page.count(article.title) == 1 and "아직 게시한 글이" not in page


def test_an_unknown_address_shows_where_to_read_on(client, article):
    page = client.get("/no/such/page")
    assert page.status_code == 404
    assert "최근 글" in page.text and article.title in page.text
    beyond = client.get("/boards/solnae?page=9")
    assert beyond.status_code == 404
    assert 'href="/boards/solnae">마지막 쪽 보기</a>' in beyond.text


def test_a_shared_link_brings_a_picture(client, article):
    for address in ("/", "/boards/solnae", f"/articles/{article.id}"):
        page = client.get(address).text
        assert '<meta property="og:image" content="http://localhost/static/images/share.png' in page
        assert '<meta property="og:image:width" content="1200">' in page
