"""Hidden text appears nowhere: not on a page, in a fragment, a feed, a header or a mail.

Every address that knows the thing is asked, as a page and as a fragment, read and sent to. The
addresses come from the site's own map: a new one is asked from its first day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from io import BytesIO
from itertools import count
from urllib.parse import quote

import pytest
from flask import Flask
from sqlalchemy import delete

from board import clock
from board.access.doors import anyone, door_of, members
from board.extensions import db
from board.models import (
    Article,
    Comment,
    Guest,
    OutgoingMail,
    Ruling,
    TakedownRequest,
    Throttle,
    WordlistEntry,
)
from board.models.comment.purged import erase_words
from board.models.comment.removal import TAKE_BACK, UNDO_FOR
from tests.conftest import Visitor
from tests.support.files import picture

pytestmark = pytest.mark.one_database

WORDS, BAD, NAME = "해오라기둥지", "돌미역감투", "숨은두루미"
COOKIE, PASSWORD = "the-cookie-of-a-hidden-guest", "나무다리"
FLAGS = [{"phase": "words", "why": "금지어", "what": [BAD]}]
# What a form here may ask for, filled in wrongly by somebody who tries.
TRIED = {
    "body": "고친 말입니다.",
    "words": "제 말입니다.",
    "password": "틀린 비밀번호",
    "proof": "2026-0001-AAAAAA",
    "nickname": "지나던 이",
    "reason": "abuse",
    "seen": "1.0",
    "revision": "1",
    "recommended": "yes",
}
# Sent to beside what has the comment or the article in its address.
ALSO_SENT = {"takedown_requests.create", "correction_requests.create"}
# Asked again with all that may stand behind the question mark.
ALSO_ASKED = {
    "articles.show",
    "comments.index",
    "comments.new",
    "takedown_requests.new",
    "correction_requests.new",
    "takedown_receipts.new",
    "correction_receipts.new",
    "searches.index",
    "boards.show",
}


# States of a comment: how each comes about


def held_by_the_machine(comment, moderator, admin):
    comment.hold_back("machine", FLAGS)


def held_when_edited(comment, moderator, admin):
    comment.edit(f"{comment.body} {BAD}", warned=True)
    assert comment.hold.was_shown


def held_by_reports(comment, moderator, admin):
    comment.hold_back("reports", FLAGS, was_shown=True)


def held_by_a_moderator(comment, moderator, admin):
    Ruling.make(moderator, "hold", {comment: comment.seen})


def removed_by_a_moderator(comment, moderator, admin):
    Ruling.make(moderator, "remove", {comment: comment.seen}, reason="abuse")


def removed_as_spam(comment, moderator, admin):
    Ruling.make(moderator, "spam", {comment: comment.seen}, reason="ad")


def removed_after_a_hold(comment, moderator, admin):
    comment.hold_back("machine", FLAGS)
    Ruling.make(moderator, "remove", {comment: comment.seen}, reason="abuse")


def removed_for_good(comment, moderator, admin):
    Ruling.make(moderator, "remove", {comment: comment.seen}, reason="abuse")
    comment.removal.created_at = clock.now() - UNDO_FOR


def taken_back(comment, moderator, admin):
    comment.take_back(by=comment.user or Guest(COOKIE))


def taken_back_long_ago(comment, moderator, admin):
    comment.take_back(by=comment.user or Guest(COOKIE))
    comment.removal.created_at = clock.now() - TAKE_BACK


def taken_down(comment, moderator, admin) -> TakedownRequest:
    case = comment.request_takedown(
        by=Guest("the-cookie-of-gaon"),
        asker="self",
        right="defamation",
        wrong="첫 문장이 거짓입니다.",
        explanation="그날 솔내에 없었습니다.",
        name="문가온",
        contact="gaon@mail.example",
    )
    case.accept(by=admin)
    return case


def taken_down_while_held(comment, moderator, admin):
    comment.hold_back("machine", FLAGS)
    taken_down(comment, moderator, admin)


def objected_to(comment, moderator, admin):
    taken_down(comment, moderator, admin).object(comment.user or Guest(COOKIE), "사실입니다.")


def removed_by_a_takedown(comment, moderator, admin):
    taken_down(comment, moderator, admin).remove(by=admin, reason="false")


def appealed(comment, moderator, admin):
    Ruling.make(moderator, "hold", {comment: comment.seen})
    comment.ask_again(by=comment.user or Guest(COOKIE), body="보통 말입니다.")


def erased(comment, moderator, admin):
    removed_for_good(comment, moderator, admin)
    db.session.flush()
    erase_words([comment.id])


READ_BY_THEIR_WRITER = [
    held_by_the_machine,
    held_when_edited,
    held_by_reports,
    held_by_a_moderator,
    taken_down,
    taken_down_while_held,
    objected_to,
    appealed,
]
STATES = [
    *READ_BY_THEIR_WRITER,
    removed_by_a_moderator,
    removed_as_spam,
    removed_after_a_hold,
    removed_for_good,
    taken_back,
    taken_back_long_ago,
    removed_by_a_takedown,
    erased,
]


@pytest.fixture
def write(world, article, reader, admin) -> Callable[..., Comment]:
    """`write(by_guest=True)` is a comment so deep that its answer names it, and much recommended."""
    WordlistEntry.add([BAD], "blocked", by=admin)
    article.slowdown.lift(by=admin)
    above = article.comment("쉼터는 몇 시에 여나요?", by=reader)
    above = article.comment("일곱 시입니다.", by=Guest("x"), parent=above, **guest("강바람"))
    number = count()

    def write(by_guest: bool) -> Comment:
        writer = {"by": Guest(COOKIE), **guest(NAME)} if by_guest else {"by": reader}
        body = f"{WORDS}{next(number)}에서 봅시다."
        comment = article.comment(body, parent=above, **writer)
        article.comment(f"{comment.id}번!", by=Guest("y"), parent=comment, **guest("돌다리"))
        comment.recommendations_count = 6
        db.session.commit()
        return comment

    return write


@pytest.fixture
def hidden(write, moderator, admin) -> dict[str, Comment]:
    """One in each state by a guest and one by a member, and what to call it."""
    found = {
        (state, who): write(by_guest=who == "guest")
        for state in STATES
        for who in ("guest", "member")
    }
    for (state, _), comment in found.items():
        state(comment, moderator, admin)
    db.session.commit()
    return {f"{state.__name__}, {who}": comment for (state, who), comment in found.items()}


def guest(nickname: str) -> dict[str, str]:
    return {"nickname": nickname, "password": PASSWORD}


@pytest.fixture
def strangers(visit, other_reader) -> dict[str, Visitor]:
    """Those who did not write it and keep no order here."""
    other_guest = visit()
    other_guest.set_cookie("naru_guest", "the-cookie-of-somebody-else")
    return {"guest": visit(), "other guest": other_guest, "reader": visit(other_reader)}


@pytest.fixture
def sweep(app: Flask, strangers, world) -> Callable[..., list[str]]:
    """`sweep(words, …)`: where strangers are answered with one of the words, as short lines."""

    def look(words: list[str], *, by: str = "", send: bool = True, **more: object) -> list[str]:
        places = world | more
        return [
            f"{who}: {said}"
            for who, visitor in strangers.items()
            for said, answer in answers_to(app, visitor, places, by, send)
            if any(stands_in(word, answer) for word in words)
        ]

    return look


def answers_to(
    app: Flask, visitor: Visitor, world: dict, by: str, send: bool
) -> Iterator[tuple[str, object]]:
    """What the visitor is answered wherever the address has `by` in it: ("GET endpoint", answer)."""
    for method, address, endpoint in addresses_of(app, world, by):
        for headers in ({}, {"HX-Request": "true"}):
            if method == "GET":
                answer = visitor.get(address, headers=headers)
            elif send:
                db.session.execute(delete(Throttle))
                sent = {**TRIED, "csrf_token": visitor.token(), **about(world)}
                answer = visitor.post(address, data=sent, headers=headers)
            else:
                continue
            assert answer.status_code not in (429, 500, 503), (method, address)
            yield f"{method} {endpoint}{' fragment' if headers else ''}", answer


def addresses_of(app: Flask, world: dict, by: str) -> Iterator[tuple[str, str, str]]:
    adapter = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        if door_of(app, rule.endpoint) not in (anyone, members) or f"{rule}".find(by) < 0:
            continue
        values = {name: world[name] for name in rule.arguments}
        told = bool(rule.arguments & {"comment_id", "article_id"}) or rule.endpoint in ALSO_SENT
        for method in sorted(rule.methods & ({"GET", "POST"} if told else {"GET"})):
            address = adapter.build(rule.endpoint, values, method=method)
            yield method, address, rule.endpoint
            if method == "GET" and rule.endpoint in ALSO_ASKED:
                yield method, f"{address}?{asked(world)}", rule.endpoint


def about(world: dict) -> dict[str, object]:
    return {
        "parent_id": world["comment_id"],
        "comment": world["comment_id"],
        "article": world["article_id"],
        "receipt": world["receipt"],
    }


def asked(world: dict) -> str:
    """The same in an address: an answer to it, a request about it, a search for its words."""
    return (
        f"parent={world['comment_id']}&comment={world['comment_id']}&article={world['article_id']}"
        f"&receipt={world['receipt']}&order=best&q={quote(world.get('q', '쉼터'))}"
    )


def stands_in(word: str, answer) -> bool:
    everything = f"{answer.headers}".encode() + answer.data
    return any(each.encode() in everything for each in (word, quote(word)))


# Comments


def test_the_words_of_a_hidden_comment_stand_behind_none_of_its_addresses(hidden, sweep):
    found = {}
    for name, comment in hidden.items():
        words = [WORDS, BAD] if comment.user_id else [WORDS, BAD, NAME]
        found[name] = sweep(words, by="comment_id", comment_id=comment.id)
    assert {name: places for name, places in found.items() if places} == {}
    assert [name for name, comment in hidden.items() if comment.absence is None] == []  # unchanged


def test_the_words_of_a_hidden_comment_stand_on_no_other_page(hidden, sweep):
    assert sweep([WORDS, BAD, NAME], comment_id=hidden["taken_down, guest"].id) == []


@pytest.mark.parametrize("by_guest", [True, False], ids=["guest", "member"])
def test_the_words_of_a_shown_comment_are_found(write, sweep, by_guest):
    comment = write(by_guest=by_guest)
    found = sweep([WORDS], send=False, comment_id=comment.id)
    found = {place.partition(": ")[2] for place in found}
    assert {"GET articles.show", "GET comments.index fragment", "GET reports.new"} <= found
    if by_guest:
        assert {"GET removals.new", "GET comments.edit fragment"} <= found


def test_its_writer_still_reads_what_was_written(hidden, article, visit, reader):
    unread = []
    for state in READ_BY_THEIR_WRITER:
        for who, user in (("guest", None), ("member", reader)):
            comment = hidden[f"{state.__name__}, {who}"]
            writer = visit(user)
            writer.set_cookie("naru_guest", COOKIE)
            places = [f"/articles/{article.id}", f"/comments/{comment.id}/removal"]
            places += [f"/comments/{comment.id}/edit"] if comment.is_editable else []
            words = comment.body[: len(WORDS) + 2]
            unread += [place for place in places if words not in writer.get(place).text]
    assert unread == []


def test_staff_still_read_what_they_judge(hidden, visit, moderator, admin):
    bora, hangyeol = visit(moderator), visit(admin)
    for name, comment in hidden.items():
        page = bora.get(f"/moderation/comments/{comment.id}/context").text
        assert (comment.body[: len(WORDS) + 2] in page) and bool(comment.body) != ("erased" in name)
        if not comment.is_removed:
            judge = bora if moderator.can_judge(comment) else hangyeol
            assert WORDS in judge.get(f"/comments/{comment.id}/removal").text, name


def test_letters_to_others_do_not_repeat_it(write, other_reader, admin, visit, posting):
    written = write(by_guest=False)
    other_reader.email = "dohyun@mail.example"
    visit(other_reader).submit(f"/comments/{written.id}/reports", reason="abuse")
    case = written.request_takedown(
        by=Guest("the-cookie-of-gaon"),
        asker="self",
        right="privacy",
        wrong="두 번째 문장",
        explanation="사는 곳이 드러납니다.",
        name="문가온",
        contact="gaon@mail.example",
    )
    desk = visit(admin)
    desk.submit(f"/newsroom/takedown-requests/{case.id}/takedown", days="30")
    desk.submit(f"/comments/{written.id}/removal", reason="abuse")
    db.session.expire_all()
    letters = [mail for mail in db.session.scalars(db.select(OutgoingMail)) if mail.to]
    assert {"dohyun@mail.example", "gaon@mail.example"} <= {mail.to for mail in letters}
    assert [mail.kind for mail in letters if WORDS in mail.subject + mail.body] == []


# Articles, and what hangs on them


def draft(article: Article, admin) -> None:
    article.published_at = None


def scheduled(article: Article, admin) -> None:
    article.published_at = clock.now() + timedelta(hours=3)


def embargoed(article: Article, admin) -> None:
    article.published_at = None
    article.embargo_until = clock.now() + timedelta(hours=3)


def withdrawn(article: Article, admin) -> None:
    article.withdraw(by=admin, reason="사실과 다름")


def deleted(article: Article, admin) -> None:
    article.delete(by=admin)


def withdrawn_and_deleted(article: Article, admin) -> None:
    article.withdraw(by=admin, reason="사실과 다름")
    article.delete(by=admin)


ARTICLE_STATES = [draft, scheduled, embargoed, withdrawn, deleted, withdrawn_and_deleted]


@pytest.fixture
def told(world, article, reader, admin) -> dict[str, object]:
    """An article that says `WORDS` in every part of it; what its addresses are made of."""
    article.revise(
        by=admin, title=f"{WORDS} 쉼터", subtitles=[f"{WORDS} 앞"], body=f"<p>{WORDS}, 너럭바위</p>"
    )
    photo = article.attach(
        picture(form="PNG", size=(400, 300)), f"{WORDS}.png", by=admin, alt=WORDS, caption=WORDS
    )
    file = article.attach(BytesIO(f"{WORDS},1\n".encode()), f"{WORDS}.csv", by=admin)
    article.slowdown.lift(by=admin)
    article.correct(kind="correction", text=f"{WORDS}은 옳지 않습니다.", by=admin)
    comment = article.comment(f"{WORDS}라니요.", by=Guest(COOKIE), **guest(NAME))
    comment.recommendations_count = 6
    article.recommend(by=reader)
    db.session.commit()
    return {
        "photo_id": photo.id,
        "part": f"{photo.widths[-1]}.jpg",
        "attachment_id": file.id,
        "name": file.name,
        "comment_id": comment.id,
        "q": "너럭바위",
    }


@pytest.mark.parametrize("state", ARTICLE_STATES, ids=lambda state: state.__name__)
def test_an_unpublished_article_stands_nowhere(state, told, article, admin, sweep, client):
    state(article, admin)
    db.session.commit()
    assert sweep([WORDS, NAME], **told) == []
    files = (
        f"/photos/{told['photo_id']}",
        f"/photos/{told['photo_id']}/{told['part']}",
        f"/photos/{told['photo_id']}/400.webp",
        f"/attachments/{told['attachment_id']}/{quote(told['name'])}",
        f"/attachments/{told['attachment_id']}/other.csv",
    )
    assert {path: client.get(path).status_code for path in files} == dict.fromkeys(files, 404)


def test_a_published_article_is_found_with_its_files(told, sweep, client):
    found = {place.partition(": ")[2] for place in sweep([WORDS], send=False, **told)}
    expected = {"GET articles.show", "GET feeds.index", "GET searches.index fragment"}
    assert expected | {"GET boards.show", "GET corrections.index"} <= found
    assert client.get(f"/photos/{told['photo_id']}/{told['part']}").status_code == 200
    file = client.get(f"/attachments/{told['attachment_id']}/{quote(told['name'])}")
    assert WORDS in file.text


# Receipts


def test_what_somebody_asked_is_told_to_no_other(asked, contested, sweep):
    theirs = [asked.wrong, asked.wanted, asked.contact, asked.relation, asked.name]
    theirs += [contested.wrong, contested.explanation, contested.contact, contested.name]
    for sent in (asked, contested):
        assert sweep(theirs, send=False, receipt=sent.receipt) == []


def test_a_request_is_not_told_to_who_knows_only_its_number(asked, contested, strangers):
    for who, visitor in strangers.items():
        for sent, kind in ((asked, "correction"), (contested, "takedown")):
            db.session.execute(delete(Throttle))
            place, told = f"/{kind}-receipts", {"receipt": sent.receipt}
            page = visitor.submit(place, **told, contact="other@mail.example").text
            assert sent.wrong not in page and sent.contact not in page, who
            assert sent.wrong in visitor.submit(place, **told, contact=sent.contact).text
