"""Comment thread: order, replies, pages, the most recommended on top."""

from datetime import timedelta

import pytest

from board import clock
from board.extensions import db
from board.models import Cursor, Guest, Ruling, Thread, cursor_of, last_answer, page_of
from board.models.screens import thread
from board.text.plain import text_of

NOBODY = Guest()


@pytest.fixture
def say(article, reader):
    """`say("…")` writes a comment, each a minute after the one before."""
    start = clock.now() - timedelta(hours=5)
    said = []

    def write(body, parent=None):
        comment = article.comment(body, by=reader, parent=parent)
        comment.created_at = start + timedelta(minutes=len(said))
        said.append(comment)
        db.session.flush()
        return comment

    return write


def bodies(page):
    return [text_of(item.comment.html) for item in page.items]


def test_answers_follow_what_they_answer(article, say):
    first, second = say("첫째"), say("둘째")
    answer = say("첫째의 답", first)
    say("둘째의 답", second)
    say("답의 답", answer)
    assert bodies(Thread(article, NOBODY)) == ["첫째", "첫째의 답", "답의 답", "둘째", "둘째의 답"]


def test_beyond_two_steps_the_indent_stays_and_the_name_is_said(article, say, reader):
    deep = say("0")
    for depth in range(1, 5):
        deep = say(str(depth), deep)
    items = Thread(article, NOBODY).items
    assert [item.indent for item in items] == [0, 1, 2, 2, 2]
    assert [item.comment.to for item in items] == [None, None, None, reader.name, reader.name]


def test_whose_words_are_hidden_is_not_said_by_an_answer(article, say, moderator):
    deep = say("0")
    for depth in range(1, 3):
        deep = say(str(depth), deep)
    say("3", deep)
    Ruling.make(moderator, "remove", {deep: deep.seen}, reason="abuse")
    assert Thread(article, NOBODY).items[-1].comment.to is None
    deep.restore(by=moderator)
    assert Thread(article, NOBODY).items[-1].comment.to == deep.author_name


def test_a_reader_may_choose_newest_or_most_recommended_first(article, say, guest):
    say("첫째")
    second = say("둘째")
    say("셋째")
    second.recommend(by=guest)
    assert bodies(Thread(article, NOBODY, order="newest")) == ["셋째", "둘째", "첫째"]
    assert bodies(Thread(article, NOBODY, order="best")) == ["둘째", "첫째", "셋째"]
    assert bodies(Thread(article, NOBODY, order="no such")) == ["첫째", "둘째", "셋째"]


def test_fifty_top_level_comments_make_a_page(article, say):
    for number in range(53):
        say(str(number))
    say("답", say("53번째"))
    first = Thread(article, NOBODY)
    second = Thread(article, NOBODY, after=first.end)
    assert len(first.items) == 50 and first.remaining == 4
    assert bodies(second) == ["50", "51", "52", "53번째", "답"] and second.remaining == 0


def test_the_most_recommended_stand_first_three_at_most(article, say):
    comments = [say(str(number)) for number in range(6)]
    for comment, votes in zip(comments, (5, 6, 7, 8, 4, 0), strict=True):
        for voter in range(votes):
            comment.recommend(by=Guest(f"guest-{voter}"))
    page = Thread(article, Guest("guest-7"))
    assert [text_of(item.comment.html) for item in page.top] == ["3", "2", "1"]
    assert [item.recommended for item in page.top] == [True, False, False]


def test_what_its_writer_took_back_leaves_a_sentence_only_under_answers(
    article, say, reader, later
):
    alone, answered = say("혼자"), say("답이 달린 말")
    say("답", answered)
    alone.take_back(by=reader)
    answered.take_back(by=reader)
    db.session.commit()
    assert len(Thread(article, NOBODY).items) == 3  # both may still be undone
    later(timedelta(minutes=11))
    assert bodies(Thread(article, NOBODY)) == ["답이 달린 말", "답"]


def test_what_a_moderator_removed_always_leaves_its_sentence(article, say, moderator, later):
    advertisement = say("광고")
    Ruling.make(moderator, "remove", {advertisement: advertisement.seen}, reason="ad")
    db.session.commit()
    later(timedelta(days=1))
    [item] = Thread(article, NOBODY).items
    assert item.comment.removal.sentence == "운영자가 지운 댓글입니다. 사유: 광고"


def test_every_comment_knows_its_page_and_where_an_answer_goes(article, say):
    comments = [say(str(number)) for number in range(52)]
    answer = say("답", comments[51])
    assert page_of(comments[49], NOBODY) is None
    assert page_of(comments[50], NOBODY) == page_of(answer, NOBODY) == Thread(article, NOBODY).end
    second = say("다음 답", comments[51])
    assert last_answer(answer, NOBODY) is comments[51]
    assert last_answer(second, NOBODY) is answer


def test_an_answer_goes_below_what_its_writer_sees(article, say, guest):
    question = say("몇 시에 여나요?")
    say("광고", question).hold_back("machine", [])
    answer = say("아홉 시입니다.", question)
    assert last_answer(answer, guest) is question


