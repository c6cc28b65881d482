"""An upload on a disk that takes nothing: a polite 503, and the words that were typed."""

import errno
from io import BytesIO

import pytest
from werkzeug.test import encode_multipart

from board.extensions import db
from board.models import Article, Attachment
from tests.support import files
from tests.support.disk import no_room, read_only, refusing

POLITE = "쓰신 글은 그대로 있습니다"
TITLE, BODY = "나루터 쉼터에 새 의자 열두 개", "의자는 어제 들어왔습니다."
FRAME = {"left": "10.0", "top": "20.0", "width": "31.0", "height": "40.0", "version": 1}


ILLS = pytest.mark.parametrize("ill", [no_room, read_only])


@pytest.fixture
def desk(visit, admin):
    desk = visit(admin)
    desk.get("/newsroom")  # error pages stand in the frame of the last page
    return desk


@pytest.fixture
def photo(article, admin):
    photo = article.attach(files.picture(), "쉼터.jpg", by=admin, alt="쉼터의 문")
    db.session.commit()
    return photo


@pytest.fixture
def release(article, admin):
    words = f"{TITLE}\n\n솔내시는 쉼터에 의자를 놓았다고 밝혔다. 주민 누구나 앉을 수 있다.\n"
    release = article.attach(BytesIO(words.encode()), "보도자료.txt", by=admin)
    db.session.commit()
    return release


def chosen(name="쉼터.jpg"):
    return files.chosen(files.picture() if name.endswith(".jpg") else files.hwp(), name)


def counted():
    db.session.rollback()
    kinds = (Article, Attachment)
    return [db.session.scalar(db.select(db.func.count()).select_from(each)) for each in kinds]


@ILLS
@pytest.mark.parametrize("file", ["쉼터.jpg", "보도자료.hwp"])
@pytest.mark.parametrize("is_new", [True, False])
def test_an_article_sent_with_a_file_comes_back_to_be_sent_without_it(
    desk, board, article, ill, file, is_new
):
    address = "/newsroom/articles" if is_new else f"/newsroom/articles/{article.id}/edit"
    typed = {"board_id": board.id, "title": TITLE, "body": BODY, "once": "once"}
    typed |= {} if is_new else {"version": article.updated_at.isoformat()}
    before = counted()
    with ill():
        answer = desk.submit(address, **typed, files=chosen(file))
    assert answer.status_code == 503 and answer.headers["Retry-After"] and POLITE in answer.text
    assert BODY in answer.text and f'value="{TITLE}"' in answer.text
    assert f'action="{address}"' in answer.text and "파일은 다시 골라" in answer.text
    assert counted() == before
    assert desk.submit(address, **typed).status_code == 303


@ILLS
@pytest.mark.parametrize("htmx", [True, False])
@pytest.mark.parametrize("file", ["쉼터.jpg", "보도자료.hwp"])
def test_a_file_beside_the_words_is_refused_politely(desk, article, ill, htmx, file):
    address = f"/newsroom/articles/{article.id}/attachments"
    with ill():
        answer = desk.submit(address, htmx=htmx, files=chosen(file))
    assert answer.status_code == 503 and POLITE in answer.text
    assert ("<html" in answer.text) != htmx
    assert desk.submit(address, htmx=htmx, files=chosen(file)).status_code == (200 if htmx else 303)


@ILLS
@pytest.mark.parametrize("file", ["쉼터.jpg", "보도자료.hwp"])
def test_a_release_becomes_no_half_draft(desk, board, ill, file):
    before = counted()
    with ill():
        answer = desk.submit("/newsroom/arrivals", files=chosen(file), board_id=board.id, once="1")
    assert answer.status_code == 503 and POLITE in answer.text
    assert counted() == before


@ILLS
@pytest.mark.parametrize("deed", ["blurs", "crop"])
def test_the_frame_of_a_photo_stays_as_it_was_drawn(desk, photo, ill, deed):
    address = f"/newsroom/attachments/{photo.id}/{deed}"
    with ill():
        answer = desk.submit(address, **FRAME)
    assert answer.status_code == 503 and POLITE in answer.text and 'value="31.0"' in answer.text
    assert desk.get(photo.address(480)).status_code == 200
    assert desk.submit(address, **FRAME).status_code == 303


def test_the_page_says_that_it_is_the_disk(desk, photo, release, board):
    doors = {
        f"/newsroom/articles/{photo.article_id}/attachments": {"files": chosen("새.hwp")},
        "/newsroom/arrivals": {"files": chosen(), "board_id": board.id, "once": "1"},
        f"/newsroom/attachments/{photo.id}/blurs": FRAME,
        f"/newsroom/attachments/{release.id}/filling": {"how": "replace", "once": "1"},
    }
    with read_only():
        answers = [desk.submit(address, **fields) for address, fields in doors.items()]
        answers += [desk.get(f"/newsroom/attachments/{release.id}/filling/new")]
    for answer in answers:
        assert answer.status_code == 503 and "디스크가 가득 찼거나 쓸 수 없어" in answer.text


def test_a_large_file_is_refused_where_it_is_received(desk, article):
    large = files.chosen(BytesIO(b"%PDF-1.4\n" + bytes(2_000_000)), "큰 문서.pdf")
    edge, body = encode_multipart({"csrf_token": desk.token(), "body": BODY, "files": large})
    sent = {"data": body, "content_type": f"multipart/form-data; boundary={edge}"}
    with no_room():
        answer = desk.post(f"/newsroom/articles/{article.id}/attachments", **sent)
    assert answer.status_code == 503 and POLITE in answer.text


def test_what_is_no_fault_of_the_disk_is_still_an_error(desk, article):
    with refusing(errno.ENOENT):
        answer = desk.submit(f"/newsroom/articles/{article.id}/attachments", files=chosen())
    assert answer.status_code == 500
