"""Filling the editor from an attached document; no saved text is overwritten."""

import re
from io import BytesIO
from pathlib import Path

import pytest

from board.extensions import db
from board.models import Article

DOCUMENTS = Path(__file__).parents[2] / "documents"
RELEASE = """달모루 도서관을 밤 아홉 시까지 연다

 - 7월부터 평일에 두 시간 더

솔내시는 달모루 도서관을 밤 아홉 시까지 연다고 13일 밝혔다. 이번 일로 주민이 편해진다.

솔내시 관계자는 “일을 마치고 오는 주민이 많다”고 말했다.
"""


@pytest.fixture
def desk(visit, admin):
    return visit(admin)


@pytest.fixture
def release(article, admin):
    return article.attach(BytesIO(RELEASE.encode()), "보도자료.txt", by=admin)


def filling(file):
    return f"/newsroom/attachments/{file.id}/filling"


def asked(desk, file):
    """The hidden fields of the page that asks."""
    page = desk.get(f"{filling(file)}/new")
    assert page.status_code == 200
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.text))
    return {name: fields[name] for name in ("once", "version", "manuscript")}


def fill(desk, file, how):
    return desk.submit(filling(file), how=how, **asked(desk, file))


def editor(desk, article):
    return desk.get(f"/newsroom/articles/{article.id}/edit").text


def keep(desk, article, **typed):
    version = {"version": article.updated_at.isoformat(), "window": "w1"}
    address = f"/newsroom/articles/{article.id}/manuscript"
    typed = {"board_id": article.board.id, "title": article.title, **version, **typed}
    assert desk.submit(address, **typed).status_code == 200


def kept(article):
    db.session.expire_all()
    return db.session.get(Article, article.id).manuscript.fields


def test_an_empty_body_is_filled_with_all_that_was_found(desk, board, admin):
    draft = Article.draft(board=board, by=admin, title="제목 없는 글", byline="이한결 기자")
    file = draft.attach(BytesIO(RELEASE.encode()), "보도자료.txt", by=admin)
    db.session.commit()
    assert f'href="{filling(file)}/new"' in editor(desk, draft)
    page = desk.get(f"{filling(file)}/new").text
    assert "문단 2" in page and ">가져오기</button>" in page and "바꿀까요" not in page
    assert fill(desk, file, "append").location == f"/newsroom/articles/{draft.id}/edit"
    page = editor(desk, draft)
    assert 'value="달모루 도서관을 밤 아홉 시까지 연다"' in page and "두 시간 더" in page
    assert "일을 마치고 오는" in page and 'value="이한결 기자"' in page
    assert kept(draft)["label"] == ["release"]


def test_the_saved_text_stays_until_saving_and_can_be_restored(desk, client, article, release):
    assert "본문을 바꿀까요?" in desk.get(f"{filling(release)}/new").text
    fill(desk, release, "replace")
    page = editor(desk, article)
    assert 'value="달모루 도서관을 밤 아홉 시까지 연다"' in page and "빈 창고" not in page
    assert "저장하지 않은 글을 이어서" in page and "다른 창에서" not in page
    assert "빈 창고" in client.get(f"/articles/{article.id}").text
    desk.submit(f"/newsroom/articles/{article.id}/manuscript/removal")
    page = editor(desk, article)
    assert "빈 창고" in page and "달모루" not in page


def test_what_was_found_is_saved_like_anything_typed(desk, article, release):
    fill(desk, release, "replace")
    fields = {name: values for name, values in kept(article).items() if values}
    known = {"version": article.updated_at.isoformat(), "manuscript": article.manuscript.version}
    answer = desk.submit(f"/newsroom/articles/{article.id}/edit", **fields, **known)
    assert answer.status_code == 303
    db.session.expire_all()
    assert article.title.startswith("달모루") and article.allows_comments
    assert article.manuscript is None and article.byline == "이한결"


def test_the_document_is_appended_to_unsaved_text(desk, article, release):
    keep(desk, article, title="고치는 제목", body="<p>쓰던 글</p>", source="솔내문화원")
    assert "먼저 저장해 주세요" in desk.get(f"{filling(release)}/new").text
    fill(desk, release, "append")
    fields = kept(article)
    assert fields["body"][0].startswith("<p>쓰던 글</p><p>솔내시는 달모루")
    assert fields["title"] == ["고치는 제목"] and fields["source"] == ["솔내문화원"]


def test_a_form_sent_twice_fills_the_editor_once(desk, article, release):
    form = asked(desk, release)
    for _ in range(2):
        answer = desk.submit(filling(release), how="append", **form)
        assert answer.location == f"/newsroom/articles/{article.id}/edit"
    assert kept(article)["body"][0].count("일을 마치고 오는") == 1


def test_words_typed_meanwhile_are_not_lost(desk, article, release):
    form = asked(desk, release)
    keep(desk, article, body="<p>그사이 쓴 글</p>")
    desk.submit(filling(release), how="replace", **form)
    assert kept(article)["body"] == ["<p>그사이 쓴 글</p>"]
    assert "가져오지 않았습니다" in editor(desk, article)


def test_its_pictures_become_photos_where_they_stood(desk, article, admin):
    document = BytesIO((DOCUMENTS / "picture.hwpx").read_bytes())
    file = article.attach(document, "사진.hwpx", by=admin)
    fill(desk, file, "append")
    body = kept(article)["body"][0]
    [photo] = db.session.get(Article, article.id).photos
    assert f'<figure><img src="/photos/{photo.id}"></figure>' in body


def test_a_document_that_cannot_be_read_changes_nothing(desk, article, admin):
    document = BytesIO((DOCUMENTS / "distribution-locked.hwp").read_bytes())
    file = article.attach(document, "알림.hwp", by=admin)
    for answer in (desk.get(f"{filling(file)}/new"), desk.submit(filling(file), how="replace")):
        assert answer.status_code == 422 and "배포용 문서라" in answer.text
    db.session.expire_all()
    assert article.manuscript is None


def test_only_documents_are_asked_for_their_text(desk, article, admin):
    file = article.attach(BytesIO("이름,수\n쉼터,1\n".encode()), "현황.csv", by=admin)
    db.session.commit()
    assert desk.get(f"{filling(file)}/new").status_code == 404
    assert desk.submit(filling(file), how="replace").status_code == 404
    assert filling(file) not in editor(desk, article)