def test_what_a_reader_does_not_see_moves_no_comment_to_another_page(article, say, reader, guest):
    for number in range(50):
        say(f"광고 {number}").hold_back("words", [])
    seen = say("첫째로 보이는 말")
    assert page_of(seen, guest) is None
    assert page_of(seen, reader).id == seen.id - 1  # who wrote them sees them


# Pages, here of five, while others write, take back and recommend


@pytest.fixture
def _short_pages(monkeypatch):
    monkeypatch.setattr(thread, "PAGE_SIZE", 5)


short_pages = pytest.mark.usefixtures("_short_pages")


def pages(article, order, meanwhile=lambda: None):
    """The words on all pages of a thread; `meanwhile` happens between them."""
    page = Thread(article, NOBODY, order)
    read = bodies(page)
    while page.remaining:
        meanwhile()
        db.session.commit()
        end = page.end
        page = Thread(article, NOBODY, order, after=Cursor.read(str(end)))
        assert page.end != end  # or the reader would get the same page for ever
        read += bodies(page)
    return read


@short_pages
@pytest.mark.parametrize("order", ["oldest", "newest", "best"])
def test_what_is_written_meanwhile_doubles_nothing(article, say, order):
    before = {say(str(number)).body for number in range(12)}
    read = pages(article, order, meanwhile=lambda: [say("새 말"), say("또 새 말")])
    assert before <= set(read)
    assert order != "newest" or len(read) == 12
    assert len([body for body in read if body in before]) == 12


@short_pages
@pytest.mark.parametrize("order", ["oldest", "newest", "best"])
def test_what_is_gone_meanwhile_hides_nothing_else(article, say, reader, later, order):
    comments = [say(str(number)) for number in range(12)]
    shown = iter(comments if order != "newest" else reversed(comments))

    def take_back():
        for _ in range(3):
            next(shown).take_back(by=reader)
        later(timedelta(minutes=11))

    assert sorted(map(int, pages(article, order, take_back))) == list(range(12))


@short_pages
def test_the_end_of_a_page_may_be_gone_from_the_database(article, say):
    comments = [say(str(number)) for number in range(7)]
    end = Thread(article, NOBODY).end
    db.session.delete(comments[4])
    db.session.commit()
    assert bodies(Thread(article, NOBODY, after=end)) == [str(number) for number in range(5, 7)]


@short_pages
@pytest.mark.parametrize("order", ["oldest", "newest", "best"])
def test_comments_of_one_moment_have_an_order_too(article, reader, order):
    moment = clock.now()
    for number in range(11):
        article.comment(str(number), by=reader).created_at = moment
    assert sorted(map(int, pages(article, order))) == list(range(11))


@short_pages
def test_recommendations_meanwhile_move_no_comment_to_another_page(article, say, later):
    comments = [say(str(number)) for number in range(15)]
    for comment in comments[2:14]:
        for voter in range(comment.id % 3):
            comment.recommend(by=Guest(f"before-{voter}"))
    voters = iter(range(1000))

    def recommend():
        later(timedelta(minutes=1))
        for comment in comments[::4]:
            comment.recommend(by=Guest(f"meanwhile-{next(voters)}"))
        for comment in comments[::7]:
            for _ in range(4):
                comment.recommend(by=Guest(f"meanwhile-{next(voters)}"))

    at_rest = pages(article, "best")
    assert pages(article, "best", recommend) == at_rest
    assert sorted(map(int, at_rest)) == list(range(15))
    assert pages(article, "best") != at_rest  # who opens it now finds the new order


@short_pages
def test_a_recommendation_taken_back_meanwhile_leaves_no_comment_out(article, say, later):
    comments = [say(str(number)) for number in range(7)]
    voter = Guest("neighbour")
    for comment in comments[::2]:
        comment.recommend(by=voter)
    later(timedelta(minutes=1))
    read = pages(article, "best", lambda: [each.unrecommend(by=voter) for each in comments[::2]])
    assert set(read) == {str(number) for number in range(7)}


@short_pages
def test_nothing_follows_the_last_comment(article, say):
    for number in range(6):
        say(str(number))
    last = Thread(article, NOBODY, after=Thread(article, NOBODY).end)
    beyond = Thread(article, NOBODY, after=last.end)
    assert (beyond.items, beyond.remaining, beyond.end) == ([], 0, None)


@short_pages
def test_a_page_known_by_its_number_is_found(article, say):
    for number in range(11):
        say(str(number))
    first = Thread(article, NOBODY)
    assert cursor_of(article, NOBODY, page=1) is None
    assert cursor_of(article, NOBODY, page=2) == first.end
    assert cursor_of(article, NOBODY, page=3) == Thread(article, NOBODY, after=first.end).end
    assert cursor_of(article, NOBODY, page=4) is None


@pytest.mark.parametrize("text", ["1", "1.2.3", "1.2.3.4.5", "-1.2.3.4", "1.2.3.x", "¹.2.3.4"])
def test_other_texts_are_no_cursor(text):
    with pytest.raises(ValueError, match="cursor"):
        Cursor.read(text)
