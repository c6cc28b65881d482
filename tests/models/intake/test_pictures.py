"""Pictures of a document become photos of the draft, in their places."""

import pytest

from board.extensions import db
from board.files.staging import Stage
from board.models import PressRelease
from board.text.documents import Document, Picture
from tests.support import files

STORY = "<h2>나루터 쉼터가 문을 엽니다</h2><p>솔내시는 나루터 쉼터를 열었다고 2일 밝혔다.</p>"
END = "<p>솔내시 관계자는 “누구나 쉬어 가시면 좋겠다”고 말했다.</p>"


@pytest.fixture
def draft(board, admin, tmp_path):
    """`draft(html, picture, …)`: the draft made of a document with these pictures."""

    def make(html, *pictures):
        kept = []
        for number, stream in enumerate(pictures):
            path = tmp_path / f"picture-{number}"
            path.write_bytes(stream.getvalue())
            kept.append(Picture(f"image{number}.bmp", path))
        document = Document("hwpx", html, tuple(kept))
        return PressRelease.of(document, "보도자료.hwpx").draft(board=board, by=admin)

    return make


def test_a_picture_stands_between_the_paragraphs_it_stood_between(draft):
    article = draft(
        f'{STORY}<figure><img src="picture:0" alt="쉼터의 문"></figure>'
        f"<p>▲ 쉼터 앞에 모인 주민들 (사진=솔내시)</p>{END}",
        files.picture(),
    )
    [photo] = article.photos
    figure = f'<figure><img src="/photos/{photo.id}"></figure>'
    assert str(article.body).split(figure)[1] == END and article.gallery == []
    assert (photo.caption, photo.credit) == ("쉼터 앞에 모인 주민들", "솔내시")
    assert (photo.alt, photo.name) == ("쉼터의 문", "image0.jpg")


def test_names_made_by_the_program_are_no_description(draft):
    made = "그림입니다.&#13;원본 그림의 이름: image1.jpg"
    article = draft(f'{STORY}<figure><img src="picture:0" alt="{made}"></figure>', files.picture())
    assert [photo.alt for photo in article.photos] == [""]


def test_logos_lines_and_repeats_are_left_out_and_reported(draft):
    pictures = files.picture(), files.picture(150, 150), files.picture(700, 4, "PNG")
    places = "".join(f'<figure><img src="picture:{n}" alt=""></figure>' for n in (0, 1, 2, 0))
    article = draft(STORY + places + END, *pictures)
    assert len(article.photos) == 1 and str(article.body).count("<figure>") == 1
    cut = [line["text"] for line in article.origin.cut if line["kind"] == "logo"]
    assert cut == ["image1.jpg (150×150)", "image2.png (700×4)"]


def test_a_picture_nobody_can_read_is_a_problem_and_the_rest_stays(draft):
    article = draft(f'{STORY}<figure><img src="picture:0" alt=""></figure>{END}', files.hwp())
    assert article.photos == [] and "<figure>" not in str(article.body)
    assert article.origin.problems[0].startswith("image0.bmp: ")
    cut = [line["text"] for line in article.origin.cut if line["kind"] == "photo"]
    assert cut == ["image0.bmp (‘솔내시는 나루터 쉼터를 열었다고 2일 밝혔다.’ 아래)"]
    assert (article.origin.came_by, article.origin.file_name) == ("file", "보도자료.hwpx")


def test_a_moving_picture_stands_still_and_the_draft_says_so(draft):
    article = draft(f'{STORY}<figure><img src="picture:0" alt=""></figure>{END}', files.moving())
    assert len(article.photos) == 1
    assert article.origin.problems[0].startswith("image0.bmp: 움직이는 그림이라 첫 장면만")


def test_a_photo_made_ready_beforehand_is_not_made_again(board, admin, tmp_path, monkeypatch):
    path = tmp_path / "picture"
    path.write_bytes(files.picture().getvalue())
    html = f'{STORY}<figure><img src="picture:0" alt=""></figure>'
    document = Document("hwpx", html, (Picture("image0.bmp", path),))
    with Stage() as stage:
        release = PressRelease.of(document, "보도자료.hwpx").staged(stage)
        monkeypatch.setattr(
            "board.files.photos.decoding.decoded", lambda stream: pytest.fail("made twice")
        )
        [photo] = release.draft(board=board, by=admin).photos
        db.session.commit()
    assert all(photo.path(f"{width}.webp").is_file() for width in (480, 1200, 1600))


def test_two_pictures_side_by_side_in_a_table_keep_their_places(draft):
    cells = "".join(f'<td><img src="picture:{n}" alt=""></td>' for n in (0, 1))
    captions = "<td>쉼터 앞</td><td>쉼터 안</td>"
    table = f"<table><tbody><tr>{cells}</tr><tr>{captions}</tr></tbody></table>"
    article = draft(STORY + table + END, files.picture(), files.picture(900, 700))
    assert [photo.caption for photo in article.photos] == ["쉼터 앞", "쉼터 안"]
    assert article.gallery == []
