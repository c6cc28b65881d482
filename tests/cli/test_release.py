"""Press releases from the command line."""

import contextvars

import pytest

from board.cli.release import release
from board.extensions import db
from board.models import Article
from tests.support import files

PAGE = """달모루 도서관, 밤 아홉 시까지 문을 엽니다

 - 7월부터 평일에 두 시간 더

솔내시는 달모루 도서관의 문 여는 시간을 밤 아홉 시까지 늘린다고 13일 밝혔다.

솔내시 관계자는 “일을 마치고 오는 주민이 많아 시간을 늘렸다”고 말했다.
"""


@pytest.fixture
def run(app, tmp_path):
    """`run("--board", "solnae")` imports a file that holds PAGE, or what `content` says."""

    def import_file(*options, content=None, file=None):
        content = PAGE.encode() if content is None else content
        path = tmp_path / "page.txt"
        path.write_bytes(content)
        db.session.commit()
        given = {"input": content} if file == "-" else {}
        words = ["import", file or str(path), *options]
        return contextvars.Context().run(app.test_cli_runner().invoke, release, words, **given)

    return import_file


def newest():
    db.session.expire_all()
    return db.session.scalar(db.select(Article).order_by(Article.id.desc()).limit(1))


def test_a_draft_is_made_and_where_to_edit_it_is_said(run, board, admin):
    done = run("--board", "solnae")
    assert done.exit_code == 0
    assert done.stdout == f"http://localhost/newsroom/articles/{newest().id}/edit\n"
    assert newest().is_draft and newest().author == admin
    assert newest().title == "달모루 도서관, 밤 아홉 시까지 문을 엽니다"


def test_published_at_once_it_is_read_at_the_address(run, client, board, admin):
    done = run("--board", "solnae", "--publish")
    assert done.stdout == f"http://localhost/articles/{newest().id}\n"
    assert "7월부터 평일에 두 시간 더" in client.get(f"/articles/{newest().id}").text


def test_a_page_may_come_by_a_pipe_and_in_the_older_encoding(run, board, admin):
    assert run("--board", "solnae", file="-").exit_code == 0
    assert run("--board", "solnae", content=PAGE.encode("cp949")).exit_code == 0
    assert newest().subtitles == ["7월부터 평일에 두 시간 더"]


@pytest.mark.parametrize(
    ("options", "more", "sentence"),
    [
        (["--board", "nowhere"], {}, "‘nowhere’ 게시판이 없습니다. 있는 게시판: solnae"),
        (["--board", "solnae"], {"content": b"\n"}, "‘page.txt’는 빈 문서입니다."),
        (["--board", "solnae"], {"file": "/no/such/file"}, "그런 파일이 없습니다"),
        (["--board", "solnae", "--by", "narae"], {}, "글을 쓸 편집자가 없습니다."),
        (["--board", "solnae"], {"content": "긴 글\n".encode() * 500_000}, "너무 깁니다."),
    ],
)
def test_what_goes_wrong_is_one_line(run, board, admin, reader, options, more, sentence):
    done = run(*options, **more)
    assert done.exit_code == 1 and done.stdout == ""
    assert sentence in done.stderr and len(done.stderr.strip().splitlines()) == 1
    assert newest() is None


@pytest.fixture
def say(app):
    """`say("list", "--state", "draft")` is that command."""

    def command(*words):
        db.session.commit()
        return contextvars.Context().run(app.test_cli_runner().invoke, release, list(words))

    return command


def written(folder, name, content):
    path = folder / name
    path.write_bytes(content)
    return str(path)


def test_several_files_come_at_once_and_one_that_fails_stops_no_other(say, board, admin, tmp_path):
    page = written(tmp_path, "도서관.txt", PAGE.encode())
    photo = written(tmp_path, "사진.jpg", files.picture().getvalue())
    broken = written(tmp_path, "깨진.hwp", files.OLE + bytes(600))
    done = say("import", broken, photo, page, "--board", "solnae")
    assert done.exit_code == 1 and "‘깨진.hwp’" in done.stderr
    assert [each.name for each in newest().photos] == ["사진.jpg"]
    assert (
        done.stdout.splitlines() == [f"http://localhost/newsroom/articles/{newest().id}/edit"] * 2
    )


def test_what_readers_need_is_missing_so_it_stays_a_draft(say, board, admin, tmp_path):
    photo = written(tmp_path, "사진.jpg", files.picture().getvalue())
    assert say("import", photo, "--board", "solnae").exit_code == 0
    done = say("publish", str(newest().id))
    assert (
        done.exit_code == 1 and "화면 읽기용 설명을 써 주세요" in done.stderr and newest().is_draft
    )


def test_a_draft_is_listed_published_and_withdrawn(run, say, client, board, admin):
    run("--board", "solnae")
    number = str(newest().id)
    assert say("list", "--state", "draft").stdout.startswith(f"{number}\t초안\t솔내시\t달모루")
    assert say("publish", number).stdout == f"http://localhost/articles/{number}\n"
    assert client.get(f"/articles/{number}").status_code == 200
    assert say("withdraw", number, "--reason", "날짜가 틀렸습니다").exit_code == 0
    assert client.get(f"/articles/{number}").status_code == 410
    assert say("publish", "9999").exit_code == 1
