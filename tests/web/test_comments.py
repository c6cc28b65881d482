"""Commenting: by guests and members, with htmx and with plain forms."""

import re
from datetime import timedelta
from html import unescape

import pytest

from board.extensions import db
from board.models import Comment, Guest, Publisher, Ruling, Slowdown

GUEST = {"nickname": "지나던 이", "password": "나무다리"}


def comments():
    db.session.expire_all()
    return db.session.scalars(db.select(Comment).order_by(Comment.id)).all()


def path(article):
    return f"/articles/{article.id}/comments"


def test_a_guest_comments_with_a_plain_form(client, article):
    answer = client.submit(path(article), body="잘 읽었습니다.", once="1", **GUEST)
    [comment] = comments()
    assert answer.status_code == 303
    assert answer.location.endswith(f"/articles/{article.id}#comment-{comment.id}")
    page = client.get(f"/articles/{article.id}").text
    assert "잘 읽었습니다." in page and "지나던 이" in page and "댓글을 등록했습니다." in page


def test_a_comment_after_many_that_nobody_sees_is_found_where_it_stands(client, visit, article):
    for number in range(51):
        waiting = article.comment(f"광고 {number}", by=Guest("a-machine"), **GUEST)
        waiting.hold_back("machine", [])
    sent = client.submit(path(article), body="잘 읽었습니다.", once="1", **GUEST)
    comment = comments()[-1]
    own_place = f"/articles/{article.id}#comment-{comment.id}"
    assert sent.location.endswith(own_place) and "잘 읽었습니다." in client.get(sent.location).text
    for each in (comment, comments()[0], comments()[50]):
        followed = visit().get(f"/comments/{each.id}", follow_redirects=True)
        assert followed.status_code == 200 and "잘 읽었습니다." in followed.text


def test_a_guest_comments_without_leaving_the_page(client, article):
    answer = client.submit(path(article), htmx=True, body="잘 읽었습니다.", once="1", **GUEST)
    [comment] = comments()
    assert answer.status_code == 200 and "<html" not in answer.text
    assert f'id="comment-{comment.id}"' in answer.text and 'id="counts"' in answer.text
    assert "댓글을 등록했습니다." in answer.text


def test_a_member_needs_no_nickname(visit, article, reader):
    visit(reader).submit(path(article), body="제 이름으로 씁니다.")
    [comment] = comments()
    assert comment.user_id == reader.id and comment.author_name == "김나래"


@pytest.mark.parametrize("htmx", [True, False])
def test_an_empty_comment_is_told_what_is_missing_and_keeps_the_rest(client, article, htmx):
    answer = client.submit(path(article), htmx=htmx, body="  ", once="1", **GUEST)
    assert answer.status_code == 422
    assert "댓글 내용을 써 주세요." in answer.text and "지나던 이" in answer.text
    assert comments() == []


def test_a_comment_that_is_too_long_is_kept_in_the_box(client, article):
    words = "가" * 2001
    answer = client.submit(path(article), body=words, **GUEST)
    assert answer.status_code == 422
    assert "2,000자까지 쓸 수 있습니다. 지금 2,001자입니다." in answer.text and words in answer.text


@pytest.mark.parametrize(
    "nickname", ["관리자", "운 영 자", "ADMIN", "\u3164", "김나래", "", "가" * 21]
)
def test_nicknames_that_mislead_are_refused(client, article, reader, nickname):
    answer = client.submit(path(article), body="안녕하세요", nickname=nickname, password="1234")
    assert answer.status_code == 422
    assert comments() == []


@pytest.mark.parametrize(
    "nickname", ["강건너신문", "강건너신문 편집실", "윤해솔", "ㅇㅠㄴ해솔", "한결 기자"]
)
def test_no_guest_is_the_paper(client, article, admin, nickname):
    Publisher.current().revise(by=admin, name="강건너신문", publisher="윤해솔")
    article.revise(by=admin, byline="한결 기자")
    given = {"body": "편집실에서 알립니다.", "nickname": nickname, "password": "나무다리"}
    answer = client.submit(path(article), **given)
    assert answer.status_code == 422 and "운영진으로 보일 수 있는 이름" in answer.text
    assert comments() == []


