"""Release import: uploaded files become drafts."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from board.extensions import db
from board.files.storage import storage
from board.models import Article
from tests.support import files

DOCUMENTS = Path(__file__).parents[2] / "documents"
RELEASE = """{title}

 - 7월부터 평일에 두 시간 더

솔내시는 {title}고 13일 밝혔다. 이번 일로 주민이 편해진다.

솔내시 관계자는 “일을 마치고 오는 주민이 많다”고 말했다.

담당 부서: 도서관팀 (담당자 김나래, 전화 02-000-0000)
"""


@pytest.fixture
def desk(visit, admin, board):
    return visit(admin)


def text(title="달모루 도서관을 밤 아홉 시까지 연다", name="보도자료.txt"):
    return files.chosen(BytesIO(RELEASE.format(title=title).encode()), name)


def photo(name="사진.jpg", width=900):
    return files.chosen(files.picture(width, 600), name)


def zipped(*sent, name="묶음.zip"):
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for each in sent:
            archive.writestr(f"자료/{each.filename}", each.read())
    stream.seek(0)
    return files.chosen(stream, name)


def drop(desk, *sent, **fields):
    return desk.submit("/newsroom/arrivals", files=list(sent), once="batch", **fields)


def drafts():
    db.session.expire_all()
    return db.session.scalars(db.select(Article).order_by(Article.id)).all()


def names(article):
    return [each.name for each in article.enclosures]


def test_a_document_becomes_a_draft_that_opens_in_the_editor(desk):
    assert "올려서 글 만들기" in desk.get("/newsroom/arrivals/new").text
    answer = drop(desk, text())
    [draft] = drafts()
    assert answer.location == f"/newsroom/articles/{draft.id}/edit"
    assert draft.title == "달모루 도서관을 밤 아홉 시까지 연다"
    page = desk.get(answer.location).text
    assert "보도자료.txt에서 읽은 것" in page and "기사에 넣지 않습니다" in page


def test_photos_join_the_only_document_whatever_their_order(desk):
    drop(desk, photo("하나.jpg"), text(), photo("둘.jpg", 800))
    [draft] = drafts()
    assert names(draft) == ["하나.jpg", "둘.jpg"]


def test_photos_alone_make_one_draft_of_photos(desk):
    drop(desk, photo("하나.jpg"), photo("둘.jpg", 800))
    [draft] = drafts()
    assert names(draft) == ["하나.jpg", "둘.jpg"] and draft.title == "제목 없는 글"


def test_among_several_documents_a_photo_goes_by_the_beginning_of_its_name(desk):
    answer = drop(
        desk,
        text("나루터 쉼터를 새로 연다", "나루터쉼터.txt"),
        text("강변 음악회를 다시 연다", "강변음악회.txt"),
        photo("강변음악회_1.jpg"),
        photo("IMG_2031.jpg", 800),
    )
    shelter, concert, rest = drafts()
    assert names(concert) == ["강변음악회_1.jpg"] and names(rest) == ["IMG_2031.jpg"]
    assert names(shelter) == [] and answer.text.count(">열기<") == 3


def test_a_zip_is_imported_as_its_contents(desk):
    drop(desk, zipped(photo("강변.jpg"), text(name="강변.txt")))
    [draft] = drafts()
    assert draft.origin.file_name == "강변.txt" and names(draft) == ["강변.jpg"]


def test_files_uploaded_one_by_one_belong_together_too(desk):
    for sent in (text(), photo()):
        answer = desk.submit("/newsroom/arrivals", htmx=True, files=[sent], once="batch")
        assert answer.status_code == 200 and "<html" not in answer.text
    [draft] = drafts()
    assert names(draft) == ["사진.jpg"]


def test_files_sent_twice_are_imported_once(desk):
    for _ in range(2):
        drop(desk, text(), photo())
    [draft] = drafts()
    assert names(draft) == ["사진.jpg"]


def test_one_file_that_cannot_be_read_does_not_stop_the_others(desk):
    locked = DOCUMENTS / "distribution-locked.hwp"
    answer = drop(desk, files.chosen(BytesIO(locked.read_bytes()), "알림.hwp"), text())
    assert answer.status_code == 200 and len(drafts()) == 1
    assert "배포용 문서라" in answer.text and "문단 " in answer.text


def test_a_spreadsheet_is_attached_to_the_document_it_came_with(desk):
    sheet = files.archive(**{"[Content_Types].xml": "", "xl/workbook.xml": ""})
    drop(desk, text(), files.chosen(sheet, "현황.xlsx"))
    assert names(drafts()[0]) == ["현황.xlsx"]


def test_the_original_is_offered_to_readers_when_asked(desk):
    drop(desk, text(), originals="y")
    assert names(drafts()[0]) == ["보도자료.txt"]


HOSTILE = {
    "그림.svg": (b"<svg onload=alert(1)>", "읽을 수 없는 형식"),
    "쪽.jpg": (b"<html><script>alert(1)</script>", "빈 문서"),
    "깨진.hwp": (files.OLE + bytes(900), "손상된 파일"),
    "../../../etc/passwd.hwpx": (b"PK\x03\x04" + bytes(99), "손상된 파일"),
    f"{'가' * 85}.docx": (b"PK\x05\x06" + bytes(18), "빈 문서"),
    "빈 파일.pdf": (b"", "빈 문서"),
    "표.xlsx": (b"PK\x05\x06" + bytes(18), "빈 문서"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_harmful_file_is_explained_and_leaves_nothing(desk, name):
    content, sentence = HOSTILE[name]
    answer = drop(desk, files.chosen(BytesIO(content), name))
    assert answer.status_code == 422 and sentence in answer.text
    assert "<script>alert" not in answer.text and "etc/passwd" not in answer.text
    assert drafts() == []
    assert [path for path in storage().root.rglob("*") if path.is_file()] == []


def test_choosing_no_file_is_explained(desk):
    answer = drop(desk)
    assert answer.status_code == 422 and "파일을 먼저 골라 주세요." in answer.text


def test_each_release_is_filed_by_what_it_says_and_the_editor_sees_why(desk, group_of_two):
    drop(
        desk,
        text("솔내시, 달모루 도서관을 밤 아홉 시까지 연다", "도서관.txt"),
        files.chosen(
            BytesIO(
                RELEASE.format(title="두물군, 강변 음악회를 연다")
                .replace("솔내시", "두물군")
                .encode()
            ),
            "음악회.txt",
        ),
    )
    assert [draft.board.name for draft in drafts()] == ["솔내시", "두물군"]
    page = desk.get(f"/newsroom/articles/{drafts()[1].id}/edit").text
    assert "<dt>게시판</dt>" in page and "게시판을 골라" not in page


def test_where_nothing_speaks_for_a_board_the_editor_is_asked_before_it_is_published(
    desk, group_of_two
):
    words = RELEASE.format(title="책방 나루, 밤 아홉 시까지 연다").replace("솔내시", "책방 나루")
    drop(desk, files.chosen(BytesIO(words.encode()), "책방.txt"))
    [draft] = drafts()
    publication = f"/newsroom/articles/{draft.id}/publication"
    page = desk.get(f"{publication}/new").text
    assert "게시판을 골라 주세요." in page and "아직 고르지 않았습니다." in page
    assert desk.submit(publication, when="now").status_code == 422
    assert "고르지 않음" in desk.get("/newsroom/articles").text
    edit = f"/newsroom/articles/{draft.id}/edit"
    assert '<option value="0" selected>골라 주세요' in desk.get(edit).text
    form = {"title": draft.title, "body": "<p>책방이 문을 연다.</p>"}

    def version() -> str:
        return drafts()[0].updated_at.isoformat()

    desk.submit(edit, board_id=0, version=version(), **form)
    assert "게시판을 골라 주세요." in desk.get(f"{publication}/new").text
    desk.submit(edit, board_id=group_of_two.id, version=version(), **form)
    desk.submit(publication, when="now")
    [article] = drafts()
    assert article.is_published and article.board.name == "두물군"
    assert '<option value="0"' not in desk.get(edit).text


def test_a_board_that_the_editor_chooses_is_the_board(desk, group_of_two):
    drop(desk, text(), board_id=group_of_two.id)
    [draft] = drafts()
    assert draft.board.name == "두물군" and not draft.gaps


@pytest.fixture
def group_of_two(board):
    from board.models import Board

    other = Board(slug="dumul", name="두물군", group=board.group)
    db.session.add(other)
    db.session.commit()
    return other
