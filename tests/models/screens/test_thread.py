"""Comment thread: order, replies, pages, the most recommended on top."""

from datetime import timedelta

import pytest

from board import clock
from board.extensions import db
from board.models import Guest, PageNotFound, Ruling, Thread, last_answer, place_of

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


def bodies(thread):
    return [item.comment.body for item in thread.items]


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
    assert [item.to for item in items] == [None, None, None, reader.name, reader.name]


def test_whose_words_are_hidden_is_not_said_by_an_answer(article, say, moderator):
    deep = say("0")
    for depth in range(1, 3):
        deep = say(str(depth), deep)
    say("3", deep)
    Ruling.make(moderator, "remove", {deep: deep.seen}, reason="abuse")
    assert Thread(article, NOBODY).items[-1].to is None
    deep.restore(by=moderator)
    assert Thread(article, NOBODY).items[-1].to == deep.author_name


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
    first, second = Thread(article, NOBODY), Thread(article, NOBODY, page=2)
    assert len(first.items) == 50 and first.remaining == 4
    assert bodies(second) == ["50", "51", "52", "53번째", "답"] and second.remaining == 0


def test_the_most_recommended_stand_first_three_at_most(article, say):
    comments = [say(str(number)) for number in range(6)]
    for comment, votes in zip(comments, (5, 6, 7, 8, 4, 0), strict=True):
        for voter in range(votes):
            comment.recommend(by=Guest(f"guest-{voter}"))
    thread = Thread(article, Guest("guest-7"))
    assert [item.comment.body for item in thread.top] == ["3", "2", "1"]
    assert [item.recommended for item in thread.top] == [True, False, False]


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
    assert item.comment.removal.sentence == "운영자가 지운 댓글입니다. 까닭: 광고"


def test_every_comment_knows_its_page_and_where_an_answer_goes(article, say):
    comments = [say(str(number)) for number in range(52)]
    answer = say("답", comments[51])
    assert [place_of(each, NOBODY) for each in (comments[49], comments[50], answer)] == [1, 2, 2]
    second = say("다음 답", comments[51])
    assert last_answer(answer, NOBODY) is comments[51]
    assert last_answer(second, NOBODY) is answer


def test_what_a_reader_does_not_see_takes_no_place(article, say, reader):
    waiting = [say(str(number)) for number in range(50)]
    for each in waiting:
        each.hold_back("machine", [])
    seen = say("잘 읽었습니다.")
    assert place_of(seen, NOBODY) == 1 and place_of(seen, reader) == 2  # the reader wrote them all
    assert place_of(waiting[49], NOBODY) == 1


def test_an_answer_goes_below_what_its_writer_sees(article, say, guest):
    question = say("몇 시에 여나요?")
    say("광고", question).hold_back("machine", [])
    answer = say("아홉 시입니다.", question)
    assert last_answer(answer, guest) is question


def test_a_page_past_the_last_comment_is_not_found(article, say):
    for number in range(51):
        say(str(number))
    with pytest.raises(PageNotFound) as not_found:
        Thread(article, NOBODY, page=3)
    assert not_found.value.last == 2