def test_a_guest_looks_like_one_and_a_member_does_not(client, visit, article, reader):
    client.submit(path(article), body="잘 읽었습니다.", **GUEST)
    mark = '<strong class="c-name">지나던 이</strong> 손님'
    assert mark in client.get(f"/articles/{article.id}").text
    comments()[0].take_back(by=Guest())
    article.comment("저도 잘 읽었습니다.", by=reader)
    assert "손님" not in visit().get(f"/articles/{article.id}").text


def test_sent_ten_times_it_is_one_comment(client, article):
    answers = [
        client.submit(path(article), body="한 번만", once="1", **GUEST).status_code
        for _ in range(10)
    ]
    assert answers == [303] * 10
    assert len(comments()) == 1


def test_the_form_of_a_page_for_everyone_is_also_sent_only_once(article, visit):
    one, other = visit(), visit()
    page = one.get(f"/articles/{article.id}").text
    once = page.split('name="once"')[1].split('value="')[1].split('"')[0]
    for visitor in (one, one, other):
        visitor.submit(path(article), body="화이팅", once=once, **GUEST)
    other.submit(path(article), body="화이팅", once=once, nickname="다른 이", password="1234")
    assert [comment.author_name for comment in comments()] == ["지나던 이", "다른 이"]


def test_a_reply_is_inserted_under_the_comment_it_answers(client, article, reader):
    first = article.comment("처음", by=reader)
    article.comment("다음", by=reader)
    page = client.get(f"{path(article)}/new?parent={first.id}").text
    assert "처음" in page
    answer = client.submit(path(article), htmx=True, body="답입니다", parent_id=first.id, **GUEST)
    assert f"#comment-{first.id}" in answer.text
    assert comments()[-1].parent_id == first.id


def test_an_answer_to_another_articles_comment_is_refused(client, article, board, admin, reader):
    from board.models import Article

    elsewhere = Article.draft(board=board, by=admin, title="다른 글", body="<p>글</p>")
    elsewhere.publish(by=admin)
    comment = elsewhere.comment("다른 글의 댓글", by=reader)
    answer = client.submit(path(article), body="끼어들기", parent_id=comment.id, **GUEST)
    assert answer.status_code == 404 and len(comments()) == 1


def test_a_draft_takes_no_comments(client, board, admin):
    from board.models import Article

    draft = Article.draft(board=board, by=admin, title="초안", body="<p>글</p>")
    assert client.submit(path(draft), body="안녕", **GUEST).status_code == 404


def test_a_closed_article_says_why(client, article, later):
    later(timedelta(days=91))
    answer = client.submit(path(article), body="늦었네요", **GUEST)
    assert answer.status_code == 403 and "댓글이 닫혔거나" in answer.text
    assert "늦었네요" in answer.text


def test_a_guest_edits_with_the_password_within_ten_minutes(client, article, guest, later):
    comment = article.comment("오자가 잇네요", by=guest, **GUEST)
    address = f"/comments/{comment.id}/edit"
    assert "오자가 잇네요" in client.get(address).text
    wrong = client.submit(address, body="오자가 있네요", password="돌다리")
    assert wrong.status_code == 422 and "비밀번호가 맞지 않습니다" in wrong.text
    assert "오자가 있네요" in wrong.text
    right = client.submit(address, htmx=True, body="오자가 있네요", password="나무다리")
    assert "오자가 있네요" in right.text and "수정됨" in right.text
    later(timedelta(minutes=11))
    late = client.submit(address, body="또 고침", password="나무다리")
    assert late.status_code == 403 and comments()[0].body == "오자가 있네요"


def test_a_member_edits_only_the_own_comment(visit, article, reader, other_reader):
    comment = article.comment("처음 쓴 말", by=reader)
    address = f"/comments/{comment.id}/edit"
    assert visit(other_reader).submit(address, body="남의 말").status_code == 403
    assert visit().submit(address, body="남의 말").status_code == 403
    assert visit(reader).submit(address, body="고친 말").status_code == 303
    assert comments()[0].body == "고친 말"


