"""Article deletion: gone at once, undeletable for thirty days."""

from datetime import timedelta

import pytest

from board import clock
from board.extensions import db
from board.models import Article, AuditEntry, Guest
from tests.support import files


@pytest.fixture
def desk(visit, admin):
    return visit(admin)


def address(article):
    return f"/newsroom/articles/{article.id}/deletion"


def test_nobody_finds_a_deleted_article_or_its_files(desk, client, article, admin):
    photo = article.attach(files.picture(), "쉼터.jpg", by=admin, alt="쉼터의 문")
    article.pin(by=admin)
    assert "글 지우기" in desk.get(f"{address(article)}/new").text
    desk.submit(address(article))
    gone = client.get(f"/articles/{article.id}")
    assert gone.status_code == 410 and "지워진 글입니다" in gone.text
    sitemap = f"/sitemaps/{article.published_at:%Y-%m}.xml"
    for path in ("/", "/boards/solnae", "/search?q=쉼터", "/feeds/articles.rss", sitemap):
        page = client.get(path).text
        assert f"/articles/{article.id}" not in page and "쉼터가 문을" not in page, path
    for visitor in (client, desk):
        assert visitor.get(photo.address()).status_code == 404
    assert desk.get(f"/newsroom/attachments/{photo.id}/crop/new").status_code == 404
    assert desk.get(f"/newsroom/articles/{article.id}/edit").status_code == 404


def test_it_comes_back_as_it_was(desk, client, article):
    article.comment("반갑습니다.", by=Guest("g"), nickname="강바람", password="1234")
    desk.submit(address(article))
    listed = desk.get("/newsroom/articles?state=deleted").text
    assert article.title in listed and "이한결" in listed and "30일 남음" in listed
    assert article.title not in desk.get("/newsroom/articles").text
    answer = desk.submit(f"{address(article)}/removal")
    assert answer.location == f"/newsroom/articles/{article.id}/edit"
    page = client.get(f"/articles/{article.id}")
    assert page.status_code == 200 and "반갑습니다." in page.text
    deeds = [entry.action for entry in db.session.scalars(AuditEntry.newest().limit(2))]
    assert deeds == ["article.undelete", "article.delete"]


def test_after_thirty_days_it_is_too_late(desk, visit, admin, client, article, later):
    desk.submit(address(article))
    later(timedelta(days=30, hours=1))
    desk = visit(admin)
    assert desk.submit(f"{address(article)}/removal").status_code == 303
    assert "30일이 지나 되살릴 수 없습니다" in desk.get("/newsroom/articles?state=deleted").text
    assert client.get(f"/articles/{article.id}").status_code == 410


def test_deleting_and_bringing_back_twice_is_once(desk, article):
    assert desk.submit(address(article)).status_code == 303
    assert desk.submit(address(article)).status_code == 404
    assert desk.submit(f"{address(article)}/removal").status_code == 303
    assert desk.submit(f"{address(article)}/removal").status_code == 303


def test_what_was_scheduled_comes_back_as_a_draft(desk, visit, client, board, admin, later):
    draft = Article.draft(board=board, by=admin, title="내일의 글", body="<p>글</p>")
    draft.schedule(at=clock.now() + timedelta(hours=1), by=admin)
    desk.submit(address(draft))
    assert client.get(f"/articles/{draft.id}").status_code == 404
    later(timedelta(days=2))
    visit(admin).submit(f"{address(draft)}/removal")
    db.session.expire_all()
    assert db.session.get(Article, draft.id).is_draft
    assert client.get(f"/articles/{draft.id}").status_code == 404
