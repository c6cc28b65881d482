"""Revision history: the list, and two texts compared."""

import re

import pytest

BODY = (
    "<p>솔내시는 나루터 옆 빈 창고를 고쳐 쉼터를 열었습니다.</p>"
    "<p>둘째 문단.</p><p>셋째 문단.</p><p>넷째 문단.</p><p>다섯째 문단.</p><p>여섯째 문단.</p>"
    "<table><tr><td>자리</td><td>20</td></tr></table>"
)


@pytest.fixture
def revised(article, admin):
    """The article with three texts."""
    article.revise(by=admin, reason="문단을 더함", body=BODY)
    article.revise(by=admin, body=BODY.replace("솔내시는", "솔내시가").replace("20", "24"))
    return article


def address(article, rest=""):
    return f"/newsroom/articles/{article.id}/revisions{rest}"


def words_of(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page.text))


def test_the_list_says_who_when_why_and_how_much(revised, visit, admin):
    said = words_of(visit(admin).get(address(revised)))
    assert "이한결" in said and "문단을 더함" in said
    assert "본문 3자 넣고 3자 지움" in said
    assert said.index("3판") < said.index("2판") < said.index("1판")


def test_an_article_never_changed_says_so(article, visit, admin):
    assert "고친 적이 없습니다" in visit(admin).get(address(article)).text


def test_a_change_is_shown_in_words_not_html(revised, visit, admin):
    page = visit(admin).get(address(revised, "/3")).text
    assert '솔내시<del><span class="vh">(지움: </span>는' in page
    assert '<ins><span class="vh">(넣음: </span>가' in page
    assert "&lt;p&gt;" not in page and "자리 |" in page


def test_what_did_not_change_is_folded(revised, visit, admin):
    page = visit(admin).get(address(revised, "/3")).text
    assert "바뀌지 않은 3줄" in page
    assert page.count("셋째 문단.") == 1


def test_any_two_texts_can_be_compared(revised, visit, admin):
    said = words_of(visit(admin).get(address(revised, "/1?with=3")))
    assert "1판에서 3판으로" in said
    assert "(넣음: 둘째 문단.)" in said


def test_a_text_that_is_not_there_is_not_found(revised, visit, admin):
    desk = visit(admin)
    assert desk.get(address(revised, "/9")).status_code == 404
    assert desk.get(address(revised, "/2?with=9")).status_code == 404
    assert desk.get(address(revised, "/2?with=둘")).status_code == 200


def test_hostile_words_stay_words(revised, visit, admin):
    revised.revise(by=admin, title="<script>alert(1)</script> & 끝")
    page = visit(admin).get(address(revised, "/4")).text
    assert "&lt;script&gt;" in page and "<script>alert" not in page


def test_the_reason_is_asked_for_published_articles_only(revised, board, visit, admin):
    draft = type(revised).draft(board=board, by=admin, title="초안", body="<p>글</p>")
    desk = visit(admin)
    assert "수정 사유" in desk.get(f"/newsroom/articles/{revised.id}/edit").text
    assert "수정 사유" not in desk.get(f"/newsroom/articles/{draft.id}/edit").text


def test_the_reason_typed_in_the_editor_is_kept(article, board, visit, admin):
    visit(admin).submit(
        f"/newsroom/articles/{article.id}/edit",
        board_id=board.id,
        title="고친 제목",
        body="<p>글</p>",
        reason="제목이 틀림",
        version=article.updated_at.isoformat(),
    )
    assert [each.reason for each in article.revisions] == ["", "제목이 틀림"]