def test_guessing_a_password_stops_after_five_tries_whatever_address_is_claimed(
    article, guest, visit
):
    comment = article.comment("내 댓글", by=guest, **GUEST)
    address = f"/comments/{comment.id}/edit"
    codes = []
    for number in range(7):
        visitor = visit()
        visitor.environ_base["HTTP_X_FORWARDED_FOR"] = f"203.0.113.{number}"
        codes.append(visitor.submit(address, body="뺏기", password=f"틀림{number}").status_code)
    assert codes == [422] * 5 + [429] * 2
    blocked = visit().submit(address, body="뺏기", password="나무다리")
    assert blocked.status_code == 429 and int(blocked.headers["Retry-After"]) > 0
    assert re.search(r"10분 뒤에 다시 해 주세요. \S+ \d+시.*부터 됩니다\.", blocked.text)
    assert comments()[0].body == "내 댓글"


def test_whoever_guesses_keeps_nobody_from_the_own_comment(article, guest, visit):
    comment = article.comment("내 댓글", by=guest, **GUEST)
    address, stranger, writer = f"/comments/{comment.id}/edit", visit(), visit()
    for number in range(6):
        stranger.submit(address, body="뺏기", password=f"틀림{number}")

    writer.set_cookie("naru_guest", guest.token)
    assert writer.submit(address, body="고쳐 쓴 댓글", **GUEST).status_code == 303
    assert comments()[0].body == "고쳐 쓴 댓글"
    codes = [writer.submit(address, body="x", password="잊음").status_code for _ in range(6)]
    assert codes == [422] * 5 + [429]


def test_the_next_page_names_the_kept_text_that_is_stored(client, article, reader):
    first = article.comment("처음 댓글", by=reader)
    for parent_id, draft in ((None, f"{article.id}-0"), (first.id, f"{article.id}-{first.id}")):
        form = client.get(f"{path(article)}/new?parent={parent_id or ''}").text
        assert f'data-draft="{draft}"' in form
        client.submit(path(article), body=f"{draft}에 씁니다.", parent_id=parent_id, **GUEST)
        assert f'data-stored="{draft}"' in client.get(f"/articles/{article.id}").text
        assert "data-stored" not in client.get(f"/articles/{article.id}").text


def test_more_comments_and_other_orders_come_as_pages_and_as_fragments(client, article, reader):
    for number in range(52):
        article.comment(f"댓글 번호 {number}.", by=reader)
    page = client.get(f"/articles/{article.id}").text
    assert "댓글 번호 49." in page and "댓글 번호 50." not in page
    more = unescape(re.search(r'id="more-comments">\s*<a class="btn" href="([^"]*)"', page)[1])
    second = client.get(more).text
    assert "댓글 번호 51." in second and "<h1" in second and "댓글 번호 49." not in second
    when = re.findall(r'class="c-time num" href="([^"]*)"', second)[-1]
    assert "댓글 번호 51." in client.get(when, follow_redirects=True).text
    fragment = client.htmx(more).text
    assert "댓글 번호 51." in fragment and "<html" not in fragment
    newest = client.htmx(f"{path(article)}?order=newest").text
    assert newest.index("댓글 번호 51.") < newest.index("댓글 번호 50.")


def test_a_permalink_leads_to_the_comments_page_and_place(client, article, reader):
    written = [article.comment(f"{number}", by=reader) for number in range(52)]
    assert client.get(f"/comments/{written[0].id}").location.endswith(
        f"/articles/{article.id}#comment-{written[0].id}"
    )
    place = client.get(f"/comments/{written[51].id}").location
    assert place.startswith(f"/articles/{article.id}/comments?after=")
    assert place.endswith(f"#comment-{written[51].id}")
    assert f'id="comment-{written[51].id}"' in client.get(place).text


def test_a_permalink_goes_past_what_readers_do_not_see(client, article, reader):
    for number in range(50):
        article.comment(f"광고 {number}", by=reader).hold_back("words", [])
    seen = article.comment("잘 읽었습니다.", by=reader)
    place = client.get(f"/comments/{seen.id}").location
    assert place == f"/articles/{article.id}#comment-{seen.id}"
    assert "잘 읽었습니다." in client.get(place).text


def test_the_address_a_page_had_before_leads_to_it(client, article, reader):
    written = [article.comment(f"{number}", by=reader) for number in range(52)]
    place = client.get(f"{path(article)}?page=2").location
    assert place == client.get(f"/comments/{written[50].id}").location.replace(
        f"#comment-{written[50].id}", "#comments"
    )
    assert client.get(f"{path(article)}?page=3").location == f"/articles/{article.id}#comments"


