"""Wordlist preview: what new words would have changed."""

import pytest

from board.extensions import db
from board.models import Guest, WordlistEntry

ADDRESS = "/newsroom/words/preview"


@pytest.fixture
def desk(visit, admin):
    return visit(admin)


@pytest.fixture
def talk(article):
    """Three comments under the article."""
    for body in ("감자바위들 같으니라고", "감자 캐는 날입니다", "역시 감.자.바.위"):
        article.comment(body, by=Guest("someone"), nickname="강바람", password="0000!")
    db.session.commit()


def test_a_new_word_shows_which_comments_it_would_have_caught(desk, talk):
    page = desk.submit(ADDRESS, kind="blocked", words="감자바위\n고구마바위").text
    assert "최근 댓글 3개" in page and "2개가 걸립니다" in page
    assert "역시 <mark>감.자.바.위</mark>" in page
    assert "걸리는 댓글이 없는 말: <strong>고구마바위</strong>" in page
    assert db.session.scalars(db.select(WordlistEntry)).all() == []


def test_an_allowed_phrase_shows_which_comments_it_would_set_free(desk, talk, admin):
    WordlistEntry.add(["감자바위"], "blocked", by=admin)
    page = desk.submit(ADDRESS, kind="allowed", words="감자바위들").text
    assert "1개가 풀립니다" in page and "<mark>감자바위</mark>들" in page


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("놈", "한 글자는 넣을 수 없습니다"),
        ("!?", "글자가 없습니다"),
        ("가" + "나다" * 20, "30글자까지"),
        ("시.발", "처음부터 있는 말입니다"),
        ("감 자 바 위", "이미 금지어에 있습니다"),
        ("감자전", "허용어로 넣어 둔 말입니다"),
        ("무바위\n무.바.위", "위에 같은 말이 있습니다"),
    ],
)
def test_each_word_that_is_refused_says_why(desk, admin, word, why):
    WordlistEntry.add(["감자바위"], "blocked", by=admin)
    WordlistEntry.add(["감자전"], "allowed", by=admin)
    answer = desk.submit(ADDRESS, kind="blocked", words=word)
    assert answer.status_code == 200 and why in answer.text


def test_a_full_list_takes_no_more(desk, monkeypatch):
    monkeypatch.setattr("board.models.screening.word_proposal.MOST_ENTRIES", 2)
    page = desk.submit(ADDRESS, kind="blocked", words="감자바위\n무바위\n호박바위").text
    assert "금지어 2개 넣기" in page and "쓰지 않는 말을 먼저 빼 주세요" in page


def test_only_what_can_be_added_goes_on(desk):
    page = desk.submit(ADDRESS, kind="blocked", words="감자바위\n놈").text
    assert 'name="words" value="감자바위"' in page and "금지어 1개 넣기" in page
    assert "개 넣기" not in desk.submit(ADDRESS, kind="blocked", words="놈").text


@pytest.mark.parametrize("htmx", [False, True])
def test_an_empty_form_is_told_what_to_do(desk, htmx):
    answer = desk.submit(ADDRESS, htmx=htmx, kind="blocked", words=" ")
    assert answer.status_code == 422 and "넣을 말을 써 주세요" in answer.text
    assert ("<html" in answer.text) != htmx
