"""An article's page."""

import json
import re
from datetime import timedelta

from board import clock
from board.extensions import db
from board.models import Article, Guest

PERSON = {"User-Agent": "Mozilla/5.0 (Linux; Android 14; SM-A546S) Chrome/130 Mobile"}


def test_a_reader_sees_title_subtitle_byline_and_counts(client, article):
    page = client.get(f"/articles/{article.id}").text
    for text in (article.title, article.subtitles[0], "이한결", "추천", "댓글", "조회"):
        assert text in page
    assert "솔내시는 나루터 옆 빈 창고를 고쳐" in page


def test_drafts_and_scheduled_articles_are_not_there(client, board, admin):
    draft = Article.draft(board=board, by=admin, title="초안", body="<p>글</p>")
    scheduled = Article.draft(board=board, by=admin, title="예약", body="<p>글</p>")
    scheduled.schedule(at=clock.now() + timedelta(hours=1), by=admin)
    for article in (draft, scheduled):
        assert client.get(f"/articles/{article.id}").status_code == 404


def test_a_withdrawn_article_is_gone_and_says_so(client, article, admin):
    article.withdraw(by=admin, reason="사실 확인")
    answer = client.get(f"/articles/{article.id}")
    assert answer.status_code == 410 and "게시가 중단된 글" in answer.text


def test_neighbours_are_named_or_said_to_be_missing(client, article, board, admin):
    page = client.get(f"/articles/{article.id}").text
    assert "이전글이 없습니다" in page and "다음글이 없습니다" in page
    older = Article.draft(board=board, by=admin, title="더 오래된 글", body="<p>글</p>")
    older.publish(by=admin, at=clock.now() - timedelta(days=2))
    page = client.get(f"/articles/{article.id}").text
    assert "더 오래된 글" in page and "다음글이 없습니다" not in page


def test_metadata_for_machines_is_present_and_harmless(client, article, admin):
    article.revise(by=admin, title='</script><b>"제목"</b>')
    page = client.get(f"/articles/{article.id}").text
    assert f'rel="canonical" href="http://localhost/articles/{article.id}"' in page
    assert 'property="og:title"' in page
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)[1]
    data = json.loads(block)
    assert data["@type"] == "NewsArticle" and data["headline"] == '</script><b>"제목"</b>'


def test_readers_without_a_cookie_get_the_same_bytes_and_a_304(client, article, visit):
    first = visit().get(f"/articles/{article.id}", headers=PERSON)
    second = visit().get(f"/articles/{article.id}", headers=PERSON)
    assert first.data == second.data and "Set-Cookie" not in first.headers
    again = client.get(
        f"/articles/{article.id}", headers={"If-None-Match": first.headers["ETag"], **PERSON}
    )
    assert again.status_code == 304 and not again.data


def test_a_members_page_is_kept_by_nobody(visit, article, reader):
    answer = visit(reader).get(f"/articles/{article.id}")
    assert "no-store" in answer.headers["Cache-Control"]
    assert {"Cookie", "HX-Request"} <= {
        field.strip() for field in answer.headers["Vary"].split(",")
    }


def test_a_reading_counts_a_person_once_and_never_a_crawler_or_the_author(
    article, visit, admin, settle
):
    address = f"/articles/{article.id}"
    for _ in range(3):
        visit().get(address, headers=PERSON)
    visit().get(address, headers={"User-Agent": "Yeti/1.1 (NHN Corp.; https://naver.me/bot)"})
    visit().get(address, headers={**PERSON, "Sec-Purpose": "prefetch"})
    visit(admin).get(address, headers=PERSON)
    settle()
    db.session.refresh(article)
    assert article.views_count == 1


def test_reading_writes_nothing_while_the_page_is_served(article, visit, reader, statements):
    visitor = visit(reader)
    address = f"/articles/{article.id}"
    with statements() as made:
        for path in ("/", "/boards/solnae", address, "/search?q=나루터"):
            assert visitor.get(path, headers=PERSON).status_code == 200
    assert {statement.split()[0].upper() for statement in made} <= {"SELECT", "BEGIN"}


def test_fifty_comments_cost_no_more_queries_than_one(
    article, visit, reader, other_reader, statements
):
    address = f"/articles/{article.id}"

    def queries() -> int:
        visitor = visit(reader)
        with statements() as made:
            assert visitor.get(address).status_code == 200
        return len([each for each in made if not each.startswith("BEGIN")])

    for number in range(3):
        article.comment(f"{number}", by=other_reader)
    few = queries()
    for number in range(50):
        comment = article.comment(
            f"더 {number}", by=Guest(f"g{number}"), nickname="이웃", password="1234"
        )
        if number % 3 == 0:
            article.comment(f"답 {number}", by=other_reader, parent=comment)
    # One more asks for the most recommended of those further down.
    assert queries() - 1 == few <= 12


def test_comments_are_printed_only_when_asked_for(client, article, reader):
    assert "print=comments" not in client.get(f"/articles/{article.id}").text
    article.comment("좋은 소식입니다.", by=reader)
    page = client.get(f"/articles/{article.id}").text
    assert f'href="/articles/{article.id}?print=comments"' in page
    assert "인쇄하면 댓글까지" not in page and '<body class="">' in page
    asked = client.get(f"/articles/{article.id}?print=comments").text
    assert "인쇄하면 댓글까지" in asked and '<body class="with-comments">' in asked