@pytest.mark.parametrize("after", ["x", "1", "1.2.3", "9" * 17 + ".1.0.0", "1.2.3.4%00"])
def test_other_texts_are_no_place_to_go_on_from(client, article, after):
    assert client.get(f"{path(article)}?after={after}").status_code in (400, 404)


# What the screening says

BAD = "이 병신, 010-0000-1234로 연락해라"


@pytest.mark.parametrize("htmx", [True, False])
def test_the_writer_is_warned_before_anything_is_written(client, article, htmx):
    answer = client.submit(path(article), htmx=htmx, body=BAD, once="1", **GUEST)
    assert answer.status_code == 422 and comments() == []
    assert "금지어가 있습니다: 병신" in answer.text
    assert "개인정보가 있습니다: 전화번호" in answer.text
    assert "번호를 ●로 가리고" in answer.text
    assert "고쳐서 보내기" in answer.text and 'name="warned" value="1"' in answer.text
    assert (BAD in answer.text) is not htmx  # with htmx what was typed is still in its place


def test_with_htmx_only_the_end_of_the_form_comes_anew(client, article, guest):
    first = article.comment("처음", by=guest, **GUEST)
    page = (
        client.get(f"/articles/{article.id}").text
        + client.htmx(f"{path(article)}/new?parent={first.id}").text
    )
    page += client.htmx(f"/comments/{first.id}/edit").text
    for at, address, more in (
        ("write", path(article), {}),
        (f"reply-{first.id}", path(article), {"parent_id": first.id}),
        (f"edit-{first.id}", f"/comments/{first.id}/edit", {}),
    ):
        answer = client.submit(address, htmx=True, body=BAD, **GUEST, **more)
        assert answer.status_code == 422 and answer.headers["HX-Retarget"] == f"#{at}-ends"
        assert f'id="{at}-ends"' in page and f'id="{at}-ends"' in answer.text


@pytest.mark.parametrize("htmx", [True, False])
def test_sent_all_the_same_it_is_held_and_the_writer_is_told_why(client, article, visit, htmx):
    answer = client.submit(path(article), htmx=htmx, body=BAD, once="1", warned="1", **GUEST)
    page = answer.text if htmx else client.get(f"/articles/{article.id}").text
    assert "운영자가 확인한 뒤에 보입니다. 사유: 금지어(병신), 개인정보(전화번호)" in page
    [comment] = comments()
    assert comment.hold and "1234" not in comment.body
    assert f'id="comment-{comment.id}"' not in visit().get(f"/articles/{article.id}").text


def test_a_forgotten_password_does_not_mean_being_warned_again(client, article):
    words = {"body": BAD, "nickname": "지나던 이", "warned": "1"}
    page = client.submit(path(article), password="", **words).text
    assert "비밀번호를 4자 이상" in page and 'name="warned" value="1"' in page


@pytest.mark.parametrize("htmx", [True, False])
def test_an_edit_after_a_deletion_hears_why_and_keeps_its_words(client, article, moderator, htmx):
    comment = article.comment("오자가 잇네요", by=Guest("somebody"), **GUEST)
    address = f"/comments/{comment.id}/edit"
    assert client.get(address).status_code == 200
    Ruling.make(moderator, "remove", {comment: comment.seen}, reason="abuse")
    late = client.submit(address, htmx=htmx, body="오래 다듬은 새 문장입니다", password="나무다리")
    assert late.status_code == 409 and "그사이 지워지거나 가려진 댓글" in late.text
    assert htmx or "오래 다듬은 새 문장입니다" in late.text
    assert client.get(address).status_code == 409
    assert comments()[0].body == "오자가 잇네요"


def test_an_edit_is_warned_of_and_held_too(visit, article, reader):
    comment = article.comment("처음 쓴 말", by=reader)
    narae, address = visit(reader), f"/comments/{comment.id}/edit"
    warned = narae.submit(address, body=BAD)
    assert warned.status_code == 422 and "그대로 보내기" in warned.text and BAD in warned.text
    assert comments()[0].body == "처음 쓴 말"
    narae.submit(address, body=BAD, warned="1")
    assert "사유: 금지어" in narae.get(f"/articles/{article.id}").text
    assert comments()[0].hold.was_shown


