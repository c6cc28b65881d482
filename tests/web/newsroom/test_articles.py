"""The newsroom's articles: the list, the editor, the preview."""

import re
from datetime import date, timedelta
from html import unescape

import pytest

from board import clock
from board.extensions import db
from board.models import Article, Board
from tests.support import files

NEW = "/newsroom/articles"


@pytest.fixture
def desk(visit, admin):
    """이한결, the admin, at the desk."""
    return visit(admin)


def written(board, **more):
    return {
        "board_id": board.id,
        "title": "달모루 다리 새로 놓인다",
        "subtitles": "내년 봄에 첫 삽\n\n 걷는 길도 함께 ",
        "body": "첫 문단입니다.\n\n둘째 문단입니다.",
        "source": "솔내시",
        "allows_comments": "y",
        "once": "form-1",
        **more,
    }


def newest():
    db.session.expire_all()
    return db.session.scalar(db.select(Article).order_by(Article.id.desc()).limit(1))


def edited(article, **more):
    """The editor's form as it stands for an article, with some of it changed."""
    return {
        "board_id": article.board_id,
        "title": article.title,
        "subtitles": "\n".join(article.subtitles),
        "body": str(article.body),
        "byline": article.byline,
        "allows_comments": "y",
        "version": article.updated_at.isoformat(),
        **more,
    }


def test_a_draft_is_written_with_a_plain_form(desk, board, admin):
    answer = desk.submit(NEW, **written(board))
    draft = newest()
    assert answer.status_code == 303
    assert answer.location == f"/newsroom/articles/{draft.id}/edit"
    assert draft.is_draft and draft.author == admin and draft.byline == "이한결"
    assert draft.subtitles == ["내년 봄에 첫 삽", "걷는 길도 함께"]
    assert str(draft.body) == "<p>첫 문단입니다.</p><p>둘째 문단입니다.</p>"


def test_what_the_rich_editor_sends_is_cleaned(desk, board):
    body = '<h2 style="color:red">한 일</h2><p onclick="x()">글<script>alert(1)</script></p>'
    desk.submit(NEW, **written(board, body=body))
    assert str(newest().body) == "<h2>한 일</h2><p>글</p>"


def test_a_double_click_makes_one_draft(desk, board):
    first = desk.submit(NEW, **written(board))
    again = desk.submit(NEW, **written(board))
    assert first.location == again.location
    assert db.session.scalar(db.select(db.func.count()).select_from(Article)) == 1


def test_without_a_title_everything_typed_stays(desk, board):
    answer = desk.submit(NEW, **written(board, title=" "))
    assert answer.status_code == 422
    assert "오류: 새 글" in answer.text and 'href="#title"' in answer.text
    assert "둘째 문단입니다." in answer.text and "걷는 길도 함께" in answer.text
    assert newest() is None


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("title", "가" * 201, "200자까지 쓸 수 있습니다. 지금 201자입니다."),
        ("subtitles", "줄\n" * 11, "부제는 10줄까지"),
        ("body", "가" * 80_000, "본문이 너무 깁니다"),
        ("board_id", "999", "목록에서 하나를 골라 주세요"),
        ("board_id", "x", "목록에서 하나를 골라 주세요"),
        ("released_on", "어제", "2025-06-13처럼"),
    ],
)
def test_invalid_values_are_explained(desk, board, field, value, sentence):
    answer = desk.submit(NEW, **written(board, **{field: value}))
    assert answer.status_code == 422 and sentence in answer.text


def test_an_article_is_corrected(desk, article):
    desk.submit(f"/newsroom/articles/{article.id}/edit", **edited(article, title="고친 제목"))
    assert newest().title == "고친 제목" and newest().is_published


def test_the_editor_shows_plain_text_where_nothing_is_lost_by_it(desk, article, admin):
    page = desk.get(f"/newsroom/articles/{article.id}/edit").text
    assert "\n솔내시는 나루터 옆 빈 창고를 고쳐 쉼터를 열었습니다.</textarea>" in page
    article.revise(by=admin, body="<table><tr><td>표</td></tr></table>")
    db.session.commit()
    page = desk.get(f"/newsroom/articles/{article.id}/edit").text
    assert "&lt;table&gt;" in page.split("</textarea>")[1]


