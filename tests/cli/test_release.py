"""A release comes in from the command line."""

import contextvars

import pytest

from board.cli.release import release
from board.extensions import db
from board.models import Article

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
        (["--board", "solnae"], {"content": b"\n"}, "제목과 본문을 찾지 못했습니다."),
        (["--board", "solnae"], {"file": "/no/such/file"}, "그런 파일이 없습니다"),
        (["--board", "solnae", "--by", "narae"], {}, "글을 쓸 편집자가 없습니다."),
        (["--board", "solnae"], {"content": b"a" * 2_100_000}, "파일이 너무 큽니다."),
    ],
)
def test_what_goes_wrong_is_one_line(run, board, admin, reader, options, more, sentence):
    done = run(*options, **more)
    assert done.exit_code == 1 and done.stdout == ""
    assert sentence in done.stderr and len(done.stderr.strip().splitlines()) == 1
    assert newest() is None