@pytest.mark.parametrize("htmx", [True, False])
def test_too_many_in_a_minute_are_refused_with_their_words(client, article, later, htmx):
    answers = [
        client.submit(path(article), htmx=htmx, body=f"{number}번째 말", once=str(number), **GUEST)
        for number in range(11)
    ]
    assert answers[9].status_code < 400 and answers[10].status_code == 429
    assert int(answers[10].headers["Retry-After"]) > 0
    assert "댓글은 1분에 10개까지 쓸 수 있습니다. 1분 뒤에 다시 해 주세요." in answers[10].text
    assert htmx or "10번째 말" in answers[10].text
    assert len(comments()) == 10
    later(timedelta(seconds=61))
    client.submit(path(article), htmx=htmx, body="10번째 말", once="10", **GUEST)
    assert len(comments()) == 11


@pytest.mark.parametrize("htmx", [True, False])
def test_probing_the_wordlist_reaches_the_rate_limit(client, article, htmx):
    tries = [
        client.submit(path(article), htmx=htmx, body=f"너 병신 {number}", once=str(number), **GUEST)
        for number in range(11)
    ]
    assert [each.status_code for each in tries] == [422] * 10 + [429]
    assert int(tries[10].headers["Retry-After"]) > 0 and "금지어" not in tries[10].text
    assert htmx or "너 병신 10" in tries[10].text
    assert comments() == []


def test_a_corrected_comment_counts_as_another_try(client, article):
    for number in range(9):
        client.submit(path(article), body=BAD, once=str(number), **GUEST)
    put_right = client.submit(path(article), body="고쳐 씁니다.", once="9", **GUEST)
    assert put_right.status_code == 303
    assert client.submit(path(article), body="하나 더 씁니다.", **GUEST).status_code == 429
    assert len(comments()) == 1


def test_edits_do_not_evade_the_rate_limit(visit, article, reader):
    comment = article.comment("처음 쓴 말", by=reader)
    narae, address = visit(reader), f"/comments/{comment.id}/edit"
    tries = [narae.submit(address, body=f"{BAD} {number}") for number in range(11)]
    assert [each.status_code for each in tries] == [422] * 10 + [429]
    assert f"{BAD} 10" in tries[10].text
    assert narae.submit(path(article), body="새로 씁니다.").status_code == 429
    assert comments()[0].body == "처음 쓴 말"


def test_staff_answer_as_many_readers_as_they_like(visit, article, moderator):
    duri = visit(moderator)
    for number in range(11):
        assert duri.submit(path(article), body=f"{number}번 질문에 답합니다.").status_code == 303


@pytest.mark.parametrize("htmx", [True, False])
def test_in_a_slowed_thread_the_second_comment_waits_with_its_words(
    visit, article, reader, moderator, htmx
):
    Slowdown.place(article, by=moderator, seconds=30)
    narae = visit(reader)
    narae.submit(path(article), body="첫 댓글입니다.")
    soon = narae.submit(path(article), htmx=htmx, body="둘째 댓글입니다.")
    assert soon.status_code == 429 and 0 < int(soon.headers["Retry-After"]) <= 30
    assert "이 글에는 댓글을 30초에 하나씩 쓸 수 있습니다." in soon.text
    assert htmx or "둘째 댓글입니다." in soon.text
    assert len(comments()) == 1


def test_two_guests_of_one_name_who_say_the_same_are_two_people(visit, article):
    """Without a cookie both were served the same page, with the same one-use id."""
    said = {"nickname": "ㅇㅇ", "body": "고맙습니다", "once": "1"}
    first, second = visit(), visit()
    second.environ_base["REMOTE_ADDR"] = "198.51.100.7"
    first.submit(path(article), password="first111", **said)
    second.submit(path(article), password="second222", **said)
    assert article.comments_count == 2
    passwords = [
        comment.has_password("second222")
        for comment in db.session.scalars(db.select(Comment).order_by(Comment.id))
    ]
    assert passwords == [False, True]
    first.submit(path(article), password="first111", **said)
    assert article.comments_count == 2