def test_a_second_window_does_not_overwrite_the_first(desk, article):
    address = f"/newsroom/articles/{article.id}/edit"
    opened = edited(article, title="둘째 창의 제목")
    desk.submit(address, **edited(article, title="첫 창의 제목"))
    answer = desk.submit(address, **opened)
    assert answer.status_code == 409
    assert "다른 창에서" in answer.text and "둘째 창의 제목" in answer.text
    assert newest().title == "첫 창의 제목"
    desk.submit(address, **opened | {"version": newest().updated_at.isoformat()})
    assert newest().title == "둘째 창의 제목"


def test_a_double_click_on_save_is_no_conflict(desk, article):
    address = f"/newsroom/articles/{article.id}/edit"
    form = edited(article, title="고친 제목")
    assert desk.submit(address, **form).status_code == 303
    assert desk.submit(address, **form).status_code == 303


def test_photos_come_along_and_what_is_refused_is_told(desk, board):
    sent = [
        files.chosen(files.picture(), "쉼터.jpg"),
        files.chosen(files.archive(a="1"), "그림.svg"),
    ]
    desk.submit(NEW, **written(board, files=sent))
    draft = newest()
    assert [photo.name for photo in draft.photos] == ["쉼터.jpg"]
    page = desk.get(f"/newsroom/articles/{draft.id}/edit").text
    assert "초안을 저장했습니다." in page and "그림.svg: " in page and "올릴 수 없는 형식" in page


def test_a_notice_stays_up_to_the_end_of_its_last_day(desk, article, later):
    last = clock.today() + timedelta(days=2)
    address = f"/newsroom/articles/{article.id}/edit"
    desk.submit(address, **edited(article, is_notice="y", notice_until=last.isoformat()))
    assert newest().is_notice and newest().notice.until == clock.day_start(last + timedelta(days=1))
    assert f'value="{last.isoformat()}"' in desk.get(address).text
    desk.submit(address, **edited(newest()))
    assert newest().notice is None


def test_a_notice_cannot_end_before_today(desk, article):
    yesterday = clock.today() - timedelta(days=1)
    answer = desk.submit(
        f"/newsroom/articles/{article.id}/edit",
        **edited(article, is_notice="y", notice_until=yesterday.isoformat()),
    )
    assert answer.status_code == 422 and "이미 지났습니다" in answer.text


def test_the_date_on_a_release_is_kept_and_shown(desk, client, article):
    desk.submit(
        f"/newsroom/articles/{article.id}/edit", **edited(article, released_on="2025-06-13")
    )
    assert newest().origin.released_on == date(2025, 6, 13)
    assert '<time datetime="2025-06-13">' in client.get(f"/articles/{article.id}").text


def test_a_draft_is_previewed_by_the_newsroom_alone(desk, visit, reader, board):
    answer = desk.submit(NEW, **written(board, onward="show"))
    page = desk.get(answer.location).text
    assert "미리 보기입니다" in page and "<p>둘째 문단입니다.</p>" in page
    assert visit(reader).get(answer.location).status_code == 403
    assert visit(reader).get(f"/articles/{newest().id}").status_code == 404


def test_the_list_has_a_tab_for_each_state_and_finds_titles(desk, article, board, admin):
    Article.draft(board=board, by=admin, title="쓰다 만 글", body="")
    page = desk.get("/newsroom/articles?state=draft").text
    assert "쓰다 만 글" in page and article.title not in page
    found = desk.get("/newsroom/articles", query_string={"q": "쉼터"}).text
    assert article.title in found and "쓰다 만 글" not in found
    nothing = desk.get("/newsroom/articles", query_string={"q": "<b>굵게"}).text
    assert "‘&lt;b&gt;굵게’ 단어가 들어간 글이 없습니다" in nothing


def test_a_page_past_the_end_is_not_found(desk):
    assert desk.get("/newsroom/articles?page=7").status_code == 404


def test_what_narrows_the_list_stays_in_the_address(desk, article, other_board, admin):
    for number in range(31):
        each = Article.draft(board=other_board, by=admin, title=f"소식 {number}", body="<p>글</p>")
        each.publish(by=admin)
    asked = {"board": "dalmoru", "from": "2000-01-01", "to": "", "state": "published"}
    page = desk.get("/newsroom/articles", query_string=asked).text
    assert article.title not in page and page.count("<tr class=") == 30
    assert '<option value="dalmoru" selected>' in page
    [onward] = re.findall(r'href="([^"]*)" rel="next"', page)
    assert desk.get(unescape(onward)).text.count("<tr class=") == 1
    found = desk.get("/newsroom/articles?board=dalmoru&q=없는 말").text
    assert "이렇게 찾은 글이 없습니다." in found


@pytest.mark.parametrize(
    "asked", ["board=nowhere", "from=어제", "to=1850-01-01", "from=2025-02-30"]
)
def test_what_cannot_be_asked_for_is_not_found(desk, article, asked):
    assert desk.get(f"/newsroom/articles?{asked}").status_code == 404


def test_only_the_editors_page_may_write_style_attributes(desk, article):
    editor = desk.get(f"/newsroom/articles/{article.id}/edit").headers
    assert "style-src-attr 'unsafe-inline'" in editor["Content-Security-Policy"]
    listed = desk.get("/newsroom/articles").headers
    assert "unsafe-inline" not in listed["Content-Security-Policy"]


def test_hostile_words_are_only_words(desk, board):
    vector = '"><img src=x onerror=alert(1)>{{7*7}}'
    desk.submit(NEW, **written(board, title=vector, subtitles=vector, source=vector))
    for path in ("", f"/{newest().id}", f"/{newest().id}/edit"):
        page = desk.get(f"/newsroom/articles{path}").text
        assert "<img src=x" not in page and "&lt;img src=x" in page


def test_an_embargo_is_typed_by_the_wall_clock_and_kept_when_not_asked_for(desk, board):
    desk.submit(NEW, **written(board, embargo_until="2099-03-02T11:00"))
    draft = newest()
    assert clock.local(draft.embargo_until).isoformat() == "2099-03-02T11:00:00+09:00"
    page = desk.get(f"/newsroom/articles/{draft.id}/edit").text
    assert 'value="2099-03-02T11:00"' in page
    desk.submit(f"/newsroom/articles/{draft.id}/edit", **edited(draft))
    assert newest().embargo_until is not None
    desk.submit(f"/newsroom/articles/{draft.id}/edit", **edited(newest(), embargo_until=""))
    assert newest().embargo_until is None


def test_a_published_article_gets_no_embargo(desk, article):
    address = f"/newsroom/articles/{article.id}/edit"
    assert 'name="embargo_until"' not in desk.get(address).text
    form = edited(article, title="늦은 제목", embargo_until="2099-03-02T11:00")
    answer = desk.submit(address, **form)
    assert answer.status_code == 422 and "엠바고는 바꿀 수 없습니다" in answer.text
    assert "늦은 제목" in answer.text and newest().title == article.title


def test_readers_are_told_what_is_not_the_papers_own(desk, client, board):
    desk.submit(NEW, **written(board, label="release"))
    desk.submit(f"/newsroom/articles/{newest().id}/publication", when="now")
    assert "보도자료 · 제공: 솔내시" in client.get(f"/articles/{newest().id}").text
    for path in ("/", "/boards/solnae", "/search?q=달모루", "/newsroom/articles"):
        assert ">보도자료</span>" in desk.get(path).text, path
    assert "<title>[보도자료] 달모루 다리" in client.get("/feeds/boards/solnae.rss").text


def test_an_article_stands_in_several_boards_at_one_address(desk, client, board, article):
    other = Board(slug="dalmoru", name="달모루", group=board.group)
    db.session.add(other)
    db.session.commit()
    address = f"/newsroom/articles/{article.id}/edit"
    desk.submit(address, **edited(article, other_boards=[other.id, board.id]))
    for path in ("/boards/dalmoru", "/feeds/boards/dalmoru.rss", "/boards/solnae"):
        assert f"/articles/{article.id}" in client.get(path).text, path
    page = client.get(f"/articles/{article.id}").text
    assert f'<link rel="canonical" href="http://localhost/articles/{article.id}">' in page
    desk.submit(address, **edited(newest()))
    assert article.title not in client.get("/boards/dalmoru").text


def test_a_board_that_is_not_there_is_refused(desk, board):
    answer = desk.submit(NEW, **written(board, other_boards=[999]))
    assert answer.status_code == 422 and "목록에 있는 것만" in answer.text
